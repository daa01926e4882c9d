import { parseLocalDate, type LocalDate } from '../primitives/local-date.ts'
import { accept, refuse, type Result } from '../primitives/result.ts'
import {
  readColumns,
  type ColumnDefinition,
  type ColumnReader,
  type Table,
  type TableProblem,
  type TableRow,
} from '../primitives/table.ts'
import { posts, type Post, type Scheme } from '../scheme/scheme.ts'
import { employments, type Assignment, type Employment } from './assignment.ts'
import { officeCheck } from './office-problems.ts'
import { rosterProblemSentence, type RosterProblem } from './roster-problem.ts'

export type RosterColumn = 'name' | 'id' | 'office' | 'post' | 'inChargeOf' | 'employment' | 'from' | 'to'

/** SPEC §7: the columns of a roster, Chinese name first. */
export const rosterColumns: readonly ColumnDefinition<RosterColumn>[] = [
  { key: 'name', names: ['姓名', 'name'], required: true },
  { key: 'id', names: ['工号', 'id'], required: true },
  { key: 'office', names: ['办公室', 'office'], required: true },
  { key: 'post', names: ['职务', 'post'], required: true },
  { key: 'inChargeOf', names: ['分管办公室', 'inChargeOf'], required: false },
  { key: 'employment', names: ['编制', 'employment'], required: false },
  { key: 'from', names: ['起始日期', 'from'], required: false },
  { key: 'to', names: ['结束日期', 'to'], required: false },
]

type RosterDraft = { readonly row: TableRow; readonly assignment: Assignment }

/**
 * Reads a roster sheet (SPEC §7), all or nothing: every fault of every row is named by row and column. Two rows of one
 * 工号 are a mover and may not share a day. Against a scheme, the office of staff must be one with a sheet, by its name
 * or a name in brackets, and a deputy who is scored by roll-up must be in charge of known offices; without a scheme
 * (null) offices are taken as written.
 */
export function readRoster(
  table: Table,
  scheme: Scheme | null,
): Result<readonly Assignment[], readonly TableProblem[]> {
  const { reader, problems: headerProblems } = readColumns(table, rosterColumns)
  if (headerProblems.length > 0) return refuse(headerProblems)
  const problems: TableProblem[] = []
  const say = (row: TableRow, column: RosterColumn, problem: RosterProblem) =>
    void problems.push({
      row: row.row,
      column: reader.titleOf(column),
      code: problem.code,
      message: rosterProblemSentence(problem),
    })
  const drafts = table.rows.flatMap((row) => {
    const assignment = readRow(reader, row, say)
    return assignment === null ? [] : [{ row, assignment }]
  })
  checkRepeats(drafts, say)
  checkOffices(drafts, scheme, say)
  if (table.rows.length === 0)
    problems.push({ row: 1, column: null, code: 'no-rows', message: '表里没有人员，请从第二行起每行填一人。' })
  problems.sort((left, right) => left.row - right.row)
  return problems.length > 0 ? refuse(problems) : accept(drafts.map(({ assignment }) => assignment))
}

type Say = (row: TableRow, column: RosterColumn, problem: RosterProblem) => void

/** One row by itself; null when it cannot be read at all. */
function readRow(reader: ColumnReader<RosterColumn>, row: TableRow, say: Say): Assignment | null {
  const text = (column: RosterColumn) => reader.cell(row, column)
  const name = text('name')
  const staffNumber = text('id')
  if (name === '') say(row, 'name', { code: 'missing-name' })
  if (staffNumber === '') say(row, 'id', { code: 'missing-number' })
  else if (/\s/.test(staffNumber) || staffNumber.length > 32 || staffNumber.startsWith('@'))
    say(row, 'id', { code: 'bad-number', text: staffNumber })
  const post = readPost(text('post'))
  if (post === null) say(row, 'post', { code: 'bad-post', text: text('post') })
  const office = text('office')
  if (office === '' && post !== null && post === '工作人员') say(row, 'office', { code: 'missing-office' })
  const employment = readEmployment(text('employment'))
  if (employment === undefined) say(row, 'employment', { code: 'bad-employment', text: text('employment') })
  const from = readDay(text('from'), () => say(row, 'from', { code: 'bad-date', text: text('from') }))
  const to = readDay(text('to'), () => say(row, 'to', { code: 'bad-date', text: text('to') }))
  if (from !== null && to !== null && from > to) say(row, 'to', { code: 'dates-reversed', from, to })
  if (post === null || staffNumber === '') return null
  const inChargeOf = post === '工作人员' ? [] : readOffices(text('inChargeOf'))
  return { staffNumber, name, office, post, inChargeOf, employment: employment ?? null, from, to }
}

/** Several offices in one cell, parted by 、 or the like. */
export function readOffices(text: string): readonly string[] {
  return text
    .split(/[、,，;；/]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

export function readPost(text: string): Post | null {
  return posts.find((post) => post === text) ?? null
}

/** 在编 and an empty cell: not specified. Undefined: not an employment. */
export function readEmployment(text: string): Employment | null | undefined {
  if (text === '' || text === '在编') return null
  return employments.find((employment) => employment === text)
}

function readDay(text: string, refuseIt: () => void): LocalDate | null {
  if (text === '') return null
  const day = parseLocalDate(text)
  if (day === null) refuseIt()
  return day
}

/** Rows of one 工号: the same person, on days that do not overlap. */
function checkRepeats(drafts: readonly RosterDraft[], say: Say): void {
  const earlierByNumber = new Map<string, RosterDraft[]>()
  for (const draft of drafts) {
    const { staffNumber, name } = draft.assignment
    const earlier = earlierByNumber.get(staffNumber) ?? []
    const namesake = earlier.find((other) => other.assignment.name !== name)
    const overlapping = earlier.find((other) => shareDays(other.assignment, draft.assignment))
    if (namesake !== undefined)
      say(draft.row, 'id', {
        code: 'number-of-another',
        staffNumber,
        name: namesake.assignment.name,
        row: namesake.row.row,
      })
    else if (overlapping !== undefined)
      say(draft.row, 'id', { code: 'repeated-number', staffNumber, row: overlapping.row.row })
    earlierByNumber.set(staffNumber, [...earlier, draft])
  }
}

function shareDays(left: Assignment, right: Assignment): boolean {
  const startsBeforeEnd = (one: Assignment, other: Assignment) =>
    one.from === null || other.to === null || one.from <= other.to
  return startsBeforeEnd(left, right) && startsBeforeEnd(right, left)
}

function checkOffices(drafts: readonly RosterDraft[], scheme: Scheme | null, say: Say): void {
  const check = officeCheck(
    scheme,
    drafts.map(({ assignment }) => assignment),
  )
  for (const { row, assignment } of drafts)
    for (const { column, problem } of check(assignment)) say(row, column, problem)
}
