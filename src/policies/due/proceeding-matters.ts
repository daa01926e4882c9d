import { deadlinesOf, type Deadline } from '../../domain/review/deadlines-of.ts'
import type { Proceeding } from '../../domain/review/proceeding.ts'
import { recusedOf } from '../../domain/review/proceeding-state.ts'
import type { DueDay, DueKind, Matter } from './matter.ts'

/** A proceeding with who had a hand in the entry it is about: they decide nothing of it. */
export type ProceedingFacts = {
  readonly proceeding: Proceeding
  readonly recorder: string | null
  readonly confirmer: string | null
}

const kinds = {
  answer: { kind: 'objection-answer', action: 'objection.answer' },
  'ask-review': { kind: 'review-ask', action: 'objection.file' },
  'decide-review': { kind: 'review-decide', action: 'review.decide' },
  decide: { kind: 'discretion-decide', action: 'discretion.decide' },
  enter: { kind: 'discretion-enter', action: 'discretion.propose' },
  cure: { kind: 'objection-cure', action: 'objection.answer' },
} as const satisfies Record<Deadline['what'], { readonly kind: DueKind; readonly action: Matter['action'] }>

/** Objections to answer or put right, reviews to ask for or decide, deductions to decide or enter. */
export function proceedingMatters(
  proceedings: readonly ProceedingFacts[],
  { today, calendar }: DueDay,
): readonly Matter[] {
  return proceedings.flatMap(({ proceeding, recorder, confirmer }) => {
    const answered = proceeding.steps.findLast(({ deed }) => deed.kind === 'answered')
    return deadlinesOf(proceeding, today, calendar).map(({ what, dueOn }): Matter => {
      const isReview = what === 'decide-review'
      return {
        ...kinds[what],
        object: {
          about: proceeding.staffNumber,
          recorder,
          confirmer,
          // Who answered for the office does not decide the review, nor who proposed a deduction its amount.
          proposer: isReview ? (answered?.by ?? null) : what === 'decide' ? proceeding.openedBy : null,
        },
        recused: recusedOf(proceeding),
        subject: proceeding.id,
        about: `${String(proceeding.year)}-${String(proceeding.number)}`,
        since: proceeding.steps.at(-1)?.on ?? today,
        dueOn,
        path: `/proceedings/${proceeding.id}`,
      }
    })
  })
}
