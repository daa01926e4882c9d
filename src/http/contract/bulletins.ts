import { z } from 'zod'
import { bulletinTermsSchema, type BulletinTerms } from '../../domain/bulletin/bulletin-terms.ts'
import { draftedKinds } from '../../domain/bulletin/bulletin-titles.ts'
import type { BulletinAudience, BulletinContent, BulletinKind } from '../../domain/bulletin/bulletin.ts'
import { reasonField } from './adoption.ts'
import { answer, endpoint } from './endpoint.ts'
import { periodField } from './results.ts'
import { yearField } from './year-field.ts'

/** A published bulletin in the list. */
export type BulletinRow = {
  readonly id: string
  readonly kind: BulletinKind
  readonly period: string
  readonly year: number
  readonly number: number
  readonly title: string
  readonly state: 'notice' | 'final' | 'withdrawn'
  readonly audience: BulletinAudience
  readonly publishedAt: string
  readonly publishedBy: string
  /** Days; `workingDaysLeft` after today up to the last; over from the day after it. */
  readonly notice: {
    readonly from: string
    readonly to: string
    readonly workingDaysLeft: number
    readonly isOver: boolean
  } | null
  readonly final: { readonly at: string; readonly by: string } | null
  readonly withdrawn: { readonly at: string; readonly by: string; readonly reason: string } | null
  /** What it corrects, and what corrects it. */
  readonly corrects: { readonly id: string; readonly number: number } | null
  readonly correctedBy: { readonly id: string; readonly number: number } | null
}

/** With what it shows; `head` is the town's log with its publication as the last leaf. */
export type BulletinDetail = BulletinRow & {
  readonly content: BulletinContent
  readonly contentDigest: string
  readonly head: { readonly size: number; readonly root: string }
  /** What the QR code beside the head holds. */
  readonly headText: string
  /** Open objections against it or against what it is made from; null: not for these eyes. */
  readonly openObjections: number | null
}

export type BulletinDraftRow = {
  readonly id: string
  readonly kind: BulletinKind
  readonly period: string
  readonly title: string
  readonly at: string
  readonly by: string
}

export type BulletinWarningRow = {
  readonly code: 'unconfirmed' | 'months-open' | 'partial' | 'tied'
  readonly count: number
  readonly months: readonly string[]
}

/** What would be published now. `digest` goes along with the publication, which is refused when it has become another. */
export type BulletinPreview =
  | { readonly ready: false; readonly code: string; readonly message: string }
  | {
      readonly ready: true
      readonly digest: string
      readonly content: BulletinContent
      readonly warnings: readonly BulletinWarningRow[]
      /** The number and title of what it corrects. */
      readonly corrects: { readonly id: string; readonly number: number; readonly title: string } | null
    }

export type BulletinDraftDetail = BulletinDraftRow & {
  readonly terms: BulletinTerms
  /** The terms the scheme begins it with, and whether they are this system's own suggestion. */
  readonly suggested: { readonly terms: BulletinTerms; readonly isDefault: boolean }
  readonly preview: BulletinPreview
}

const draftParams = z.object({ bulletinDraftId: z.uuid() })
const bulletinParams = z.object({ bulletinId: z.uuid() })
const formatQuery = z.object({ format: z.enum(['docx', 'xlsx']) })
const publish = { action: 'bulletin.publish' } as const
const read = { action: 'bulletin.read' } as const
/** When the draft that was looked at was last changed: refused when somebody changed it since. */
const seenField = z.iso.datetime()
const titleField = z.string().trim().min(1, '请填写标题').max(100, '标题最多100字')

export const bulletinEndpoints = {
  /** The latest published first; drafts only to who publishes. */
  listBulletins: endpoint({
    method: 'GET',
    path: '/api/bulletins',
    access: read,
    query: z.object({ year: yearField.optional() }),
    answer: answer<{
      readonly bulletins: readonly BulletinRow[]
      readonly drafts: readonly BulletinDraftRow[] | null
      /** Years that have any. */
      readonly years: readonly number[]
    }>(),
  }),
  readBulletin: endpoint({
    method: 'GET',
    path: '/api/bulletins/{bulletinId}',
    access: read,
    audited: 'look',
    params: bulletinParams,
    answer: answer<BulletinDetail>(),
  }),
  downloadBulletin: endpoint({
    method: 'GET',
    path: '/api/bulletins/{bulletinId}/file',
    access: read,
    params: bulletinParams,
    query: formatQuery,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  finaliseBulletin: endpoint({
    method: 'POST',
    path: '/api/bulletins/{bulletinId}/finalisation',
    access: publish,
    params: bulletinParams,
    answer: answer<BulletinRow>(),
  }),
  withdrawBulletin: endpoint({
    method: 'POST',
    path: '/api/bulletins/{bulletinId}/withdrawal',
    access: publish,
    params: bulletinParams,
    body: z.object({ reason: reasonField }),
    answer: answer<BulletinRow>(),
  }),
  /** Asked again of the same kind and period it answers the draft there is. */
  startBulletinDraft: endpoint({
    method: 'POST',
    path: '/api/bulletin-drafts',
    access: publish,
    body: z
      .object({ kind: z.enum(draftedKinds), period: periodField, reason: z.string().trim().max(500).optional() })
      .refine(({ kind, period }) => /-Q/.test(period) === (kind === 'quarterly') && !/-\d/.test(period), {
        message: '季度通报的考核期如 2026-Q3，其他的如 2026',
        path: ['period'],
      }),
    answer: answer<BulletinDraftRow>(),
  }),
  readBulletinDraft: endpoint({
    method: 'GET',
    path: '/api/bulletin-drafts/{bulletinDraftId}',
    access: publish,
    audited: 'look',
    params: draftParams,
    answer: answer<BulletinDraftDetail>(),
  }),
  changeBulletinDraft: endpoint({
    method: 'PUT',
    path: '/api/bulletin-drafts/{bulletinDraftId}',
    access: publish,
    params: draftParams,
    body: z.object({ title: titleField, terms: bulletinTermsSchema, seen: seenField }),
    answer: answer<BulletinDraftRow>(),
  }),
  discardBulletinDraft: endpoint({
    method: 'DELETE',
    path: '/api/bulletin-drafts/{bulletinDraftId}',
    access: publish,
    params: draftParams,
    query: z.object({ seen: seenField }),
    answer: answer<{ readonly discarded: true }>(),
  }),
  downloadBulletinDraft: endpoint({
    method: 'GET',
    path: '/api/bulletin-drafts/{bulletinDraftId}/file',
    access: publish,
    params: draftParams,
    query: formatQuery,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  publishBulletin: endpoint({
    method: 'POST',
    path: '/api/bulletin-drafts/{bulletinDraftId}/publication',
    access: publish,
    idempotent: true,
    params: draftParams,
    body: z.object({
      digest: z.string().regex(/^[0-9a-f]{64}$/, '请刷新页面后再发布'),
      title: z.string().max(200),
    }),
    answer: answer<BulletinRow>(),
  }),
  /** 个人成绩单 as a document: of the day it is asked for, without a number. */
  downloadScoreSheet: endpoint({
    method: 'GET',
    path: '/api/people/{staffNumber}/score-sheet/file',
    access: { action: 'score.read' },
    params: z.object({ staffNumber: z.string().min(1) }),
    query: z.object({ period: periodField, format: z.enum(['docx', 'xlsx']) }),
    answers: 'file',
    answer: answer<Blob>(),
  }),
}
