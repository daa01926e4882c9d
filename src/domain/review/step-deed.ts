import { z } from 'zod'
import { localDate } from '../primitives/local-date.ts'

const day = z.iso.date().transform(localDate)
const words = z.string().trim().min(1).max(4000)
const userName = z.string().min(1).max(100)

/** What an answer, a decision or an appeal says of the objection. */
export const outcomes = ['upheld', 'partly', 'rejected'] as const
export type Outcome = (typeof outcomes)[number]

/** 会议纪要: when the leading group met, who was there, who stayed out of it. */
export const minutesSchema = z.object({
  /** 文号 or title. */
  title: z.string().trim().min(1).max(200),
  meetingOn: day,
  /** User names, or names of members without an account; each once. */
  present: z.array(userName).min(1).max(50),
  recused: z.array(userName).max(50),
})
export type Minutes = z.infer<typeof minutesSchema>

/** What was decided for one person under a discretionary rule; null: nothing is taken from him. */
const amountSchema = z.object({ staffNumber: z.string(), centipoints: z.int().min(1).nullable() })

/**
 * What a step does. An objection: filed → withdrawn | answered → review-asked → recused* → review-decided; cured and
 * appeal-recorded beside it. A discretionary deduction: proposed → withdrawn | recused* | decided → entered.
 */
export const stepDeedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('filed'), words }),
  z.object({ kind: z.literal('proposed') }),
  z.object({ kind: z.literal('withdrawn'), words: z.string().trim().max(4000) }),
  z.object({
    kind: z.literal('answered'),
    outcome: z.enum(outcomes),
    reasons: words,
    /** 异议答复, as it was issued. */
    bulletinId: z.uuid().nullable(),
  }),
  z.object({ kind: z.literal('review-asked'), words }),
  /** 回避: `who` takes no part in the decision. */
  z.object({ kind: z.literal('recused'), who: userName, why: words }),
  z.object({
    kind: z.literal('review-decided'),
    outcome: z.enum(outcomes),
    reasons: words,
    minutes: minutesSchema,
    /** 复核决定, as it was issued. */
    bulletinId: z.uuid().nullable(),
  }),
  z.object({
    kind: z.literal('decided'),
    /** One line for each person; empty: no deduction at all. */
    amounts: z.array(amountSchema),
    reasons: words,
    minutes: minutesSchema,
  }),
  /** The entries that the decision became, in the ledger. */
  z.object({ kind: z.literal('entered'), entryIds: z.array(z.uuid()).min(1) }),
  /** What was upheld has been put right: by reversing entries, or by a bulletin that corrects the published one. */
  z.object({
    kind: z.literal('cured'),
    by: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('reversal'), entryIds: z.array(z.uuid()).min(1) }),
      z.object({ kind: z.literal('correction'), bulletinId: z.uuid() }),
    ]),
  }),
  /** 申诉 to the district: recorded, with its outcome once there is one; it stops nothing. */
  z.object({
    kind: z.literal('appeal-recorded'),
    /** When it was lodged, or decided. */
    day,
    outcome: z.enum(['pending', ...outcomes]),
    words,
  }),
])
export type StepDeed = z.infer<typeof stepDeedSchema>
export type DeedOf<Kind extends StepDeed['kind']> = Extract<StepDeed, { readonly kind: Kind }>
