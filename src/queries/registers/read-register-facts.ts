import type { DaySpan } from '../../domain/primitives/local-date.ts'
import type { RegisterFacts, RegisterObserver } from '../../domain/registers/register-facts.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import type { RegisterId } from '../../domain/registers/register.ts'
import { versionInForce } from '../../domain/scheme/version-in-force.ts'
import type { LedgerAct } from '../../commands/append-to-ledger.ts'
import type { CalendarStore } from '../../commands/calendar-store.ts'
import type { SchemeVersionStore } from '../../commands/draft-store.ts'
import type { RegisterRecordStore, RegisterSettingStore } from '../../commands/register-record-store.ts'
import type { RosterStore } from '../../commands/roster-store.ts'

export type FactStores = {
  readonly records: RegisterRecordStore
  readonly registerSettings: RegisterSettingStore
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly calendar: CalendarStore
}

/** What one register asks besides its own records, over the days. */
export async function readRegisterFacts(
  stores: FactStores,
  { today, at }: Pick<LedgerAct, 'today' | 'at'>,
  { alsoReads, settings }: Pick<RegisterObserver, 'alsoReads' | 'settings'>,
  days: DaySpan,
): Promise<RegisterFacts> {
  const set = new Map<string, unknown>()
  for (const name of settings) set.set(name, await stores.registerSettings.read(name))
  const others = new Map<RegisterId, readonly RegisterRecord[]>()
  for (const register of alsoReads) others.set(register, await stores.records.list({ register, days }))
  const assignments = await stores.roster.assignments()
  const names = new Map(assignments.map(({ staffNumber, name }) => [staffNumber, name]))
  const adopted = await stores.versions.list()
  return {
    today,
    at,
    days,
    roster: assignments,
    nameOf: (staffNumber) => names.get(staffNumber) ?? staffNumber,
    calendar: await stores.calendar.read(),
    schemeOn: (day) => versionInForce(adopted, day)?.scheme ?? null,
    setting: (name) => set.get(name) ?? null,
    recordsOf: (register) => others.get(register) ?? [],
  }
}
