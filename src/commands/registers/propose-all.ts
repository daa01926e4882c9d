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

/**
 * What has to be read so that registers are read anew over the days, in parts. Registers of many lines that speak for
 * themselves are read month by month.
 */
export function readingParts(
  span: DaySpan,
  registers: readonly RegisterId[] = everyRegister,
): readonly ReadingPart[] {
  return registerObservers.flatMap(({ register, readOver, isOfOnePerson }): readonly ReadingPart[] => {
    if (!registers.includes(register)) return []
    const isByMonth = isOfOnePerson && readOver === theSameDays
    return isByMonth ? monthsOf(span).map((days) => ({ register, days })) : [{ register, days: span }]
  })
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
  for (const part of readingParts(days, registers)) {
    const one = await proposeEntries(stores, act, part, 'itself')
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
