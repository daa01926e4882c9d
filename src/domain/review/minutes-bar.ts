import type { LocalDate } from '../primitives/local-date.ts'
import type { Proceeding } from './proceeding.ts'
import { recusalOf } from './recusal.ts'
import type { Minutes } from './step-deed.ts'
import type { StepRefusal } from './step-refusal.ts'
import type { StepFacts } from './take-step.ts'

/**
 * What is wrong with who decided and when: the decider is no one whom the case keeps out and was there himself, nobody
 * kept out was there, and the meeting took place between the day it was asked for and today.
 */
export function findMinutesBar(
  proceeding: Proceeding,
  minutes: Minutes,
  askedOn: LocalDate,
  { by, today, involvement }: StepFacts,
): StepRefusal | null {
  const { meetingOn, present, recused } = minutes
  if (meetingOn > today) return { code: 'meeting-in-future', meetingOn }
  if (meetingOn < askedOn) return { code: 'meeting-before-asked', meetingOn, askedOn }
  const twice = present.find((who, index) => present.indexOf(who) !== index || recused.includes(who))
  if (twice !== undefined) return { code: 'member-twice', who: twice }
  for (const who of present) {
    const why = recusalOf(proceeding, who, involvement)
    if (why !== null) return { code: 'member-recused', who, why }
  }
  return present.includes(by) ? null : { code: 'decider-absent', who: by }
}
