import { isSameValue } from '../../domain/primitives/is-same-value.ts'
import { accept, assert, refuse, type Result } from '../../domain/primitives/result.ts'
import { recordFault } from '../../domain/registers/read-records.ts'
import type { AnyRegister, NewRecord } from '../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import { proposeEntries, type ProposingStores } from './propose-entries.ts'
import { contentOf } from './content-of.ts'
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
  return accept(await keepOrRestore(stores, act, register, made))
}

/**
 * Stores new records that were checked. What was withdrawn and is entered anew is the same fact: it stands again under
 * its old id, so that what was decided of it holds, and is not proposed a second time.
 */
export async function keepOrRestore(
  stores: ProposingStores,
  act: RecordAct,
  register: AnyRegister,
  made: readonly RegisterRecord[],
): Promise<readonly RegisterRecord[]> {
  const found = await stores.records.withdrawnByNaturalKey(register.id, keysOf(made))
  if (found.length === 0) {
    await keepRecords(stores, act, register, made)
    return made
  }
  const withdrawn = new Map(found.map((record) => [record.naturalKey, record]))
  const kept: RegisterRecord[] = []
  const fresh: RegisterRecord[] = []
  for (const record of made) {
    const before = record.naturalKey === null ? undefined : withdrawn.get(record.naturalKey)
    withdrawn.delete(record.naturalKey)
    const after = before === undefined ? record : { ...record, id: before.id, revision: before.revision + 1 }
    kept.push(after)
    if (before === undefined) {
      fresh.push(after)
      continue
    }
    const [was, is] = [contentOf(before), contentOf(after)]
    const { state, at, by } = after
    const step = { step: 'added', state, at, by, reason: null, before: isSameValue(was, is) ? null : was }
    assert(await stores.records.step(after, step), 'writers of one town stand in one queue')
  }
  await stores.records.add(fresh)
  const scope = scopeOfRecords(register.id, [...kept, ...found])
  if (scope !== null) await proposeEntries(stores, act, scope)
  return kept
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
