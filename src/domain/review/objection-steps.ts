import { impossible } from '../primitives/result.ts'
import { findMinutesBar } from './minutes-bar.ts'
import { lastDayToObject } from './objection-term.ts'
import type { Objection } from './proceeding.ts'
import {
  appealOutcome,
  cureOf,
  lastOf,
  outcomeOf,
  recusedOf,
  stateOfObjection,
  type ObjectionState,
} from './proceeding-state.ts'
import { answerBar, recusalOf } from './recusal.ts'
import type { DeedOf, StepDeed } from './step-deed.ts'
import type { StepRefusal } from './step-refusal.ts'
import type { StepFacts } from './take-step.ts'

/** What keeps a step of an objection from being taken; null: nothing. */
export function findObjectionBar(objection: Objection, deed: StepDeed, facts: StepFacts): StepRefusal | null {
  const state = objection.steps.length === 0 ? 'new' : stateOfObjection(objection, facts.today)
  const outOfTurn: StepRefusal = { code: 'step-out-of-turn', step: deed.kind, state }
  if ((state === 'new') !== (deed.kind === 'filed')) return outOfTurn
  switch (deed.kind) {
    case 'filed':
      return filingBar(objection, facts)
    case 'withdrawn':
      return ownBar(objection, deed, facts) ?? (isInProgress(state) ? null : outOfTurn)
    case 'answered':
      return answeringBar(objection, facts) ?? (state === 'filed' ? null : outOfTurn)
    case 'review-asked':
      return ownBar(objection, deed, facts) ?? askingBar(objection, state, facts)
    case 'recused':
      return recusingBar(objection, deed, facts) ?? (isInProgress(state) ? null : outOfTurn)
    case 'review-decided':
      return state === 'review-asked' ? decidingBar(objection, deed, facts) : outOfTurn
    case 'cured':
      return curingBar(objection, deed, facts)
    case 'appeal-recorded':
      return appealBar(objection, deed, facts) ?? (outcomeOf(objection) === null ? outOfTurn : null)
    case 'proposed':
    case 'decided':
    case 'entered':
      return outOfTurn
    default:
      return impossible(deed)
  }
}

function isInProgress(state: ObjectionState | 'new'): boolean {
  return state === 'filed' || state === 'answered' || state === 'review-asked'
}

/** Filing, withdrawing and asking for the review are the person's alone. */
function ownBar({ staffNumber }: Objection, { kind }: StepDeed, facts: StepFacts): StepRefusal | null {
  if (!facts.rights.includes('file')) return { code: 'step-not-allowed', step: kind }
  return facts.staffNumber === staffNumber ? null : { code: 'step-not-yours', step: kind }
}

function filingBar(objection: Objection, facts: StepFacts): StepRefusal | null {
  const own = ownBar(objection, { kind: 'filed', words: '' }, facts)
  if (own !== null || facts.told === null) return own
  const lastDay = lastDayToObject(facts.told, facts.terms, facts.calendar)
  return lastDay !== null && facts.today > lastDay ? { code: 'objection-late', lastDay } : null
}

function answeringBar(objection: Objection, facts: StepFacts): StepRefusal | null {
  if (!facts.rights.includes('answer')) return { code: 'step-not-allowed', step: 'answered' }
  if (facts.staffNumber === objection.staffNumber)
    return { code: 'step-barred', step: 'answered', why: 'aboutOneself' }
  const why = answerBar(objection, facts.by, facts.involvement)
  return why === null ? null : { code: 'step-barred', step: 'answered', why }
}

/** After an answer that did not give him right, within the term; or at once when the office is late with it. */
function askingBar(objection: Objection, state: ObjectionState | 'new', { today }: StepFacts): StepRefusal | null {
  const answerDue = lastOf(objection, 'filed')?.dueOn ?? today
  const lastDay = lastOf(objection, 'answered')?.dueOn ?? null
  if (state === 'answered') return null
  if (state === 'filed') return today > answerDue ? null : { code: 'answer-still-due', dueOn: answerDue }
  if (state === 'settled' && lastDay !== null) return { code: 'review-late', lastDay }
  return { code: 'step-out-of-turn', step: 'review-asked', state }
}

/** A member recuses himself; the leading group, or the office, puts on record who stays out. */
function recusingBar(objection: Objection, deed: DeedOf<'recused'>, facts: StepFacts): StepRefusal | null {
  if (!facts.rights.includes('answer') && !facts.rights.includes('decide-review'))
    return { code: 'step-not-allowed', step: 'recused' }
  if (facts.staffNumber === objection.staffNumber)
    return { code: 'step-barred', step: 'recused', why: 'aboutOneself' }
  return recusedOf(objection).includes(deed.who) ? { code: 'recused-already', who: deed.who } : null
}

function decidingBar(objection: Objection, deed: DeedOf<'review-decided'>, facts: StepFacts): StepRefusal | null {
  if (!facts.rights.includes('decide-review')) return { code: 'step-not-allowed', step: deed.kind }
  if (facts.staffNumber === objection.staffNumber)
    return { code: 'step-barred', step: deed.kind, why: 'aboutOneself' }
  const why = recusalOf(objection, facts.by, facts.involvement)
  if (why !== null) return { code: 'step-barred', step: deed.kind, why }
  const askedOn = lastOf(objection, 'review-asked')?.on ?? facts.today
  return findMinutesBar(objection, deed.minutes, askedOn, facts)
}

function curingBar(objection: Objection, deed: DeedOf<'cured'>, facts: StepFacts): StepRefusal | null {
  if (!facts.rights.includes('cure')) return { code: 'step-not-allowed', step: deed.kind }
  if (facts.staffNumber === objection.staffNumber)
    return { code: 'step-barred', step: deed.kind, why: 'aboutOneself' }
  const cure = cureOf(objection)
  // A reversal puts the figures right; where they were published already, a correction follows it.
  const isFollowUp = cure === 'done' && deed.by.kind === 'correction'
  if (cure !== 'due' && !isFollowUp) return { code: 'cure-not-due' }
  if (deed.by.kind === 'correction')
    return cure === 'due' && objection.subject.about === 'entry' ? { code: 'cure-needs-reversal' } : null
  const missing = deed.by.entryIds.filter((id) => !facts.reversedEntryIds.includes(id))
  return missing.length === 0 ? null : { code: 'entries-not-reversed', count: missing.length }
}

function appealBar(objection: Objection, deed: DeedOf<'appeal-recorded'>, facts: StepFacts): StepRefusal | null {
  if (!facts.rights.includes('record-appeal')) return { code: 'step-not-allowed', step: deed.kind }
  if (facts.staffNumber === objection.staffNumber)
    return { code: 'step-barred', step: deed.kind, why: 'aboutOneself' }
  if (deed.day > facts.today) return { code: 'appeal-day-in-future', day: deed.day }
  const known = appealOutcome(objection)
  return known !== null && known !== 'pending' ? { code: 'appeal-settled' } : null
}
