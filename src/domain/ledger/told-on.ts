import type { LocalDate } from '../primitives/local-date.ts'
import { monthOfDay, type MonthClose } from './month-close.ts'

/**
 * The day from which somebody knows of an entry about himself (SPEC §5: days for an objection run from being told): the
 * day he acknowledged it (签收), or the day on which the first monthly table that lists it was closed, whichever is
 * first. A late entry is listed by the next month that is closed after it was recorded. null: not told yet.
 */
export function toldOn(
  entry: { readonly occurredOn: LocalDate; readonly position: number },
  acknowledgedOn: LocalDate | null,
  closes: readonly MonthClose[],
): LocalDate | null {
  const month = monthOfDay(entry.occurredOn)
  const listed = closes
    .filter((close) => close.month >= month && close.ledgerPosition >= entry.position)
    .map(({ closedOn }) => closedOn)
  const days = acknowledgedOn === null ? listed : [acknowledgedOn, ...listed]
  return days.reduce<LocalDate | null>((first, day) => (first === null || day < first ? day : first), null)
}
