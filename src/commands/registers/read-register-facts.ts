import type { DaySpan } from '../../domain/primitives/local-date.ts'
import type { RegisterFacts, RegisterObserver } from '../../domain/registers/register-facts.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import type { RegisterId } from '../../domain/registers/register.ts'
import { versionInForce } from '../../domain/scheme/version-in-force.ts'
import type { LedgerAct } from '../append-to-ledger.ts'
import type { CalendarStore } from '../calendar-store.ts'
import type { SchemeVersionStore } from '../draft-store.ts'
import type { RecordQuery, RegisterRecordStore, RegisterSettingStore } from '../register-record-store.ts'
import type { RosterStore } from '../roster-store.ts'

export type FactStores = {
  readonly records: RegisterRecordStore
  readonly registerSettings: RegisterSettingStore
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly calendar: CalendarStore
}

export type ReadFacts = (
  observer: Pick<RegisterObserver, 'alsoReads' | 'settings'>,
  days: DaySpan,
  /** Of whom the other registers are read, beside what is about nobody in particular; {}: of everybody. */
  people?: Pick<RecordQuery, 'staffNumbers' | 'orAboutNobody'>,
) => Promise<RegisterFacts>

/** Reads what registers ask; what several of them ask is read once. */
export function factsReader(stores: FactStores, { today, at }: Pick<LedgerAct, 'today' | 'at'>): ReadFacts {
  let common: CommonFacts | null = null
  return async ({ alsoReads, settings }, days, people = {}) => {
    // Never a reading begun and left: were the connection cut meanwhile, nobody would take its failure.
    common ??= await readCommon(stores)
    const set = new Map<string, unknown>()
    for (const name of settings) set.set(name, await stores.registerSettings.read(name))
    const others = new Map<RegisterId, readonly RegisterRecord[]>()
    for (const register of alsoReads)
      others.set(register, await stores.records.list({ register, days, ...people }))
    return {
      today,
      at,
      days,
      ...common,
      setting: (name) => set.get(name) ?? null,
      recordsOf: (register) => others.get(register) ?? [],
    }
  }
}

type CommonFacts = Pick<RegisterFacts, 'roster' | 'nameOf' | 'calendar' | 'schemeOn'>

async function readCommon({ roster, calendar, versions }: FactStores): Promise<CommonFacts> {
  const assignments = await roster.assignments()
  const names = new Map(assignments.map(({ staffNumber, name }) => [staffNumber, name]))
  const adopted = await versions.list()
  return {
    roster: assignments,
    nameOf: (staffNumber) => names.get(staffNumber) ?? staffNumber,
    calendar: await calendar.read(),
    schemeOn: (day) => versionInForce(adopted, day)?.scheme ?? null,
  }
}
