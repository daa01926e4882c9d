import type { ProceedingStore } from '../commands/proceeding-store.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { assert } from '../domain/primitives/result.ts'
import { periodSpan } from '../domain/review/period-span.ts'
import type { Objection } from '../domain/review/proceeding.ts'
import { isOpen, stateOfObjection, type ObjectionState } from '../domain/review/proceeding-state.ts'

/** What nothing may be closed or made final over. */
export type OpenObjection = {
  readonly proceedingId: string
  readonly year: number
  readonly number: number
  readonly staffNumber: string
  /** The entry objected to; null: a published figure. */
  readonly entryId: string | null
  /** Whose figure is objected to; null: an entry. */
  readonly bulletinId: string | null
  /** In progress; otherwise upheld and not put right yet. */
  readonly state: ObjectionState
  /** The last day for what comes next; null without a term. */
  readonly dueOn: LocalDate | null
}

/** Which: of a month (2026-03), a quarter (2026-Q1) or a year (2026) by their periods, of some entries, or of a bulletin. */
export type ObjectionScope =
  | { readonly period: string }
  | { readonly entryIds: readonly string[] }
  | { readonly bulletinId: string }

/**
 * The objections that are open on the day, the oldest first: against entries of the period's days and figures of periods
 * within it. Month close, finalisation and checklists ask this.
 */
export async function openObjections(
  stores: { readonly proceedings: Pick<ProceedingStore, 'againstEntries' | 'againstBulletin' | 'againstDays'> },
  scope: ObjectionScope,
  today: LocalDate,
): Promise<readonly OpenObjection[]> {
  const found = await objectionsOf(stores.proceedings, scope)
  return found.filter((objection) => isOpen(objection, today)).map((objection) => toOpen(objection, today))
}

async function objectionsOf(
  proceedings: Pick<ProceedingStore, 'againstEntries' | 'againstBulletin' | 'againstDays'>,
  scope: ObjectionScope,
): Promise<readonly Objection[]> {
  if ('entryIds' in scope) return proceedings.againstEntries(scope.entryIds)
  if ('bulletinId' in scope) return proceedings.againstBulletin(scope.bulletinId)
  const span = periodSpan(scope.period)
  assert(span !== null, 'a month, a quarter or a year is asked for')
  return proceedings.againstDays(span)
}

function toOpen(objection: Objection, today: LocalDate): OpenObjection {
  const { id, year, number, staffNumber, subject, steps } = objection
  return {
    proceedingId: id,
    year,
    number,
    staffNumber,
    entryId: subject.about === 'entry' ? subject.entryId : null,
    bulletinId: subject.about === 'figure' ? subject.bulletinId : null,
    state: stateOfObjection(objection, today),
    dueOn: steps.findLast(({ dueOn }) => dueOn !== null)?.dueOn ?? null,
  }
}
