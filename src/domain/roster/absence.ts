import type { DaySpan, LocalDate } from '../primitives/local-date.ts'
import { addDays } from '../primitives/local-date.ts'

export const absenceKinds = ['secondment', 'long-leave'] as const
export type AbsenceKind = (typeof absenceKinds)[number]

/** What an absence is called on screens and in sheets. */
export const absenceWords = { secondment: '借调', 'long-leave': '长假' } as const satisfies Record<
  AbsenceKind,
  string
>

/**
 * Days off the roster although the person's assignment runs on (SPEC §4.5: secondment out, and long leave). First and
 * last day are included; null as the last: not back yet. Those of one person never share a day.
 */
export type Absence = {
  readonly kind: AbsenceKind
  readonly from: LocalDate
  readonly to: LocalDate | null
  /** Where to, or on what notice; empty when nobody said. */
  readonly note: string
}

/** The absence that holds the day, or null. */
export function absenceOn(absences: readonly Absence[], day: LocalDate): Absence | null {
  return absences.find(({ from, to }) => from <= day && (to === null || day <= to)) ?? null
}

/** A stretch of days with or without an absence over it. */
export type CutSpan = { readonly span: DaySpan; readonly absence: Absence | null }

/** The span cut where absences begin and end, in order of days; the pieces are exactly its days. */
export function cutByAbsences(span: DaySpan, absences: readonly Absence[]): readonly CutSpan[] {
  const pieces: CutSpan[] = []
  let next = span.first
  for (const absence of absences.toSorted((left, right) => (left.from < right.from ? -1 : 1))) {
    const first = absence.from > next ? absence.from : next
    const last = absence.to === null || absence.to > span.last ? span.last : absence.to
    if (first > last) continue
    if (next < first) pieces.push({ span: { first: next, last: addDays(first, -1) }, absence: null })
    pieces.push({ span: { first, last }, absence })
    next = addDays(last, 1)
  }
  if (next <= span.last) pieces.push({ span: { first: next, last: span.last }, absence: null })
  return pieces
}
