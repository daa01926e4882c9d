import type { DaySpan, LocalDate } from '../../domain/primitives/local-date.ts'
import { attendanceObserver } from '../../domain/registers/attendance/attendance-observer.ts'
import type { RegisterFacts } from '../../domain/registers/register-facts.ts'
import { readRegisterFacts, type FactStores } from './read-register-facts.ts'

/** All that attendance asks besides its own records, over the days. */
export function readCommonFacts(
  stores: FactStores,
  act: { readonly today: LocalDate; readonly at: Date },
  days: DaySpan,
): Promise<RegisterFacts> {
  return readRegisterFacts(stores, act, attendanceObserver, days)
}
