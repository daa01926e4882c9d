import { Link } from 'react-router'
import type { ProceedingView, StepView } from '../../../http/contract/proceedings.ts'
import { useText } from '../../text/dictionary.ts'
import { discretionsText } from '../../text/discretions.ts'
import { momentText, pointsText } from '../../text/figure.ts'
import { proceedingsText } from '../../text/proceedings.ts'
import styles from './proceedings.module.css'

type Text = { readonly [Key in keyof (typeof proceedingsText)['zh']]: (typeof proceedingsText)['zh'][Key] }
type Deed = StepView['deed']

/** Every step with who, when and why, the first one on top; it reads like the minutes of the case. */
export function ProceedingTimeline({ proceeding }: { readonly proceeding: ProceedingView }) {
  const text = useText(proceedingsText)
  const amountText = useText(discretionsText)
  const { steps, people } = proceeding
  const nameOf = (staffNumber: string) =>
    `${people.find((person) => person.staffNumber === staffNumber)?.name ?? ''} ${staffNumber}`.trim()
  const amountWords: AmountWords = ({ staffNumber, centipoints }) =>
    centipoints === null
      ? amountText.nothingLine(nameOf(staffNumber))
      : amountText.amountLine(nameOf(staffNumber), pointsText(centipoints))
  return (
    <ol className={styles.steps}>
      {steps.map((step) => {
        const document = documentOf(step.deed)
        const due = dueWords(step, text)
        return (
          <li key={step.position} className={styles.step}>
            <div className={styles.stepHead}>
              <h3>{titleOf(step.deed, text)}</h3>
              <span className="quiet">
                {step.by} <span className="figure">{momentText(step.at)}</span>
              </span>
              {document !== null && (
                <Link className="no-print" to={`/bulletins/${document}`}>
                  {text.toDocument}
                </Link>
              )}
            </div>
            {linesOf(step.deed, text, amountWords).map((line) => (
              <p key={line} className={styles.words}>
                {line}
              </p>
            ))}
            {due !== null && <p className="quiet">{due}</p>}
          </li>
        )
      })}
    </ol>
  )
}

function titleOf(deed: Deed, text: Text): string {
  switch (deed.kind) {
    case 'answered':
      return text.steps.answered(text.outcomes[deed.outcome])
    case 'review-decided':
      return text.steps['review-decided'](text.outcomes[deed.outcome])
    case 'recused':
      return text.steps.recused(deed.who)
    case 'decided':
      return deed.amounts.every(({ centipoints }) => centipoints === null)
        ? text.steps.decidedNone
        : text.steps.decided
    case 'cured':
      return deed.by.kind === 'reversal' ? text.steps.curedByReversal : text.steps.curedByCorrection
    case 'appeal-recorded':
      return deed.outcome === 'pending'
        ? text.steps.appealLodged
        : text.steps.appealDecided(text.outcomes[deed.outcome])
    default:
      return text.steps[deed.kind]
  }
}

type AmountWords = (amount: Extract<Deed, { kind: 'decided' }>['amounts'][number]) => string

function linesOf(deed: Deed, text: Text, amountWords: AmountWords): readonly string[] {
  const minutes =
    deed.kind === 'review-decided' || deed.kind === 'decided'
      ? [
          text.minutesOf(deed.minutes.title, deed.minutes.meetingOn),
          text.present(deed.minutes.present.join('、')),
          ...(deed.minutes.recused.length === 0 ? [] : [text.absent(deed.minutes.recused.join('、'))]),
        ]
      : []
  const amounts = deed.kind === 'decided' ? deed.amounts.map(amountWords) : []
  const day = deed.kind === 'appeal-recorded' ? [text.appealDay(deed.day)] : []
  const words =
    'reasons' in deed ? deed.reasons : deed.kind === 'recused' ? deed.why : 'words' in deed ? deed.words : ''
  return [...minutes, ...amounts, ...day, ...(words === '' ? [] : [words])]
}

function dueWords({ deed, dueOn }: StepView, text: Text): string | null {
  if (dueOn === null) return null
  if (deed.kind === 'filed') return text.dueAnswer(dueOn)
  return deed.kind === 'answered' ? text.dueAsk(dueOn) : text.dueReview(dueOn)
}

function documentOf(deed: Deed): string | null {
  if (deed.kind === 'answered' || deed.kind === 'review-decided') return deed.bulletinId
  return deed.kind === 'cured' && deed.by.kind === 'correction' ? deed.by.bulletinId : null
}
