import { spokenTime } from '../../primitives/clock-time.ts'
import type { AttendanceRules } from './attendance-rules.ts'
import type { JudgedDay, JudgedSession } from './judge-day.ts'
import { absenceOf } from './observe-attendance.ts'
import { sessionWord } from './session-word.ts'

/** What a day is in the month's grid; `none`: nothing was noted of it. */
export const dayMarks = [
  'in-order',
  'late',
  'early',
  'late-and-early',
  'absent',
  'missing-punch',
  'leave',
  'work',
  'rest',
  'open',
  'none',
] as const
export type DayMark = (typeof dayMarks)[number]

/** As a sheet and a screen write it, and what its legend says. */
export const dayMarkWords: Readonly<Record<DayMark, { readonly sign: string; readonly title: string }>> = {
  'in-order': { sign: '●', title: '正常' },
  late: { sign: '迟', title: '迟到' },
  early: { sign: '早', title: '早退' },
  'late-and-early': { sign: '迟早', title: '迟到又早退' },
  absent: { sign: '旷', title: '旷工' },
  'missing-punch': { sign: '缺', title: '缺卡（不提建议）' },
  leave: { sign: '假', title: '请假' },
  work: { sign: '公', title: '公出、值班、会议' },
  rest: { sign: '休', title: '休息' },
  open: { sign: '…', title: '当天未过完' },
  none: { sign: '', title: '没有记录' },
}

/** The worst of the day's sessions; what is excused only where nothing is wrong. */
export function dayMark({ kind, sessions }: JudgedDay): DayMark {
  if (kind === 'rest' || kind === 'open') return kind
  if (kind === 'unasked') return 'none'
  const has = (state: JudgedSession['state']) => sessions.some((session) => session.state === state)
  if (has('absent')) return 'absent'
  if (has('late-and-early') || (has('late') && has('early'))) return 'late-and-early'
  for (const state of ['late', 'early', 'missing-punch'] as const) if (has(state)) return state
  const excused = sessions.find(({ state }) => state === 'excused')
  return excused?.excuse?.sort ?? 'in-order'
}

/** What is to be said of each session that is not in order: 上午迟到42分钟（9:12）；下午缺卡. */
export function dayWords({ sessions }: JudgedDay): string {
  const of = sessions.length
  return sessions
    .flatMap((session) => {
      const words = sessionWords(session)
      return words === '' ? [] : [`${sessionWord(session.number, of)}${words}`]
    })
    .join('；')
}

function sessionWords({ state, cameAt, leftAt, lateMinutes, earlyMinutes, excuse }: JudgedSession): string {
  const late = `迟到${String(lateMinutes)}分钟${cameAt === null ? '' : `（${spokenTime(cameAt)}）`}`
  const early = `早退${String(earlyMinutes)}分钟${leftAt === null ? '' : `（${spokenTime(leftAt)}）`}`
  switch (state) {
    case 'late':
      return late
    case 'early':
      return early
    case 'late-and-early':
      return `${late}，${early}`
    case 'absent':
      return '没有打卡'
    case 'missing-punch':
      return cameAt === null ? '缺上班卡' : '缺下班卡'
    case 'excused':
      return excuse?.words ?? ''
    case 'in-order':
      return ''
  }
}

/** What a month comes to: times late and early, and days absent in hundredths. */
export type MonthCounts = { readonly late: number; readonly early: number; readonly absent: number }

export function countDays(days: readonly JudgedDay[], rules: Pick<AttendanceRules, 'absentSession'>): MonthCounts {
  const sessions = days.flatMap((day) => day.sessions)
  return {
    late: sessions.filter(({ lateMinutes }) => lateMinutes > 0).length,
    early: sessions.filter(({ earlyMinutes }) => earlyMinutes > 0).length,
    absent: days.reduce((sum, day) => sum + absenceOf(day.sessions, rules), 0),
  }
}
