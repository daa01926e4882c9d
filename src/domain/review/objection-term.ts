import type { LocalDate } from '../primitives/local-date.ts'
import { lastDayWithin, type DayCount, type WorkingCalendar } from '../primitives/working-calendar.ts'
import { dueTerm } from '../scheme/due-terms.ts'
import type { Scheme } from '../scheme/scheme.ts'

/** How long the steps of due process last by the scheme in force. */
export type Terms = {
  /** 异议: from being told. */
  readonly object: DayCount
  /** 答复: from the filing. */
  readonly answer: DayCount
  /** 申请复核: from the answer. */
  readonly askReview: DayCount
  /** 复核: from being asked. */
  readonly review: DayCount
}

export function termsOf(scheme: Pick<Scheme, 'deadlines'>): Terms {
  return {
    object: dueTerm(scheme, '异议'),
    answer: dueTerm(scheme, '答复'),
    askReview: dueTerm(scheme, '申请复核'),
    review: dueTerm(scheme, '复核'),
  }
}

/** From when somebody knows of what he objects to. */
export type Told =
  /** Of an entry: acknowledged, or listed in a closed month; null: not told yet (ledger/told-on). */
  | { readonly about: 'entry'; readonly toldOn: LocalDate | null }
  /** Of a published figure, and the last day of its notice; null without one. */
  | { readonly about: 'figure'; readonly publishedOn: LocalDate; readonly noticeTo: LocalDate | null }

/**
 * The last day for an objection; null: the term has not begun, so that it may be filed. A figure may be objected to
 * for the whole of its notice, however short the term is.
 */
export function lastDayToObject(
  told: Told,
  { object }: Pick<Terms, 'object'>,
  calendar: WorkingCalendar,
): LocalDate | null {
  if (told.about === 'entry') return told.toldOn === null ? null : lastDayWithin(told.toldOn, object, calendar)
  const byTerm = lastDayWithin(told.publishedOn, object, calendar)
  return told.noticeTo !== null && told.noticeTo > byTerm ? told.noticeTo : byTerm
}
