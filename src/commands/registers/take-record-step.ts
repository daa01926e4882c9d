import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { isSameValue } from '../../domain/primitives/is-same-value.ts'
import type { AnyRegister } from '../../domain/registers/register-definition.ts'
import type { RecordContent, RegisterRecord } from '../../domain/registers/register-record.ts'
import { contentOf } from './content-of.ts'
import { proposeEntries, type ProposingStores } from './propose-entries.ts'
import { scopeOfRecords } from './proposed-scope.ts'
import type { RecordRefusal } from './record-refusal.ts'
import { findRecordToChange, type RecordAct } from './record-walls.ts'

/** What a step makes of a record; what is absent stays. */
export type RecordTransition = Partial<RecordContent> & { readonly state?: string }

/** One step, taken from the record as it was looked at. */
export type StepTaken<Refusal> = {
  readonly recordId: string
  readonly revision: number
  /** `changed`, or one of the register's own. */
  readonly step: string
  readonly reason: string | null
  /** Pure: the record as it stands, to what becomes of it or why not. */
  readonly transition: (record: RegisterRecord) => Result<RecordTransition, Refusal>
}

/**
 * Takes a step of a record: its history keeps what it said before, and the proposals follow. Refused when it is beyond
 * reach, withdrawn, about who acts, or another than the one looked at.
 */
export async function takeRecordStep<Refusal>(
  stores: ProposingStores,
  act: RecordAct,
  register: AnyRegister,
  taken: StepTaken<Refusal>,
): Promise<Result<RegisterRecord, RecordRefusal | Refusal>> {
  const found = await findRecordToChange(stores, act, register, taken)
  if (!found.ok) return found
  const before = found.value
  const made = taken.transition(before)
  if (!made.ok) return made
  const after = nextOf(before, register, made.value)
  if (after.naturalKey !== null && after.naturalKey !== before.naturalKey) {
    const [other] = await stores.records.byNaturalKey(register.id, [after.naturalKey])
    if (other !== undefined) return refuse({ code: 'record-known', summary: register.summary(other) })
  }
  const { at, by } = act
  const { step, reason } = taken
  const [was, is] = [contentOf(before), contentOf(after)]
  const kept = { step, state: after.state, at, by, reason, before: isSameValue(was, is) ? null : was }
  if (!(await stores.records.step(after, kept))) return refuse({ code: 'record-changed', by: before.by })
  const scope = scopeOfRecords(register.id, [was, is])
  if (scope !== null) await proposeEntries(stores, act, scope)
  return accept(after)
}

function nextOf(before: RegisterRecord, register: AnyRegister, made: RecordTransition): RegisterRecord {
  const after = { ...before, ...made, revision: before.revision + 1 }
  return { ...after, naturalKey: register.naturalKey(after) }
}
