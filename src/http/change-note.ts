import type { AuditNote } from '../commands/audit-store.ts'
import { absenceWords } from '../domain/roster/absence.ts'
import { changeWords, eventWords } from '../domain/roster/change-sentence.ts'
import type { PersonnelChange, PersonRecord } from '../domain/roster/personnel-change.ts'
import type { ChangePlan } from '../domain/roster/plan-changes.ts'

/** What the audit keeps of personnel changes: who, what was done, and the rows before and after in words. */
export function changeNote({ taken, records }: ChangePlan, reason: string): Partial<AuditNote> {
  const [first] = records
  const label = first === undefined ? '' : first.name + (records.length > 1 ? `等${String(records.length)}人` : '')
  const isOne = records.length === 1
  return {
    object: first === undefined ? null : { kind: 'person', id: first.staffNumber, label },
    before: { rows: taken.map(({ before, after }) => `${isOne ? '' : `${after.name}：`}${rowWords(before)}`) },
    after: {
      changes: taken.map(({ change, after }) => `${after.staffNumber} ${after.name}：${doneWords(change)}`),
      rows: taken.map(({ after }) => `${isOne ? '' : `${after.name}：`}${rowWords(after)}`),
    },
    reason: reason === '' ? null : reason,
  }
}

function doneWords(change: PersonnelChange): string {
  if (change.kind === 'cancel') return `取消${change.event.on}的${eventWords[change.event.what]}`
  if (change.kind === 'correct') return `${change.event.on}的${eventWords[change.event.what]}更正为${change.on}`
  return `${changeWords[change.kind]} ${change.on}`
}

function rowWords(record: PersonRecord | null): string {
  if (record === null) return '不在册'
  const rows = record.assignments.map(
    ({ office, post, inChargeOf, employment, from, to }) =>
      `${from ?? ''}—${to ?? ''} ${[office, post, inChargeOf.join('、'), employment ?? ''].filter((word) => word !== '').join(' ')}`,
  )
  const away = record.absences.map(({ kind, from, to }) => `${from}—${to ?? ''} ${absenceWords[kind]}`)
  return [...rows, ...away].join('；')
}
