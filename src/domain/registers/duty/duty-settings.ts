import { z } from 'zod'
import { parseLocalDate, type LocalDate } from '../../primitives/local-date.ts'

/** Under which name the town's own are kept. */
export const dutySettingName = 'duty'

export const dutyPosts = ['leader', 'member'] as const
export type DutyPost = (typeof dutyPosts)[number]
export const dutyPostWords: Readonly<Record<DutyPost, string>> = { leader: '带班领导', member: '值班员' }

export const dutyShifts = ['whole', 'day', 'night'] as const
export type DutyShift = (typeof dutyShifts)[number]
export const dutyShiftWords: Readonly<Record<DutyShift, string>> = { whole: '全天', day: '白班', night: '夜班' }

const day = z.string().transform((text, context): LocalDate => {
  const parsed = parseLocalDate(text)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: '不是日期，请写成2026-03-02' })
  return z.NEVER
})
const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, '时间请写成08:30')
/** To at or before from: it ends on the day after. */
const hours = z.object({ from: time, to: time }).readonly()

export const dutySettingsSchema = z
  .object({
    /** two: 白班 and 夜班, each with its own members; the leader serves the whole day. */
    shifts: z.enum(['one', 'two']),
    leadersADay: z.int().min(0, '不能少于0人').max(3, '最多3人'),
    membersAShift: z.int().min(1, '至少1人').max(10, '最多10人'),
    hours: z.object({ whole: hours, day: hours, night: hours }).readonly(),
    /** Pregnant, ill, posted to the window: not put on in these days; null on either side: open. */
    exempt: z
      .array(
        z
          .object({
            staffNumber: z.string().min(1),
            from: day.nullable(),
            to: day.nullable(),
            reason: z.string().trim().min(1, '请写明免排原因').max(60, '最多60个字'),
          })
          .readonly(),
      )
      .max(500)
      .readonly(),
    /** A leave of at least so many days is nothing to be made up for afterwards. */
    longLeaveDays: z.int().min(1, '至少1天').max(366, '最多366天'),
    /** Whether a turn without a check-in counts as missed without anybody having looked. */
    missedWithoutCheckIn: z.boolean(),
  })
  .readonly()

export type DutySettings = z.infer<typeof dutySettingsSchema>

/** All of it suggested by this system; no regulation gives it. */
export const suggestedDutySettings: DutySettings = {
  shifts: 'one',
  leadersADay: 1,
  membersAShift: 2,
  hours: {
    whole: { from: '08:30', to: '08:30' },
    day: { from: '08:30', to: '17:30' },
    night: { from: '17:30', to: '08:30' },
  },
  exempt: [],
  longLeaveDays: 15,
  missedWithoutCheckIn: false,
}

/** The town's own, or those suggested where it has set none. */
export function dutySettingsOf(stored: unknown): DutySettings {
  const parsed = dutySettingsSchema.safeParse(stored)
  return parsed.success ? parsed.data : suggestedDutySettings
}

/** The shifts of a day for a post, in order. */
export function shiftsOf(post: DutyPost, { shifts }: DutySettings): readonly DutyShift[] {
  return post === 'leader' || shifts === 'one' ? ['whole'] : ['day', 'night']
}
