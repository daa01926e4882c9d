import { addDays, type LocalDate } from '../primitives/local-date.ts'
import { accept, impossible, refuse, type Result } from '../primitives/result.ts'
import type { Absence } from './absence.ts'
import type { Assignment } from './assignment.ts'
import { cancelEvent, correctEvent } from './correct-history.ts'
import type { OfficeCheck } from './office-problems.ts'
import { inOrder } from './person-history.ts'
import type { ChangeRefusal, NewPlace, PersonnelChange, PersonRecord, Place } from './personnel-change.ts'

type Changed = Result<PersonRecord, ChangeRefusal>
type ChangeOf<Kind extends PersonnelChange['kind']> = Extract<PersonnelChange, { readonly kind: Kind }>

/**
 * A person's rows and absences after a change (SPEC §4.5), or why it does not fit them. The same change again answers
 * the record as it is: importing a sheet twice changes nothing. What was before the change's day stays as it was. A row
 * that is new is held against the offices of the scheme.
 */
export function applyChange(
  staffNumber: string,
  known: PersonRecord | null,
  change: PersonnelChange,
  check: OfficeCheck,
): Changed {
  const record: PersonRecord | null =
    known === null ? null : { ...known, assignments: inOrder(known.assignments).map(withoutAbsences) }
  const changed = applyTo(staffNumber, record, change)
  if (!changed.ok) return changed
  for (const row of changed.value.assignments) {
    if (record?.assignments.includes(row) === true || isPartOf(row, record)) continue
    const [first] = rowProblems(row, check)
    if (first !== undefined) return refuse({ code: 'row-refused', ...first })
  }
  return changed
}

function rowProblems(row: Assignment, check: OfficeCheck) {
  return row.post === '工作人员' && row.office === ''
    ? [{ column: 'office' as const, problem: { code: 'missing-office' as const } }]
    : check(row)
}

/** Rows are kept without what is known of the person as a whole. */
function withoutAbsences(row: Assignment): Assignment {
  if (row.absences === undefined) return row
  const { absences: _, ...rest } = row
  return rest
}

/** Only its days were cut or moved: the place itself is not new. */
function isPartOf(row: Assignment, record: PersonRecord | null): boolean {
  return record?.assignments.some((old) => isSamePlace(old, row)) === true
}

function applyTo(staffNumber: string, record: PersonRecord | null, change: PersonnelChange): Changed {
  if (change.kind === 'join') return join(staffNumber, record, change)
  if (record === null) return refuse({ code: 'person-unknown', staffNumber })
  switch (change.kind) {
    case 'move':
      return move(record, change)
    case 'leave':
      return leave(record, change.on)
    case 'secondment':
    case 'long-leave':
      return goAway(record, change)
    case 'return':
      return comeBack(record, change.on)
    case 'correct':
      return correctEvent(record, change.event, change.on)
    case 'cancel':
      return cancelEvent(record, change.event)
    default:
      return impossible(change)
  }
}

function join(staffNumber: string, record: PersonRecord | null, { on, name, place }: ChangeOf<'join'>): Changed {
  if (record !== null && name !== '' && name !== record.name)
    return refuse({ code: 'name-differs', written: name, known: record.name })
  if (record === null && name === '') return refuse({ code: 'name-missing' })
  const known = record ?? { staffNumber, name, assignments: [], absences: [] }
  const present = rowOn(known, on)
  if (present !== null)
    return present.from === on && isSamePlace(present, place)
      ? accept(known)
      : refuse({ code: 'on-roster-already', on, since: present.from })
  const later = known.assignments.find(({ from }) => from !== null && from > on)
  if (later?.from !== undefined && later.from !== null)
    return refuse({ code: 'later-stay', from: later.from, office: later.office })
  const row = { staffNumber, name: known.name, ...place, from: on, to: null }
  return accept({ ...known, assignments: [...known.assignments, row] })
}

function move(record: PersonRecord, { on, place }: ChangeOf<'move'>): Changed {
  const row = rowOn(record, on)
  if (row === null) return refuse(offRoster(record, on))
  const moved = { ...row, ...placeAfter(row, place), from: on }
  if (isSamePlace(row, moved)) return accept(record)
  const rest = row.from === on ? [moved] : [{ ...row, to: addDays(on, -1) }, moved]
  return accept({
    ...record,
    assignments: record.assignments.flatMap((other) => (other === row ? rest : [other])),
  })
}

/** A post of another kind brings its own offices: nothing is led by heritage. */
function placeAfter(row: Place, { office, post = row.post, inChargeOf, employment }: NewPlace): Place {
  const kept = post === row.post ? row.inChargeOf : []
  return {
    office: office ?? row.office,
    post,
    inChargeOf: post === '工作人员' ? [] : (inChargeOf ?? kept),
    employment: employment === undefined ? row.employment : employment,
  }
}

function leave(record: PersonRecord, on: LocalDate): Changed {
  const row = rowOn(record, on)
  if (row === null) return refuse(offRoster(record, on))
  const goesOn = record.assignments.some(({ from }) => from === addDays(on, 1))
  if (row.to === on && !goesOn) return accept(record)
  const later = record.assignments.find(({ from }) => from !== null && from > on)
  if (later?.from !== undefined && later.from !== null)
    return refuse({ code: 'later-stay', from: later.from, office: later.office })
  return accept({
    ...record,
    assignments: record.assignments.map((other) => (other === row ? { ...row, to: on } : other)),
  })
}

function goAway(record: PersonRecord, { kind, on, to, note }: ChangeOf<Absence['kind']>): Changed {
  if (to !== null && to < on) return refuse({ code: 'absence-reversed', from: on, to })
  if (rowOn(record, on) === null) return refuse(offRoster(record, on))
  const same = record.absences.find((absence) => absence.kind === kind && absence.from === on)
  // 返岗 has ended it since, or it says the same again.
  if (same !== undefined && (to === null || same.to === to)) return accept(record)
  const others = record.absences.filter((absence) => absence !== same)
  const overlapping = others.find(
    (other) => (to === null || other.from <= to) && (other.to === null || on <= other.to),
  )
  if (overlapping !== undefined) return refuse({ code: 'absence-overlap', absence: overlapping })
  if (same !== undefined && same.to !== null) return refuse({ code: 'absence-overlap', absence: same })
  const absence = { kind, from: on, to, note: same === undefined || note !== '' ? note : same.note }
  return accept({ ...record, absences: sorted([...others, absence]) })
}

function comeBack(record: PersonRecord, on: LocalDate): Changed {
  const last = addDays(on, -1)
  if (record.absences.some(({ to }) => to === last)) return accept(record)
  const absence = record.absences.find(({ from, to }) => from <= on && (to === null || on <= to))
  if (absence === undefined) return refuse({ code: 'not-away', on })
  if (absence.from === on) return refuse({ code: 'back-on-first-day', absence })
  return accept({
    ...record,
    absences: record.absences.map((other) => (other === absence ? { ...absence, to: last } : other)),
  })
}

function sorted(absences: readonly Absence[]): readonly Absence[] {
  return absences.toSorted((left, right) => (left.from < right.from ? -1 : 1))
}

function rowOn({ assignments }: PersonRecord, day: LocalDate): Assignment | null {
  return assignments.find(({ from, to }) => (from === null || from <= day) && (to === null || day <= to)) ?? null
}

function isSamePlace(left: Place, right: Place): boolean {
  return (
    left.office === right.office &&
    left.post === right.post &&
    left.employment === right.employment &&
    left.inChargeOf.length === right.inChargeOf.length &&
    left.inChargeOf.every((office, index) => office === right.inChargeOf[index])
  )
}

/** Which side of the stays a day off the roster lies on. */
function offRoster({ assignments }: PersonRecord, on: LocalDate): ChangeRefusal {
  const left = assignments.findLast(({ to }) => to !== null && to < on)?.to ?? null
  if (left !== null) return { code: 'after-leaving', on, last: left }
  const first = assignments[0]?.from ?? null
  return first === null ? { code: 'never-on-roster', on } : { code: 'before-joining', on, first }
}
