import { addDays, yearSpan, type LocalDate } from '../../domain/primitives/local-date.ts'
import { anyRegister } from '../../domain/registers/register-definition.ts'
import { taskDefinition, toTask, type NewTask, type TaskRecord } from '../../domain/registers/task/task-record.ts'
import { officesByRoster, recordCovered } from '../../policies/record-reach.ts'
import { keepRecords, toRegisterRecord } from './add-records.ts'
import type { ProposingStores } from './propose-entries.ts'
import type { RecordAct } from './record-walls.ts'

const register = anyRegister(taskDefinition)

/**
 * Takes the recurring duties of the year before over into a year, as they stood at its end: without what was handed in,
 * of people still on the roster. Doing it again adds nothing.
 */
export async function renewRecurringDuties(
  stores: ProposingStores,
  act: RecordAct,
  year: number,
): Promise<{ readonly added: number; readonly known: number }> {
  const span = yearSpan(year)
  const before = addDays(span.first, -1)
  const assignments = await stores.roster.assignments()
  const officesOf = officesByRoster(assignments)
  const here = new Set(
    assignments.filter(({ from, to }) => isHere(span.first, from, to)).map(({ staffNumber }) => staffNumber),
  )
  const earlier = await stores.records.list({ register: 'task', days: { first: before, last: before } })
  const renewed = earlier
    .map(toTask)
    .filter(({ body, state }) => body.kind === 'recurring' && state !== 'cancelled')
    .map((task) => renewedOf(task, span, here))
    .filter((task) => task !== null)
    .filter((task) => recordCovered(act.reach, register, task, officesOf))
    .map((task) => toRegisterRecord(register, task, act))
  const keys = renewed.flatMap(({ naturalKey }) => (naturalKey === null ? [] : [naturalKey]))
  const standing = new Set((await stores.records.byNaturalKey('task', keys)).map(({ naturalKey }) => naturalKey))
  const fresh = renewed.filter(({ naturalKey }) => !standing.has(naturalKey))
  if (fresh.length > 0) await keepRecords(stores, act, register, fresh)
  return { added: fresh.length, known: renewed.length - fresh.length }
}

function renewedOf(
  { staffNumber, office, body }: TaskRecord,
  days: NewTask['days'],
  here: ReadonlySet<string>,
): NewTask | null {
  const people = body.people.filter((one) => here.has(one))
  const isAnswered = staffNumber === null ? people.length > 0 : here.has(staffNumber)
  return isAnswered ? { staffNumber, office, days, body: { ...body, people, handings: [] } } : null
}

function isHere(day: LocalDate, from: LocalDate | null, to: LocalDate | null): boolean {
  return (from === null || from <= day) && (to === null || day <= to)
}
