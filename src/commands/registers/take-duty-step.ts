import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import { isOnLeave, takenLeave } from '../../domain/registers/away-on-leave.ts'
import { dutyBodySchema, dutyDefinition, type DutyRecord } from '../../domain/registers/duty/duty-record.ts'
import { dutySettingName, dutySettingsOf } from '../../domain/registers/duty/duty-settings.ts'
import {
  returnTurn,
  takeDutyStep as stepOf,
  type DutyStep,
  type DutyStepRefusal,
} from '../../domain/registers/duty/duty-steps.ts'
import { anyRegister } from '../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import type { ProposingStores } from './propose-entries.ts'
import type { RecordRefusal } from './record-refusal.ts'
import type { RecordAct } from './record-walls.ts'
import { takeRecordStep } from './take-record-step.ts'

export type SwapRefusal =
  /** Not on the roster that day, or unknown. */
  | { readonly code: 'duty-person-not-there'; readonly staffNumber: string }
  | { readonly code: 'duty-on-already'; readonly name: string }
  | { readonly code: 'duty-on-leave'; readonly name: string }
  /** The turn to be taken in return is not the other's any more. */
  | { readonly code: 'duty-return-gone' }

type Refusal = RecordRefusal | DutyStepRefusal | SwapRefusal

const register = anyRegister(dutyDefinition)

type Taken = {
  readonly recordId: string
  readonly revision: number
  readonly reason: string | null
  readonly step: DutyStep
}

/** One step of a turn; an exchange that is agreed to moves both turns, or none. */
export async function takeDutyStep(
  stores: ProposingStores,
  act: RecordAct,
  { recordId, revision, reason, step }: Taken,
): Promise<Result<RegisterRecord, Refusal>> {
  const settings = dutySettingsOf(await stores.registerSettings.read(dutySettingName))
  const before = await stores.records.find(recordId)
  const swap = before?.register === 'duty' ? dutyBodySchema.parse(before.body).swap : null
  const exchange =
    step.step === 'swap-accepted' && swap !== null ? { asker: before?.staffNumber ?? '', swap } : null
  const taken = await takeRecordStep<DutyStepRefusal>(stores, act, register, {
    recordId,
    revision,
    step: step.step,
    reason,
    transition: (record) => {
      const made = stepOf(readTurn(record), step, settings)
      if (!made.ok) return made
      const { staffNumber, state, body } = made.value
      return accept({ staffNumber, state, body })
    },
  })
  if (!taken.ok) return taken
  if (step.step === 'swap-asked') {
    const refusal = await findTakerFault(stores, taken.value, step.to, step.inReturn)
    if (refusal !== null) return refuse(refusal)
  }
  if (exchange === null) return taken
  const { asker, swap: agreed } = exchange
  const refusal = await findTakerFault(stores, taken.value, agreed.to, agreed.inReturn)
  if (refusal !== null) return refuse(refusal)
  if (agreed.inReturn === null) return taken
  const other = await stores.records.find(agreed.inReturn)
  if (other === null || other.register !== 'duty' || other.state !== 'planned' || other.staffNumber !== agreed.to)
    return refuse({ code: 'duty-return-gone' })
  const returned = await takeRecordStep<DutyStepRefusal>(stores, act, register, {
    recordId: other.id,
    revision: other.revision,
    step: step.step,
    reason,
    transition: (record) => {
      const between = { asker, accepter: agreed.to, at: act.at }
      const made = returnTurn(readTurn(record), between, settings)
      if (!made.ok) return made
      const { staffNumber, body } = made.value
      return accept({ staffNumber, body })
    },
  })
  if (!returned.ok) return returned
  const fault = await findTakerFault(stores, returned.value, asker, null)
  return fault === null ? taken : refuse(fault)
}

function readTurn(record: RegisterRecord): DutyRecord {
  return { ...record, body: dutyBodySchema.parse(record.body) }
}

/** Why somebody cannot take the turn: not there, on duty that day already, or on leave; `inReturn` does not count. */
async function findTakerFault(
  stores: ProposingStores,
  turn: RegisterRecord,
  staffNumber: string,
  inReturn: string | null,
): Promise<SwapRefusal | null> {
  const rows = await stores.roster.assignmentsOf(staffNumber)
  const day = turn.days.first
  const row = rows.find(({ from, to }) => (from === null || from <= day) && (to === null || day <= to))
  if (row === undefined) return { code: 'duty-person-not-there', staffNumber }
  if (inReturn !== null) {
    const other = await stores.records.find(inReturn)
    if (other === null || other.register !== 'duty' || other.staffNumber !== staffNumber)
      return { code: 'duty-return-gone' }
  }
  const sameDay = await stores.records.list({ register: 'duty', days: turn.days, staffNumbers: [staffNumber] })
  if (sameDay.some(({ id }) => id !== turn.id && id !== inReturn))
    return { code: 'duty-on-already', name: row.name }
  const leaves = takenLeave(await stores.records.list({ register: 'leave', days: turn.days }))
  return isOnLeave(leaves, staffNumber, day) ? { code: 'duty-on-leave', name: row.name } : null
}
