import { z } from 'zod'
import { localDate } from '../primitives/local-date.ts'

/** What the town issues by number (SPEC §5). */
export const bulletinKinds = [
  'inspection', // 督查通报
  'monthly', // 月考核表
  'quarterly', // 季度通报
  'annual', // 年度考核结果公示
  'payroll', // 绩效工资发放表
  'objection-answer', // 异议答复
  'review-decision', // 复核决定
] as const
export type BulletinKind = (typeof bulletinKinds)[number]

/** Kinds that are publicly noticed before they are final; the others are final when they are published. */
export const noticedKinds: readonly BulletinKind[] = ['quarterly', 'annual']

/** Who may read it: everyone of the town, those who may see pay, or one person (and those who issue). */
export type BulletinAudience = 'town' | 'pay' | 'person'

const day = z.iso.date().transform(localDate)

/** Words and tables in their order; screen, paper, .docx and .xlsx are all made from them and from nothing else. */
const bulletinBlockSchema = z.discriminatedUnion('kind', [
  /** level 1: 一、; 2: （一）; 3: 1. The number comes with the layout. */
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({
    kind: z.literal('table'),
    /** Above the table, or null. */
    title: z.string().nullable(),
    /** Shares of the width; figures stand right-aligned. */
    columns: z.array(z.object({ title: z.string(), width: z.int().min(1), figure: z.boolean() })).min(1),
    /** Text as it is shown: 96.50, 1,234.00, 待评. */
    rows: z.array(z.array(z.string())),
    /** How many of the last rows are sums of those above. Absent: none. */
    sums: z.int().min(1).optional(),
  }),
  /** Lines to sign on: 制表人、审核人、本人签字. */
  z.object({ kind: z.literal('signatures'), lines: z.array(z.string()).min(1) }),
])
export type BulletinBlock = z.infer<typeof bulletinBlockSchema>

/**
 * What a bulletin shows, frozen when it is published: JSON, `gongdao-bulletin/1`. Its digest is a leaf of the town's
 * log; nothing withheld is in it.
 */
export const bulletinContentSchema = z.object({
  format: z.literal('gongdao-bulletin/1'),
  kind: z.enum(bulletinKinds),
  town: z.string(),
  /** 2026, 2026-Q1, 2026-03; of other kinds the id of what it is about. */
  period: z.string(),
  year: z.int(),
  number: z.int().min(1),
  title: z.string(),
  /** Below the title, or null. */
  subtitle: z.string().nullable(),
  blocks: z.array(bulletinBlockSchema),
  /** The last day its figures look at. */
  asOf: day,
  publishedOn: day,
  engineVersion: z.string(),
  /** In force in its days, the balance day's last. */
  schemes: z.array(z.object({ version: z.int().min(1), title: z.string(), effectiveFrom: day })),
  /** Of the ledger's last row that its figures follow from. */
  ledgerPosition: z.int().min(0),
  /** First and last day of the notice, where to and about what one may object; null without a notice. */
  notice: z.object({ from: day, to: day, contact: z.string(), scope: z.string() }).nullable(),
  /** Of the bulletin it corrects: what it says otherwise, of whom. */
  correction: z
    .object({
      number: z.int().min(1),
      reason: z.string(),
      changes: z.array(z.object({ who: z.string(), what: z.string(), before: z.string(), after: z.string() })),
    })
    .nullable(),
  /** The figures it shows, for machines: rows in the order of the table; null of a person: withheld. */
  figures: z
    .array(
      z.object({
        name: z.string(),
        office: z.string(),
        post: z.string(),
        /** In hundredths of a point; null: withheld, or not known yet. */
        score: z.int().nullable(),
        rank: z.int().nullable(),
        grade: z.string().nullable(),
      }),
    )
    .nullable(),
})
export type BulletinContent = z.infer<typeof bulletinContentSchema>
