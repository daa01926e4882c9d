import { accept, type Result } from '../../domain/primitives/result.ts'
import type { AnyRegister } from '../../domain/registers/register-definition.ts'
import { withdrawnState, type RegisterRecord } from '../../domain/registers/register-record.ts'
import type { ProposingStores } from './propose-entries.ts'
import type { RecordRefusal } from './record-refusal.ts'
import type { RecordAct } from './record-walls.ts'
import { takeRecordStep } from './take-record-step.ts'

/** Takes a record back, with the reason; it stays on record, and what it showed is proposed no more. */
export async function withdrawRecord(
  stores: ProposingStores,
  act: RecordAct,
  register: AnyRegister,
  {
    recordId,
    revision,
    reason,
  }: { readonly recordId: string; readonly revision: number; readonly reason: string },
): Promise<Result<RegisterRecord, RecordRefusal>> {
  return takeRecordStep(stores, act, register, {
    recordId,
    revision,
    step: 'withdrawn',
    reason,
    transition: () => accept({ state: withdrawnState }),
  })
}
