import type { LocalDate } from '../../primitives/local-date.ts'
import { inOrder, type ClockTime } from '../../primitives/clock-time.ts'
import { parseLocalDate } from '../../primitives/local-date.ts'
import type { TableProblem, TableRow } from '../../primitives/table.ts'
import {
  personFinder,
  personKey,
  personWords,
  type KnownPerson,
  type NamedPerson,
  type PersonProblem,
  type SettledPeople,
} from './find-person.ts'
import { sheetMonthOf, type ColumnRole, type PunchMapping, type PunchSheet } from './punch-mapping.ts'
import { readMoment, readPunchDay, readPunchTimes, type SheetMonth } from './read-day-and-time.ts'
import { spokenDay } from './spoken-day.ts'

/** One person's one day as a sheet has it; without a time: it lists the day, and nobody punched. */
export type PunchDay = {
  readonly staffNumber: string
  readonly day: LocalDate
  readonly times: readonly ClockTime[]
}

/** Somebody of the sheet whom the roster does not tell: to be settled by the office. */
export type UnsettledPerson = {
  readonly key: string
  readonly words: string
  readonly problem: PersonProblem
  readonly rows: number
  readonly firstRow: number
  readonly candidates: readonly KnownPerson[]
}

export type ReadPunches = {
  /** By 工号 and day; the order of the sheet's rows does not matter. */
  readonly days: readonly PunchDay[]
  readonly people: readonly UnsettledPerson[]
  readonly problems: readonly TableProblem[]
  /** Rows of people whom the office has said are nobody of the town's. */
  readonly leftOut: number
}

export type PunchScope = {
  readonly people: readonly KnownPerson[]
  readonly settled: SettledPeople
  readonly isOnRoster: (staffNumber: string, day: LocalDate) => boolean
  readonly today: LocalDate
}

/**
 * Reads a device's sheet by its mapping. Every fault is named by row and column, a person in question once with all his
 * rows; the other rows are read nevertheless.
 */
export function readPunches(sheet: PunchSheet, mapping: PunchMapping, scope: PunchScope): ReadPunches {
  const columns = columnsOf(sheet, mapping)
  const findPerson = personFinder(scope.people, scope.settled)
  const problems: TableProblem[] = []
  const unsettled = new Map<string, UnsettledPerson>()
  const times = new Map<
    string,
    { readonly staffNumber: string; readonly day: LocalDate; readonly all: ClockTime[] }
  >()
  let leftOut = 0
  let above: NamedPerson | null = null
  for (const row of sheet.rows) {
    if (row.row <= mapping.headerRow || isHeaderAgain(row, columns)) continue
    const said = namedPerson(row, columns)
    // A device that merges cells names a person in the first of his rows alone.
    const named: NamedPerson = isNobody(said) && above !== null ? above : said
    above = named
    const cells = readRow(row, columns)
    if (isNobody(named) && cells.every(({ read }) => read.ok && read.times.length === 0)) continue
    const found = findPerson(named)
    if (found === null) {
      leftOut += 1
      continue
    }
    if ('problem' in found) {
      noteUnsettled(unsettled, named, row.row, found)
      continue
    }
    for (const { title, read } of cells) {
      const problem = read.ok ? dayProblem(found.staffNumber, read.day, scope) : read
      // Lists of a whole month have empty cells for days that nobody asks about.
      if (read.ok && problem !== null && read.times.length === 0) continue
      if (problem?.code === 'no-month' && problems.some(({ code }) => code === 'no-month')) continue
      if (problem !== null)
        problems.push({ row: row.row, column: title, code: problem.code, message: problem.message })
      else if (read.ok) {
        const key = `${found.staffNumber}/${read.day}`
        const known = times.get(key)
        if (known === undefined)
          times.set(key, { staffNumber: found.staffNumber, day: read.day, all: [...read.times] })
        else known.all.push(...read.times)
      }
    }
  }
  const days = [...times.values()].map(({ all, ...of }) => ({ ...of, times: inOrder(all) }))
  return {
    days: days.toSorted(
      (left, right) => compare(left.staffNumber, right.staffNumber) || compare(left.day, right.day),
    ),
    people: [...unsettled.values()],
    problems,
    leftOut,
  }
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

type Columns = {
  readonly titles: readonly string[]
  readonly of: ReadonlyMap<ColumnRole, readonly number[]>
  readonly month: SheetMonth | null
}

function columnsOf(sheet: PunchSheet, { headerRow, roles }: PunchMapping): Columns {
  const header = sheet.rows.find(({ row }) => row === headerRow)
  const of = new Map<ColumnRole, number[]>()
  roles.forEach((role, column) => of.set(role, [...(of.get(role) ?? []), column]))
  const titles = roles.map((_, column) => header?.cells[column]?.trim() ?? '')
  return { titles, of, month: sheetMonthOf(sheet, headerRow === 0 ? 1 : headerRow) }
}

function titleOf({ titles }: Columns, column: number): string {
  const title = titles[column] ?? ''
  return title === '' ? `第${String(column + 1)}列` : title
}

function cellOf(row: TableRow, { of }: Columns, role: ColumnRole): string {
  const [column] = of.get(role) ?? []
  return column === undefined ? '' : (row.cells[column] ?? '').trim()
}

function namedPerson(row: TableRow, columns: Columns): NamedPerson {
  return {
    number: cellOf(row, columns, 'staffNumber').replace(/^['’]/, ''),
    name: cellOf(row, columns, 'name'),
    card: cellOf(row, columns, 'card'),
    office: cellOf(row, columns, 'office'),
  }
}

function isNobody({ number, name, card }: NamedPerson): boolean {
  return number === '' && name === '' && card === ''
}

/** Long lists repeat their titles on each page. */
function isHeaderAgain({ cells }: TableRow, { titles }: Columns): boolean {
  const filled = titles.filter((title) => title !== '').length
  return filled > 1 && titles.every((title, column) => title === '' || cells[column]?.trim() === title)
}

type CellFault = { readonly code: string; readonly message: string }
type CellReading =
  | { readonly ok: true; readonly day: LocalDate; readonly times: readonly ClockTime[] }
  | ({ readonly ok: false } & CellFault)
type ReadCell = { readonly title: string; readonly read: CellReading }

/** One reading for each cell that may hold times. */
function readRow(row: TableRow, columns: Columns): readonly ReadCell[] {
  const months = columns.of.get('month-day') ?? []
  if (months.length > 0) return months.map((column) => readMonthDay(row, column, columns))
  const [moment] = columns.of.get('moment') ?? []
  if (moment !== undefined) return readMomentRow(row, moment, columns)
  const [dayColumn = -1] = columns.of.get('day') ?? []
  const text = (row.cells[dayColumn] ?? '').trim()
  const day = readPunchDay(text, columns.month)
  if (day === 'unsure' || day === null)
    return [{ title: titleOf(columns, dayColumn), read: dayFault(text, day === 'unsure') }]
  const times = columns.of.get('times') ?? []
  return times.map((column) => ({
    title: titleOf(columns, column),
    read: readTimes(row.cells[column] ?? '', day),
  }))
}

function readMomentRow(row: TableRow, moment: number, columns: Columns): readonly ReadCell[] {
  const title = titleOf(columns, moment)
  const text = (row.cells[moment] ?? '').trim()
  const read = readMoment(text, columns.month)
  const own: readonly ReadCell[] =
    read === null || read === 'unsure'
      ? [{ title, read: momentFault(text, read === 'unsure') }]
      : [{ title, read: { ok: true, ...read } }]
  if (read === null || read === 'unsure') return own
  const more = (columns.of.get('times') ?? []).map((column) => ({
    title: titleOf(columns, column),
    read: readTimes(row.cells[column] ?? '', read.day),
  }))
  return [...own, ...more]
}

/** A column that is a day: 1, 3-1, 2026-03-01. */
function readMonthDay(row: TableRow, column: number, columns: Columns): ReadCell {
  const title = titleOf(columns, column)
  const day = dayOfColumn(columns.titles[column] ?? '', columns.month)
  if (day === null)
    return {
      title,
      read: {
        ok: false,
        code: 'no-month',
        message: `看不出“${title}”是哪年哪月的，请在表头上方或文件名里写明，如“2026年3月”。`,
      },
    }
  return { title, read: readTimes(row.cells[column] ?? '', day) }
}

function dayOfColumn(title: string, month: SheetMonth | null): LocalDate | null {
  const plain = title
    .normalize('NFKC')
    .replace(/\s*(?:星期|周)?[(]?[一二三四五六日天]?[)]?$/, '')
    .trim()
  const bare = /^(\d{1,2})[日号]?$/.exec(plain)?.[1]
  if (bare === undefined) {
    const read = readPunchDay(plain, month)
    return read === 'unsure' ? null : read
  }
  if (month?.month === null || month === null) return null
  return parseLocalDate(`${String(month.year)}-${String(month.month)}-${bare}`)
}

function readTimes(text: string, day: LocalDate): CellReading {
  const times = readPunchTimes(text)
  if (times !== null) return { ok: true, day, times }
  return {
    ok: false,
    code: 'bad-time',
    message: `“${text.trim()}”不是打卡时间，请改成 08:21 的样子，没有打卡的留空。`,
  }
}

function dayFault(text: string, isUnsure: boolean): CellReading {
  if (text === '') return { ok: false, code: 'missing-day', message: '没有日期，请补上。' }
  return {
    ok: false,
    code: 'bad-day',
    message: unsureWords(text, isUnsure) ?? `“${text}”不是日期，请写成 2026-03-02。`,
  }
}

function momentFault(text: string, isUnsure: boolean): CellReading {
  if (text === '') return { ok: false, code: 'missing-day', message: '没有打卡时间，请补上或删去这一行。' }
  const message = unsureWords(text, isUnsure) ?? `“${text}”不是日期时间，请写成 2026-03-02 08:21。`
  return { ok: false, code: 'bad-time', message }
}

function unsureWords(text: string, isUnsure: boolean): string | null {
  return isUnsure ? `“${text}”分不清哪个是月、哪个是日，请把年写在前面，如 2026-03-02。` : null
}

function dayProblem(staffNumber: string, day: LocalDate, { today, isOnRoster }: PunchScope): CellFault | null {
  if (day > today) return { code: 'day-in-future', message: `${day} 还没有到，请核对日期。` }
  if (isOnRoster(staffNumber, day)) return null
  return {
    code: 'day-off-roster',
    message: `工号 ${staffNumber} ${day.slice(0, 4)}年${spokenDay(day)}不在花名册上（未到岗、已离岗、借调或长假），请核对。`,
  }
}

function noteUnsettled(
  unsettled: Map<string, UnsettledPerson>,
  named: NamedPerson,
  row: number,
  found: { readonly problem: PersonProblem; readonly candidates: readonly KnownPerson[] },
): void {
  const key = personKey(named)
  const known = unsettled.get(key)
  unsettled.set(key, {
    ...found,
    key,
    words: personWords(named),
    firstRow: known?.firstRow ?? row,
    rows: (known?.rows ?? 0) + 1,
  })
}
