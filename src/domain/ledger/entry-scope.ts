import type { Absence } from '../roster/absence.ts'
import { sheetDirectory, type SheetDirectory } from '../roster/sheet-directory.ts'
import type { Assignment } from '../roster/assignment.ts'
import { staffOfYear, stayOn, type StaffMember } from '../roster/staff.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import type { Scheme } from '../scheme/scheme.ts'

/** What an entry is checked against: the scheme in force, the people of the year, and the year itself. */
export type EntryScope = {
  readonly directory: SheetDirectory
  readonly year: number
  readonly staff: ReadonlyMap<string, StaffMember>
  /** Everyone the roster names, also without a day in the year. */
  readonly nameByNumber: ReadonlyMap<string, string>
  readonly absencesByNumber: ReadonlyMap<string, readonly Absence[]>
}

/** The scope of one scheme and year; people without a day in the year are known by name alone. */
export function entryScope(scheme: Scheme, roster: readonly Assignment[], year: number): EntryScope {
  return {
    directory: sheetDirectory(scheme),
    year,
    staff: new Map(staffOfYear(roster, year).map((person) => [person.staffNumber, person])),
    nameByNumber: new Map(roster.map(({ staffNumber, name }) => [staffNumber, name])),
    absencesByNumber: new Map(roster.map(({ staffNumber, absences }) => [staffNumber, absences ?? []])),
  }
}

/** Everyone who stands on the sheet of that office on that day, in roster order (SPEC §7 `@综治办`). */
export function peopleOfOffice(scope: EntryScope, office: string, day: LocalDate): readonly StaffMember[] {
  const key = scope.directory.officeKey(office)
  const rolledUp = new Set(scope.directory.scheme.rollUps.map(({ post }) => post))
  return [...scope.staff.values()].filter((person) => {
    const stay = stayOn(person, day)
    return stay !== null && !rolledUp.has(person.post) && scope.directory.officeKey(stay.office) === key
  })
}
