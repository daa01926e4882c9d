import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { ratingProblemSentence, type RatingProblem } from '../domain/ledger/rating-problem.ts'
import { ratingColumns, readRatings, type RatingDraft } from '../domain/ledger/read-ratings.ts'
import { readColumns, type Table, type TableProblem } from '../domain/primitives/table.ts'
import { isRolledUp } from '../domain/roster/sheet-directory.ts'
import { staffOfYear } from '../domain/roster/staff.ts'
import type { Subject } from '../policies/permit.ts'
import { conflictWithStanding, isOwnMark, type KnownOfYear } from './add-mark.ts'
import type { Act } from './draft-store.ts'
import type { RatingStore, StoredMark } from './rating-store.ts'

export type RatingSheet = {
  readonly table: Table
  readonly year: number
  readonly source: string
  /** Who brings it. */
  readonly subject: Subject
}

/**
 * Checks a ratings sheet against the scheme, the roster of the year and the marks that stand: every fault by row and
 * column. A source that has marks already is refused, so that a sheet sent twice does not count twice; so is a mark of
 * who brings the sheet: nobody decides about himself.
 */
export function checkRatings(
  { table, year, source, subject }: RatingSheet,
  { scheme, roster, marks }: KnownOfYear,
): Result<readonly RatingDraft[], readonly TableProblem[]> {
  const people = new Map(staffOfYear(roster, year).map((person) => [person.staffNumber, person]))
  const read = readRatings(table, { scheme, staffNumbers: new Set(people.keys()) })
  if (!read.ok) return read
  const person = readColumns(table, ratingColumns).reader.titleOf('person')
  const problems: TableProblem[] = []
  const say = (row: number, column: string | null, problem: RatingProblem) =>
    problems.push({ row, column, code: problem.code, message: ratingProblemSentence(problem) })
  const fromSource = marks.filter((mark) => mark.source === source).length
  if (fromSource > 0) say(1, null, { code: 'source-imported', source, marks: fromSource })
  for (const draft of read.value) {
    const { name, post } = people.get(draft.staffNumber) ?? { name: draft.staffNumber, post: '工作人员' as const }
    if (isRolledUp(scheme, post)) say(draft.row, person, { code: 'rolled-up', name, post })
    if (isOwnMark(subject, draft.staffNumber)) say(draft.row, person, { code: 'about-oneself', name })
    const conflict = conflictWithStanding(marks, { ...draft, group: draft.raterGroup })
    if (conflict !== null) say(draft.row, person, { code: conflict, name })
  }
  return problems.length > 0 ? refuse(problems) : read
}

/** Stores a checked sheet whole, or nothing. Answers how many marks were added. */
export async function importRatings(
  ratings: RatingStore,
  act: Act,
  sheet: RatingSheet,
  known: KnownOfYear,
): Promise<Result<number, readonly TableProblem[]>> {
  const checked = checkRatings(sheet, known)
  if (!checked.ok) return checked
  const marks = checked.value.map(({ row: _row, ...draft }): StoredMark => ({
    ...draft,
    id: act.newId(),
    year: sheet.year,
    source: sheet.source,
    at: act.at,
    by: act.by,
  }))
  await ratings.add(marks)
  return accept(marks.length)
}
