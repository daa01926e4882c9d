import { z } from 'zod'
import { localDate, parseLocalDate } from '../../domain/primitives/local-date.ts'
import { absenceKinds } from '../../domain/roster/absence.ts'
import { employments } from '../../domain/roster/assignment.ts'
import { posts } from '../../domain/scheme/scheme.ts'
import type { ChangePreview, ScoreChange } from '../../queries/preview-changes.ts'
import type { ChartView } from '../../queries/read-organisation-chart.ts'
import { answer, endpoint } from './endpoint.ts'
import { importMode, sheetFormat, type ImportReport } from './people.ts'

export type { ChangePreview, ChartView, ScoreChange }

const dayField = z.iso
  .date('请填写日期，如 2026-03-09')
  .refine((text) => parseLocalDate(text) !== null && text >= '1950' && text < '2101', '日期须在1950年至2100年之间')
  .transform((text) => localDate(text))
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `最多${String(most)}个字`)

const officesField = z.array(words(60).min(1)).max(60)
const placeField = z.object({
  office: words(60),
  post: z.enum(posts),
  inChargeOf: officesField,
  employment: z.enum(employments).nullable(),
})
const eventField = z.object({
  what: z.enum(['join', 'move', 'leave', 'absence-start', 'absence-end']),
  on: dayField,
})

/** One change, made of one person or of several alike. */
const changeField = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('join'), on: dayField, name: words(40), place: placeField }),
  z.object({ kind: z.literal('move'), on: dayField, place: placeField.partial() }),
  z.object({ kind: z.literal('leave'), on: dayField }),
  z.object({ kind: z.enum(absenceKinds), on: dayField, to: dayField.nullable(), note: words(200) }),
  z.object({ kind: z.literal('return'), on: dayField }),
  z.object({ kind: z.literal('correct'), event: eventField, on: dayField }),
  z.object({ kind: z.literal('cancel'), event: eventField }),
])

const changeRequest = z.object({
  /** Who: one 工号, or several whom the same happens to. */
  staffNumbers: z
    .array(
      z
        .string()
        .trim()
        .min(1)
        .max(32)
        .regex(/^[^\s@]\S*$/, '工号不含空格，不以 @ 开头'),
    )
    .min(1, '请选择人员')
    .max(500),
  change: changeField,
})
export type PeopleChangeRequest = z.input<typeof changeRequest>

export type PeopleChanged = { readonly changed: number; readonly unchanged: number }

export const peopleChangeEndpoints = {
  /** What the change would make of days and scores, or why it does not fit; nothing is stored. */
  previewPeopleChange: endpoint({
    method: 'POST',
    path: '/api/people/changes/preview',
    readsOnly: true,
    access: { action: 'people.change' },
    body: changeRequest,
    answer: answer<ChangePreview>(),
  }),
  changePeople: endpoint({
    method: 'POST',
    path: '/api/people/changes',
    access: { action: 'people.change' },
    idempotent: true,
    body: changeRequest
      .extend({ reason: words(200) })
      .refine(({ change, reason }) => reason !== '' || (change.kind !== 'correct' && change.kind !== 'cancel'), {
        path: ['reason'],
        error: '更正和取消请写明原因',
      }),
    answer: answer<PeopleChanged>(),
  }),
  readOrganisationChart: endpoint({
    method: 'GET',
    path: '/api/people/chart',
    access: { action: 'people.read' },
    query: z.object({ on: dayField.optional() }),
    answer: answer<ChartView>(),
  }),
  downloadChangeTemplate: endpoint({
    method: 'GET',
    path: '/api/templates/changes',
    access: { action: 'people.read' },
    query: sheetFormat,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  importChanges: endpoint({
    method: 'POST',
    path: '/api/imports/changes',
    access: { action: 'people.change' },
    upload: true,
    body: importMode,
    answer: answer<ImportReport>(),
  }),
  /** The uploaded sheet back with an error column. */
  markChangeProblems: endpoint({
    method: 'POST',
    path: '/api/imports/changes/problems',
    readsOnly: true,
    access: { action: 'people.change' },
    upload: true,
    body: z.object({}),
    answers: 'file',
    answer: answer<Blob>(),
  }),
}
