import type { RegisterRecordStore, RegisterSettingStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import { localDate, townDay, townMoment } from '../../domain/primitives/local-date.ts'
import { toLeave } from '../../domain/registers/leave/leave-record.ts'
import { leaveBalancesName, leaveSettingsName } from '../../domain/registers/leave/leave-settings.ts'
import { leaveTown } from '../../domain/registers/leave/leave-town.ts'
import { leaveMatters } from '../../policies/due/leave-matters.ts'
import type { DueDay, Matter } from '../../policies/due/matter.ts'

export type LeaveMatterStores = {
  readonly records: Pick<RegisterRecordStore, 'list'>
  readonly registerSettings: Pick<RegisterSettingStore, 'read'>
  readonly roster: Pick<RosterStore, 'assignments'>
}

const openStates = ['asked', 'approved', 'registered'] as const

/** Leave that waits to be decided, to be registered, or for somebody to be back. */
export async function readLeaveMatters(
  { records, registerSettings, roster }: LeaveMatterStores,
  at: Date,
  day: DueDay,
): Promise<readonly Matter[]> {
  const open = (await records.list({ register: 'leave', states: openStates })).map(toLeave)
  if (open.length === 0) return []
  const { today, calendar } = day
  const town = leaveTown({
    today,
    time: townMoment(at.getTime()).slice(11, 16),
    calendar,
    roster: await roster.assignments(),
    settings: await registerSettings.read(leaveSettingsName),
    balances: await registerSettings.read(leaveBalancesName),
    leaveToday: await records.list({ register: 'leave', days: { first: today, last: today } }),
  })
  const facts = open.map((record) => {
    const { id, staffNumber, days, body } = record
    const way = town.wayOf(record)
    const since = body.decision?.on ?? body.askedOn
    return {
      id,
      staffNumber: staffNumber ?? '',
      state: openStates.find((state) => state === record.state) ?? 'registered',
      ...days,
      since: since === null ? townDay(record.at.getTime()) : localDate(since),
      approvers: way.kind === 'approved' ? way.approvers.map((one) => one.staffNumber) : [],
      isRegistered: body.registeredOn !== null || record.state === 'registered',
    }
  })
  return leaveMatters(facts, day)
}
