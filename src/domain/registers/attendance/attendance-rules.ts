import { z } from 'zod'
import type { LocalDate } from '../../primitives/local-date.ts'
import type { Scheme } from '../../scheme/scheme.ts'
import { placedRules } from '../../scheme/scheme.ts'
import { clockTime, clockTimeField, type ClockTime } from '../../primitives/clock-time.ts'

/** A stretch of work: 上午 8:30–12:00. */
export type Session = { readonly start: ClockTime; readonly end: ClockTime }

const sessionsField = z
  .array(
    z
      .object({ start: clockTimeField, end: clockTimeField })
      .refine(({ start, end }) => start < end, { path: ['end'], error: '下班时间须晚于上班时间' }),
  )
  .min(1, '每天至少一段上班时间')
  .max(3, '每天最多三段上班时间')
  .refine((sessions) => sessions.every(({ start }, at) => at === 0 || start > (sessions[at - 1]?.end ?? start)), {
    error: '各段上班时间须先后排列，不能重叠',
  })

const dayOfYear = z
  .string()
  .regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, '请写成月-日，如 05-01')
  .refine((text) => Number(text.slice(3)) <= (monthLengths[Number(text.slice(0, 2)) - 1] ?? 0), '没有这一天')
const monthLengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const seasonField = z.object({
  /** 夏季. */
  title: z.string().trim().min(1, '请填写名称，如 夏季').max(20),
  /** First and last day, 05-01 to 09-30; one that begins after it ends goes on over the new year. */
  from: dayOfYear,
  to: dayOfYear,
  sessions: sessionsField,
})

/** How a town's clock is read; what the regulation leaves open is a parameter (SPEC §6). */
export const attendanceRulesSchema = z
  .object({
    /** Of a working day that lies in no season. */
    sessions: sessionsField,
    seasons: z.array(seasonField).max(4, '最多四个季节'),
    /** `each-session`: at the beginning and end of each (four a day); `day-ends`: coming and leaving alone. */
    punches: z.enum(['each-session', 'day-ends']),
    /** Late: more than so many minutes after the beginning; exactly so many are not. */
    lateAfter: z.int().min(0).max(240, '最多240分钟'),
    /** Leaving early: more than so many minutes before the end. */
    earlyBefore: z.int().min(0).max(240, '最多240分钟'),
    /** Came and did not punch out, or the other way round: only shown, or as if absent from the session. */
    missingPunch: z.enum(['noted', 'absence']),
    /** What a session without any punch is, when the day has another; a day without any is a day. */
    absentSession: z.enum(['half-day', 'day', 'nothing']),
    /** 不考勤: by 工号. */
    exempt: z.array(z.string().min(1).max(32)).max(500).readonly(),
  })
  .refine(({ seasons }) => !doOverlap(seasons), { path: ['seasons'], error: '两个季节的日期有重叠' })

export type AttendanceRules = Readonly<z.output<typeof attendanceRulesSchema>>

/** «本系统建议值，非办法原文», every one of them that the text does not say. */
export const suggestedRules: AttendanceRules = {
  sessions: [
    { start: clockTime('08:30'), end: clockTime('12:00') },
    { start: clockTime('14:30'), end: clockTime('18:00') },
  ],
  seasons: [],
  punches: 'each-session',
  lateAfter: 30,
  earlyBefore: 30,
  missingPunch: 'noted',
  absentSession: 'half-day',
  exempt: [],
}

/** The name of the setting that holds them. */
export const attendanceRulesSetting = 'attendance.rules'

/** The name of the setting that holds what held before they were changed. */
export const earlierRulesSetting = 'attendance.rules-before'

/** Rules of the town that held on days before one, until then or the change before; the earliest first. */
const earlierRulesSchema = z
  .array(z.object({ before: z.string(), rules: attendanceRulesSchema }).readonly())
  .readonly()
export type EarlierRules = z.output<typeof earlierRulesSchema>

export function readEarlierRules(setting: unknown): EarlierRules {
  const read = earlierRulesSchema.safeParse(setting)
  return read.success ? read.data : []
}

/** With what held until now, for the days before the first one that is judged by the new rules. */
export function keepEarlierRules(earlier: EarlierRules, held: AttendanceRules, before: LocalDate): EarlierRules {
  const last = earlier.at(-1)
  return last !== undefined && last.before >= before ? earlier : [...earlier, { before, rules: held }]
}

/** By which rules a day is judged: the town's own that held then, else what is suggested by the scheme of that day. */
export function rulesByDay(
  setting: unknown,
  earlierSetting: unknown,
  schemeOn: (day: LocalDate) => Scheme | null,
): (day: LocalDate) => AttendanceRules {
  const set = readAttendanceRules(setting)
  const earlier = readEarlierRules(earlierSetting)
  const suggested = new Map<Scheme | null, AttendanceRules>()
  return (day) => {
    const own = earlier.find(({ before }) => day < before)?.rules ?? set
    if (own !== null) return own
    const scheme = schemeOn(day)
    const rules = suggested.get(scheme) ?? rulesOrSuggested(null, scheme)
    suggested.set(scheme, rules)
    return rules
  }
}

/** What was set, or null where nothing was: then the suggested ones hold. */
export function readAttendanceRules(setting: unknown): AttendanceRules | null {
  const read = attendanceRulesSchema.safeParse(setting)
  return read.success ? read.data : null
}

/** What holds: what was set, else the suggestion with the minutes that the text says. */
export function rulesOrSuggested(setting: unknown, scheme: Scheme | null): AttendanceRules {
  const read = readAttendanceRules(setting)
  if (read !== null || scheme === null) return read ?? suggestedRules
  return {
    ...suggestedRules,
    lateAfter: lateMinutesOfText(scheme)?.minutes ?? suggestedRules.lateAfter,
    earlyBefore: earlyMinutesOfText(scheme)?.minutes ?? suggestedRules.earlyBefore,
  }
}

/** The working hours of a day, by its season. */
export function sessionsOn(rules: AttendanceRules, day: LocalDate): readonly Session[] {
  const monthDay = day.slice(5)
  return rules.seasons.find((season) => holds(season, monthDay))?.sessions ?? rules.sessions
}

function holds({ from, to }: { readonly from: string; readonly to: string }, monthDay: string): boolean {
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to
}

type YearSpan = { readonly from: string; readonly to: string }

function doOverlap(seasons: readonly YearSpan[]): boolean {
  return seasons.some((one, at) =>
    seasons.slice(at + 1).some((other) => holds(one, other.from) || holds(other, one.from)),
  )
}

export type MinutesOfText = { readonly minutes: number; readonly quote: string }

/** What the regulation itself says of the minutes after which one is late, with its words; null: nothing. */
export function lateMinutesOfText(scheme: Scheme): MinutesOfText | null {
  return minutesOfText(scheme, '迟到')
}

export function earlyMinutesOfText(scheme: Scheme): MinutesOfText | null {
  return minutesOfText(scheme, '早退')
}

/** 30分钟, and 30分 where what follows shows that no points are meant; with the word it is said of: 30分为迟到. */
const minutesPattern =
  /(?<![\d扣加减计得])(\d{1,3})\s*分(?:钟|(?=以上|以内|后|内|为|算|视))(?:以上|以内|后|内)?(?:为|算|视为|的?)(迟到|早退)?/g

function minutesOfText(scheme: Scheme, word: '迟到' | '早退'): MinutesOfText | null {
  for (const { rule } of placedRules(scheme)) {
    const words = [rule.condition ?? '', rule.source?.quote ?? '']
    for (const quote of words) {
      if (!quote.includes(word)) continue
      const said = [...quote.matchAll(minutesPattern)].find(([, , of]) => of === undefined || of === word)
      if (said !== undefined) return { minutes: Number(said[1]), quote }
    }
  }
  return null
}
