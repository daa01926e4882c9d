import type { LedgerAct } from '../../commands/append-to-ledger.ts'
import type { SampleFiles } from '../../commands/fill-sample-town.ts'
import type { SpellName } from '../../commands/import-roster.ts'
import { addDays, startOfTownDay, townDay, type LocalDate } from '../../domain/primitives/local-date.ts'
import type { TownStores } from '../town-stores.ts'

/** The fictional town while it is being filled, in one transaction. */
export type SampleTown = {
  readonly stores: TownStores
  readonly tenantId: string
  readonly newId: () => string
  readonly engineVersion: string
  readonly files: SampleFiles
  readonly spellName: SpellName
  /** When it is loaded: what still waits for somebody happened in the days before. */
  readonly now: Date
}

/** Somebody's act at an hour of a day by the town's clock. */
export function sampleAct({ tenantId, newId }: SampleTown, day: LocalDate, hour: number, by: string): LedgerAct {
  const at = new Date(startOfTownDay(day) + hour * 3_600_000)
  return { tenantId, newId, by, at, today: day, idempotencyKey: null }
}

export type Happening = { readonly on: LocalDate; readonly hour: number; readonly happens: () => Promise<unknown> }

/** So many days before the sample is loaded. */
export function daysAgo({ now }: SampleTown, days: number): LocalDate {
  return addDays(townDay(now.getTime()), -days)
}
