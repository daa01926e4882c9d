import { z } from 'zod'
import { spokenDay } from './spoken-day.ts'
import type { NewRecord, RegisterDefinition } from '../register-definition.ts'
import { inOrder, parseClockTimes, type ClockTime } from '../../primitives/clock-time.ts'

/** Times of one person's one day as one text, in order and each once: 08:21 12:03 14:25 18:01. */
const timesField = z
  .string()
  .max(400, '打卡时间太多')
  .nullable()
  .transform((text, context): string => {
    const times = parseClockTimes(text ?? '')
    if (times !== null) return times.join(' ')
    context.addIssue({ code: 'custom', message: '时间请写成 08:21 12:03 的样子，用空格隔开' })
    return z.NEVER
  })

const wordsField = z
  .string()
  .trim()
  .max(200, '最多200个字')
  .nullable()
  .transform((text) => text ?? '')

const awayParts = ['none', 'day', 'first', 'second', 'third'] as const
/** Which of the day's sessions someone was out on duty; `none`: none. */
export type AwayPart = (typeof awayParts)[number]

const attendanceBodySchema = z.object({
  /** As devices have them; an import merges or replaces these alone. */
  punches: timesField,
  /** 补卡: by hand, with the reason in the record's history; no import touches them. */
  added: timesField,
  away: z
    .enum(awayParts)
    .nullable()
    .transform((part): AwayPart => part ?? 'none'),
  /** 公出事由. */
  awayWords: wordsField,
  /** The file the punches came in with last; empty when they were typed. */
  source: wordsField,
})
export type AttendanceBody = Readonly<z.output<typeof attendanceBodySchema>>

/** A record is one person's one day; without a punch it says that the devices have none. */
export const attendanceDefinition: RegisterDefinition<AttendanceBody> = {
  id: 'attendance',
  bodySchema: attendanceBodySchema,
  fields: [
    { key: 'staffNumber', title: '人员', kind: 'person', required: true },
    { key: 'first', title: '日期', kind: 'day', required: true, example: '2026-03-02' },
    { key: 'punches', title: '打卡时间', kind: 'text', required: false, example: '08:21 12:03 14:25 18:01' },
    { key: 'added', title: '补卡时间', kind: 'text', required: false, example: '12:00' },
    {
      key: 'away',
      title: '公出',
      kind: 'choice',
      choices: [
        { value: 'none', title: '无' },
        { value: 'day', title: '全天' },
        { value: 'first', title: '第一段（上午）' },
        { value: 'second', title: '第二段（下午）' },
        { value: 'third', title: '第三段' },
      ],
      required: false,
    },
    { key: 'awayWords', title: '公出事由', kind: 'text', required: false, inList: false, example: '到县里开会' },
    { key: 'source', title: '来源', kind: 'text', required: false, inList: false, example: '三月考勤.xlsx' },
  ],
  states: { kept: '已登记' },
  fault: ({ days }, today) => (days.first > today ? { key: 'first', message: '不能登记以后的日子。' } : null),
  firstState: () => 'kept',
  naturalKey: ({ staffNumber, days }) => attendanceKey(staffNumber ?? '', days.first),
  summary: ({ days, body }) => {
    const times = punchesOf(body).join(' ')
    return `${spokenDay(days.first)} ${times === '' ? '没有打卡' : `打卡 ${times}`}`
  },
}

export function attendanceKey(staffNumber: string, day: string): string {
  return `${staffNumber}/${day}`
}

/** Of devices and by hand, in order. */
export function punchesOf({ punches, added }: Pick<AttendanceBody, 'punches' | 'added'>): readonly ClockTime[] {
  return inOrder([...(parseClockTimes(punches) ?? []), ...(parseClockTimes(added) ?? [])])
}

export function newAttendance(
  staffNumber: string,
  day: NewRecord<AttendanceBody>['days']['first'],
  punches: readonly ClockTime[],
  source: string,
): NewRecord<AttendanceBody> {
  const body = { punches: punches.join(' '), added: '', away: 'none', awayWords: '', source } as const
  return { staffNumber, office: null, days: { first: day, last: day }, body }
}
