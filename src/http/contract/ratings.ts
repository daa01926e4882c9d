import { z } from 'zod'
import { answer, endpoint } from './endpoint.ts'
import { yearField } from './year-field.ts'
import { importMode, sheetFormat, type ImportReport } from './people.ts'

/** Marks of one person in one rated category; hundredths of 0–100. */
export type PersonRating = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly categoryId: string
  readonly groups: readonly {
    readonly group: string
    readonly weight: number
    readonly marks: readonly RatingMarkRow[]
    readonly missing: boolean
  }[]
  /** A mark given as the person's whole, without a rater group. */
  readonly whole: RatingMarkRow | null
  readonly score: number | null
}

export type RatingMarkRow = {
  readonly id: string
  readonly mark: number
  /** Where it comes from: a ballot sheet, a meeting, a document. */
  readonly source: string
  readonly at: string
  readonly by: string
}

/** A sheet's marks are of one year and one source: a ballot, a meeting. */
const ratingSheetFields = z.object({
  year: yearField,
  source: z.string().trim().min(1, '请填写来源').max(200),
})

export const ratingEndpoints = {
  listRatings: endpoint({
    method: 'GET',
    path: '/api/ratings',
    access: { action: 'rating.read' },
    audited: 'look',
    query: z.object({ year: yearField }),
    answer: answer<{
      readonly categories: readonly {
        readonly id: string
        readonly title: string
        readonly full: number | null
        /** Who rates with what weight is the system's suggestion, not in the regulation. */
        readonly isSuggested: boolean
      }[]
      readonly people: readonly PersonRating[]
      readonly missingPeople: number
    }>(),
  }),
  addMark: endpoint({
    method: 'POST',
    path: '/api/ratings',
    access: { action: 'rating.record' },
    idempotent: true,
    body: z.object({
      year: yearField,
      staffNumber: z.string().min(1),
      categoryId: z.string().min(1),
      group: z.string().nullable(),
      mark: z.string().max(20),
      source: z.string().trim().min(1, '请填写来源，如 12月20日民主评议表').max(200),
    }),
    answer: answer<{ readonly rating: PersonRating }>(),
  }),
  /** A mark entered by mistake is withdrawn with a reason; it stays on record. */
  withdrawMark: endpoint({
    method: 'POST',
    path: '/api/ratings/{markId}/withdrawal',
    access: { action: 'rating.record' },
    params: z.object({ markId: z.uuid() }),
    body: z.object({ reason: z.string().trim().min(1, '请填写原因').max(500) }),
    answer: answer<{ readonly rating: PersonRating }>(),
  }),
  downloadRatingTemplate: endpoint({
    method: 'GET',
    path: '/api/templates/ratings',
    access: { action: 'rating.read' },
    query: sheetFormat,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  importRatings: endpoint({
    method: 'POST',
    path: '/api/imports/ratings',
    access: { action: 'rating.record' },
    upload: true,
    idempotent: true,
    body: ratingSheetFields.extend(importMode.shape),
    answer: answer<ImportReport>(),
  }),
  markRatingProblems: endpoint({
    method: 'POST',
    path: '/api/imports/ratings/problems',
    readsOnly: true,
    access: { action: 'rating.record' },
    upload: true,
    body: ratingSheetFields,
    answers: 'file',
    answer: answer<Blob>(),
  }),
}
