import type { RosterStore } from '../../commands/roster-store.ts'
import { peopleNamed } from '../../domain/registers/record-values.ts'
import { stateWords } from '../../domain/registers/read-records.ts'
import type { AnyRegister } from '../../domain/registers/register-definition.ts'
import { withdrawnState, type RegisterRecord } from '../../domain/registers/register-record.ts'
import type { Action } from '../../policies/policy-table.ts'
import { findBar, type Subject } from '../../policies/permit.ts'

/** A line of a register as a page shows it. */
export type RecordView<Body = unknown> = {
  readonly id: string
  readonly staffNumber: string | null
  /** Whose 工号 that is. */
  readonly name: string | null
  readonly office: string | null
  readonly first: string
  readonly last: string
  readonly state: string
  readonly stateWords: string
  readonly body: Body
  /** Whom it is about, and what it says, in one line. */
  readonly summary: string
  readonly at: string
  readonly by: string
  readonly revision: number
  /** Everyone it names, for showing them by name. */
  readonly people: readonly { readonly staffNumber: string; readonly name: string }[]
  /** Why the caller may not change it; null: as far as this record goes, he may. */
  readonly barred: 'aboutOneself' | 'withdrawn' | 'role' | null
}

/** Views of a register's records for somebody who may `keep` them or not. */
export async function recordViews(
  roster: Pick<RosterStore, 'people'>,
  register: AnyRegister,
  records: readonly RegisterRecord[],
  { subject, keep }: { readonly subject: Subject; readonly keep: Action },
): Promise<readonly RecordView[]> {
  const nameOf = await namesOf(roster)
  return records.map((record) => recordView(register, record, nameOf, barOf(record, subject, keep)))
}

export async function namesOf(roster: Pick<RosterStore, 'people'>) {
  const names = new Map((await roster.people()).map(({ staffNumber, name }) => [staffNumber, name]))
  return (staffNumber: string): string | null => names.get(staffNumber) ?? null
}

function recordView(
  register: AnyRegister,
  record: RegisterRecord,
  nameOf: (staffNumber: string) => string | null,
  barred: RecordView['barred'],
): RecordView {
  const { id, staffNumber, office, days, state, body, at, by, revision } = record
  return {
    id,
    staffNumber,
    name: staffNumber === null ? null : nameOf(staffNumber),
    office,
    first: days.first,
    last: days.last,
    state,
    stateWords: stateWords(register, state),
    body,
    summary: recordSummary(register, record, nameOf),
    at: at.toISOString(),
    by,
    revision,
    people: peopleNamed(record, register.fields).map((one) => ({ staffNumber: one, name: nameOf(one) ?? one })),
    barred,
  }
}

/** 张三 3月2日—3日 事假. */
export function recordSummary(
  register: AnyRegister,
  record: RegisterRecord,
  nameOf: (staffNumber: string) => string | null,
): string {
  const { staffNumber, office } = record
  const about = staffNumber === null ? (office ?? '') : (nameOf(staffNumber) ?? staffNumber)
  return `${about} ${register.summary(record)}`.trim()
}

function barOf(record: RegisterRecord, subject: Subject, keep: Action): RecordView['barred'] {
  if (record.state === withdrawnState) return 'withdrawn'
  const bar = findBar(subject, keep, { about: record.staffNumber })
  if (bar === null) return null
  return bar === 'aboutOneself' ? 'aboutOneself' : 'role'
}
