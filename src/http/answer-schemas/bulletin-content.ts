import { z } from 'zod'
import { bulletinKinds } from '../../domain/bulletin/bulletin.ts'
import { component } from './answers-of.ts'
import { count, day, words } from './fields.ts'

const block = component(
  'BulletinBlock',
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('heading'),
      level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      text: words,
    }),
    z.object({ kind: z.literal('paragraph'), text: words }),
    z.object({
      kind: z.literal('table'),
      title: words.nullable(),
      columns: z.array(z.object({ title: words, width: z.int().min(1), figure: z.boolean() })).min(1),
      rows: z.array(z.array(words)),
      sums: z.int().min(1).optional(),
    }),
    z.object({ kind: z.literal('signatures'), lines: z.array(words).min(1) }),
  ]),
)

/** What a bulletin shows, as it was or would be published. */
export const bulletinContent = component(
  'BulletinContent',
  z.object({
    format: z.literal('gongdao-bulletin/1'),
    kind: z.enum(bulletinKinds),
    town: words,
    period: words,
    year: z.int(),
    number: count,
    title: words,
    subtitle: words.nullable(),
    blocks: z.array(block),
    asOf: day,
    publishedOn: day,
    engineVersion: words,
    schemes: z.array(z.object({ version: count, title: words, effectiveFrom: day })),
    ledgerPosition: count,
    notice: z.object({ from: day, to: day, contact: words, scope: words }).nullable(),
    correction: z
      .object({
        number: count,
        reason: words,
        changes: z.array(z.object({ who: words, what: words, before: words, after: words })),
      })
      .nullable(),
    figures: z
      .array(
        z.object({
          name: words,
          office: words,
          post: words,
          score: z.int().nullable(),
          rank: z.int().nullable(),
          grade: words.nullable(),
        }),
      )
      .nullable(),
  }),
)
