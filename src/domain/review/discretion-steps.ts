import { centipoints } from '../primitives/centipoints.ts'
import { impossible } from '../primitives/result.ts'
import { findMinutesBar } from './minutes-bar.ts'
import type { Discretion } from './proceeding.ts'
import { amountsOf, recusedOf, stateOfDiscretion } from './proceeding-state.ts'
import { recusalOf } from './recusal.ts'
import type { DeedOf, StepDeed } from './step-deed.ts'
import type { StepRefusal } from './step-refusal.ts'
import type { StepFacts, StepRight } from './take-step.ts'

/** What keeps a step of a discretionary deduction from being taken; null: nothing. */
export function findDiscretionBar(discretion: Discretion, deed: StepDeed, facts: StepFacts): StepRefusal | null {
  const state = discretion.steps.length === 0 ? 'new' : stateOfDiscretion(discretion)
  const outOfTurn: StepRefusal = { code: 'step-out-of-turn', step: deed.kind, state }
  const inState = (wanted: typeof state) => (state === wanted ? null : outOfTurn)
  switch (deed.kind) {
    case 'proposed':
      return inState('new') ?? roleBar(discretion, deed.kind, facts, ['propose'])
    case 'withdrawn':
      return inState('proposed') ?? roleBar(discretion, deed.kind, facts, ['propose'])
    case 'recused':
      return inState('proposed') ?? recusingBar(discretion, deed, facts)
    case 'decided':
      return inState('proposed') ?? decidingBar(discretion, deed, facts)
    case 'entered':
      return inState('decided') ?? enteringBar(discretion, deed, facts)
    case 'filed':
    case 'answered':
    case 'review-asked':
    case 'review-decided':
    case 'cured':
    case 'appeal-recorded':
      return outOfTurn
    default:
      return impossible(deed)
  }
}

/** Nobody takes a step in what is about himself, whatever his roles are. */
function roleBar(
  { subject }: Discretion,
  step: StepDeed['kind'],
  facts: StepFacts,
  anyOf: readonly StepRight[],
): StepRefusal | null {
  if (!anyOf.some((right) => facts.rights.includes(right))) return { code: 'step-not-allowed', step }
  const isOwn = facts.staffNumber !== null && subject.staffNumbers.includes(facts.staffNumber)
  return isOwn ? { code: 'step-barred', step, why: 'aboutOneself' } : null
}

function recusingBar(discretion: Discretion, deed: DeedOf<'recused'>, facts: StepFacts): StepRefusal | null {
  const role = roleBar(discretion, deed.kind, facts, ['propose', 'decide'])
  if (role !== null) return role
  return recusedOf(discretion).includes(deed.who) ? { code: 'recused-already', who: deed.who } : null
}

function decidingBar(discretion: Discretion, deed: DeedOf<'decided'>, facts: StepFacts): StepRefusal | null {
  const role = roleBar(discretion, deed.kind, facts, ['decide'])
  if (role !== null) return role
  const why = recusalOf(discretion, facts.by, facts.involvement)
  if (why !== null) return { code: 'step-barred', step: deed.kind, why }
  const askedOn = discretion.steps[0]?.on ?? facts.today
  return findMinutesBar(discretion, deed.minutes, askedOn, facts) ?? amountsBar(discretion, deed, facts)
}

/** A line for each person and nobody else, or none at all; each amount within what the rule gives. */
function amountsBar(
  { subject }: Discretion,
  { amounts }: DeedOf<'decided'>,
  { bounds }: StepFacts,
): StepRefusal | null {
  if (amounts.length === 0) return null
  const given = new Set(amounts.map(({ staffNumber }) => staffNumber))
  const wrong = [
    ...subject.staffNumbers.filter((staffNumber) => !given.has(staffNumber)),
    ...amounts.flatMap(({ staffNumber }, index) =>
      subject.staffNumbers.includes(staffNumber) &&
      amounts.findIndex((other) => other.staffNumber === staffNumber) === index
        ? []
        : [staffNumber],
    ),
  ]
  if (wrong.length > 0) return { code: 'amounts-incomplete', staffNumbers: wrong }
  for (const { staffNumber, centipoints: decided } of amounts) {
    if (decided === null) continue
    const { min, max } = bounds
    if ((min !== null && decided < min) || (max !== null && decided > max))
      return { code: 'amount-out-of-bounds', staffNumber, amount: centipoints(decided), min, max }
  }
  return null
}

/** The decision becomes one entry for each person from whom anything is taken. */
function enteringBar(discretion: Discretion, deed: DeedOf<'entered'>, facts: StepFacts): StepRefusal | null {
  const role = roleBar(discretion, deed.kind, facts, ['propose', 'decide'])
  if (role !== null) return role
  const wanted = amountsOf(discretion).length
  return deed.entryIds.length === wanted
    ? null
    : { code: 'entries-do-not-match', wanted, given: deed.entryIds.length }
}
