import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { recordFault } from '../../domain/registers/read-records.ts'
import type { AnyRegister, NewRecord } from '../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import type { ProposingStores } from './propose-entries.ts'
import type { RecordRefusal } from './record-refusal.ts'
import { findRecordFault, type RecordAct } from './record-walls.ts'
import { takeRecordStep } from './take-record-step.ts'

/** Puts other content in the place of a record's, with the reason; the state stays. */
export async function changeRecord(
  stores: ProposingStores,
  act: RecordAct,
  register: AnyRegister,
  change: {
    readonly recordId: string
    readonly revision: number
    readonly reason: string
    readonly record: NewRecord<unknown>
  },
): Promise<Result<RegisterRecord, RecordRefusal>> {
  const { recordId, revision, reason, record } = change
  const fault = recordFault(register, record, act.today)
  const unfit: RecordRefusal | null =
    fault === null
      ? await findRecordFault(stores, act, register, [record])
      : { code: 'record-faulty', place: fault.key, message: fault.message }
  return takeRecordStep(stores, act, register, {
    recordId,
    revision,
    step: 'changed',
    reason,
    // Asked after the record itself: one beyond reach is not told apart by what it was to become.
    transition: () => (unfit === null ? accept(record) : refuse(unfit)),
  })
}
