import { Link } from 'react-router'
import type { ProceedingView } from '../../../http/contract/proceedings.ts'
import { useText } from '../../text/dictionary.ts'
import { entryFigure } from '../../text/entry-words.ts'
import { discretionRange } from '../../text/discretion-range.ts'
import { momentText, quantityText } from '../../text/figure.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import styles from './proceedings.module.css'

type Text = { readonly [Key in keyof (typeof proceedingsText)['zh']]: (typeof proceedingsText)['zh'][Key] }
type Fact = { readonly label: string; readonly value: React.ReactNode }

/** What is objected to or proposed: the entry with its clause and who recorded it, the figure, or the facts. */
export function ProceedingSubject({ proceeding }: { readonly proceeding: ProceedingView }) {
  const text = useText(proceedingsText)
  const { subject, people } = proceeding
  const titles = { entry: text.subjectEntry, figure: text.subjectFigure, deduction: text.subjectDeduction }
  const who = people.map(({ name, office, staffNumber }) => `${name}（${office === '' ? staffNumber : office}）`)
  const facts: readonly Fact[] = [{ label: text.people, value: who.join('、') }, ...factsOf(subject, text)]
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{titles[subject.about]}</h2>
      <dl className={styles.facts}>
        {facts
          .filter(({ value }) => value !== null && value !== '')
          .flatMap(({ label, value }) => [<dt key={`${label}-name`}>{label}</dt>, <dd key={label}>{value}</dd>])}
      </dl>
    </section>
  )
}

function factsOf(subject: ProceedingView['subject'], text: Text): readonly Fact[] {
  if (subject.about === 'figure') {
    const { bulletin, what } = subject
    return [
      { label: text.objectWhat, value: what },
      {
        label: text.publishedOn(bulletin.publishedOn),
        value: <Link to={`/bulletins/${bulletin.id}`}>{bulletin.title}</Link>,
      },
    ]
  }
  if (subject.about === 'deduction') {
    const { min, max } = subject
    const bounds = min === null && max === null ? text.noBounds : discretionRange(min, max)
    return [
      { label: text.rule, value: subject.ruleSentence },
      { label: text.clause, value: subject.clause },
      { label: text.bounds, value: bounds },
      { label: text.day, value: subject.occurredOn },
      { label: text.quantity, value: quantityText(subject.quantity, subject.unit) },
      { label: text.matter, value: subject.matter },
      { label: text.place, value: subject.place },
      { label: text.facts, value: subject.facts },
    ]
  }
  const { entry } = subject
  const confirmed =
    entry.confirmedAt === null ? text.notConfirmed : `${entry.confirmedBy ?? ''} ${momentText(entry.confirmedAt)}`
  const reversed = entry.reversal === null ? null : `${entry.reversal.by} ${momentText(entry.reversal.at)}`
  return [
    { label: text.day, value: <span className="figure">{entry.occurredOn}</span> },
    { label: text.rule, value: `${entry.itemTitle}：${entry.ruleSentence} ${entryFigure(entry)}`.trim() },
    { label: text.clause, value: entry.clause === '' ? null : <q>{entry.clause}</q> },
    { label: text.matter, value: entry.matter },
    { label: text.place, value: entry.place },
    { label: text.recordedBy, value: `${entry.recordedBy} ${momentText(entry.recordedAt)}` },
    { label: text.confirmedBy, value: confirmed },
    { label: text.reversedBy, value: reversed },
  ]
}
