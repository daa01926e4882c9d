import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Proceeding } from '../domain/review/proceeding.ts'
import type { StepDeed } from '../domain/review/step-deed.ts'
import type { StepRefusal } from '../domain/review/step-refusal.ts'
import { takeStep, type StepFacts } from '../domain/review/take-step.ts'
import type { ProceedingStore } from './proceeding-store.ts'

export type ProceedingRefusal =
  | StepRefusal
  | { readonly code: 'proceeding-unknown' }
  /** Somebody took a step since the page was read. */
  | { readonly code: 'proceeding-moved-on'; readonly by: string }

type Taken<Case extends Proceeding> = {
  readonly proceeding: Case
  /** How many steps whoever takes this one has seen; null: he acts on what he has just read himself. */
  readonly seen: number | null
  readonly deed: StepDeed
  readonly facts: StepFacts
}

/** Takes the next step of a proceeding that is on record, or says why not; a step taken at the same time wins once. */
export async function takeProceedingStep<Case extends Proceeding>(
  proceedings: Pick<ProceedingStore, 'appendStep'>,
  { proceeding, seen, deed, facts }: Taken<Case>,
): Promise<Result<Case, ProceedingRefusal>> {
  const last = proceeding.steps.at(-1)
  if (seen !== null && seen !== proceeding.steps.length)
    return refuse({ code: 'proceeding-moved-on', by: last?.by ?? proceeding.openedBy })
  const taken = takeStep(proceeding, deed, facts)
  if (!taken.ok) return taken
  const step = taken.value.steps.at(-1)
  const isAdded = step !== undefined && (await proceedings.appendStep(proceeding.id, step))
  return isAdded
    ? accept(taken.value)
    : refuse({ code: 'proceeding-moved-on', by: last?.by ?? proceeding.openedBy })
}
