import type { LedgerStore } from '../commands/ledger-store.ts'
import type { PeriodStore } from '../commands/period-store.ts'
import { closeBefore } from '../domain/ledger/month-close.ts'
import { townDay, type LocalDate } from '../domain/primitives/local-date.ts'

type LateEntry = { readonly entryId: string; readonly recordedOn: LocalDate; readonly closedOn: LocalDate }

/** 迟录: a person's entries of a year that were recorded after their month had been closed. */
export async function readLateEntries(
  stores: { readonly ledger: Pick<LedgerStore, 'ofYear'>; readonly periods: Pick<PeriodStore, 'closes'> },
  year: number,
  staffNumber: string,
): Promise<readonly LateEntry[]> {
  const closes = await stores.periods.closes()
  if (closes.length === 0) return []
  return (await stores.ledger.ofYear(year, staffNumber)).flatMap((entry) => {
    const close = closeBefore(entry, closes)
    if (close === null) return []
    return [{ entryId: entry.id, recordedOn: townDay(entry.recordedAt.getTime()), closedOn: close.closedOn }]
  })
}
