import { factLines } from '../../../http/contract/audit-words.ts'
import type { AuditLine } from '../../../http/contract/audit.ts'
import styles from './audit.module.css'

type Facts = AuditLine['before']

/** 状态 待确认 → 已确认, and what else is new: the facts on both sides beside each other. */
export function ChangeWords({ row }: { readonly row: AuditLine }) {
  const before = new Map(factLines(row.before).map(({ name, values }) => [name, values]))
  const after = factLines(row.after)
  const gone = factLines(row.before).filter(({ name }) => !after.some((line) => line.name === name))
  return (
    <div className={styles.change}>
      {gone.map(({ name, label, values }) => (
        <span key={name}>
          {label} {values.join('、')} →
        </span>
      ))}
      {after.map(({ name, label, values }) => (
        <span key={name}>
          {label} {before.has(name) && `${before.get(name)?.join('、') ?? ''} → `}
          {values.join('、')}
        </span>
      ))}
    </div>
  )
}

/** Every fact on a line of its own; a list one below the other. */
export function FactList({ facts }: { readonly facts: Facts }) {
  return (
    <dl className={styles.facts}>
      {factLines(facts).map(({ name, label, values }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>
            {values.map((value, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a list of words that never changes
              <div key={index}>{value}</div>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
