import { z } from 'zod'
import type { FinalPayLine, FinalPayList, PayChange } from '../../domain/pay/final-pay-list.ts'
import type { FinalPerson, FinalResult, ResultChange } from '../../domain/standing/final-result.ts'
import type { MissingPerson } from '../../queries/read-standings.ts'
import { noteField, proposalParams, reasonField, type ProposalHead } from './adoption.ts'
import { answer, endpoint } from './endpoint.ts'
import { yearField } from './year-field.ts'

export type { FinalPayLine, FinalPayList, FinalPerson, FinalResult, PayChange, ResultChange }

/** An annual result proposed or decided: the figures frozen, and what they change of the approved ones before. */
export type ResultProposal = ProposalHead & {
  readonly result: FinalResult
  readonly changes: readonly ResultChange[] | null
}

export type PayListProposal = ProposalHead & {
  readonly payList: FinalPayList
  readonly changes: readonly PayChange[] | null
}

/** Why there is nothing to propose yet; the lists name what is missing. */
export type NotReady = {
  readonly ready: false
  readonly code: string
  readonly message: string
  readonly missing: readonly MissingPerson[]
  readonly unconfirmed: number
}

/** What would be frozen now. `digest` goes along with the proposal, which is refused when it has become another. */
export type ResultPreview =
  | NotReady
  | {
      readonly ready: true
      readonly digest: string
      readonly result: FinalResult
      readonly changes: readonly ResultChange[] | null
    }

export type PayListPreview =
  | NotReady
  | {
      readonly ready: true
      readonly digest: string
      readonly payList: FinalPayList
      readonly changes: readonly PayChange[] | null
    }

/** A person's line of an approved pay list, with what it takes to reckon it again. */
export type OwnPay = {
  readonly year: number
  readonly number: number
  readonly approvedAt: string
  readonly perPersonFen: number
  readonly unitValue: string
  readonly line: FinalPayLine
}

const ofYear = z.object({ year: yearField })
const digestField = z.string().regex(/^[0-9a-f]{64}$/, '请刷新页面后再提请')
const perPersonField = z.string().max(20)
const minutesBody = z.object({ minutes: z.string().trim().min(1, '请填写会议纪要文号').max(500) })
const propose = { action: 'result.propose' } as const
const approve = { action: 'result.approve' } as const

export const finalResultEndpoints = {
  /** Approved results of a year, the latest first; what is open or was sent back last only to who deals with it. */
  readFinalResults: endpoint({
    method: 'GET',
    path: '/api/final-results',
    access: { action: 'result.read' },
    audited: 'look',
    query: ofYear,
    answer: answer<{
      readonly approved: readonly ResultProposal[]
      readonly latest: ResultProposal | null
    }>(),
  }),
  previewFinalResult: endpoint({
    method: 'GET',
    path: '/api/final-results/preview',
    access: propose,
    audited: 'look',
    query: ofYear,
    answer: answer<ResultPreview>(),
  }),
  proposeFinalResult: endpoint({
    method: 'POST',
    path: '/api/final-results',
    access: propose,
    body: z.object({ year: yearField, digest: digestField, note: noteField }),
    answer: answer<ResultProposal>(),
  }),
  approveFinalResult: endpoint({
    method: 'POST',
    path: '/api/final-results/{proposalId}/approval',
    access: approve,
    params: proposalParams,
    body: minutesBody,
    answer: answer<ResultProposal>(),
  }),
  rejectFinalResult: endpoint({
    method: 'POST',
    path: '/api/final-results/{proposalId}/rejection',
    access: approve,
    params: proposalParams,
    body: z.object({ reason: reasonField }),
    answer: answer<ResultProposal>(),
  }),
  withdrawFinalResult: endpoint({
    method: 'POST',
    path: '/api/final-results/{proposalId}/withdrawal',
    access: propose,
    params: proposalParams,
    body: z.object({ reason: noteField }),
    answer: answer<ResultProposal>(),
  }),
  downloadFinalResult: endpoint({
    method: 'GET',
    path: '/api/final-results/{proposalId}/file',
    access: { action: 'result.read' },
    params: proposalParams,
    answers: 'file',
    answer: answer<Blob>(),
  }),
}

export const payListEndpoints = {
  /** Approved lists of a year, the latest first: whole for who reads them, else only the own line. */
  readPayLists: endpoint({
    method: 'GET',
    path: '/api/pay-lists',
    access: { action: 'pay-list.read' },
    audited: 'look',
    query: ofYear,
    answer: answer<{
      /** null: not for these eyes; the own lines are in `own`. */
      readonly approved: readonly PayListProposal[] | null
      readonly latest: PayListProposal | null
      readonly own: readonly OwnPay[]
    }>(),
  }),
  /** One's own line of every approved list of the year, whatever else one may see. */
  readOwnPay: endpoint({
    method: 'GET',
    path: '/api/pay-lists/own',
    access: { action: 'pay-list.read' },
    query: ofYear,
    answer: answer<{ readonly own: readonly OwnPay[] }>(),
  }),
  previewPayList: endpoint({
    method: 'GET',
    path: '/api/pay-lists/preview',
    access: propose,
    audited: 'look',
    query: ofYear.extend({ perPerson: perPersonField.optional() }),
    answer: answer<PayListPreview>(),
  }),
  proposePayList: endpoint({
    method: 'POST',
    path: '/api/pay-lists',
    access: propose,
    body: z.object({
      year: yearField,
      perPerson: perPersonField.optional(),
      digest: digestField,
      note: noteField,
    }),
    answer: answer<PayListProposal>(),
  }),
  approvePayList: endpoint({
    method: 'POST',
    path: '/api/pay-lists/{proposalId}/approval',
    access: approve,
    params: proposalParams,
    body: minutesBody,
    answer: answer<PayListProposal>(),
  }),
  rejectPayList: endpoint({
    method: 'POST',
    path: '/api/pay-lists/{proposalId}/rejection',
    access: approve,
    params: proposalParams,
    body: z.object({ reason: reasonField }),
    answer: answer<PayListProposal>(),
  }),
  withdrawPayList: endpoint({
    method: 'POST',
    path: '/api/pay-lists/{proposalId}/withdrawal',
    access: propose,
    params: proposalParams,
    body: z.object({ reason: noteField }),
    answer: answer<PayListProposal>(),
  }),
  /** The whole approved list, or one's own line of it. */
  downloadPayList: endpoint({
    method: 'GET',
    path: '/api/pay-lists/{proposalId}/file',
    access: { action: 'pay-list.read' },
    params: proposalParams,
    answers: 'file',
    answer: answer<Blob>(),
  }),
}
