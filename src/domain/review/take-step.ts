import type { Centipoints } from '../primitives/centipoints.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import { accept, impossible, refuse, type Result } from '../primitives/result.ts'
import { lastDayWithin, type DayCount, type WorkingCalendar } from '../primitives/working-calendar.ts'
import type { Terms, Told } from './objection-term.ts'
import type { Proceeding, ProceedingStep } from './proceeding.ts'
import { findDiscretionBar } from './discretion-steps.ts'
import { findObjectionBar } from './objection-steps.ts'
import type { Involvement } from './recusal.ts'
import type { StepDeed } from './step-deed.ts'
import type { StepRefusal } from './step-refusal.ts'

/** What roles allow at all; what the history of one proceeding forbids even then is for `takeStep`. */
export type StepRight = 'file' | 'answer' | 'decide-review' | 'record-appeal' | 'propose' | 'decide' | 'cure'

/** Who takes a step, and everything it is judged by. */
export type StepFacts = {
  /** User name. */
  readonly by: string
  /** His own; null: not appraised. */
  readonly staffNumber: string | null
  readonly rights: readonly StepRight[]
  readonly at: Date
  readonly today: LocalDate
  readonly terms: Terms
  readonly calendar: WorkingCalendar
  readonly involvement: Involvement
  /** Needed by the first step of an objection. */
  readonly told: Told | null
  /** What the discretionary rule allows for one person; null: no bound. */
  readonly bounds: { readonly min: Centipoints | null; readonly max: Centipoints | null }
  /** Of the entries a step names: those that are reversed by now. */
  readonly reversedEntryIds: readonly string[]
}

/**
 * The one way on: the proceeding with the step added, or why not. Who may do a thing comes in as `rights`; here it is
 * asked whether it is his to do in this case, whether the proceeding stands where the step belongs, and whether the
 * days allow it. The step keeps the last day for what comes next.
 */
export function takeStep<Case extends Proceeding>(
  proceeding: Case,
  deed: StepDeed,
  facts: StepFacts,
): Result<Case, StepRefusal> {
  const bar =
    proceeding.kind === 'objection'
      ? findObjectionBar(proceeding, deed, facts)
      : findDiscretionBar(proceeding, deed, facts)
  if (bar !== null) return refuse(bar)
  const step: ProceedingStep = {
    position: proceeding.steps.length + 1,
    at: facts.at,
    on: facts.today,
    by: facts.by,
    dueOn: dueAfter(deed, facts),
    deed,
  }
  return accept({ ...proceeding, steps: [...proceeding.steps, step] })
}

/** The last day for what a step calls for. */
function dueAfter(deed: StepDeed, { today, terms, calendar }: StepFacts): LocalDate | null {
  const within = (term: DayCount) => lastDayWithin(today, term, calendar)
  switch (deed.kind) {
    case 'filed':
      return within(terms.answer)
    case 'answered':
      // Nothing is left to ask for once the person was given right.
      return deed.outcome === 'upheld' ? null : within(terms.askReview)
    case 'review-asked':
      return within(terms.review)
    case 'proposed':
    case 'withdrawn':
    case 'recused':
    case 'review-decided':
    case 'decided':
    case 'entered':
    case 'cured':
    case 'appeal-recorded':
      return null
    default:
      return impossible(deed)
  }
}
