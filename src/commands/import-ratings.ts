import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { readRatings, type RatingDraft } from '../domain/ledger/read-ratings.ts'
import { ratingColumns } from '../domain/ledger/read-ratings.ts'
import { readColumns, type Table, type TableProblem } from '../domain/primitives/table.ts'
import { isRolledUp } from '../domain/roster/sheet-directory.ts'
import { staffOfYear } from '../domain/roster/staff.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import type { Act } from './draft-store.ts'
import type { RatingStore, StoredMark } from './rating-store.ts'

export type RatingSheet = { readonly table: Table; readonly year: number; readonly source: string }
type Known = { readonly scheme: Scheme; readonly roster: readonly Assignment[] }

/**
 * Checks a ratings sheet against the scheme, the roster of the year and the marks that stand: every fault by row and
 * column. A source that has marks already is refused, so that a sheet sent twice does not count twice.
 */
export async function checkRatings(
  ratings: Pick<RatingStore, 'standingMarks'>,
  { table, year, source }: RatingSheet,
  { scheme, roster }: Known,
): Promise<Result<readonly RatingDraft[], readonly TableProblem[]>> {
  const people = new Map(staffOfYear(roster, year).map((person) => [person.staffNumber, person]))
  const read = readRatings(table, { scheme, staffNumbers: new Set(people.keys()) })
  if (!read.ok) return read
  const marks = await ratings.standingMarks(year)
  const person = readColumns(table, ratingColumns).reader.titleOf('person')
  const problems: TableProblem[] = []
  const say = (row: number, code: string, message: string) => problems.push({ row, column: person, code, message })
  const fromSource = marks.filter((mark) => mark.source === source).length
  if (fromSource > 0)
    problems.push({
      row: 1,
      column: null,
      code: 'source-imported',
      message: `来源“${source}”已有${String(fromSource)}条评分，再导入会重复计算；补充的评分请另起来源名称。`,
    })
  for (const draft of read.value) {
    const { name, post } = people.get(draft.staffNumber) ?? { name: draft.staffNumber, post: '工作人员' as const }
    if (isRolledUp(scheme, post))
      say(draft.row, 'rolled-up', `${name}是${post}，成绩取平均分，不需要评分，请删去这一行。`)
    const own = marks.filter(
      (mark) => mark.staffNumber === draft.staffNumber && mark.categoryId === draft.categoryId,
    )
    if (own.some(({ raterGroup }) => raterGroup === null))
      say(draft.row, 'whole-exists', `${name}已有总评分，要改请先在综合评议页撤回。`)
    else if (draft.raterGroup === null && own.length > 0)
      say(draft.row, 'groups-exist', `${name}已有评议组的评分，不能再导入总评分。`)
  }
  return problems.length > 0 ? refuse(problems) : read
}

/** Stores a checked sheet whole, or nothing. Answers how many marks were added. */
export async function importRatings(
  ratings: RatingStore,
  act: Act,
  sheet: RatingSheet,
  known: Known,
): Promise<Result<number, readonly TableProblem[]>> {
  const checked = await checkRatings(ratings, sheet, known)
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
