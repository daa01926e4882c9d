import { z } from 'zod'
import { assert } from './result.ts'

declare const clockTimeBrand: unique symbol

/** A time of the day by the town's clock, to the minute, 00:00 to 23:59, as HH:MM; compares as text. */
export type ClockTime = string & { readonly [clockTimeBrand]: true }

/** H:MM or HH:MM, half or full width; null for anything else. */
export function parseClockTime(text: string): ClockTime | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text.normalize('NFKC').trim())
  if (match === null || Number(match[1]) > 23 || Number(match[2]) > 59) return null
  return clockTimeOf(Number(match[1]) * 60 + Number(match[2]))
}

/** For times the code itself writes; throws when the text is not a time. */
export function clockTime(text: string): ClockTime {
  const time = parseClockTime(text)
  assert(time !== null, `${text} is a time of the day`)
  return time
}

/** Whole minutes since midnight. */
export function minutesOf(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

/** Of whole minutes since midnight, 0 to 1439. */
export function clockTimeOf(minutes: number): ClockTime {
  assert(Number.isInteger(minutes) && minutes >= 0 && minutes < 1440, `${String(minutes)} minutes lie in a day`)
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60]
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` as ClockTime
}

/** As people say it: 8:30. */
export function spokenTime(time: ClockTime): string {
  return time.replace(/^0/, '')
}

export const clockTimeField = z
  .string()
  .trim()
  .transform((text, context): ClockTime => {
    const time = parseClockTime(text)
    if (time !== null) return time
    context.addIssue({ code: 'custom', message: '时间请写成 08:30 的样子' })
    return z.NEVER
  })

/** Several times in one text, in order and each once: 08:21 12:03. Null when anything in it is not a time. */
export function parseClockTimes(text: string): readonly ClockTime[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[\s,;、/|]+/)
    .filter((part) => part !== '')
  const times = parts.map(parseClockTime)
  const read = times.filter((time) => time !== null)
  return read.length === times.length ? inOrder(read) : null
}

/** Early first, each once. */
export function inOrder(times: readonly ClockTime[]): readonly ClockTime[] {
  return [...new Set(times)].toSorted()
}
