import { z } from 'zod'
import { gatheringDefinition, gatheringKinds } from '../../../domain/registers/gathering/gathering-record.ts'
import type { Attendance, GatheringView } from '../../../queries/registers/read-gathering.ts'
import { bodyTime } from '../../../domain/registers/body-fields.ts'
import { dayField } from '../day-field.ts'
import { answer, endpoint } from '../endpoint.ts'
import { importMode, sheetFormat, type ImportReport } from '../people.ts'
import { yearField } from '../year-field.ts'
import { addRecord } from './record-endpoints.ts'

export type { Attendance, GatheringView }

export type GatheringDetail = {
  readonly gathering: GatheringView
  readonly attendance: readonly Attendance[]
}

/** What hangs on the wall while people come in. */
export type SignInScreen = GatheringDetail & {
  readonly code: string
  /** null: it does not change. */
  readonly secondsLeft: number | null
}

const gatheringPath = z.object({ gatheringId: z.uuid() })
const revisionField = z.int().min(1).max(1_000_000_000)
const reasonField = z.string().trim().min(1, '请填写原因').max(200, '最多200个字')
const numberField = z.string().min(1).max(40)

/** 会议、活动、学习. */
export const gatheringEndpoints = {
  listGatherings: endpoint({
    method: 'GET',
    path: '/api/gatherings',
    access: { action: 'gathering.read' },
    query: z.object({ year: yearField }),
    answer: answer<{ readonly gatherings: readonly GatheringView[] }>(),
  }),
  addGathering: addRecord(gatheringDefinition, 'gathering.keep'),
  withdrawGathering: endpoint({
    method: 'POST',
    path: '/api/gatherings/{gatheringId}/withdrawal',
    access: { action: 'gathering.keep' },
    params: gatheringPath,
    body: z.object({ revision: revisionField, reason: reasonField }),
    answer: answer<{ readonly id: string }>(),
  }),
  readGathering: endpoint({
    method: 'GET',
    path: '/api/gatherings/{gatheringId}',
    access: { action: 'gathering.read' },
    params: gatheringPath,
    answer: answer<GatheringDetail>(),
  }),
  /** 签到表: everyone called, and who came. */
  downloadGatheringRoll: endpoint({
    method: 'GET',
    path: '/api/gatherings/{gatheringId}/sheet',
    access: { action: 'gathering.keep' },
    params: gatheringPath,
    query: sheetFormat,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  changeGathering: endpoint({
    method: 'PUT',
    path: '/api/gatherings/{gatheringId}',
    access: { action: 'gathering.keep' },
    params: gatheringPath,
    body: z.object({
      revision: revisionField,
      kind: z.enum(gatheringKinds),
      title: z.string().trim().min(1, '请填写名称').max(80, '最多80个字'),
      day: dayField('请填写日期'),
      startsAt: bodyTime('开始时间'),
      place: z.string().trim().min(1).max(60, '最多60个字').nullable(),
      offices: z.array(z.string().min(1).max(60)).max(200),
      people: z.array(numberField).max(2_000),
      code: z.enum(['changing', 'fixed']),
      reason: reasonField,
    }),
    answer: answer<GatheringDetail>(),
  }),
  readSignInScreen: endpoint({
    method: 'GET',
    path: '/api/gatherings/{gatheringId}/screen',
    access: { action: 'gathering.keep' },
    params: gatheringPath,
    answer: answer<SignInScreen>(),
  }),
  signInToGathering: endpoint({
    method: 'POST',
    path: '/api/gatherings/{gatheringId}/sign-in',
    access: { action: 'gathering.sign' },
    params: gatheringPath,
    body: z.object({
      code: z
        .string()
        .trim()
        .regex(/^\d{6}$/, '签到码是6位数字'),
    }),
    answer: answer<GatheringDetail>(),
  }),
  tickGathering: endpoint({
    method: 'POST',
    path: '/api/gatherings/{gatheringId}/ticks',
    access: { action: 'gathering.keep' },
    params: gatheringPath,
    body: z.object({
      staffNumbers: z.array(numberField).min(1, '请选择人员').max(2_000),
      isPresent: z.boolean(),
    }),
    answer: answer<GatheringDetail>(),
  }),
  excuseFromGathering: endpoint({
    method: 'POST',
    path: '/api/gatherings/{gatheringId}/excuses',
    access: { action: 'gathering.keep' },
    params: gatheringPath,
    /** reason null: no longer excused. */
    body: z.object({
      staffNumber: numberField,
      reason: z.string().trim().min(1, '请写明原因').max(100, '最多100个字').nullable(),
    }),
    answer: answer<GatheringDetail>(),
  }),
  /** How many came to each of the year's gatherings, and how everybody stood to them. */
  downloadGatherings: endpoint({
    method: 'GET',
    path: '/api/exports/gatherings',
    access: { action: 'gathering.keep' },
    query: sheetFormat.extend({ year: yearField }),
    answers: 'file',
    answer: answer<Blob>(),
  }),
  /** A list signed on paper, typed up, by 姓名 or 工号; 签到表 filled in is one too. */
  importSignInList: endpoint({
    method: 'POST',
    path: '/api/gatherings/{gatheringId}/sign-in-list',
    access: { action: 'gathering.keep' },
    params: gatheringPath,
    upload: true,
    idempotent: true,
    body: importMode,
    answer: answer<ImportReport>(),
  }),
  /** The uploaded list back with an error column. */
  markSignInProblems: endpoint({
    method: 'POST',
    path: '/api/gatherings/{gatheringId}/sign-in-list/problems',
    readsOnly: true,
    access: { action: 'gathering.keep' },
    params: gatheringPath,
    upload: true,
    body: z.object({}),
    answers: 'file',
    answer: answer<Blob>(),
  }),
  /** 结束点名: who is missing then was absent; and once more open. */
  closeRoll: endpoint({
    method: 'POST',
    path: '/api/gatherings/{gatheringId}/roll',
    access: { action: 'gathering.keep' },
    params: gatheringPath,
    body: z.object({ isClosed: z.boolean() }),
    answer: answer<GatheringDetail>(),
  }),
}
