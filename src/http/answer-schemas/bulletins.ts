import { z } from 'zod'
import { bulletinKinds } from '../../domain/bulletin/bulletin.ts'
import { bulletinTermsSchema } from '../../domain/bulletin/bulletin-terms.ts'
import type { bulletinEndpoints } from '../contract/bulletins.ts'
import { answersOf, component, file, json } from './answers-of.ts'
import { bulletinContent } from './bulletin-content.ts'
import { count, day, instant, words } from './fields.ts'

const signed = z.object({ at: instant, by: words })
const reference = z.object({ id: z.uuid(), number: count })
const kind = z.enum(bulletinKinds)

const row = {
  id: z.uuid(),
  kind,
  period: words,
  year: z.int(),
  number: count,
  title: words,
  state: z.enum(['notice', 'final', 'withdrawn']),
  audience: z.enum(['town', 'pay', 'person']),
  publishedAt: instant,
  publishedBy: words,
  notice: z.object({ from: day, to: day, workingDaysLeft: count, isOver: z.boolean() }).nullable(),
  final: signed.nullable(),
  withdrawn: z.object({ at: instant, by: words, reason: words }).nullable(),
  corrects: reference.nullable(),
  correctedBy: reference.nullable(),
}
const bulletinRow = component('Bulletin', z.object(row))

const draft = { id: z.uuid(), kind, period: words, title: words, at: instant, by: words }
const draftRow = component('BulletinDraft', z.object(draft))

const preview = z.discriminatedUnion('ready', [
  z.object({ ready: z.literal(false), code: words, message: words }),
  z.object({
    ready: z.literal(true),
    digest: words,
    content: bulletinContent,
    warnings: z.array(
      z.object({
        code: z.enum(['unconfirmed', 'months-open', 'partial', 'tied']),
        count,
        months: z.array(words),
      }),
    ),
    corrects: z.object({ id: z.uuid(), number: count, title: words }).nullable(),
  }),
])

export const bulletinAnswers = answersOf<typeof bulletinEndpoints>()({
  listBulletins: json(
    z.object({ bulletins: z.array(bulletinRow), drafts: z.array(draftRow).nullable(), years: z.array(z.int()) }),
  ),
  readBulletin: json(
    z.object({
      ...row,
      content: bulletinContent,
      contentDigest: words,
      head: z.object({ size: count, root: words }),
      headText: words,
      openObjections: count.nullable(),
    }),
    [404],
  ),
  downloadBulletin: file([404]),
  finaliseBulletin: json(bulletinRow, [404, 409]),
  withdrawBulletin: json(bulletinRow, [404, 409]),
  startBulletinDraft: json(draftRow),
  readBulletinDraft: json(
    z.object({
      ...draft,
      terms: bulletinTermsSchema,
      suggested: z.object({ terms: bulletinTermsSchema, isDefault: z.boolean() }),
      preview,
    }),
    [404],
  ),
  changeBulletinDraft: json(draftRow, [404, 409]),
  discardBulletinDraft: json(z.object({ discarded: z.literal(true) }), [404, 409]),
  downloadBulletinDraft: file([404, 422]),
  publishBulletin: json(bulletinRow, [404, 409, 422]),
  downloadScoreSheet: file([404, 422]),
})
