import { z } from 'zod'
import type { TableRow } from '../../primitives/table.ts'
import { readMoment, readPunchDay, readPunchTimes, readSheetMonth, type SheetMonth } from './read-day-and-time.ts'

/** What a column of a device's sheet holds; several may hold times: 上班1, 下班1, 上班2, 下班2. */
export const columnRoles = [
  'staffNumber',
  'name',
  'card',
  'office',
  'day',
  'moment',
  'times',
  'month-day',
  'ignored',
] as const
export type ColumnRole = (typeof columnRoles)[number]

/** How a sheet is read: one row a punch, one row a day and one row a month are the same, row by row. */
export const punchMappingSchema = z.object({
  /** The sheet's own number of the row with the column titles; 0: it has none. */
  headerRow: z.int().min(0).max(100),
  /** By column, from the first. */
  roles: z.array(z.enum(columnRoles)).max(200).readonly(),
})
export type PunchMapping = Readonly<z.output<typeof punchMappingSchema>>

export type PunchSheet = {
  readonly fileName: string
  /** All rows with at least one filled cell, titles and header too. */
  readonly rows: readonly TableRow[]
}

const headerWords: Readonly<Partial<Record<ColumnRole, RegExp>>> = {
  staffNumber:
    /^(?:工号|人员编号|员工编号|员工号|职工号|编号|考勤号码?|登记号码?|人员id|用户id|用户编号|userid|user id|id|pin|enno|no\.?|ac-?no\.?|工号\/编号)$/i,
  name: /^(?:姓名|名字|人员姓名|员工姓名|用户名|用户姓名|name|人员|员工)$/i,
  card: /^(?:卡号|考勤卡号|ic卡号|卡|card|cardno\.?|card no\.?)$/i,
  office: /^(?:部门|办公室|科室|单位|所属部门|部门名称|站所|department|dept\.?|机构)$/i,
  moment:
    /^(?:(?:打卡|刷卡|考勤|签到|出入|通行|验证|识别|事件|记录)?(?:日期时间|时间日期)|date\s*\/?\s*time|datetime|timestamp|时间戳|checktime)$/i,
  day: /^(?:(?:打卡|刷卡|考勤|出勤|签到|上班|工作|统计)?日期|日|date|day|年月日)$/i,
  times:
    /^(?:(?:打卡|刷卡|考勤|签到|出入|通行|识别|验证|记录|原始)?(?:时间|记录|时刻)|(?:上午|下午|早上|晚上|中午|早|晚|第[一二三四1-4]次|[一二三四1-4])?\s*(?:上班|下班|签到|签退|进|出|到岗|离岗|打卡|刷卡)\s*(?:打卡|刷卡|签到|签退)?\s*(?:时间|时刻|记录)?\s*[(]?[一二三四1-9]?[)]?|(?:上班|下班)[1-4一二三]?(?:打卡|刷卡)?时间|最早(?:打卡|时间|打卡时间)?|最晚(?:打卡|时间|打卡时间)?|首次打卡(?:时间)?|末次打卡(?:时间)?|时间[1-9]|time\s*\d*|clock[- ]?(?:in|out)\s*\d*|check[- ]?(?:in|out)\s*\d*|on\s*duty|off\s*duty)$/i,
}

/** The order in which a title is tried. */
const guessed = ['staffNumber', 'name', 'card', 'office', 'moment', 'day', 'times'] as const

function plainTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/\s*[(][^()]*[)]\s*$/, (note) => (/^\s*\([一二三四1-9]\)\s*$/.test(note) ? note : ''))
    .trim()
}

function roleOfTitle(title: string): ColumnRole {
  const plain = plainTitle(title)
  if (plain === '') return 'ignored'
  if (isMonthDay(plain)) return 'month-day'
  return guessed.find((role) => headerWords[role]?.test(plain) === true) ?? 'ignored'
}

/** 1, 01, 1日, 3-1, 3月1日, 2026-03-01, each with or without the weekday: the day of a column. */
function isMonthDay(title: string): boolean {
  const plain = title.replace(/\s*(?:星期|周)?[(]?[一二三四五六日天][)]?$/, '').trim()
  return (
    /^(?:[12]?\d|3[01])[日号]?$/.test(plain) ||
    /^(?:\d{4}[-/.年])?(?:1[0-2]|0?[1-9])[-/.月](?:[12]\d|3[01]|0?[1-9])日?$/.test(plain)
  )
}

/** How many rows may stand above the column titles. */
const mostRowsAbove = 12

/**
 * What the columns seem to hold: by their titles, in whichever of the first rows has the most known ones, else by what
 * stands in them. People look at it before anything is read by it.
 */
export function guessMapping({ rows, fileName }: PunchSheet): PunchMapping {
  const candidates = rows.slice(0, mostRowsAbove).map(({ row, cells }) => {
    const roles = cells.map(roleOfTitle)
    return { headerRow: row, roles, known: new Set(roles.filter((role) => role !== 'ignored')).size, cells }
  })
  const best = candidates.reduce<(typeof candidates)[number] | null>(
    (found, one) => (one.known > (found?.known ?? 1) ? one : found),
    null,
  )
  const sheet = sheetMonthOf({ rows, fileName })
  if (best === null) return { headerRow: 0, roles: rolesByContent(rows, [], sheet) }
  const body = rows.filter(({ row }) => row > best.headerRow)
  return { headerRow: best.headerRow, roles: refined(best.roles, body, sheet) }
}

/** A 时间 column may hold whole moments, and a 日期 column too. */
function refined(
  roles: readonly ColumnRole[],
  body: readonly TableRow[],
  sheet: SheetMonth | null,
): readonly ColumnRole[] {
  const read = roles.map((role, column) =>
    (role === 'times' || role === 'day') && looksLike(body, column, (cell) => isMoment(cell, sheet))
      ? 'moment'
      : role,
  )
  const hasDay = read.some((role) => role === 'day' || role === 'moment' || role === 'month-day')
  const hasPerson = read.some((role) => role === 'staffNumber' || role === 'name' || role === 'card')
  return hasDay && hasPerson ? read : rolesByContent(body, read, sheet)
}

/** Fills what the titles left open, from the cells. */
function rolesByContent(
  body: readonly TableRow[],
  known: readonly ColumnRole[],
  sheet: SheetMonth | null,
): readonly ColumnRole[] {
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), known.length)
  const roles: ColumnRole[] = Array.from({ length: width }, (_, column) => known[column] ?? 'ignored')
  const has = (...wanted: readonly ColumnRole[]) => roles.some((role) => wanted.includes(role))
  for (let column = 0; column < width; column += 1) {
    if (roles[column] !== 'ignored') continue
    const looks = (is: (cell: string) => boolean) => looksLike(body, column, is)
    if (!has('day', 'moment', 'month-day') && looks((cell) => isMoment(cell, sheet))) roles[column] = 'moment'
    else if (!has('day', 'moment', 'month-day') && looks((cell) => isDay(cell, sheet))) roles[column] = 'day'
    else if (!has('moment') && looks(isTimes)) roles[column] = 'times'
    else if (!has('name') && looks((cell) => /^[\p{Script=Han}·]{2,5}$/u.test(cell))) roles[column] = 'name'
    else if (!has('staffNumber', 'name', 'card') && looks((cell) => /^[A-Za-z]{0,3}\d{1,12}$/.test(cell)))
      roles[column] = 'staffNumber'
  }
  return roles
}

function isMoment(cell: string, sheet: SheetMonth | null): boolean {
  const read = readMoment(cell, sheet)
  return read !== null && read !== 'unsure'
}

function isDay(cell: string, sheet: SheetMonth | null): boolean {
  const read = readPunchDay(cell, sheet)
  return read !== null && read !== 'unsure'
}

function isTimes(cell: string): boolean {
  return /[:：]/.test(cell) && readPunchTimes(cell) !== null
}

/** Nine of ten of the first filled cells, and at least one. */
function looksLike(body: readonly TableRow[], column: number, is: (cell: string) => boolean): boolean {
  const cells = body
    .slice(0, 60)
    .map((row) => (row.cells[column] ?? '').trim())
    .filter((cell) => cell !== '')
  return cells.length > 0 && cells.filter(is).length * 10 >= cells.length * 9
}

/** From the lines above the header, else from the file's name. */
export function sheetMonthOf({ rows, fileName }: PunchSheet, headerRow = mostRowsAbove): SheetMonth | null {
  const above = rows
    .filter(({ row }) => row < headerRow)
    .slice(0, mostRowsAbove)
    .flatMap(({ cells }) => cells.filter((cell) => /年|月|日期|统计|\d{4}[-/.]\d/.test(cell)))
  for (const text of [...above, fileName]) {
    const month = readSheetMonth(text)
    if (month !== null) return month
  }
  return null
}

/** By what a sheet's mapping is remembered: its column titles; the days of a month and their number do not matter. */
export function headerSignature({ rows }: Pick<PunchSheet, 'rows'>, headerRow: number): string {
  const header = rows.find(({ row }) => row === headerRow)
  const width = rows[0]?.cells.length ?? 0
  if (header === undefined) return `无表头，${String(width)}列`
  const titles = header.cells.map((title) => (isMonthDay(plainTitle(title)) ? '#' : plainTitle(title)))
  return titles
    .filter((title, at) => title !== '#' || titles[at - 1] !== '#')
    .join('|')
    .replace(/\|+$/, '')
    .slice(0, 500)
}

export type MappingProblem = 'no-person' | 'no-day' | 'no-times' | 'two-days'

/** What a mapping lacks before a sheet can be read by it. */
export function mappingProblem({ roles }: PunchMapping): MappingProblem | null {
  const count = (...wanted: readonly ColumnRole[]) => roles.filter((role) => wanted.includes(role)).length
  if (count('staffNumber', 'name', 'card') === 0) return 'no-person'
  if (count('day', 'moment', 'month-day') === 0) return 'no-day'
  if (count('day', 'moment') > 1) return 'two-days'
  return count('times', 'moment', 'month-day') === 0 ? 'no-times' : null
}

export const mappingSentences: Readonly<Record<MappingProblem, string>> = {
  'no-person': '请指明哪一列是工号、姓名或卡号。',
  'no-day': '请指明哪一列是日期（或日期时间）。',
  'no-times': '请指明哪一列是打卡时间；一天有几列的，每一列都选“打卡时间”。',
  'two-days': '日期只能有一列；同一格里日期和时间都有的，选“日期时间”。',
}

/** The name of the setting that remembers mappings by signature, the latest last. */
export const punchMappingsSetting = 'attendance.mappings'
export const punchMappingsSchema = z
  .array(z.object({ signature: z.string(), mapping: punchMappingSchema }))
  .max(60)
  .catch([])

type Remembered = z.output<typeof punchMappingsSchema>

/** The mapping last chosen for such a sheet. */
export function rememberedMapping(remembered: Remembered, sheet: PunchSheet): PunchMapping | null {
  const first = sheet.rows.slice(0, mostRowsAbove).map(({ row }) => row)
  const found = remembered.findLast(
    ({ signature, mapping }) =>
      [0, ...first].includes(mapping.headerRow) && headerSignature(sheet, mapping.headerRow) === signature,
  )
  if (found === undefined) return null
  const { mapping } = found
  return mapping.roles.includes('month-day') ? guessMapping(sheet) : mapping
}

export function rememberMapping(remembered: Remembered, sheet: PunchSheet, mapping: PunchMapping): Remembered {
  const signature = headerSignature(sheet, mapping.headerRow)
  return [...remembered.filter((one) => one.signature !== signature), { signature, mapping }].slice(-60)
}
