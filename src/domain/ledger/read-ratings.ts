import { accept, refuse, type Result } from '../primitives/result.ts'
import type { Quantity } from '../primitives/quantity.ts'
import { readColumns, type ColumnDefinition, type Table, type TableProblem } from '../primitives/table.ts'
import { raterGroupsOf } from '../scheme/rater-groups.ts'
import type { Category, Scheme } from '../scheme/scheme.ts'
import { parseQuantity } from './check-entry.ts'
import type { RatingMark } from './entry.ts'
import { ratingProblemSentence, type RatingProblem } from './rating-problem.ts'

export type RatingColumn = 'person' | 'mark' | 'category' | 'group'

/** SPEC §7: the columns of a ratings file, Chinese name first. */
export const ratingColumns: readonly ColumnDefinition<RatingColumn>[] = [
  { key: 'person', names: ['工号', 'person', 'id'], required: true },
  { key: 'mark', names: ['得分', 'mark'], required: true },
  { key: 'category', names: ['类别', 'category'], required: false },
  { key: 'group', names: ['评议组', 'group'], required: false },
]

/** What marks are checked against. `staffNumbers`: everyone on the roster in the year. */
export type RatingScope = { readonly scheme: Scheme; readonly staffNumbers: ReadonlySet<string> }

export type RatingDraft = RatingMark & { readonly row: number }

/**
 * Reads a ratings file (SPEC §7), all or nothing. Marks are 0–100 with at most two decimals; without 类别 the scheme's
 * only rated category is meant; a row without 评议组 is the person's whole mark and stands alone for that category.
 */
export function readRatings(
  table: Table,
  scope: RatingScope,
): Result<readonly RatingDraft[], readonly TableProblem[]> {
  const { reader, problems: headerProblems } = readColumns(table, ratingColumns)
  if (headerProblems.length > 0) return refuse(headerProblems)
  const problems: TableProblem[] = []
  const drafts: RatingDraft[] = []
  const earlier = new Map<string, { readonly row: number; readonly isWhole: boolean }>()
  for (const row of table.rows) {
    const text = (column: RatingColumn) => reader.cell(row, column)
    const say = (column: RatingColumn, problem: RatingProblem) =>
      void problems.push({
        row: row.row,
        column: reader.titleOf(column),
        code: problem.code,
        message: ratingProblemSentence(problem),
      })
    const staffNumber = text('person')
    if (staffNumber === '') say('person', { code: 'missing-person' })
    else if (!scope.staffNumbers.has(staffNumber)) say('person', { code: 'unknown-person', staffNumber })
    const mark = readMark(text('mark'))
    if (mark === null) say('mark', { code: 'bad-mark', text: text('mark') })
    const category = readCategory(scope.scheme, text('category'))
    if (!category.ok) {
      say('category', category.refusal)
      continue
    }
    const group = text('group') === '' ? null : text('group')
    const groups = raterGroupsOf(category.value).map((one) => one.group)
    if (group !== null && !groups.includes(group)) say('group', { code: 'unknown-group', group, groups })
    const key = `${staffNumber} ${category.value.id}`
    const other = earlier.get(key)
    if (other !== undefined && (group === null || other.isWhole))
      say('person', {
        code: group === null && other.isWhole ? 'repeated-mark' : 'whole-and-group',
        staffNumber,
        category: category.value.title,
        row: other.row,
      })
    if (other === undefined || group === null) earlier.set(key, { row: row.row, isWhole: group === null })
    if (mark !== null && staffNumber !== '')
      drafts.push({ row: row.row, staffNumber, mark, categoryId: category.value.id, raterGroup: group })
  }
  return problems.length > 0 ? refuse(problems) : accept(drafts)
}

/** A mark of 0–100 as typed; null for anything else. */
export function readMark(text: string): Quantity | null {
  const mark = parseQuantity(text)
  return mark === null || mark < 0 || mark > 100_00 ? null : mark
}

/** A rated category by title or id; without a name the only one there is. */
function readCategory(scheme: Scheme, text: string): Result<Category, RatingProblem> {
  const rated = scheme.categories.filter(({ kind }) => kind === 'rated')
  const titles = rated.map(({ title }) => title)
  const [only] = rated
  if (only === undefined) return refuse({ code: 'no-rated-category' })
  if (text === '') return rated.length === 1 ? accept(only) : refuse({ code: 'category-missing', titles })
  const plain = plainName(text)
  const named = rated.find(({ id, title }) => id === text || plainName(title) === plain)
  return named === undefined ? refuse({ code: 'unknown-category', text, titles }) : accept(named)
}

function plainName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
