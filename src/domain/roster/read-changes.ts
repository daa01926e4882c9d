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
import { posts, type Scheme } from '../scheme/scheme.ts'
import { absenceKinds } from './absence.ts'
import { changeRefusalSentence, changeWords } from './change-sentence.ts'
import type { ChangeRefusal, NewPlace, PersonnelChange, PersonRecord } from './personnel-change.ts'
import { planChanges, type ChangePlan, type ChangeStep } from './plan-changes.ts'
import { readEmployment, readOffices, readPost } from './read-roster.ts'
import { rosterProblemSentence } from './roster-problem.ts'

type ChangeColumn = 'id' | 'name' | 'kind' | 'on' | 'to' | 'office' | 'post' | 'inChargeOf' | 'employment' | 'note'

/** The columns of 人员变动, Chinese name first. */
export const changeColumns: readonly ColumnDefinition<ChangeColumn>[] = [
  { key: 'id', names: ['工号', 'id'], required: true },
  { key: 'name', names: ['姓名', 'name'], required: true },
  { key: 'kind', names: ['变动', 'change'], required: true },
  { key: 'on', names: ['日期', 'date'], required: true },
  { key: 'to', names: ['结束日期', 'to'], required: false },
  { key: 'office', names: ['办公室', 'office'], required: false },
  { key: 'post', names: ['职务', 'post'], required: false },
  { key: 'inChargeOf', names: ['分管办公室', 'inChargeOf'], required: false },
  { key: 'employment', names: ['编制', 'employment'], required: false },
  { key: 'note', names: ['说明', 'note'], required: false },
]

/** The changes a sheet may hold; corrections are made on the page, where the days in question stand. */
const sheetKinds = ['join', 'leave', 'move', ...absenceKinds, 'return'] as const
type SheetKind = (typeof sheetKinds)[number]

type ReadRow = ChangeStep & { readonly row: TableRow; readonly name: string }
type Say = (row: TableRow, column: ChangeColumn, code: string, message: string) => void

/**
 * A sheet of personnel changes against the roster, all or nothing (SPEC §7): every fault is named by row and column.
 * The name only guards against a slip in the number. A sheet that came in before changes nothing.
 */
export function readChanges(
  table: Table,
  known: readonly PersonRecord[],
  scheme: Scheme | null,
  isOwn: (staffNumber: string) => boolean = () => false,
): Result<ChangePlan, readonly TableProblem[]> {
  const { reader, problems: headerProblems } = readColumns(table, changeColumns)
  if (headerProblems.length > 0) return refuse(headerProblems)
  const problems: TableProblem[] = []
  const say: Say = (row, column, code, message) =>
    void problems.push({ row: row.row, column: reader.titleOf(column), code, message })
  const names = new Map(known.map(({ staffNumber, name }) => [staffNumber, name]))
  const rows = table.rows.flatMap((row) => readRow(reader, row, names, say) ?? [])
  if (table.rows.length === 0)
    problems.push({
      row: 1,
      column: null,
      code: 'no-rows',
      message: '表里没有变动，请从第二行起每行填一人的一次变动。',
    })
  const plan = planChanges(known, rows, scheme, isOwn)
  if (!plan.ok)
    for (const { index, name, refusal } of plan.refusal) {
      const read = rows[index]
      if (read !== undefined) say(read.row, columnOf(refusal), refusal.code, changeRefusalSentence(name, refusal))
    }
  problems.sort((left, right) => left.row - right.row)
  if (problems.length > 0 || !plan.ok) return refuse(problems)
  return accept(plan.value)
}

/** One row by itself; null when it cannot be taken to the roster at all. */
function readRow(
  reader: ColumnReader<ChangeColumn>,
  row: TableRow,
  names: ReadonlyMap<string, string>,
  say: Say,
): ReadRow | null {
  const text = (column: ChangeColumn) => reader.cell(row, column)
  const staffNumber = text('id')
  const name = text('name')
  if (staffNumber === '') say(row, 'id', 'missing-number', rosterProblemSentence({ code: 'missing-number' }))
  else if (/\s/.test(staffNumber) || staffNumber.length > 32 || staffNumber.startsWith('@'))
    say(row, 'id', 'bad-number', rosterProblemSentence({ code: 'bad-number', text: staffNumber }))
  const kind = sheetKinds.find((one) => changeWords[one] === text('kind')) ?? null
  if (kind === null) {
    const known = sheetKinds.map((one) => changeWords[one]).join('、')
    say(row, 'kind', 'bad-change', `变动“${text('kind')}”无法识别，可填：${known}。`)
  }
  const knownName = names.get(staffNumber)
  if (name === '') say(row, 'name', 'missing-name', rosterProblemSentence({ code: 'missing-name' }))
  else if (kind !== 'join' && knownName !== undefined && name !== knownName)
    say(
      row,
      'name',
      'name-differs',
      changeRefusalSentence(name, { code: 'name-differs', written: name, known: knownName }),
    )
  const on = readDay(reader, row, 'on', say)
  const to = text('to') === '' ? null : readDay(reader, row, 'to', say)
  if (text('on') === '') say(row, 'on', 'missing-date', '日期没有填，请写成 2026-03-09。')
  const place = readPlace(reader, row, say)
  if (kind === null || on === null || staffNumber === '' || name === '' || (text('to') !== '' && to === null))
    return null
  if (to !== null && kind !== 'secondment' && kind !== 'long-leave')
    say(row, 'to', 'to-not-wanted', `“${changeWords[kind]}”只填日期，结束日期请留空。`)
  if (kind === 'move' && Object.keys(place).length === 0)
    say(row, 'office', 'move-without-place', '调动到哪里没有填：办公室、职务、分管办公室、编制至少填一项。')
  return { row, name, staffNumber, change: changeOf(kind, { on, to, name, place, note: text('note') }) }
}

function readDay(
  reader: ColumnReader<ChangeColumn>,
  row: TableRow,
  column: 'on' | 'to',
  say: Say,
): LocalDate | null {
  const typed = reader.cell(row, column)
  if (typed === '') return null
  const day = parseLocalDate(typed)
  if (day === null) say(row, column, 'bad-date', rosterProblemSentence({ code: 'bad-date', text: typed }))
  return day
}

/** What the row says of the place; an empty cell says nothing. */
function readPlace(reader: ColumnReader<ChangeColumn>, row: TableRow, say: Say): NewPlace {
  const text = (column: ChangeColumn) => reader.cell(row, column)
  const post = text('post') === '' ? undefined : readPost(text('post'))
  if (post === null) say(row, 'post', 'bad-post', rosterProblemSentence({ code: 'bad-post', text: text('post') }))
  const employment = text('employment') === '' ? undefined : readEmployment(text('employment'))
  if (text('employment') !== '' && employment === undefined)
    say(
      row,
      'employment',
      'bad-employment',
      rosterProblemSentence({ code: 'bad-employment', text: text('employment') }),
    )
  return {
    ...(text('office') === '' ? {} : { office: text('office') }),
    ...(post === undefined || post === null ? {} : { post }),
    ...(text('inChargeOf') === '' ? {} : { inChargeOf: readOffices(text('inChargeOf')) }),
    ...(employment === undefined ? {} : { employment }),
  }
}

type RowFacts = {
  readonly on: LocalDate
  readonly to: LocalDate | null
  readonly name: string
  readonly place: NewPlace
  readonly note: string
}

function changeOf(kind: SheetKind, { on, to, name, place, note }: RowFacts): PersonnelChange {
  if (kind === 'join') {
    const { office = '', post = posts[0], inChargeOf = [], employment = null } = place
    return {
      kind,
      on,
      name,
      place: { office, post, inChargeOf: post === '工作人员' ? [] : inChargeOf, employment },
    }
  }
  if (kind === 'move') return { kind, on, place }
  return kind === 'secondment' || kind === 'long-leave' ? { kind, on, to, note } : { kind, on }
}

/** The column that a refusal is put right in. */
function columnOf(refusal: ChangeRefusal): ChangeColumn {
  if (refusal.code === 'row-refused') return refusal.column
  if (refusal.code === 'in-charge-circle') return 'inChargeOf'
  if (refusal.code === 'person-unknown' || refusal.code === 'about-oneself') return 'id'
  if (refusal.code === 'name-differs' || refusal.code === 'name-missing') return 'name'
  return refusal.code === 'absence-reversed' ? 'to' : 'on'
}
