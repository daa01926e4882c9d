import { Segmented } from 'antd'
import { useState } from 'react'
import type { ComparedChange, ComparedPart, SchemeComparison } from '../../../../http/contract/schemes.ts'
import { useText } from '../../../text/dictionary.ts'
import { schemeVersionsText } from '../../../text/scheme-versions.ts'
import { changeKinds, groupsOf, type ChangeKind } from './change-groups.ts'
import styles from './compare.module.css'

type Shown = ChangeKind | 'all'

/** Every difference with both sentences side by side, under the place it stands in; totals on top. */
export function ComparisonList({ comparison }: { readonly comparison: SchemeComparison }) {
  const words = useText(schemeVersionsText).compare
  const [shown, show] = useState<Shown>('all')
  const { counts, changes } = comparison
  if (comparison.identical) return <p className={styles.same}>✓ {words.none}</p>
  const picked = shown === 'all' ? changes : changes.filter(({ change }) => change === shown)
  return (
    <section>
      <div className={`${styles.tools ?? ''} no-print`}>
        <Segmented<Shown>
          aria-label={words.show}
          value={shown}
          onChange={show}
          options={[
            { value: 'all', label: `${words.all} ${String(changes.length)}` },
            ...changeKinds
              .filter((kind) => counts[kind] > 0)
              .map((kind) => ({ value: kind, label: `${words.kinds[kind]} ${String(counts[kind])}` })),
          ]}
        />
      </div>
      <p className="only-print">
        {changeKinds.map((kind) => `${words.kinds[kind]} ${words.counts(counts[kind])}`).join('，')}
      </p>
      {picked.length === 0 && <p className="quiet">{words.nothing}</p>}
      {groupsOf(picked, words.wholeScheme).map((group) => (
        <section key={group.title}>
          <h3 className={styles.group}>{group.title}</h3>
          {group.changes.map((change, at) => (
            <ChangeRow key={`${String(at)}-${change.sentence}`} change={change} />
          ))}
        </section>
      ))}
    </section>
  )
}

function ChangeRow({ change }: { readonly change: ComparedChange }) {
  const words = useText(schemeVersionsText).compare
  return (
    <article className={`${styles.change ?? ''} ${styles[change.change] ?? ''} keep-together`}>
      <p className={styles.sentence}>
        <span className={styles.kind}>{words.kinds[change.change]}</span> {change.sentence}
      </p>
      {change.pathBefore !== null && <p className="quiet">{words.placeBefore(change.pathBefore.join(' › '))}</p>}
      <div className={styles.pair}>
        <PartSide label={words.from} part={change.before} tone="was" />
        <PartSide label={words.to} part={change.after} tone="now" />
      </div>
      {change.about !== 'scheme' && change.fields.length > 0 && (
        <ul className={styles.fields}>
          {change.fields.map(({ label, before, after }) => (
            <li key={label}>
              {label}：<del>{before ?? words.absent}</del> → <ins>{after ?? words.absent}</ins>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

function PartSide({
  label,
  part,
  tone,
}: {
  readonly label: string
  readonly part: ComparedPart | null
  readonly tone: 'was' | 'now'
}) {
  const words = useText(schemeVersionsText).compare
  return (
    <div className={`${styles.part ?? ''} ${part === null ? (styles.absent ?? '') : (styles[tone] ?? '')}`}>
      <p className={styles.label}>{label}</p>
      <p>{part === null ? words.absent : part.words}</p>
      {part !== null && part.source !== null && (
        <blockquote className={styles.quote}>
          {part.source.quote.length > 160 ? `${part.source.quote.slice(0, 160)}……` : part.source.quote}
        </blockquote>
      )}
    </div>
  )
}
