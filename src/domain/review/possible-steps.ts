import type { LocalDate } from '../primitives/local-date.ts'
import { amountsOf } from './proceeding-state.ts'
import type { Proceeding } from './proceeding.ts'
import type { DeedOf, StepDeed } from './step-deed.ts'
import type { StepRefusal } from './step-refusal.ts'
import { takeStep, type StepFacts } from './take-step.ts'

/** A step somebody would be kept from although it is its turn and his roles may do it. */
export type BarredStep = { readonly step: StepDeed['kind']; readonly refusal: StepRefusal }

export type StepsOpen = {
  readonly possible: readonly StepDeed['kind'][]
  /** By the case itself, for the page to say why: one's own, recorded by oneself, recused. */
  readonly barred: readonly BarredStep[]
}

/** What somebody may do in a proceeding now: a page offers what `takeStep` takes, and nothing else. */
export function stepsOpenTo(proceeding: Proceeding, facts: StepFacts): StepsOpen {
  const possible: StepDeed['kind'][] = []
  const barred: BarredStep[] = []
  for (const deed of samplesFor(proceeding, facts.by, facts.today)) {
    const taken = takeStep(proceeding, deed, asIfReversed(proceeding, facts))
    if (taken.ok && !possible.includes(deed.kind)) possible.push(deed.kind)
    if (taken.ok) continue
    if (taken.refusal.code === 'step-barred') barred.push({ step: deed.kind, refusal: taken.refusal })
  }
  const isKeptOut = ({ step }: BarredStep, place: number) =>
    barred.findIndex((other) => other.step === step) === place && isTurnOf(proceeding, step, facts)
  return { possible, barred: barred.filter(isKeptOut) }
}

/** Curing reverses the entry in the same stroke: the page offers it before that is done. */
function asIfReversed(proceeding: Proceeding, facts: StepFacts): StepFacts {
  return { ...facts, reversedEntryIds: [...facts.reversedEntryIds, ...entriesOf(proceeding)] }
}

function entriesOf(proceeding: Proceeding): readonly string[] {
  return proceeding.kind === 'objection' && proceeding.subject.about === 'entry'
    ? [proceeding.subject.entryId]
    : []
}

/** Whether somebody else with the same roles could take it: then it is the person, and not the turn. */
function isTurnOf(proceeding: Proceeding, step: StepDeed['kind'], facts: StepFacts): boolean {
  const stranger = { ...facts, by: '', staffNumber: null }
  return samplesFor(proceeding, '', facts.today).some(
    (sample) => sample.kind === step && takeStep(proceeding, sample, asIfReversed(proceeding, stranger)).ok,
  )
}

const nobody = '00000000-0000-4000-8000-000000000000'

/** A deed of each kind that nothing but its turn and its doer can be wrong with. */
function samplesFor(proceeding: Proceeding, by: string, today: LocalDate): readonly StepDeed[] {
  const said = { reasons: '—', bulletinId: null }
  const minutes = { title: '—', meetingOn: today, present: [by], recused: [] }
  const entered = amountsOf(proceeding).map(() => nobody)
  return [
    { kind: 'withdrawn', words: '' },
    { kind: 'answered', outcome: 'rejected', ...said },
    { kind: 'review-asked', words: '—' },
    { kind: 'recused', who: '—', why: '—' },
    { kind: 'review-decided', outcome: 'rejected', minutes, ...said },
    { kind: 'decided', amounts: [], minutes, reasons: '—' },
    { kind: 'entered', entryIds: entered },
    ...entriesOf(proceeding).map((id) => cured({ kind: 'reversal', entryIds: [id] })),
    cured({ kind: 'correction', bulletinId: nobody }),
    { kind: 'appeal-recorded', day: today, outcome: 'pending', words: '—' },
  ]
}

function cured(by: DeedOf<'cured'>['by']): StepDeed {
  return { kind: 'cured', by }
}
