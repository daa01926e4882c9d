import type { LocalDate } from '../primitives/local-date.ts'
import type { Discretion, Objection, Proceeding, ProceedingStep } from './proceeding.ts'
import type { DeedOf, Outcome, StepDeed } from './step-deed.ts'

export type ObjectionState =
  /** Waits for the office's answer. */
  | 'filed'
  /** Answered; the review may be asked for until `dueOn` of the answer. */
  | 'answered'
  /** Waits for the leading group. */
  | 'review-asked'
  | 'withdrawn'
  /** Answered and nothing asked within the term, or upheld whole. */
  | 'settled'
  /** By the leading group. */
  | 'decided'

export type DiscretionState = 'proposed' | 'withdrawn' | 'decided' | 'entered'

export type ProceedingState = ObjectionState | DiscretionState

/** Where a proceeding stands on a day. */
export function stateOf(proceeding: Proceeding, today: LocalDate): ProceedingState {
  return proceeding.kind === 'objection' ? stateOfObjection(proceeding, today) : stateOfDiscretion(proceeding)
}

export function stateOfObjection(objection: Objection, today: LocalDate): ObjectionState {
  if (lastOf(objection, 'withdrawn') !== null) return 'withdrawn'
  if (lastOf(objection, 'review-decided') !== null) return 'decided'
  if (lastOf(objection, 'review-asked') !== null) return 'review-asked'
  const answered = lastOf(objection, 'answered')
  if (answered === null) return 'filed'
  return answered.dueOn !== null && today <= answered.dueOn ? 'answered' : 'settled'
}

export function stateOfDiscretion(discretion: Discretion): DiscretionState {
  if (lastOf(discretion, 'withdrawn') !== null) return 'withdrawn'
  if (lastOf(discretion, 'entered') !== null) return 'entered'
  return lastOf(discretion, 'decided') === null ? 'proposed' : 'decided'
}

/** What the answer, and after it the review, said of an objection; null: nothing yet. */
export function outcomeOf(objection: Objection): Outcome | null {
  const decided = lastOf(objection, 'review-decided')
  return (decided ?? lastOf(objection, 'answered'))?.deed.outcome ?? null
}

export type CureState = 'not-needed' | 'due' | 'done'

/** Whether what was upheld, by the town or on appeal by the district, has been put right. */
export function cureOf(objection: Objection): CureState {
  return cureAfter(objection, isUpholding)
}

function cureAfter(objection: Objection, asksForCure: (deed: StepDeed) => boolean): CureState {
  const upholding = objection.steps.findLast(({ deed }) => asksForCure(deed))
  if (upholding === undefined) return 'not-needed'
  // A review that grants more than the answer did asks for another cure.
  return (lastOf(objection, 'cured')?.position ?? 0) > upholding.position ? 'done' : 'due'
}

/**
 * Whether anything that depends on it has to wait: no month is closed and nothing noticed becomes final over it. An
 * objection is open until it is withdrawn, answered and no review asked in time, or decided by the leading group; and
 * what was upheld until it is put right. The office's lateness never closes it, and an appeal never opens it again. A
 * deduction is open until it is withdrawn, or decided and entered.
 */
export function isOpen(proceeding: Proceeding, today: LocalDate): boolean {
  if (proceeding.kind === 'discretion') return isDiscretionOpen(proceeding)
  const state = stateOfObjection(proceeding, today)
  if (state === 'filed' || state === 'answered' || state === 'review-asked') return true
  return cureAfter(proceeding, isUpheldInTown) === 'due'
}

function isDiscretionOpen(discretion: Discretion): boolean {
  const state = stateOfDiscretion(discretion)
  return state === 'proposed' || (state === 'decided' && amountsOf(discretion).length > 0)
}

/** The deductions decided on, of those from whom anything is taken. */
export function amountsOf(
  discretion: Pick<Discretion, 'steps'>,
): readonly { readonly staffNumber: string; readonly centipoints: number }[] {
  const decided = lastOf(discretion, 'decided')
  return (decided?.deed.amounts ?? []).flatMap(({ staffNumber, centipoints }) =>
    centipoints === null ? [] : [{ staffNumber, centipoints }],
  )
}

function isUpheldInTown(deed: StepDeed): boolean {
  return (deed.kind === 'answered' || deed.kind === 'review-decided') && grants(deed.outcome)
}

function isUpholding(deed: StepDeed): boolean {
  return (
    isUpheldInTown(deed) || (deed.kind === 'appeal-recorded' && deed.outcome !== 'pending' && grants(deed.outcome))
  )
}

/** When the person was last given right, by the town or on appeal; null: he was not. */
export function upheldAt({ steps }: Pick<Objection, 'steps'>): Date | null {
  return steps.findLast(({ deed }) => isUpholding(deed))?.at ?? null
}

/** Whether an outcome gives the person right, wholly or partly. */
export function grants(outcome: Outcome | null): boolean {
  return outcome === 'upheld' || outcome === 'partly'
}

/** What is known of the appeal to the district; null: none is on record. */
export function appealOutcome(objection: Objection): DeedOf<'appeal-recorded'>['outcome'] | null {
  return lastOf(objection, 'appeal-recorded')?.deed.outcome ?? null
}

export type StepWith<Kind extends StepDeed['kind']> = ProceedingStep & { readonly deed: DeedOf<Kind> }

/** The latest step of a kind, or null. */
export function lastOf<Kind extends StepDeed['kind']>(
  { steps }: Pick<Proceeding, 'steps'>,
  kind: Kind,
): StepWith<Kind> | null {
  return steps.findLast((step): step is StepWith<Kind> => step.deed.kind === kind) ?? null
}

/** Who stays out of the decision, by the steps taken. */
export function recusedOf({ steps }: Pick<Proceeding, 'steps'>): readonly string[] {
  return steps.flatMap(({ deed }) => (deed.kind === 'recused' ? [deed.who] : []))
}
