import { z } from 'zod'
import { parseLocalDate, type LocalDate } from '../../primitives/local-date.ts'
import { quantity, type Quantity } from '../../primitives/quantity.ts'

const day = z.string().transform((text, context): LocalDate => {
  const parsed = parseLocalDate(text)
  if (parsed !== null) return parsed
  context.addIssue({ code: 'custom', message: 'not a day' })
  return z.NEVER
})
/** Days in hundredths, halves at the least. */
const wholeHalves = z
  .int()
  .min(0)
  .max(36_600)
  .refine((hundredths) => hundredths % 50 === 0)
  .transform((hundredths) => quantity(hundredths))

/**
 * Who grants leave (SPEC §6). The text says 主管领导 for more than a day and does not say who that is: 主要领导, suggested
 * by this system.
 */
export const leaveSettingsSchema = z
  .object({
    /** Up to so many days, in hundredths, the deputy in charge grants; more is the principal's. */
    shortLeave: wholeHalves.default(quantity(100)),
    /** 代理人: who decides for a leader on these days. */
    standIns: z
      .array(z.object({ absent: z.string().min(1), standIn: z.string().min(1), from: day, to: day }).readonly())
      .readonly()
      .default([]),
    /** Seniority leave of whoever has none of his own written down, a year; null: not known, and nothing is over it. */
    usualBalance: wholeHalves.nullable().default(null),
  })
  .readonly()
export type LeaveSettings = z.infer<typeof leaveSettingsSchema>
export type StandIn = LeaveSettings['standIns'][number]

const balancesSchema = z.record(z.string().regex(/^\d{4}$/), z.record(z.string(), wholeHalves))
/** Seniority days by year and 工号. */
export type LeaveBalances = Readonly<Record<string, Readonly<Record<string, Quantity>>>>

/** Under which the town's choices and balances are kept. */
export const leaveSettingsName = 'leave'
export const leaveBalancesName = 'leave-balances'

export function readLeaveSettings(kept: unknown): LeaveSettings {
  return leaveSettingsSchema.parse(kept ?? {})
}

export function readLeaveBalances(kept: unknown): LeaveBalances {
  return balancesSchema.parse(kept ?? {})
}

/** Days of seniority leave the person has in the year; null: nobody has said. */
export function balanceGranted(
  balances: LeaveBalances,
  { usualBalance }: Pick<LeaveSettings, 'usualBalance'>,
  { staffNumber, year }: { readonly staffNumber: string; readonly year: number },
): Quantity | null {
  return balances[String(year)]?.[staffNumber] ?? usualBalance
}
