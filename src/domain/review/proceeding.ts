import { z } from 'zod'
import { localDate, type LocalDate } from '../primitives/local-date.ts'
import { stepDeedSchema, type StepDeed } from './step-deed.ts'

const day = z.iso.date().transform(localDate)

/** What somebody objects to: an entry about himself, or a figure of his that was published. */
export const objectionSubjectSchema = z.discriminatedUnion('about', [
  z.object({ about: z.literal('entry'), entryId: z.uuid(), occurredOn: day }),
  z.object({
    about: z.literal('figure'),
    bulletinId: z.uuid(),
    /** Which figure, in the words of the bulletin: 总分 93.50. */
    what: z.string().min(1).max(200),
    /** Of the bulletin: 2026, 2026-Q1, 2026-03. */
    period: z.string(),
  }),
])
export type ObjectionSubject = z.infer<typeof objectionSubjectSchema>

/** 视情况扣分, as it is proposed: everything an entry will say, without the points. */
export const discretionSubjectSchema = z.object({
  ruleId: z.string().min(1),
  schemeVersion: z.int().min(1),
  /** Each once. */
  staffNumbers: z.array(z.string().min(1)).min(1),
  occurredOn: day,
  /** In whole hundredths of the rule's unit. */
  quantity: z.int().min(1),
  matter: z.string().nullable(),
  place: z.string().nullable(),
  /** What happened, for the leading group to weigh. */
  facts: z.string().min(1),
})
export type DiscretionSubject = z.infer<typeof discretionSubjectSchema>

/** One step as it is on record; it never changes. */
export type ProceedingStep = {
  /** 1, 2, 3 … within its proceeding. */
  readonly position: number
  readonly at: Date
  /** The town's day of `at`. */
  readonly on: LocalDate
  /** User name. */
  readonly by: string
  /**
   * The last day for what comes next, reckoned when the step was taken and told to everybody then: a calendar or a
   * scheme changed later moves nobody's days. null: nothing comes next by itself.
   */
  readonly dueOn: LocalDate | null
  readonly deed: StepDeed
}

type Common = {
  readonly id: string
  /** Of the day it was opened; numbers count within it. */
  readonly year: number
  /** 1, 2, 3 … per kind and year. */
  readonly number: number
  /** Whose it is; of a deduction that several share the first. */
  readonly staffNumber: string
  /** User name of who filed or proposed it. */
  readonly openedBy: string
  /** In their order; the first one files or proposes. */
  readonly steps: readonly ProceedingStep[]
}

/** 异议: somebody says that an entry or a figure is wrong. */
export type Objection = Common & { readonly kind: 'objection'; readonly subject: ObjectionSubject }

/** 裁量扣分: the office proposes, the leading group decides. */
export type Discretion = Common & { readonly kind: 'discretion'; readonly subject: DiscretionSubject }

export type Proceeding = Objection | Discretion

/** Whom a proceeding is about. */
export function peopleOf(
  proceeding:
    | Pick<Objection, 'kind' | 'staffNumber' | 'subject'>
    | Pick<Discretion, 'kind' | 'staffNumber' | 'subject'>,
): readonly string[] {
  return proceeding.kind === 'discretion' ? proceeding.subject.staffNumbers : [proceeding.staffNumber]
}

/** The jsonb body of a step; its kind stands in a column of its own and in the deed. */
export const stepBodySchema = z.object({ dueOn: day.nullable(), deed: stepDeedSchema })
