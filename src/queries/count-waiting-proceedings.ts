import type { ProceedingStore } from '../commands/proceeding-store.ts'
import { startOfTownDay, type LocalDate } from '../domain/primitives/local-date.ts'
import { deadlinesOf } from '../domain/review/deadlines-of.ts'
import { reachOf, type Subject } from '../policies/permit.ts'
import { readCases, type CaseStores } from './case-facts.ts'
import { waitsFor } from './proceeding-view.ts'

export type WaitingStores = CaseStores & { readonly proceedings: Pick<ProceedingStore, 'list'> }

/** In how many proceedings within reach something is for this subject to do: the count beside 异议与复核. */
export async function countWaiting(
  stores: WaitingStores,
  { subject, today }: { readonly subject: Subject; readonly today: LocalDate },
): Promise<number> {
  const reach = reachOf(subject, 'proceeding.read')
  if (reach === null) return 0
  const about = reach.kind === 'everyone' ? null : (reach.staffNumber ?? '')
  const all = await stores.proceedings.list({ kind: null, year: null, about })
  if (all.length === 0) return 0
  const calendar = await stores.calendar.read()
  const waiting = all.filter((one) => deadlinesOf(one, today, calendar).length > 0)
  if (waiting.length === 0) return 0
  const cases = await readCases(stores, waiting, [], today)
  const at = new Date(startOfTownDay(today))
  return waiting.filter((one) => waitsFor(one, cases, { subject, today, at })).length
}
