import { addDays, localDate, parseLocalDate, type LocalDate } from '../../primitives/local-date.ts'
import { clockTime, clockTimeOf, inOrder, type ClockTime } from '../../primitives/clock-time.ts'

/** A month that a sheet is about, for days written without one or without a year. */
export type SheetMonth = { readonly year: number; readonly month: number | null }

const weekday = /(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?|\([一二三四五六日天]\))/g

/**
 * A day as devices and people write it: 2026-03-02, 2026/3/2, 2026.3.2, 2026年3月2日, 20260302, 26-03-02, also with the
 * weekday; 3月2日 and 03-02 with the sheet's year; the number that Excel keeps. Null for what it is not, `unsure` for
 * 3/2/2026, where month and day cannot be told apart.
 */
export function readPunchDay(text: string, sheet: SheetMonth | null): LocalDate | 'unsure' | null {
  const plain = text.normalize('NFKC').replace(weekday, ' ').replace(/\s+/g, ' ').trim()
  const full = parseLocalDate(plain.replace(/\s/g, ''))
  if (full !== null) return full
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (compact !== null) return dayOf(compact[1], compact[2], compact[3])
  const short = /^(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain)
  if (short !== null && Number(short[1]) > 12) return dayOf(`20${short[1] ?? ''}`, short[2], short[3])
  const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(plain)
  if (yearLast !== null) return readYearLast(yearLast)
  const monthDay = /^(\d{1,2})(?:月|[-/.])(\d{1,2})[日号]?$/.exec(plain)
  if (monthDay !== null && sheet !== null) return dayOf(String(sheet.year), monthDay[1], monthDay[2])
  const serial = /^4\d{4}(?:\.\d+)?$/.exec(plain)
  return serial === null ? null : addDays(unixEpoch, Math.floor(Number(plain)) - serialOfUnixEpoch)
}

const unixEpoch = localDate('1970-01-01')
/** Excel counts days from 1899-12-30. */
const serialOfUnixEpoch = 25_569

function readYearLast([, first = '', second = '', year]: readonly (string | undefined)[]):
  | LocalDate
  | 'unsure'
  | null {
  const [one, two] = [Number(first), Number(second)]
  if (one === two || one > 12) return dayOf(year, second, first)
  return two > 12 ? dayOf(year, first, second) : 'unsure'
}

function dayOf(year = '', month = '', day = ''): LocalDate | null {
  return parseLocalDate(`${year}-${month}-${day}`)
}

/** 2026年3月, 2026-03 and 2026/03/01 in a title or a file's name. */
export function readSheetMonth(text: string): SheetMonth | null {
  const plain = text.normalize('NFKC')
  const match = /(20\d{2})\s*(?:年|[-/._])?\s*(?:(1[0-2]|0?[1-9])(?=\s*(?:月|[-/._]|$|\D))|(1[0-2]|0[1-9]))/.exec(
    plain,
  )
  if (match !== null) return { year: Number(match[1]), month: Number(match[2] ?? match[3]) }
  const year = /(20\d{2})\s*年/.exec(plain)
  return year === null ? null : { year: Number(year[1]), month: null }
}

/** A day and the times after it: 2026-03-02 08:21:05, 2026/3/2 上午 8:21, 20260302082105, 46083.3479. */
export function readMoment(
  text: string,
  sheet: SheetMonth | null,
): { readonly day: LocalDate; readonly times: readonly ClockTime[] } | 'unsure' | null {
  const plain = text.normalize('NFKC').trim().replace('T', ' ')
  const compact = /^(\d{8})(\d{2})(\d{2})(?:\d{2})?$/.exec(plain)
  if (compact !== null) return readMoment(`${compact[1] ?? ''} ${compact[2] ?? ''}:${compact[3] ?? ''}`, sheet)
  const serial = /^(4\d{4})(\.\d+)$/.exec(plain)
  if (serial !== null) {
    const day = readPunchDay(serial[1] ?? '', sheet)
    const times = readPunchTimes(`0${serial[2] ?? ''}`)
    return day === null || day === 'unsure' || times === null ? null : { day, times }
  }
  const at = plain.search(/(?:上午|下午|中午|晚上|凌晨|AM|PM)?\s*\d{1,2}[:点时]/i)
  if (at <= 0) return null
  const day = readPunchDay(plain.slice(0, at), sheet)
  if (day === 'unsure') return 'unsure'
  if (day === null) return null
  const times = readPunchTimes(plain.slice(at))
  return times === null ? null : { day, times }
}

/** What stands in a cell where nobody punched. */
const noPunch =
  /^(?:[-–—/\\×xX.*]+|无|没有|空|未打卡?|缺卡|漏打?卡?|漏刷|未签到?|未签退|旷工?|请?假|事假|病假|年假|休息?|公休|节假日|出差|外出|公出|null|n\/a|00:00(?::00)?)$/i

const oneTime =
  /(次日|翌日|\+1)?\s*(上午|下午|中午|晚上|凌晨|AM|PM)?\s*(\d{1,2})\s*(?::|点|时)\s*(\d{2})?\s*(?:分)?(?::?\s*\d{2}(?:\.\d+)?秒?(?!\s*:|\d))?\s*(AM|PM)?/gi

/**
 * The times of a cell, in order and each once: 08:21, 8:21:33, 上午8:21, 2:25 PM, 8点21分, several with or without
 * anything between them (08:2112:03), with a remark behind ((外勤)). Seconds are dropped, so that 9:00:59 is 9:00; what was
 * punched after midnight (次日) counts as 23:59. An empty cell and words for no punch: none. Null: it is not a time.
 */
export function readPunchTimes(text: string): readonly ClockTime[] | null {
  const plain = text.normalize('NFKC').trim()
  if (plain === '' || noPunch.test(plain)) return []
  if (/^0?\.\d+$/.test(plain)) return readFraction(Number(plain))
  const found: ClockTime[] = []
  let isFaulty = false
  const rest = splitTouching(plain).replace(oneTime, (...parts: readonly unknown[]) => {
    const [, nextDay, before, hour, minute, after] = parts.map((part) => (typeof part === 'string' ? part : ''))
    const time = timeOf(Number(hour), Number(minute === '' ? '0' : minute), `${before ?? ''}${after ?? ''}`)
    if (time === null) isFaulty = true
    else found.push(nextDay === '' ? time : clockTime('23:59'))
    return ' '
  })
  const isRemark = !/\d|[:?]/.test(rest.replace(/\([^()]*\)/g, ' '))
  return found.length === 0 || isFaulty || !isRemark ? null : inOrder(found)
}

/** Some devices write a day's times without anything between: 08:2112:0314:2518:01. */
function splitTouching(text: string): string {
  return /^(?:\d{1,2}:\d{2}){2,}$/.test(text) ? (text.match(/\d{1,2}:\d{2}/g) ?? []).join(' ') : text
}

function timeOf(hour: number, minute: number, half: string): ClockTime | null {
  const isAfternoon = /下午|晚上|pm/i.test(half) || (half === '中午' && hour < 3)
  const isMorning = /上午|凌晨|am/i.test(half)
  const whole = isAfternoon && hour < 12 ? hour + 12 : isMorning && hour === 12 ? 0 : hour
  return whole > 23 || minute > 59 ? null : clockTimeOf(whole * 60 + minute)
}

/** A part of a day, as Excel keeps a time; to the second, then the minute it lies in. */
function readFraction(part: number): readonly ClockTime[] | null {
  const minutes = Math.floor(Math.round(part * 86_400) / 60)
  return minutes < 1440 ? [clockTimeOf(minutes)] : null
}
