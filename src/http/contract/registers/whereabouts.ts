import { z } from 'zod'
import {
  whereaboutsBodySchema,
  whereaboutsDefinition,
  whereaboutsKinds,
} from '../../../domain/registers/whereabouts/whereabouts-record.ts'
import type { DayStatus } from '../../../queries/status-of-day.ts'
import { answer, endpoint } from '../endpoint.ts'
import { listRecords, withdrawRecord } from './record-endpoints.ts'

export type { DayStatus }

export type WhereaboutsBoard = {
  readonly town: string
  readonly day: string
  /** When it was read: an instant. */
  readonly at: string
  readonly isWorkingDay: boolean
  /** How a morning begins: everyone is in, or nobody has said. */
  readonly unsaid: 'in' | 'unknown'
  readonly people: readonly DayStatus[]
  /** 工号 of who looks, for his own line. */
  readonly own: string | null
}

const { place, backAt, words } = whereaboutsBodySchema.unwrap().shape

export const whereaboutsEndpoints = {
  /** What was said and what was found, for who looks after the board. */
  listWhereabouts: listRecords(whereaboutsDefinition, 'whereabouts.check'),
  withdrawWhereabouts: withdrawRecord(whereaboutsDefinition, 'whereabouts.check'),
  readWhereaboutsBoard: endpoint({
    method: 'GET',
    path: '/api/whereabouts',
    access: { action: 'whereabouts.read' },
    answer: answer<WhereaboutsBoard>(),
  }),
  showWhereabouts: endpoint({
    method: 'POST',
    path: '/api/whereabouts',
    access: { action: 'whereabouts.show' },
    idempotent: true,
    body: z.object({ kind: z.enum(whereaboutsKinds, '请选择去向'), place, backAt }),
    answer: answer<WhereaboutsBoard>(),
  }),
  /** 去向不明: looked for, and neither in nor accounted for. */
  noteWhereaboutsUnknown: endpoint({
    method: 'POST',
    path: '/api/whereabouts/checks',
    access: { action: 'whereabouts.check' },
    idempotent: true,
    body: z.object({ staffNumber: z.string().min(1, '请选择是谁').max(32), place, words }),
    answer: answer<WhereaboutsBoard>(),
  }),
  changeWhereaboutsSettings: endpoint({
    method: 'PUT',
    path: '/api/whereabouts/settings',
    access: { action: 'register.configure' },
    body: z.object({ unsaid: z.enum(['in', 'unknown']) }),
    answer: answer<WhereaboutsBoard>(),
  }),
}
