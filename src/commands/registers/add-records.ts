import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { recordFault } from '../../domain/registers/read-records.ts'
import type { AnyRegister, NewRecord } from '../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import { proposeEntries, type ProposingStores } from './propose-entries.ts'
import { scopeOfRecords } from './proposed-scope.ts'
import type { RecordRefusal } from './record-refusal.ts'
import { findRecordFault, type RecordAct } from './record-walls.ts'

/** Adds lines to a register, all or none, and proposes what they show. A fact that stands already is refused. */
export async function addRecords(
  stores: ProposingStores,
  act: RecordAct,
  register: AnyRegister,
  records: readonly NewRecord<unknown>[],
): Promise<Result<readonly RegisterRecord[], RecordRefusal>> {
  const refusal = await findRecordFault(stores, act, register, records)
  if (refusal !== null) return refuse(refusal)
  for (const record of records) {
    const fault = recordFault(register, record, act.today)
    if (fault !== null) return refuse({ code: 'record-faulty', place: fault.key, message: fault.message })
  }
  const made = records.map((record) => toRegisterRecord(register, record, act))
  const known = await stores.records.byNaturalKey(register.id, keysOf(made))
  const [first] = known
  if (first !== undefined) return refuse({ code: 'record-known', summary: register.summary(first) })
  await keepRecords(stores, act, register, made)
  return accept(made)
}

/** Stores new records that were checked, and brings the proposals up to them. */
export async function keepRecords(
  stores: ProposingStores,
  act: RecordAct,
  register: AnyRegister,
  records: readonly RegisterRecord[],
): Promise<void> {
  await stores.records.add(records)
  const scope = scopeOfRecords(register.id, records)
  if (scope !== null) await proposeEntries(stores, act, scope)
}

export function toRegisterRecord(
  register: AnyRegister,
  record: NewRecord<unknown>,
  { newId, at, by }: Pick<RecordAct, 'newId' | 'at' | 'by'>,
): RegisterRecord {
  const { staffNumber, office, days, body } = record
  return {
    id: newId(),
    register: register.id,
    staffNumber,
    office,
    days,
    body,
    state: register.firstState(record),
    naturalKey: register.naturalKey(record),
    revision: 1,
    at,
    by,
  }
}

function keysOf(records: readonly RegisterRecord[]): readonly string[] {
  return records.flatMap(({ naturalKey }) => (naturalKey === null ? [] : [naturalKey]))
}
