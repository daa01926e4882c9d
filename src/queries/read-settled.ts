import type { BulletinStore } from '../commands/bulletin-store.ts'
import type { PeriodStore } from '../commands/period-store.ts'
import type { AnnualResultStore } from '../commands/proposal-store.ts'
import { monthOfDay, type MonthClose } from '../domain/ledger/month-close.ts'
import { yearOf, type LocalDate } from '../domain/primitives/local-date.ts'

/** A year whose result is out: noticed, final, or approved by the leading group. */
export type SettledYear = { readonly year: number; readonly state: 'notice' | 'final' | 'approved' }

/** What is settled already of the time a day lies in. */
export type Settled = { readonly month: MonthClose | null; readonly year: SettledYear | null }

type YearStores = {
  readonly annualResults: Pick<AnnualResultStore, 'list'>
  readonly bulletins: Pick<BulletinStore, 'list'>
}

/** Whether the day's month is closed, and whether its year's result is out. */
export async function readSettled(
  stores: YearStores & { readonly periods: Pick<PeriodStore, 'find'> },
  day: LocalDate,
): Promise<Settled> {
  const years = await readSettledYears(stores, yearOf(day))
  return {
    month: await stores.periods.find(monthOfDay(day)),
    year: years.find(({ year }) => year === yearOf(day)) ?? null,
  }
}

/** The years from one on whose result is out, in their order. */
export async function readSettledYears(stores: YearStores, from: number): Promise<readonly SettledYear[]> {
  const years = new Map<number, SettledYear>()
  for (const { subject, decision } of await stores.annualResults.list())
    if (decision?.state === 'approved') years.set(subject.year, { year: subject.year, state: 'approved' })
  for (const { kind, state, year } of await stores.bulletins.list())
    if (kind === 'annual' && state !== 'withdrawn' && years.get(year)?.state !== 'final')
      years.set(year, { year, state })
  return [...years.values()].filter(({ year }) => year >= from).toSorted((left, right) => left.year - right.year)
}
