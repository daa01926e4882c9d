import {
  addDays,
  windowAround,
  yearOf,
  yearSpan,
  type DaySpan,
  type LocalDate,
} from '../../domain/primitives/local-date.ts'
import { theSameDays } from '../../domain/registers/register-facts.ts'
import { registerObservers } from '../../domain/registers/register-observers.ts'
import type { RegisterId } from '../../domain/registers/register.ts'
import type { LedgerAct } from '../append-to-ledger.ts'
import { proposeEntries, type ProposingStores } from './propose-entries.ts'

/** A stretch of a register that can be read by itself. */
export type ReadingPart = { readonly register: RegisterId; readonly days: DaySpan }

type ReadingAnew = { readonly days: DaySpan; readonly registers: readonly RegisterId[] }

const everyRegister = registerObservers.map(({ register }) => register)

/** A register of more lines than these is read month by month, where its lines speak for themselves. */
const manyRecords = 5_000

/** What has to be read so that every register is read anew over the days, in parts that need not wait for each other. */
export async function readingParts(
  { records }: Pick<ProposingStores, 'records'>,
  span: DaySpan,
): Promise<readonly ReadingPart[]> {
  const parts: ReadingPart[] = []
  for (const { register, readOver } of registerObservers) {
    const { total } = await records.page({ register, days: span }, { offset: 0, limit: 0 })
    const isByMonth = total > manyRecords && readOver === theSameDays
    parts.push(...(isByMonth ? monthsOf(span) : [span]).map((days) => ({ register, days })))
  }
  return parts
}

/**
 * Reads registers anew (重新核对), all of them or those named: what time alone has made of them, and what changed around
 * them: calendar, roster, settings, bindings. Without days, over the year of today.
 */
export async function proposeAll(
  stores: ProposingStores,
  act: LedgerAct,
  { days = daysReadAnew(act.today), registers = everyRegister }: Partial<ReadingAnew> = {},
): Promise<{ readonly added: number; readonly superseded: number }> {
  const total = { added: 0, superseded: 0 }
  for (const register of registers) {
    const one = await proposeEntries(stores, act, { register, days }, 'itself')
    total.added += one.added
    total.superseded += one.superseded
  }
  return total
}

/** This year and, in its first quarter, the one before. */
export function daysReadAnew(today: LocalDate): DaySpan {
  const year = yearOf(today)
  const isEarly = today < yearSpan(year).first.replace('-01-01', '-04-01')
  return { first: yearSpan(isEarly ? year - 1 : year).first, last: today }
}

function monthsOf({ first, last }: DaySpan): readonly DaySpan[] {
  const months: DaySpan[] = []
  for (let day = first; day <= last;) {
    const month = windowAround(day, 'month')
    months.push({ first: month.first, last: month.last < last ? month.last : last })
    day = addDays(month.last, 1)
  }
  return months
}
