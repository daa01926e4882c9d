import { z } from 'zod'
import { dutyDefinition } from '../../../domain/registers/duty/duty-record.ts'
import {
  dutyPosts,
  dutySettingsSchema,
  dutyShifts,
  type DutySettings,
} from '../../../domain/registers/duty/duty-settings.ts'
import type { DutyFinding } from '../../../domain/registers/duty/plan-duty.ts'
import type { ClassCounts, DayClass } from '../../../domain/registers/duty/day-class.ts'
import type { DutyPost, DutyShift } from '../../../domain/registers/duty/duty-settings.ts'
import type {
  DutyCountView,
  DutyDayView,
  DutyMonth,
  DutyTurnView,
} from '../../../queries/registers/read-duty-month.ts'
import { dayField } from '../day-field.ts'
import { answer, endpoint } from '../endpoint.ts'
import { sheetFormat } from '../people.ts'
import { addRecord, listRecords } from './record-endpoints.ts'

export type { DutyCountView, DutyDayView, DutyMonth, DutyTurnView }

/** A roster as it would be; the digest names it, so that what is applied is what was looked at. */
export type DutyPreview = {
  readonly places: readonly {
    readonly day: string
    readonly dayClass: DayClass
    readonly post: DutyPost
    readonly shift: DutyShift
    readonly staffNumber: string
    readonly name: string
  }[]
  /** What could not be met, each with its sentence. */
  readonly findings: readonly { readonly code: DutyFinding['code']; readonly words: string }[]
  /** Turns of the year, before and after, with what newcomers are credited with. */
  readonly counts: readonly {
    readonly staffNumber: string
    readonly name: string
    readonly post: DutyPost
    readonly before: ClassCounts
    readonly after: ClassCounts
  }[]
  /** Turns that stay, and turns that are given out anew. */
  readonly kept: number
  readonly replaced: number
  readonly digest: string
}

const monthField = z.string().regex(/^(?:19|2\d)\d\d-(?:0[1-9]|1[0-2])$/, '月份请写成2026-03')
const turnPath = z.object({ turnId: z.uuid() })
const revisionField = z.int().min(1).max(1_000_000_000)
const reasonField = z.string().trim().min(1, '请填写原因').max(200, '最多200个字')
const wordsField = z.string().trim().max(200, '最多200个字').default('')

const spanFields = z
  .object({
    from: dayField('请填写起始日期'),
    to: dayField('请填写结束日期'),
    /** Give out turns that have not begun once more, and not only free places. */
    again: z.boolean().default(false),
    digest: z.string().length(64).optional(),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], error: '结束日期不能早于起始日期' })
  .refine(({ from, to }) => from.slice(0, 4) === to.slice(0, 4), {
    path: ['to'],
    error: '值班次数按年计，跨年的请分两次排',
  })

export type DutyStepAnswer = { readonly turn: DutyTurnView }

/** 值班. */
export const dutyEndpoints = {
  listDuty: listRecords(dutyDefinition, 'duty.read'),
  addDuty: addRecord(dutyDefinition, 'duty.keep'),
  withdrawDuty: endpoint({
    method: 'POST',
    path: '/api/duty/turns/{turnId}/withdrawal',
    access: { action: 'duty.keep' },
    params: turnPath,
    body: z.object({ revision: revisionField, reason: reasonField }),
    answer: answer<{ readonly id: string }>(),
  }),
  readDutyMonth: endpoint({
    method: 'GET',
    path: '/api/duty',
    access: { action: 'duty.read' },
    query: z.object({ month: monthField }),
    answer: answer<DutyMonth>(),
  }),
  downloadDutyMonth: endpoint({
    method: 'GET',
    path: '/api/duty/sheet',
    access: { action: 'duty.read' },
    query: sheetFormat.extend({ month: monthField }),
    answers: 'file',
    answer: answer<Blob>(),
  }),
  previewDutyRoster: endpoint({
    method: 'POST',
    path: '/api/duty/preview',
    readsOnly: true,
    access: { action: 'duty.keep' },
    body: spanFields,
    answer: answer<DutyPreview>(),
  }),
  applyDutyRoster: endpoint({
    method: 'POST',
    path: '/api/duty/roster',
    access: { action: 'duty.keep' },
    idempotent: true,
    body: spanFields,
    answer: answer<{ readonly added: number; readonly takenBack: number }>(),
  }),
  /** Another person, post, shift or note in its place. */
  changeDuty: endpoint({
    method: 'PUT',
    path: '/api/duty/turns/{turnId}',
    access: { action: 'duty.keep' },
    params: turnPath,
    body: z.object({
      revision: revisionField,
      staffNumber: z.string().min(1, '请选择值班人').max(32),
      post: z.enum(dutyPosts),
      shift: z.enum(dutyShifts),
      note: z.string().trim().max(200, '最多200个字').nullable(),
      reason: reasonField,
    }),
    answer: answer<DutyStepAnswer>(),
  }),
  /** 签到 by the person, within the shift's hours. */
  checkInToDuty: endpoint({
    method: 'POST',
    path: '/api/duty/turns/{turnId}/check-in',
    access: { action: 'duty.serve' },
    idempotent: true,
    params: turnPath,
    body: z.object({ revision: revisionField }),
    answer: answer<DutyStepAnswer>(),
  }),
  /** 查岗. */
  checkDuty: endpoint({
    method: 'POST',
    path: '/api/duty/turns/{turnId}/check',
    access: { action: 'duty.keep' },
    params: turnPath,
    body: z.object({ revision: revisionField, found: z.enum(['present', 'missing']), words: wordsField }),
    answer: answer<DutyStepAnswer>(),
  }),
  askDutySwap: endpoint({
    method: 'POST',
    path: '/api/duty/turns/{turnId}/swap',
    access: { action: 'duty.serve' },
    params: turnPath,
    body: z.object({
      revision: revisionField,
      to: z.string().min(1, '请选择换给谁').max(32),
      /** The turn of the other's that is taken in return; null: none. */
      inReturn: z.uuid().nullable(),
      reason: z.string().trim().min(1, '请写明原因').max(100, '最多100个字'),
    }),
    answer: answer<DutyStepAnswer>(),
  }),
  answerDutySwap: endpoint({
    method: 'POST',
    path: '/api/duty/turns/{turnId}/swap-answer',
    access: { action: 'duty.serve' },
    params: turnPath,
    body: z.object({
      revision: revisionField,
      answer: z.enum(['swap-accepted', 'swap-refused', 'swap-taken-back']),
    }),
    answer: answer<DutyStepAnswer>(),
  }),
  changeDutySettings: endpoint({
    method: 'PUT',
    path: '/api/duty-settings',
    access: { action: 'register.configure' },
    body: dutySettingsSchema,
    answer: answer<{ readonly settings: DutySettings }>(),
  }),
}
