import type { LocalDate } from '../primitives/local-date.ts'
import { workingDaysBetween, type WorkingCalendar } from '../primitives/working-calendar.ts'
import { cureOf, stateOf } from './proceeding-state.ts'
import type { Proceeding } from './proceeding.ts'

/** Something that somebody has to do, or may still do, in a proceeding. */
export type Deadline = {
  readonly who: 'office' | 'person' | 'leadingGroup'
  readonly what: 'answer' | 'ask-review' | 'decide-review' | 'decide' | 'enter' | 'cure'
  /** The last day, whole; null: no term is set for it. */
  readonly dueOn: LocalDate | null
  /** Working days after today up to and including the last day; below 0: so many working days late. null without a term. */
  readonly daysLeft: number | null
  readonly isOverdue: boolean
}

/** What comes next, and by when; several things may wait at once. Empty: nothing more is to be done. */
export function deadlinesOf(
  proceeding: Proceeding,
  today: LocalDate,
  calendar: WorkingCalendar,
): readonly Deadline[] {
  const deadline = (who: Deadline['who'], what: Deadline['what'], dueOn: LocalDate | null): Deadline => ({
    who,
    what,
    dueOn,
    daysLeft: dueOn === null ? null : workingDaysBetween(today, dueOn, calendar),
    isOverdue: dueOn !== null && today > dueOn,
  })
  const dueOn = lastDueDay(proceeding)
  const cure =
    proceeding.kind === 'objection' && cureOf(proceeding) === 'due' ? [deadline('office', 'cure', null)] : []
  switch (stateOf(proceeding, today)) {
    case 'filed':
      return [deadline('office', 'answer', dueOn), ...cure]
    case 'answered':
      return [deadline('person', 'ask-review', dueOn), ...cure]
    case 'review-asked':
      return [deadline('leadingGroup', 'decide-review', dueOn), ...cure]
    case 'proposed':
      return [deadline('leadingGroup', 'decide', null)]
    case 'decided':
      return proceeding.kind === 'discretion' ? [deadline('office', 'enter', null)] : cure
    default:
      return cure
  }
}

/** Set by the latest step that leads on: recusals, cures and appeals leave the days as they are. */
function lastDueDay({ steps }: Proceeding): LocalDate | null {
  const leading = steps.findLast(({ deed }) => leadsOn.has(deed.kind))
  return leading?.dueOn ?? null
}

const leadsOn: ReadonlySet<string> = new Set(['filed', 'answered', 'review-asked'])
