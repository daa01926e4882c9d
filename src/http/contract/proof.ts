import { z } from 'zod'
import type { HeadView, KeyView, LogHeadView, PrintedHeadVerdict } from '../../queries/read-log.ts'
import { answer, endpoint } from './endpoint.ts'

export type { HeadView, KeyView, LogHeadView, PrintedHeadVerdict }

/** Something that does not fit, in a sentence. */
export type LogFault = { readonly index: number | null; readonly message: string }

export type LogComparisonView = {
  readonly head: { readonly size: number; readonly root: string }
  readonly ledgerRows: number
  /** Leaves whose personal words have been erased: the rest of them was compared. */
  readonly erased: number
  /** Signed and kept heads that were reckoned anew. */
  readonly heads: number
  /** The first hundred. */
  readonly faults: readonly LogFault[]
}

export type KeptHeadAnswer = {
  readonly kept: HeadView
  /** What the log was found to go on from; null: the first one. */
  readonly before: HeadView | null
  readonly isUnchanged: boolean
}

/** One town's log on the district's console. */
export type TownHead = {
  readonly townId: string
  readonly town: string
  readonly head: { readonly size: number; readonly root: string }
  readonly lastKept: HeadView | null
  /** Why it could not be kept, in a sentence; null: it could, or nobody asked. */
  readonly problem: string | null
}

/** 台账核验: the head of the town's log, what was promised of it, and receipts. */
export const proofEndpoints = {
  readLogHead: endpoint({
    method: 'GET',
    path: '/api/proof/head',
    access: { action: 'proof.read' },
    answer: answer<LogHeadView>(),
  }),
  /** The last 200, the latest first. */
  listCheckpoints: endpoint({
    method: 'GET',
    path: '/api/proof/checkpoints',
    access: { action: 'proof.read' },
    answer: answer<{ readonly checkpoints: readonly HeadView[] }>(),
  }),
  /** A head on paper: whether today's log still begins with it. */
  checkPrintedHead: endpoint({
    method: 'GET',
    path: '/api/proof/printed-head',
    access: { action: 'proof.read' },
    query: z.object({
      size: z.coerce.number('请填写校验码上的条数').int('条数是整数').min(1, '条数从1起').max(1e12, '条数太大'),
      head: z.string().max(200, '校验码太长'),
    }),
    answer: answer<PrintedHeadVerdict>(),
  }),
  /** gongdao-receipt/1, for who recorded the entry and whom it is about. */
  downloadReceipt: endpoint({
    method: 'GET',
    path: '/api/proof/receipts/{entryId}',
    access: { action: 'proof.read' },
    params: z.object({ entryId: z.uuid() }),
    answers: 'file',
    answer: answer<Blob>(),
  }),
  /** The last 200, the latest first. */
  listKeptHeads: endpoint({
    method: 'GET',
    path: '/api/proof/kept-heads',
    access: { action: 'proof.keep' },
    answer: answer<{ readonly kept: readonly HeadView[] }>(),
  }),
  /** Puts the head of now aside, after the log was found to go on from the one kept before. */
  keepHead: endpoint({
    method: 'POST',
    path: '/api/proof/kept-heads',
    access: { action: 'proof.keep' },
    answer: answer<KeptHeadAnswer>(),
  }),
  /** Reckons everything anew; takes its time on a large log. */
  compareLog: endpoint({
    method: 'GET',
    path: '/api/proof/comparison',
    access: { action: 'proof.keep' },
    audited: 'look',
    answer: answer<LogComparisonView>(),
  }),
}

/** The district keeps a copy of each town's head on its own console. */
export const districtProofEndpoints = {
  listTownHeads: endpoint({
    method: 'GET',
    path: '/api/district/heads',
    access: { action: 'district.read' },
    answer: answer<{ readonly towns: readonly TownHead[] }>(),
  }),
  keepTownHeads: endpoint({
    method: 'POST',
    path: '/api/district/heads',
    access: { action: 'district.keep-heads' },
    answer: answer<{ readonly towns: readonly TownHead[] }>(),
  }),
}
