import { z } from 'zod'
import { readHundredths } from '../../primitives/centipoints.ts'
import { calendarWindowSchema, dueSteps, posts, ruleEffects } from '../scheme.ts'

/**
 * Hand edits of the workbench as data, in the plain numbers of the scheme file: what a browser sends is what is
 * stored beside the draft and replayed. Nothing here changes when it is parsed twice.
 */

const twoDecimals = (what: string) =>
  z.number().refine((plain) => readHundredths(plain) !== null, { error: `${what}最多两位小数` })
const plainPoints = twoDecimals('分值')
const plainYuan = twoDecimals('金额')
const plainQuantity = twoDecimals('数量')
const words = z.string().trim().min(1).max(500)

/** The fields of a rule as a form gives them; `points: null` only where the effect has none. */
export const ruleInputSchema = z.object({
  effect: z.enum(ruleEffects),
  points: plainPoints.nullable().optional(),
  yuan: plainYuan.nullable().optional(),
  direction: z.enum(['add', 'award']).optional(),
  min: plainPoints.optional(),
  max: plainPoints.optional(),
  unit: words.optional(),
  per: plainQuantity.optional(),
  missing: z.boolean().optional(),
  cap: plainPoints.optional(),
  uncapped: z.boolean().optional(),
  grace: z.object({ count: plainQuantity, window: calendarWindowSchema }).optional(),
  shortfall: z.object({ target: plainQuantity, unit: words, step: plainQuantity }).optional(),
  severity: words.optional(),
  rank: words.optional(),
  level: words.optional(),
  deadline: words.optional(),
  subject: words.optional(),
  consequence: words.optional(),
  payItem: words.optional(),
  condition: words.optional(),
})
export type RuleInput = z.infer<typeof ruleInputSchema>

/** Fields that change; null takes one away. */
const rulePatchSchema = z.object({
  effect: z.enum(ruleEffects).optional(),
  points: plainPoints.nullable().optional(),
  yuan: plainYuan.nullable().optional(),
  direction: z.enum(['add', 'award']).nullable().optional(),
  min: plainPoints.nullable().optional(),
  max: plainPoints.nullable().optional(),
  unit: words.nullable().optional(),
  per: plainQuantity.nullable().optional(),
  missing: z.boolean().nullable().optional(),
  cap: plainPoints.nullable().optional(),
  uncapped: z.boolean().nullable().optional(),
  grace: ruleInputSchema.shape.grace.unwrap().nullable().optional(),
  shortfall: ruleInputSchema.shape.shortfall.unwrap().nullable().optional(),
  severity: words.nullable().optional(),
  rank: words.nullable().optional(),
  level: words.nullable().optional(),
  deadline: words.nullable().optional(),
  subject: words.nullable().optional(),
  consequence: words.nullable().optional(),
  payItem: words.nullable().optional(),
  condition: words.nullable().optional(),
})
export type RulePatch = z.infer<typeof rulePatchSchema>

const raterGroups = z.array(z.object({ group: words, weight: plainQuantity })).min(1)
const categoryKind = z.enum(['deductive', 'rated', 'earned'])
const missingRaterGroup = z.enum(['missing', 'spread'])
const window = calendarWindowSchema.nullable()
const id = z.string().min(1)

/** Where a rule is added: in an item, or outside every item. */
const rulePlace = z.union([z.object({ item: id }), z.literal('rewards'), z.literal('vetoes')])
export type RulePlace = z.infer<typeof rulePlace>

/** A worked example as its form gives it. */
export const exampleInputSchema = z.object({
  title: words,
  office: words.nullable().default(null),
  post: z.enum(posts).default('工作人员'),
  given: z
    .array(
      z.object({
        /** A rule id, or `项目：词语` as in an entries file, which outlives a new version's ids. */
        rule: words,
        quantity: plainQuantity.optional(),
        on: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, '日期写作 03-15'),
        level: words.optional(),
        matter: words.optional(),
        discretion: plainPoints.optional(),
      }),
    )
    .min(1, '算例里至少要有一件事')
    .max(50, '一个算例最多50件事'),
  expected: z.object({ points: plainPoints, yuan: plainYuan.optional() }),
})
export type ExampleInput = z.infer<typeof exampleInputSchema>

export const schemeEditSchema = z.discriminatedUnion('act', [
  /** A rated category without groups gets the default ones (SPEC §4), marked as the system's. */
  z.object({
    act: z.literal('add-category'),
    title: words,
    points: plainPoints,
    kind: categoryKind,
    raterGroups: raterGroups.optional(),
    missingRaterGroup: missingRaterGroup.optional(),
  }),
  /** office null: the sheet of everyone. */
  z.object({
    act: z.literal('add-sheet'),
    category: id,
    office: words.nullable(),
    title: words.optional(),
    points: plainPoints,
  }),
  z.object({ act: z.literal('add-item'), sheet: id, title: words, points: plainPoints }),
  z.object({ act: z.literal('add-rule'), place: rulePlace, rule: ruleInputSchema }),
  z.object({
    act: z.literal('change-category'),
    category: id,
    fields: z.object({
      title: words.optional(),
      points: plainPoints.optional(),
      kind: categoryKind.optional(),
      window: window.optional(),
      raterGroups: raterGroups.optional(),
      missingRaterGroup: missingRaterGroup.optional(),
    }),
  }),
  z.object({
    act: z.literal('change-sheet'),
    sheet: id,
    fields: z.object({
      title: words.optional(),
      office: words.nullable().optional(),
      points: plainPoints.optional(),
    }),
  }),
  z.object({
    act: z.literal('change-item'),
    item: id,
    fields: z.object({ title: words.optional(), points: plainPoints.optional(), window: window.optional() }),
  }),
  z.object({ act: z.literal('change-rule'), rule: id, fields: rulePatchSchema }),
  z.object({ act: z.literal('remove-category'), category: id }),
  z.object({ act: z.literal('remove-sheet'), sheet: id }),
  z.object({ act: z.literal('remove-item'), item: id }),
  z.object({ act: z.literal('remove-rule'), rule: id }),
  z.object({ act: z.literal('set-title'), title: words }),
  z.object({ act: z.literal('set-total'), total: plainPoints }),
  z.object({ act: z.literal('set-window'), window }),
  z.object({
    act: z.literal('set-pay'),
    pay: z.object({ perPerson: plainYuan.nullable(), formula: z.enum(['pool-by-score', 'other']) }).nullable(),
  }),
  z.object({
    act: z.literal('set-roll-ups'),
    rollUps: z.array(z.object({ post: z.enum(posts), of: z.enum(posts) })),
  }),
  /** Replaces the rungs of honours (add) or criticism (deduct) among the rewards. */
  z.object({
    act: z.literal('set-reward-ladder'),
    effect: z.enum(['add', 'deduct']),
    condition: words,
    rungs: z.array(z.object({ level: words, points: plainPoints })),
  }),
  /** Into a sheet of whichever category, before another of its items, or at its end (null). */
  z.object({ act: z.literal('move-item'), item: id, sheet: id, before: id.nullable() }),
  /** Into an item, the rewards or the vetoes, before another rule there, or at the end (null). */
  z.object({ act: z.literal('move-rule'), rule: id, place: rulePlace, before: id.nullable() }),
  /** 考核对象, replaced as a whole; a line that stays keeps its clause. The same holds for the lists below. */
  z.object({
    act: z.literal('set-appraisees'),
    appraisees: z.array(z.object({ words, appraised: z.boolean() })).max(100),
  }),
  z.object({
    act: z.literal('set-grades'),
    grades: z
      .array(
        z.object({
          grade: words,
          from: plainPoints.optional(),
          below: plainPoints.optional(),
          quotaPercent: plainQuantity.optional(),
          employment: words.optional(),
        }),
      )
      .max(100),
  }),
  z.object({
    act: z.literal('set-deadlines'),
    deadlines: z.array(
      z.object({
        step: z.enum(dueSteps),
        days: z.int().min(1).max(366),
        kind: z.enum(['working', 'calendar']),
      }),
    ),
  }),
  z.object({ act: z.literal('set-cadence'), steps: z.array(words).max(20) }),
  /** null: the additions among the rewards have no limit. */
  z.object({ act: z.literal('set-reward-cap'), points: plainPoints.nullable() }),
  z.object({ act: z.literal('add-example'), example: exampleInputSchema }),
  /** The whole example anew; it keeps its id. */
  z.object({ act: z.literal('change-example'), id, example: exampleInputSchema }),
  z.object({ act: z.literal('remove-example'), id }),
])
export type SchemeEdit = z.infer<typeof schemeEditSchema>
export type SchemeEditOf<Act extends SchemeEdit['act']> = Extract<SchemeEdit, { act: Act }>
