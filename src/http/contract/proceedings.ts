import { z } from 'zod'
import { outcomes } from '../../domain/review/step-deed.ts'
import type { CureChange, CurePreview, PublishedOver } from '../../queries/preview-cure.ts'
import type {
  MemberView,
  ProceedingHead,
  ProceedingSubjectView,
  ProceedingView,
  StepView,
} from '../../queries/proceeding-view.ts'
import { dayField } from './day-field.ts'
import { answer, endpoint } from './endpoint.ts'

export type {
  CureChange,
  CurePreview,
  MemberView,
  ProceedingHead,
  ProceedingSubjectView,
  ProceedingView,
  PublishedOver,
  StepView,
}

/** An entry that somebody objects to, for the mark beside it. */
export type EntryUnderObjection = {
  readonly entryId: string
  readonly proceedingId: string
  readonly year: number
  readonly number: number
}

const proceedingParams = z.object({ proceedingId: z.uuid() })
/** How many steps the page shows: when somebody took another meanwhile, nothing is done. */
const seenField = z.int().min(1)
const wordsField = (missing: string) => z.string().trim().min(5, `${missing}，至少5个字`).max(4000, '最多4000个字')
const nameField = z.string().trim().min(1, '请填写姓名').max(100)

/** 会议纪要 as it is filled in. */
export const minutesFields = z.object({
  title: z.string().trim().min(1, '请填写会议纪要的文号或名称').max(200),
  meetingOn: dayField('请填写开会日期'),
  present: z.array(nameField).min(1, '请填写参加会议的成员').max(50),
  recused: z.array(nameField).max(50),
})

const outcomeField = z.enum(outcomes)

export const proceedingEndpoints = {
  /** Within reach, those that are open first, then the latest. */
  listProceedings: endpoint({
    method: 'GET',
    path: '/api/proceedings',
    access: { action: 'proceeding.read' },
    query: z.object({
      kind: z.enum(['objection', 'discretion']).optional(),
      year: z.coerce.number().int().min(1900).max(2200).optional(),
    }),
    answer: answer<{ readonly proceedings: readonly ProceedingHead[] }>(),
  }),
  readProceeding: endpoint({
    method: 'GET',
    path: '/api/proceedings/{proceedingId}',
    access: { action: 'proceeding.read' },
    params: proceedingParams,
    answer: answer<ProceedingView>(),
  }),
  /** Entries within reach that an open objection speaks of. */
  listEntriesUnderObjection: endpoint({
    method: 'GET',
    path: '/api/objections/entries',
    access: { action: 'proceeding.read' },
    answer: answer<{ readonly entries: readonly EntryUnderObjection[] }>(),
  }),
  fileObjection: endpoint({
    method: 'POST',
    path: '/api/objections',
    access: { action: 'objection.file' },
    idempotent: true,
    body: z.object({
      subject: z.discriminatedUnion('about', [
        z.object({ about: z.literal('entry'), entryId: z.uuid() }),
        z.object({
          about: z.literal('figure'),
          bulletinId: z.uuid(),
          what: z.string().trim().min(1, '请写明是哪个数').max(200, '最多200个字'),
        }),
      ]),
      words: wordsField('请写明哪里不对、为什么'),
    }),
    answer: answer<ProceedingView>(),
  }),
  withdrawObjection: endpoint({
    method: 'POST',
    path: '/api/objections/{proceedingId}/withdrawal',
    access: { action: 'objection.file' },
    idempotent: true,
    params: proceedingParams,
    body: z.object({ seen: seenField, words: z.string().trim().max(4000) }),
    answer: answer<ProceedingView>(),
  }),
  answerObjection: endpoint({
    method: 'POST',
    path: '/api/objections/{proceedingId}/answer',
    access: { action: 'objection.answer' },
    idempotent: true,
    params: proceedingParams,
    body: z.object({ seen: seenField, outcome: outcomeField, reasons: wordsField('请写明理由') }),
    answer: answer<ProceedingView>(),
  }),
  askForReview: endpoint({
    method: 'POST',
    path: '/api/objections/{proceedingId}/review-request',
    access: { action: 'objection.file' },
    idempotent: true,
    params: proceedingParams,
    body: z.object({ seen: seenField, words: wordsField('请写明为什么申请复核') }),
    answer: answer<ProceedingView>(),
  }),
  /** 回避: puts on record who takes no part in the decision. */
  recordRecusal: endpoint({
    method: 'POST',
    path: '/api/proceedings/{proceedingId}/recusals',
    access: { action: ['objection.answer', 'review.decide', 'discretion.decide'] },
    idempotent: true,
    params: proceedingParams,
    body: z.object({
      seen: seenField,
      who: nameField,
      why: z.string().trim().min(1, '请写明回避的原因').max(1000),
    }),
    answer: answer<ProceedingView>(),
  }),
  decideReview: endpoint({
    method: 'POST',
    path: '/api/objections/{proceedingId}/review',
    access: { action: 'review.decide' },
    idempotent: true,
    params: proceedingParams,
    body: z.object({
      seen: seenField,
      outcome: outcomeField,
      reasons: wordsField('请写明理由'),
      minutes: minutesFields,
    }),
    answer: answer<ProceedingView>(),
  }),
  /** 申诉 to the district: put on record, with its outcome once there is one. */
  recordAppeal: endpoint({
    method: 'POST',
    path: '/api/objections/{proceedingId}/appeals',
    access: { action: 'appeal.record' },
    idempotent: true,
    params: proceedingParams,
    body: z.object({
      seen: seenField,
      day: dayField('请填写日期'),
      outcome: z.enum(['pending', ...outcomes]),
      words: z.string().trim().min(1, '请写明申诉或处理的情况').max(4000),
    }),
    answer: answer<ProceedingView>(),
  }),
  /** Everyone's change in score, rank and pay by reversing what was upheld, and what was published with it. */
  previewCure: endpoint({
    method: 'GET',
    path: '/api/objections/{proceedingId}/cure/preview',
    access: { action: 'entry.reverse' },
    audited: 'look',
    params: proceedingParams,
    answer: answer<{
      /** null: nothing is left to reverse. */
      readonly preview: CurePreview | null
      readonly publishedOver: readonly PublishedOver[]
    }>(),
  }),
  /** Reverses the entry objected to, and says so in the objection; one that is reversed already is only noted. */
  cureByReversal: endpoint({
    method: 'POST',
    path: '/api/objections/{proceedingId}/cure',
    access: { action: 'entry.reverse' },
    idempotent: true,
    params: proceedingParams,
    body: z.object({ seen: seenField }),
    answer: answer<ProceedingView>(),
  }),
  /** Says which correcting bulletin has put a published figure right. */
  cureByCorrection: endpoint({
    method: 'POST',
    path: '/api/objections/{proceedingId}/correction',
    access: { action: 'bulletin.publish' },
    idempotent: true,
    params: proceedingParams,
    body: z.object({ seen: seenField, bulletinId: z.uuid() }),
    answer: answer<ProceedingView>(),
  }),
  /** The whole of it in official layout. */
  downloadProceeding: endpoint({
    method: 'GET',
    path: '/api/proceedings/{proceedingId}/file',
    access: { action: 'proceeding.read' },
    params: proceedingParams,
    answers: 'file',
    answer: answer<Blob>(),
  }),
}
