import type { Assignment } from '../domain/roster/assignment.ts'
import type { AnyRegister, NewRecord } from '../domain/registers/register-definition.ts'
import { covers, type Reach } from './permit.ts'

/** Whether a record lies within reach: by whom it is about or concerns, by their offices on its days, or by its own. */
export function recordCovered(
  reach: Reach,
  register: Pick<AnyRegister, 'concerns'>,
  record: NewRecord<unknown>,
  officesOf: (staffNumber: string, record: NewRecord<unknown>) => readonly string[],
): boolean {
  if (reach.kind === 'everyone') return true
  const concerned = register.concerns?.(record) ?? { staffNumbers: [], offices: [] }
  const people = [...(record.staffNumber === null ? [] : [record.staffNumber]), ...concerned.staffNumbers]
  const offices = [...(record.office === null ? [] : [record.office]), ...concerned.offices]
  return (
    people.some((staffNumber) => covers(reach, { staffNumber, offices: officesOf(staffNumber, record) })) ||
    (offices.length > 0 && covers(reach, { staffNumber: '', offices }))
  )
}

/** The offices somebody stood in on the days of a record. */
export function officesByRoster(roster: readonly Assignment[]) {
  const rows = new Map<string, Assignment[]>()
  for (const row of roster) rows.set(row.staffNumber, [...(rows.get(row.staffNumber) ?? []), row])
  return (staffNumber: string, { days }: Pick<NewRecord<unknown>, 'days'>): readonly string[] => {
    const own = rows.get(staffNumber) ?? []
    const present = own.filter(
      ({ from, to }) => (from === null || from <= days.last) && (to === null || to >= days.first),
    )
    return [...new Set((present.length > 0 ? present : own.slice(-1)).map(({ office }) => office))].filter(
      (office) => office !== '',
    )
  }
}
