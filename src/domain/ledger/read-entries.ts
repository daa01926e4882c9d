import { parseHundredths, centipoints, type Centipoints } from '../primitives/centipoints.ts'
import { parseLocalDate, yearOf, type LocalDate } from '../primitives/local-date.ts'
import type { Quantity } from '../primitives/quantity.ts'
import { accept, refuse, type Result } from '../primitives/result.ts'
import {
  readColumns,
  type ColumnDefinition,
  type ColumnReader,
  type Table,
  type TableProblem,
  type TableRow,
} from '../primitives/table.ts'
import { absenceOn } from '../roster/absence.ts'
import { officeCandidates } from '../roster/office-names.ts'
import { stayOn, type StaffMember } from '../roster/staff.ts'
import { checkEntry, parseQuantity, type EntryField, type EntryRefusal } from './check-entry.ts'
import { entryRefusalSentence } from './entry-refusal-sentence.ts'
import { peopleOfOffice, type EntryScope } from './entry-scope.ts'
import { ruleFinder, ruleLookupSentence } from './find-rule.ts'

export type EntryColumn = EntryField | 'matter' | 'note' | 'basis'

/** SPEC §7: the columns of an entries file, Chinese name first. */
export const entryColumns: readonly ColumnDefinition<EntryColumn>[] = [
  { key: 'person', names: ['工号', 'person', 'id'], required: true },
  { key: 'rule', names: ['规则', 'rule'], required: true },
  { key: 'quantity', names: ['数量', 'quantity'], required: true },
  { key: 'date', names: ['日期', 'date'], required: true },
  { key: 'level', names: ['等级', 'level'], required: false },
  { key: 'matter', names: ['事项', 'matter'], required: false },
  { key: 'discretion', names: ['裁量分', 'discretion'], required: false },
  { key: 'note', names: ['说明', 'note'], required: false },
  { key: 'basis', names: ['依据', 'basis'], required: false },
]

/** A checked row: one entry against one person, ready to be posted. `@综治办` gives one per person, with one matter. */
export type EntryDraft = {
  readonly row: number
  readonly staffNumber: string
  readonly ruleId: string
  readonly quantity: Quantity
  readonly occurredOn: LocalDate
  readonly level: string | null
  readonly matter: string | null
  readonly discretion: Centipoints | null
  readonly note: string | null
  readonly basis: string | null
}

/** The year of the latest readable date in the file, or null when there is none. */
export function latestEntryYear(table: Table): number | null {
  const { reader } = readColumns(table, entryColumns)
  let latest: number | null = null
  for (const row of table.rows) {
    const day = parseLocalDate(reader.cell(row, 'date'))
    if (day !== null && (latest === null || yearOf(day) > latest)) latest = yearOf(day)
  }
  return latest
}

type Say = (column: EntryColumn, code: string, message: string) => void

/** Reads an entries file (SPEC §7), all or nothing: every fault of every row is named by row and column. */
export function readEntries(
  table: Table,
  scope: EntryScope,
): Result<readonly EntryDraft[], readonly TableProblem[]> {
  const { reader, problems: headerProblems } = readColumns(table, entryColumns)
  if (headerProblems.length > 0) return refuse(headerProblems)
  const problems: TableProblem[] = []
  const find = ruleFinder(scope)
  const drafts = table.rows.flatMap((row) => {
    const said = new Set<string>()
    return readRow(reader, row, scope, find, (column, code, message) => {
      const key = `${column} ${message}`
      if (!said.has(key)) problems.push({ row: row.row, column: reader.titleOf(column), code, message })
      said.add(key)
    })
  })
  return problems.length > 0 ? refuse(problems) : accept(drafts)
}

function readRow(
  reader: ColumnReader<EntryColumn>,
  row: TableRow,
  scope: EntryScope,
  find: ReturnType<typeof ruleFinder>,
  say: Say,
): readonly EntryDraft[] {
  const text = (column: EntryColumn) => reader.cell(row, column)
  const optional = (column: EntryColumn) => (text(column) === '' ? null : text(column))
  const amount = parseQuantity(text('quantity'))
  if (amount === null) say('quantity', 'bad-quantity', quantitySentence(text('quantity')))
  const day = parseLocalDate(text('date'))
  if (day === null) say('date', 'bad-date', `“${text('date')}”不是日期，请写成 2026-03-09。`)
  const discretion = readDiscretion(text('discretion'))
  if (discretion === undefined)
    say('discretion', 'bad-discretion', `裁量分“${text('discretion')}”不是数，请填最多两位小数的分值。`)
  if (text('rule') === '') say('rule', 'missing-rule', '规则没有填，请填条款编号，或写成“项目：词语”。')
  if (text('person') === '') say('person', 'missing-person', '工号没有填。')
  if (day === null || text('person') === '') return []
  const people = readPeople(scope, text('person'), day, say)
  if (text('rule') === '' || amount === null || discretion === undefined) return []
  const isOffice = text('person').startsWith('@')
  const matter =
    optional('matter') ?? (isOffice ? `${text('person').slice(1)} ${day} 第${String(row.row)}行` : null)
  return people.flatMap((staffNumber) => {
    const ruleId = readRule(scope, find, staffNumber, day, text('rule'), optional('level'), say)
    if (ruleId === null) return []
    const claim = { staffNumber, ruleId, quantity: amount, occurredOn: day, level: optional('level'), discretion }
    const checked = checkEntry(scope, claim)
    if (!checked.ok) {
      for (const { field, refusal } of checked.refusal) say(field, refusal.code, entryRefusalSentence(refusal))
      return []
    }
    const { level } = checked.value
    return [{ row: row.row, ...claim, level, matter, note: optional('note'), basis: optional('basis') }]
  })
}

/** The people a row speaks of: one 工号, or everyone on the sheet of an office on that day. */
function readPeople(scope: EntryScope, person: string, day: LocalDate, say: Say): readonly string[] {
  if (!person.startsWith('@')) return [person]
  const office = person.slice(1).trim()
  const people = peopleOfOffice(scope, office, day)
  if (people.length > 0) return people.map(({ staffNumber }) => staffNumber)
  if (scope.directory.isKnownOffice(office)) say('person', 'office-empty', `${office}${day}没有在岗的工作人员。`)
  else {
    const candidates = officeCandidates(office, scope.directory.offices)
    const hint = candidates.length === 0 ? '' : `，是否为：${candidates.map((one) => `@${one}`).join('、')}`
    say('person', 'unknown-office', `没有“${office}”这个办公室${hint}。`)
  }
  return []
}

/** The rule id meant for this person; words are looked up only for someone on the roster that day. */
function readRule(
  scope: EntryScope,
  find: ReturnType<typeof ruleFinder>,
  staffNumber: string,
  day: LocalDate,
  asked: string,
  level: string | null,
  say: Say,
): string | null {
  const person = scope.staff.get(staffNumber)
  const stay = person === undefined ? null : stayOn(person, day)
  if (person === undefined || stay === null) {
    const refusal = whoRefusal(scope, staffNumber, day, person)
    say(refusal.code === 'unknown-person' ? 'person' : 'date', refusal.code, entryRefusalSentence(refusal))
    return null
  }
  const found = find(person, stay, asked, level)
  if (found.ok) return found.value.rule.id
  say('rule', found.refusal.code, ruleLookupSentence(found.refusal))
  return null
}

function whoRefusal(
  scope: EntryScope,
  staffNumber: string,
  day: LocalDate,
  person: StaffMember | undefined,
): EntryRefusal {
  const name = scope.nameByNumber.get(staffNumber)
  if (name === undefined) return { code: 'unknown-person', staffNumber }
  if (yearOf(day) !== scope.year) return { code: 'outside-year', day, year: scope.year }
  return {
    code: 'off-roster',
    name,
    day,
    spans: (person?.stays ?? []).map(({ span }) => span),
    absence: absenceOn(scope.absencesByNumber.get(staffNumber) ?? [], day),
  }
}

function quantitySentence(text: string): string {
  return text === '' ? '数量没有填。' : `数量“${text}”不是数，请填阿拉伯数字，最多两位小数。`
}

function readDiscretion(text: string): Centipoints | null | undefined {
  if (text === '') return null
  const hundredths = parseHundredths(text.normalize('NFKC'))
  return hundredths === null ? undefined : centipoints(hundredths)
}
