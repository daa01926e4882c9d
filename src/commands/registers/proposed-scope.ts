import type { DaySpan } from '../../domain/primitives/local-date.ts'
import { registerDefinitions } from '../../domain/registers/register-definitions.ts'
import type { RegisterId } from '../../domain/registers/register.ts'
import type { RecordContent } from '../../domain/registers/register-record.ts'
import type { ProposedScope } from './propose-entries.ts'

/** The days and people that changed records touch; of everybody where one is about nobody in particular. */
export function scopeOfRecords(register: RegisterId, records: readonly RecordContent[]): ProposedScope | null {
  const days = records.map((record) => record.days).reduce<DaySpan | null>(spanOfBoth, null)
  if (days === null) return null
  if (records.some(({ staffNumber }) => staffNumber === null)) return { register, days }
  const concerns = registerDefinitions.find(({ id }) => id === register)?.concerns
  const named = records.flatMap((record) => [
    ...(record.staffNumber === null ? [] : [record.staffNumber]),
    ...(concerns?.(record).staffNumbers ?? []),
  ])
  return { register, days, staffNumbers: [...new Set(named)] }
}

function spanOfBoth(one: DaySpan | null, other: DaySpan): DaySpan {
  if (one === null) return other
  return {
    first: one.first < other.first ? one.first : other.first,
    last: one.last > other.last ? one.last : other.last,
  }
}
