import { z } from 'zod'
import { addDays, startOfTownDay, type LocalDate } from '../../primitives/local-date.ts'
import type { RegisterDefinition } from '../register-definition.ts'
import type { RegisterRecord } from '../register-record.ts'
import {
  dutyPosts,
  dutyPostWords,
  dutyShifts,
  dutyShiftWords,
  type DutySettings,
  type DutyShift,
} from './duty-settings.ts'
import { dutyPaperNote, openDutyPaper } from './open-duty-paper.ts'

/** Given away, once the other says yes. */
const swapSchema = z
  .object({
    to: z.string(),
    /** The turn of the other's that is taken in return; null: none. */
    inReturn: z.string().nullable(),
    reason: z.string(),
    /** Instant, ISO 8601. */
    askedAt: z.string(),
  })
  .readonly()

export const dutyBodySchema = z
  .object({
    post: z.enum(dutyPosts),
    shift: z.enum(dutyShifts).default('whole'),
    note: z.string().trim().max(200, '最多200个字').nullable().default(null),
    /** Instant, ISO 8601: 签到 by the person. */
    checkedInAt: z.string().nullable().default(null),
    /** 查岗: what was found; null: nobody looked. */
    check: z
      .object({ found: z.enum(['present', 'missing']), words: z.string().max(200) })
      .readonly()
      .nullable()
      .default(null),
    swap: swapSchema.nullable().default(null),
  })
  .readonly()

export type DutyBody = z.infer<typeof dutyBodySchema>
/** One turn of one person on one day. */
export type DutyRecord = RegisterRecord<DutyBody>

export const dutyStates = { planned: '已排', present: '已到岗', missing: '缺岗' } as const

export const dutyDefinition: RegisterDefinition<DutyBody> = {
  id: 'duty',
  bodySchema: dutyBodySchema,
  fields: [
    { key: 'first', title: '日期', kind: 'day', required: true, example: '2026-03-02' },
    { key: 'staffNumber', title: '值班人', kind: 'person', required: true },
    {
      key: 'post',
      title: '岗位',
      kind: 'choice',
      choices: dutyPosts.map((value) => ({ value, title: dutyPostWords[value] })),
      required: true,
      example: '值班员',
    },
    {
      key: 'shift',
      title: '班次',
      kind: 'choice',
      choices: dutyShifts.map((value) => ({ value, title: dutyShiftWords[value] })),
      required: true,
      example: '全天',
    },
    { key: 'note', title: '备注', kind: 'text', required: false, inList: false },
  ],
  states: dutyStates,
  otherSheet: { note: dutyPaperNote, open: openDutyPaper },
  stepWords: {
    'checked-in': '签到',
    checked: '查岗',
    'swap-asked': '请求换班',
    'swap-accepted': '换班',
    'swap-refused': '不同意换班',
    'swap-taken-back': '撤回换班',
    replanned: '重排',
  },
  /** Who is asked to take it sees it. */
  concerns: ({ body }) => ({ staffNumbers: body.swap === null ? [] : [body.swap.to], offices: [] }),
  firstState: () => 'planned',
  naturalKey: ({ staffNumber, days, body }) => turnKey({ staffNumber, day: days.first, ...body }),
  summary: ({ days, body }) => `${dayWords(days.first)} ${dutyPostWords[body.post]} ${dutyShiftWords[body.shift]}`,
}

/** One turn of one person on one day: the same sheet imported again finds it there. */
export function turnKey(turn: {
  readonly day: LocalDate
  readonly staffNumber: string | null
  readonly post: DutyBody['post']
  readonly shift: DutyShift
}): string {
  return [turn.day, turn.post, turn.shift, turn.staffNumber ?? ''].join('/')
}

/** When a shift of the day begins and ends, in milliseconds since 1970; one that ends at or before its start ends on the day after. */
export function hoursOfShift(
  day: LocalDate,
  shift: DutyShift,
  { hours }: Pick<DutySettings, 'hours'>,
): { readonly from: number; readonly to: number } {
  const { from, to } = hours[shift]
  return { from: momentOf(day, from), to: momentOf(to > from ? day : addDays(day, 1), to) }
}

function momentOf(day: LocalDate, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return startOfTownDay(day) + (hour * 60 + minute) * 60_000
}

function dayWords(day: LocalDate): string {
  return `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`
}
