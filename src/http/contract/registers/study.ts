import { z } from 'zod'
import { longestNote, studyDefinition, type StudyBody } from '../../../domain/registers/study/study-record.ts'
import type {
  StudyCopyView,
  StudyStanding,
  StudyStandingRow,
} from '../../../queries/registers/study-standing-view.ts'
import type { WaitingNote, WaitingNotes } from '../../../queries/registers/list-waiting-notes.ts'
import { answer, endpoint } from '../endpoint.ts'
import { yearField } from '../year-field.ts'
import {
  addRecord,
  listRecords,
  recordStep,
  recordStepFields,
  withdrawRecord,
  type RecordAnswer,
} from './record-endpoints.ts'

/** So many pieces are checked in one go. */
export const mostNotesAtOnce = 50

export type { WaitingNote, WaitingNotes, StudyCopyView, StudyStanding, StudyStandingRow }

const titleField = z.string().trim().min(1, '请填写题目').max(60, '题目最多60个字')
const sourceField = z
  .string()
  .trim()
  .max(100, '所读书目或文件最多100个字')
  .nullish()
  .transform((text) => (text === undefined || text === '' ? null : text))

const accepted = recordStepFields.extend({
  outcome: z.literal('accepted'),
  /** Whole words of a picture or a scan; null: as the program counted them. */
  words: z.int('字数是整数').min(1, '字数至少是1').max(100_000, '字数太大，请核对').nullable().default(null),
})
const returned = recordStepFields.extend({
  outcome: z.literal('returned'),
  reason: z.string().trim().min(1, '请填写退回的原因').max(200, '最多200个字'),
})
const checkFields = z.discriminatedUnion('outcome', [accepted, returned])
const ofRecord = { recordId: z.uuid() }

/** 政治学习: reading notes, by pieces and words. */
export const studyEndpoints = {
  listStudyNotes: listRecords(studyDefinition, 'study.read'),
  /** What came on paper, with the words that were counted there. */
  addStudyNote: addRecord(studyDefinition, 'study.keep'),
  withdrawStudyNote: withdrawRecord(studyDefinition, 'study.keep'),
  /** One's own piece, typed; its words are counted here. */
  fileStudyNote: endpoint({
    method: 'POST',
    path: '/api/registers/study/own',
    access: { action: 'study.file' },
    idempotent: true,
    body: z.object({
      title: titleField,
      source: sourceField,
      text: z
        .string()
        .trim()
        .min(1, '请填写笔记的内容')
        .max(longestNote, `一篇最多${String(longestNote)}字，请分几篇交`),
    }),
    answer: answer<RecordAnswer<StudyBody>>(),
  }),
  /** One's own piece as a file: the words of a .docx are counted, those of a picture or a scan typed in by the office. */
  fileStudyDocument: endpoint({
    method: 'POST',
    path: '/api/registers/study/own/files',
    access: { action: 'study.file' },
    idempotent: true,
    upload: true,
    mostMegabytes: 10,
    body: z.object({ title: titleField, source: sourceField }),
    answer: answer<RecordAnswer<StudyBody>>(),
  }),
  takeBackStudyNote: recordStep(studyDefinition, 'taking-back', 'study.file', recordStepFields),
  checkStudyNote: recordStep(studyDefinition, 'check', 'study.keep', checkFields),
  /** What waits to be checked, the longest waiting first, each with what it may be copied from. */
  listWaitingNotes: endpoint({
    method: 'GET',
    path: '/api/registers/study/waiting',
    access: { action: 'study.keep' },
    answer: answer<WaitingNotes>(),
  }),
  /** Several at once, each with its own verdict: all of them, or none. */
  checkStudyNotes: endpoint({
    method: 'POST',
    path: '/api/registers/study/checks',
    access: { action: 'study.keep' },
    idempotent: true,
    body: z.object({
      checks: z
        .array(z.discriminatedUnion('outcome', [accepted.extend(ofRecord), returned.extend(ofRecord)]))
        .min(1, '请先选择笔记')
        .max(mostNotesAtOnce, `一次最多${String(mostNotesAtOnce)}篇`)
        .refine(
          (checks) => new Set(checks.map(({ recordId }) => recordId)).size === checks.length,
          '一篇只判一次',
        ),
    }),
    answer: answer<{ readonly accepted: number; readonly returned: number }>(),
  }),
  readStudyStanding: endpoint({
    method: 'GET',
    path: '/api/registers/study/standing',
    access: { action: 'study.read' },
    query: z.object({ year: yearField }),
    answer: answer<StudyStanding>(),
  }),
  /** Pieces that hold the same text or file. */
  readStudyCopies: endpoint({
    method: 'GET',
    path: '/api/registers/study/{recordId}/copies',
    access: { action: 'study.keep' },
    params: z.object({ recordId: z.uuid() }),
    answer: answer<{ readonly copies: readonly StudyCopyView[] }>(),
  }),
}
