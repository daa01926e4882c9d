import { isSameValue } from '../primitives/is-same-value.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import { accept, refuse, type Result } from '../primitives/result.ts'
import { posts, type Scheme } from '../scheme/scheme.ts'
import { applyChange } from './apply-change.ts'
import type { Assignment } from './assignment.ts'
import { inChargeCircles, leadersOn } from './in-charge-circle.ts'
import { officeCheck } from './office-problems.ts'
import type { ChangeRefusal, PersonnelChange, PersonRecord } from './personnel-change.ts'

export type ChangeStep = { readonly staffNumber: string; readonly change: PersonnelChange }

/** A step that changes something, with the person before and after it; null: new to the roster. */
export type TakenStep = ChangeStep & { readonly before: PersonRecord | null; readonly after: PersonRecord }

export type ChangePlan = {
  /** Everyone whose rows or absences change, as they stand after all steps. */
  readonly records: readonly PersonRecord[]
  readonly taken: readonly TakenStep[]
  /** Steps that say what is known already. */
  readonly unchanged: number
}

/** The step by its place in the list, and whose it is. */
export type StepRefusal = { readonly index: number; readonly name: string; readonly refusal: ChangeRefusal }

/**
 * What changes make of the roster, all or nothing: every step that does not fit is named. Steps are taken in order of
 * their days, whatever the order of the list, so that two orders of one sheet come to the same. Refused by name besides:
 * unknown offices, deputies in charge of nothing, leaders who would lead each other in a circle, and whatever would change
 * the person who brings the steps (`isOwn`; SPEC §1: nobody decides about himself).
 */
export function planChanges(
  known: readonly PersonRecord[],
  steps: readonly ChangeStep[],
  scheme: Scheme | null,
  isOwn: (staffNumber: string) => boolean = () => false,
): Result<ChangePlan, readonly StepRefusal[]> {
  const before = new Map(known.map((record) => [record.staffNumber, record]))
  const after = new Map(before)
  const check = officeCheck(scheme, [...known.flatMap(({ assignments }) => assignments), ...newRows(steps)])
  const refusals: StepRefusal[] = []
  const taken: TakenStep[] = []
  let unchanged = 0
  for (const { step, index } of inOrderOfDays(steps)) {
    const { staffNumber, change } = step
    const record = after.get(staffNumber) ?? null
    const name = record?.name ?? (change.kind === 'join' ? change.name : staffNumber)
    const changed = applyChange(staffNumber, record, change, check)
    if (!changed.ok) {
      refusals.push({ index, name, refusal: changed.refusal })
      continue
    }
    if (record !== null && isSameRecord(record, changed.value)) {
      unchanged += 1
      continue
    }
    if (isOwn(staffNumber)) refusals.push({ index, name, refusal: { code: 'about-oneself' } })
    const circleBefore = circleThrough(after, staffNumber, dayOf(change))
    after.set(staffNumber, changed.value)
    taken.push({ ...step, before: record, after: changed.value })
    // A circle that stands already is shown on the chart, and keeps nobody from leaving it.
    const circle = circleBefore === null ? circleThrough(after, staffNumber, dayOf(change)) : null
    if (circle !== null) refusals.push({ index, name, refusal: { code: 'in-charge-circle', names: circle } })
  }
  if (refusals.length > 0) return refuse(refusals.toSorted((left, right) => left.index - right.index))
  const records = [...after.values()].filter((record) => before.get(record.staffNumber) !== record)
  return accept({ records, taken, unchanged })
}

/** The day a change is about: for one that corrects, the day it corrects. */
export function dayOf(change: PersonnelChange): LocalDate {
  return change.kind === 'cancel' || change.kind === 'correct' ? change.event.on : change.on
}

/** By day; on one day whoever joins comes first. */
function inOrderOfDays(steps: readonly ChangeStep[]) {
  const rank = ({ kind }: PersonnelChange) => (kind === 'join' ? 0 : 1)
  return steps
    .map((step, index) => ({ step, index, day: dayOf(step.change) }))
    .sort((left, right) => {
      if (left.day !== right.day) return left.day < right.day ? -1 : 1
      return rank(left.step.change) - rank(right.step.change)
    })
}

/** Where staff will stand by these steps: a leader may be in charge of an office that they found. */
function newRows(steps: readonly ChangeStep[]): readonly Assignment[] {
  return steps.flatMap(({ staffNumber, change }) => {
    if (change.kind !== 'join' && change.kind !== 'move') return []
    const { office, post = posts[0], employment = null, inChargeOf = [] } = change.place
    const row = { staffNumber, name: '', post, employment, inChargeOf, from: change.on, to: null }
    return office === undefined ? [] : [{ ...row, office }]
  })
}

function isSameRecord(left: PersonRecord, right: PersonRecord): boolean {
  const rows = ({ assignments }: PersonRecord) =>
    assignments.map(({ office, post, inChargeOf, employment, from, to }) => [
      office,
      post,
      inChargeOf,
      employment,
      from,
      to,
    ])
  return isSameValue(rows(left), rows(right)) && isSameValue(left.absences, right.absences)
}

/** The names of a circle of 分管 that the person is part of on that day, or null. */
function circleThrough(
  records: ReadonlyMap<string, PersonRecord>,
  staffNumber: string,
  day: LocalDate,
): readonly string[] | null {
  const own = records.get(staffNumber)?.assignments ?? []
  if (own.every(({ post }) => post === '工作人员')) return null
  const leaders = leadersOn(
    [...records.values()].flatMap((record) => record.assignments),
    day,
  )
  const circle = inChargeCircles(leaders).find((one) => one.some((leader) => leader.staffNumber === staffNumber))
  return circle === undefined ? null : circle.map(({ name }) => name)
}
