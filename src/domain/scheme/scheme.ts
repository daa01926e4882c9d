import { z } from 'zod'
import { pointsToNumber, readPoints, type Centipoints } from '../primitives/centipoints.ts'
import { fenToYuan, readYuan, type Fen } from '../primitives/fen.ts'
import { readQuantity, type Quantity } from '../primitives/quantity.ts'
import { citationSchema } from '../regulation/citation.ts'

/**
 * The executable form of a regulation: Scheme > Category > OfficeSheet > Item > Rule.
 * One definition serves both the scheme file (`gongdao-scheme/1`, plain numbers) and the domain (whole hundredths):
 * decode reads the file, encode writes it.
 */

const pointsField = z.codec(z.number(), z.custom<Centipoints>(), {
  decode: (plain, context) => {
    const points = readPoints(plain)
    if (points !== null) return points
    context.issues.push({ code: 'custom', message: '分值最多两位小数', input: plain })
    return z.NEVER
  },
  encode: (points) => pointsToNumber(points),
})

const yuanField = z.codec(z.number(), z.custom<Fen>(), {
  decode: (plain, context) => {
    const amount = readYuan(plain)
    if (amount !== null) return amount
    context.issues.push({ code: 'custom', message: '金额最多两位小数', input: plain })
    return z.NEVER
  },
  encode: (amount) => fenToYuan(amount),
})

const quantityField = z.codec(z.number(), z.custom<Quantity>(), {
  decode: (plain, context) => {
    const amount = readQuantity(plain)
    if (amount !== null) return amount
    context.issues.push({ code: 'custom', message: '数量最多两位小数', input: plain })
    return z.NEVER
  },
  encode: (amount) => amount / 100,
})

export const ruleEffects = [
  'deduct',
  'add',
  'award',
  'forfeit',
  'zero',
  'veto',
  'discretionary',
  'proportional',
  'money',
] as const
export type RuleEffect = (typeof ruleEffects)[number]

export const calendarWindowSchema = z.enum(['month', 'quarter', 'year'])

/** Who made a part of the scheme: the text (compiler), a person in the workbench, or a default the text leaves open. */
export const originSchema = z.enum(['text', 'person', 'default'])
export type Origin = z.infer<typeof originSchema>

export const ruleSchema = z.object({
  id: z.string().min(1),
  effect: z.enum(ruleEffects),
  /** Points per step (deduct, add), the value set (award); null when the amount is lost or the effect has none. */
  points: pointsField.nullable().default(null),
  /** Pay taken per step by a `money` rule. */
  yuan: yuanField.nullable().optional(),
  /** Where a discretionary amount goes: 酌情加1-3分 adds, 视情记8-10分 sets the item's score; absent deducts. */
  direction: z.enum(['add', 'award']).optional(),
  /** Bounds of a discretionary amount. */
  min: pointsField.optional(),
  max: pointsField.optional(),
  unit: z.string().min(1).optional(),
  /** How many units make one step; absent means 1. */
  per: quantityField.optional(),
  /** 少一期: the quantity counts units that are missing, without a stated target (SPEC §4.1 Shortfall). */
  missing: z.boolean().optional(),
  /** The most this rule alone may add or take in a window. */
  cap: pointsField.optional(),
  /** 不封顶: additions of this rule lift the item's upper limit. */
  uncapped: z.boolean().optional(),
  grace: z.object({ count: quantityField, window: calendarWindowSchema }).optional(),
  shortfall: z.object({ target: quantityField, unit: z.string().min(1), step: quantityField }).optional(),
  severity: z.string().min(1).optional(),
  rank: z.string().min(1).optional(),
  /** Rung of a ladder: 区 市 省 国家 (县 reads as 区). */
  level: z.string().min(1).optional(),
  deadline: z.string().min(1).optional(),
  subject: z.string().min(1).optional(),
  /** What a veto brings, in the clause's own words: 取消评优资格; absent means 一票否决. */
  consequence: z.string().min(1).optional(),
  /** The part of pay that a `money` rule takes from: 当月考评奖. */
  payItem: z.string().min(1).optional(),
  /** The deed in the clause's own words, e.g. 上班时间脱岗,擅离职守. */
  condition: z.string().optional(),
  source: citationSchema.nullable().default(null),
  /** The rule as one plain Chinese sentence made from its fields alone. */
  sentence: z.string().default(''),
  origin: originSchema.optional(),
})
export type Rule = z.infer<typeof ruleSchema>

export const itemSchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  points: pointsField.nullable().default(null),
  source: citationSchema.nullable().default(null),
  rules: z.array(ruleSchema).default([]),
  window: calendarWindowSchema.optional(),
  origin: originSchema.optional(),
})
export type Item = z.infer<typeof itemSchema>

export const officeSheetSchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  /** null: the sheet of everyone. */
  office: z.string().nullable().default(null),
  points: pointsField.nullable().default(null),
  items: z.array(itemSchema).default([]),
  source: citationSchema.nullable().optional(),
  origin: originSchema.optional(),
})
export type OfficeSheet = z.infer<typeof officeSheetSchema>

/** A rater group's share of a rated category; weights are relative (30/30/20/20). */
export const raterGroupSchema = z.object({ group: z.string().min(1), weight: quantityField })
export type RaterGroup = z.infer<typeof raterGroupSchema>

export const categorySchema = z.object({
  id: z.string().min(1),
  title: z.string(),
  points: pointsField.nullable().default(null),
  kind: z.enum(['deductive', 'rated', 'earned']).default('deductive'),
  sheets: z.array(officeSheetSchema).default([]),
  source: citationSchema.nullable().optional(),
  window: calendarWindowSchema.optional(),
  raterGroups: z.array(raterGroupSchema).optional(),
  /** What a rater group without a mark does: makes the category null (default) or spreads its weight. */
  missingRaterGroup: z.enum(['missing', 'spread']).optional(),
  origin: originSchema.optional(),
})
export type Category = z.infer<typeof categorySchema>

export const posts = ['工作人员', '分管领导', '主要领导'] as const
export type Post = (typeof posts)[number]

export const rollUpSchema = z.object({
  post: z.enum(posts),
  of: z.enum(posts),
  method: z.literal('mean'),
  source: citationSchema.nullable().default(null),
})
export type RollUp = z.infer<typeof rollUpSchema>

/** 考核对象: whom the regulation appraises, or leaves out, in its own words. */
const appraiseeSchema = z.object({
  words: z.string().min(1),
  /** false: 不参加考核. */
  appraised: z.boolean(),
  source: citationSchema.nullable().default(null),
  origin: originSchema.optional(),
})
export type AppraiseeClause = z.infer<typeof appraiseeSchema>

/** 等次: its band of scores and its quota, where either is given (SPEC §4.7). */
const gradeSchema = z.object({
  grade: z.string().min(1),
  /** The lowest score of the band, included. */
  from: pointsField.optional(),
  /** The score the band ends below, excluded. */
  below: pointsField.optional(),
  /** The most of the ranking group that may have it, in percent. */
  quotaPercent: quantityField.optional(),
  /** 公务员, 事业, 编外; absent: everyone. */
  employment: z.string().min(1).optional(),
  source: citationSchema.nullable().default(null),
  origin: originSchema.optional(),
})
export type GradeClause = z.infer<typeof gradeSchema>

/** The steps of due process that a regulation gives days for (SPEC §5), in their order. */
export const dueSteps = ['公示', '异议', '答复', '申请复核', '复核'] as const
export type DueStep = (typeof dueSteps)[number]

const deadlineSchema = z.object({
  step: z.enum(dueSteps),
  days: z.int().min(1).max(366),
  kind: z.enum(['working', 'calendar']),
  source: citationSchema.nullable().default(null),
  origin: originSchema.optional(),
})
export type DueDeadline = z.infer<typeof deadlineSchema>

/**
 * 算例, a worked example: if these things happened to one person in a year, the score moves by so much. Rules are named
 * as in an entries file (`项目：词语` or a rule id), so that the example outlives a new version's ids.
 */
export const workedExampleSchema = z.object({
  id: z.string().min(1),
  title: z.string().min(1),
  /** Whose sheet it is reckoned on: an office, or null for a person whose office has none. */
  office: z.string().min(1).nullable().default(null),
  post: z.enum(posts).default('工作人员'),
  given: z
    .array(
      z.object({
        rule: z.string().min(1),
        quantity: quantityField.optional(),
        /** Day of the year: 03-15. */
        on: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
        level: z.string().min(1).optional(),
        matter: z.string().min(1).optional(),
        discretion: pointsField.optional(),
      }),
    )
    .min(1),
  expected: z.object({
    /** What the score moves by: −2 for 扣2分. */
    points: pointsField,
    /** Pay taken by `money` rules. */
    yuan: yuanField.optional(),
  }),
})
export type WorkedExample = z.infer<typeof workedExampleSchema>

/** The parts of a whole scheme that a person can set by hand. */
export const schemeParts = [
  'title',
  'total',
  'window',
  'pay',
  'rollUps',
  'cadence',
  'appraisees',
  'grades',
  'deadlines',
  'rewardCap',
] as const
export type SchemePart = (typeof schemeParts)[number]

export const schemeFormat = 'gongdao-scheme/1'

export const schemeSchema = z.object({
  format: z.literal(schemeFormat),
  title: z.string().default(''),
  total: pointsField.nullable().default(null),
  window: calendarWindowSchema.optional(),
  categories: z.array(categorySchema),
  /** Rules outside every item that move the personal score (工作奖励成绩). */
  rewards: z.array(ruleSchema).default([]),
  /** Rules outside every item without points: 一票否决, 取消评优. */
  vetoes: z.array(ruleSchema).default([]),
  rollUps: z.array(rollUpSchema).default([]),
  pay: z
    .object({
      perPerson: yuanField.nullable().default(null),
      formula: z.enum(['pool-by-score', 'other']),
      source: citationSchema.nullable().default(null),
    })
    .nullable()
    .optional(),
  cadence: z
    .array(
      z.object({
        step: z.string(),
        source: citationSchema.nullable().default(null),
        origin: originSchema.optional(),
      }),
    )
    .default([]),
  /** 加分最高不超过10分: the most that the additions among the rewards may come to in a year. */
  rewardCap: z
    .object({
      points: pointsField,
      source: citationSchema.nullable().default(null),
      origin: originSchema.optional(),
    })
    .optional(),
  appraisees: z.array(appraiseeSchema).optional(),
  grades: z.array(gradeSchema).optional(),
  deadlines: z.array(deadlineSchema).optional(),
  examples: z.array(workedExampleSchema).optional(),
  /** Which of the parts above a person set by hand, against the text. */
  byHand: z.array(z.enum(schemeParts)).optional(),
})
/** In the domain: points in whole hundredths, money in fen. */
export type Scheme = z.infer<typeof schemeSchema>
/** In a file or an HTTP answer: plain numbers. */
export type SchemeFile = z.input<typeof schemeSchema>

/** The scheme as its file says it: plain numbers of at most two decimals, read back exactly. */
export function schemeToFile(scheme: Scheme): SchemeFile {
  return z.encode(schemeSchema, scheme)
}

/** All rules of a scheme with the place they stand in, in the order of the text. */
export function* placedRules(scheme: Scheme): Generator<{
  readonly rule: Rule
  readonly category: Category | null
  readonly sheet: OfficeSheet | null
  readonly item: Item | null
}> {
  for (const category of scheme.categories)
    for (const sheet of category.sheets)
      for (const item of sheet.items) for (const rule of item.rules) yield { rule, category, sheet, item }
  for (const rule of [...scheme.rewards, ...scheme.vetoes]) yield { rule, category: null, sheet: null, item: null }
}
