import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { isSameOffice } from '../../domain/roster/office-names.ts'
import type { AnyRegister, NewRecord } from '../../domain/registers/register-definition.ts'
import { withdrawnState, type RegisterRecord } from '../../domain/registers/register-record.ts'
import { findBar, type Reach, type Subject } from '../../policies/permit.ts'
import type { Action } from '../../policies/policy-table.ts'
import { officesByRoster, recordCovered } from '../../policies/record-reach.ts'
import type { LedgerAct } from '../append-to-ledger.ts'
import type { RegisterRecordStore } from '../register-record-store.ts'
import type { RosterStore } from '../roster-store.ts'
import type { RecordRefusal } from './record-refusal.ts'

/** Who writes in a register, by what right and how far it reaches. */
export type RecordAct = LedgerAct & {
  readonly subject: Subject
  readonly reach: Reach
  readonly action: Action
}

type Stores = { readonly records: RegisterRecordStore; readonly roster: RosterStore }

/** The record, if the caller may see it; beyond reach it is answered as one that never was. */
export async function findRecord(
  stores: Stores,
  register: AnyRegister,
  id: string,
  reach: Reach,
): Promise<Result<RegisterRecord, RecordRefusal>> {
  const found = await stores.records.find(id)
  if (found === null || found.register !== register.id) return refuse({ code: 'record-unknown' })
  if (reach.kind === 'everyone') return accept(found)
  const officesOf = officesByRoster(await stores.roster.assignments())
  return recordCovered(reach, register, found, officesOf) ? accept(found) : refuse({ code: 'record-unknown' })
}

/** The record that a step is taken from: seen as it is now, standing, and not about who takes the step. */
export async function findRecordToChange(
  stores: Stores,
  act: RecordAct,
  register: AnyRegister,
  { recordId, revision }: { readonly recordId: string; readonly revision: number },
): Promise<Result<RegisterRecord, RecordRefusal>> {
  const found = await findRecord(stores, register, recordId, act.reach)
  if (!found.ok) return found
  if (found.value.state === withdrawnState) return refuse({ code: 'record-withdrawn-already' })
  if (isBarred(act, found.value)) return refuse({ code: 'record-about-oneself' })
  if (found.value.revision === revision) return found
  const [last] = (await stores.records.steps(recordId)).slice(-1)
  return refuse({ code: 'record-changed', by: last?.by ?? found.value.by })
}

export function isBarred(
  { subject, action }: RecordAct,
  { staffNumber }: Pick<NewRecord<unknown>, 'staffNumber'>,
) {
  return findBar(subject, action, { about: staffNumber }) !== null
}

/** Whether new content of a record may stand: known people and offices within reach, and not about who writes it. */
export async function findRecordFault(
  { roster }: Pick<Stores, 'roster'>,
  act: RecordAct,
  register: AnyRegister,
  records: readonly NewRecord<unknown>[],
): Promise<RecordRefusal | null> {
  const assignments = await roster.assignments()
  const known = new Set(assignments.map(({ staffNumber }) => staffNumber))
  const offices = [...new Set(assignments.map(({ office }) => office))]
  const officesOf = officesByRoster(assignments)
  for (const record of records) {
    const { staffNumber, office } = record
    if (staffNumber !== null && !known.has(staffNumber)) return { code: 'record-person-unknown', staffNumber }
    if (office !== null && !offices.some((one) => isSameOffice(one, office)))
      return { code: 'record-office-unknown', office }
    if (!recordCovered(act.reach, register, record, officesOf))
      return staffNumber === null
        ? { code: 'record-office-unknown', office: office ?? '' }
        : { code: 'record-person-unknown', staffNumber }
    if (isBarred(act, record)) return { code: 'record-about-oneself' }
  }
  return null
}
