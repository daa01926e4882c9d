import { z } from 'zod'
import { registerIds, type RegisterId } from '../../../domain/registers/register.ts'
import type { RecordHistoryStep } from '../../../queries/registers/record-history.ts'
import { answer, endpoint } from '../endpoint.ts'
import { importMode, sheetFormat, type ImportReport } from '../people.ts'
import { recordFilter } from './record-endpoints.ts'
import { registerActions } from './register-actions.ts'

export type { RecordHistoryStep }

/** Alike for all registers: the route asks the register's own action of these. */
const readActions = Object.values(registerActions).map(({ read }) => read)
const keepActions = Object.values(registerActions).map(({ keep }) => keep)

/** Complaints come in one by one, and leave without who complained and what was said (complaints.ts). */
const sheetRegisters = z.enum(registerIds).exclude(['complaint'])
export type SheetRegisterId = z.output<typeof sheetRegisters>

/** The register, if its lines come and go by sheets; null: by ways of its own. */
export function sheetRegisterOf(register: RegisterId): SheetRegisterId | null {
  return register === 'complaint' ? null : register
}

const registerParams = z.object({ register: sheetRegisters })

export const registerSheetEndpoints = {
  /** What the list shows, as a sheet that may come in again. */
  exportRecords: endpoint({
    method: 'GET',
    path: '/api/exports/registers/{register}',
    access: { action: readActions },
    params: registerParams,
    query: recordFilter.extend(sheetFormat.shape),
    answers: 'file',
    answer: answer<Blob>(),
  }),
  downloadRecordTemplate: endpoint({
    method: 'GET',
    path: '/api/templates/registers/{register}',
    access: { action: keepActions },
    params: registerParams,
    query: sheetFormat,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  importRecords: endpoint({
    method: 'POST',
    path: '/api/imports/registers/{register}',
    access: { action: keepActions },
    params: registerParams,
    upload: true,
    idempotent: true,
    /** `leave-out`: rows without a fault are stored, the others left out. */
    body: importMode.extend({ faulty: z.enum(['refuse', 'leave-out']).default('refuse') }),
    answer: answer<ImportReport>(),
  }),
  /** The uploaded sheet back with an error column. */
  markRecordProblems: endpoint({
    method: 'POST',
    path: '/api/imports/registers/{register}/problems',
    readsOnly: true,
    access: { action: keepActions },
    params: registerParams,
    upload: true,
    body: z.object({}),
    answers: 'file',
    answer: answer<Blob>(),
  }),
  readRecordHistory: endpoint({
    method: 'GET',
    path: '/api/registers/{register}/{recordId}/history',
    access: { action: readActions },
    params: registerParams.extend({ recordId: z.uuid() }),
    answer: answer<{ readonly steps: readonly RecordHistoryStep[] }>(),
  }),
}
