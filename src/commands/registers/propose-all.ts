import { yearOf, yearSpan, type DaySpan } from '../../domain/primitives/local-date.ts'
import { registerObservers } from '../../domain/registers/register-observers.ts'
import type { LedgerAct } from '../append-to-ledger.ts'
import { proposeEntries, type ProposingStores } from './propose-entries.ts'

/**
 * Reads every register anew (重新核对): what time alone has made of them, and what changed around them: calendar,
 * roster, settings, bindings. Without days, over this year and, in its first quarter, the one before.
 */
export async function proposeAll(
  stores: ProposingStores,
  act: LedgerAct,
  days?: DaySpan,
): Promise<{ readonly added: number; readonly superseded: number }> {
  const total = { added: 0, superseded: 0 }
  const span = days ?? spanOf(act)
  for (const { register } of registerObservers) {
    const one = await proposeEntries(stores, act, { register, days: span }, 'itself')
    total.added += one.added
    total.superseded += one.superseded
  }
  return total
}

function spanOf({ today }: LedgerAct): DaySpan {
  const year = yearOf(today)
  const isEarly = today < yearSpan(year).first.replace('-01-01', '-04-01')
  return { first: yearSpan(isEarly ? year - 1 : year).first, last: today }
}
