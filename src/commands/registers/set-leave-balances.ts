import { yearOf, yearSpan } from '../../domain/primitives/local-date.ts'
import type { Quantity } from '../../domain/primitives/quantity.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import {
  leaveBalancesName,
  leaveSettingsName,
  leaveSettingsSchema,
  readLeaveBalances,
  type LeaveSettings,
} from '../../domain/registers/leave/leave-settings.ts'
import { leadersOn } from '../../domain/roster/in-charge-circle.ts'
import type { LedgerAct } from '../append-to-ledger.ts'
import { proposeEntries, type ProposingStores } from './propose-entries.ts'
import type { RecordRefusal } from './record-refusal.ts'
import { isBarred, type RecordAct } from './record-walls.ts'

export type BalancesSet = {
  readonly year: number
  /** null: as if nobody had said. */
  readonly balances: readonly { readonly staffNumber: string; readonly days: Quantity | null }[]
}

/** Writes down how much seniority leave people have in a year; what personal leave is over follows. Nobody his own. */
export async function setLeaveBalances(
  stores: ProposingStores,
  act: RecordAct,
  { year, balances }: BalancesSet,
): Promise<Result<null, RecordRefusal>> {
  const known = new Set((await stores.roster.assignments()).map(({ staffNumber }) => staffNumber))
  for (const { staffNumber } of balances) {
    if (!known.has(staffNumber)) return refuse({ code: 'record-person-unknown', staffNumber })
    if (isBarred(act, { staffNumber })) return refuse({ code: 'record-about-oneself' })
  }
  const kept = readLeaveBalances(await stores.registerSettings.read(leaveBalancesName))
  const ofYear = new Map(Object.entries(kept[String(year)] ?? {}))
  for (const { staffNumber, days } of balances)
    if (days === null) ofYear.delete(staffNumber)
    else ofYear.set(staffNumber, days)
  const { at, by } = act
  const written = { ...kept, [String(year)]: Object.fromEntries(ofYear) }
  await stores.registerSettings.write(leaveBalancesName, written, { at, by })
  const staffNumbers = balances.map(({ staffNumber }) => staffNumber)
  await proposeEntries(stores, act, { register: 'leave', days: yearSpan(year), staffNumbers })
  return accept(null)
}

/** Who grants how much, who stands in for whom, and what holds for whom nothing is written down. */
export async function changeLeaveSettings(
  stores: ProposingStores,
  act: LedgerAct,
  settings: LeaveSettings,
): Promise<Result<null, RecordRefusal>> {
  const leaders = new Set(
    leadersOn(await stores.roster.assignments(), act.today).map(({ staffNumber }) => staffNumber),
  )
  const stranger = settings.standIns
    .flatMap(({ absent, standIn }) => [absent, standIn])
    .find((one) => !leaders.has(one))
  if (stranger !== undefined)
    return refuse({
      code: 'record-faulty',
      place: 'standIns',
      message: `工号 ${stranger} 今天不是领导：代理人和被代理的人都要是分管领导或主要领导。`,
    })
  const { at, by } = act
  await stores.registerSettings.write(leaveSettingsName, leaveSettingsSchema.parse(settings), { at, by })
  await proposeEntries(stores, act, { register: 'leave', days: yearSpan(yearOf(act.today)) })
  return accept(null)
}
