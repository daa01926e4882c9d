import type { Scheme } from '../scheme/scheme.ts'
import type { Assignment } from './assignment.ts'
import { isSameOffice, officeCandidates } from './office-names.ts'
import type { RosterProblem } from './roster-problem.ts'
import { isRolledUp, sheetDirectory } from './sheet-directory.ts'

/** What the office and the offices led of a row are held against. */
export type OfficeCheck = (assignment: Assignment) => readonly OfficeProblem[]
export type OfficeProblem = { readonly column: 'office' | 'inChargeOf'; readonly problem: RosterProblem }

/**
 * Against a scheme the office of staff must be one with a sheet, and a deputy scored by roll-up must be in charge of
 * offices that have a sheet or staff; without one (null) offices are taken as written. SPEC §4.4, §7.
 */
export function officeCheck(scheme: Scheme | null, roster: readonly Assignment[]): OfficeCheck {
  const directory = scheme === null ? null : sheetDirectory(scheme)
  const withSheets = directory?.offices ?? []
  const staffOffices = [...new Set(roster.filter(({ post }) => post === '工作人员').map(({ office }) => office))]
  const isKnownLed = (office: string) =>
    directory?.isKnownOffice(office) === true || staffOffices.some((one) => isSameOffice(one, office))
  const unknown = (office: string, known: readonly string[]): RosterProblem => ({
    code: 'unknown-office',
    office,
    candidates: officeCandidates(office, known),
  })
  return ({ name, post, office, inChargeOf }) => {
    const problems: OfficeProblem[] = []
    if (
      post === '工作人员' &&
      office !== '' &&
      withSheets.length > 0 &&
      directory?.isKnownOffice(office) === false
    )
      problems.push({ column: 'office', problem: unknown(office, withSheets) })
    if (post !== '分管领导') return problems
    if (inChargeOf.length === 0 && (scheme === null || isRolledUp(scheme, post)))
      problems.push({ column: 'inChargeOf', problem: { code: 'in-charge-of-nothing', name } })
    for (const led of inChargeOf)
      if (!isKnownLed(led))
        problems.push({
          column: 'inChargeOf',
          problem: unknown(led, [...new Set([...withSheets, ...staffOffices])]),
        })
    return problems
  }
}
