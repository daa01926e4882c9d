import type { StoredAttachment } from '../commands/attachment-store.ts'
import { peopleOf, type Proceeding } from '../domain/review/proceeding.ts'
import type { StepDeed } from '../domain/review/step-deed.ts'
import { reachOf, type Subject } from '../policies/permit.ts'
import type { Member } from './case-facts.ts'

/** Whether somebody sees a proceeding only as one of the people it is about: then the others' part is not his to see. */
function seesOwnPartOnly(proceeding: Proceeding, subject: Subject): boolean {
  const reach = reachOf(subject, 'proceeding.read')
  return reach?.kind !== 'everyone' && proceeding.openedBy !== subject.by
}

/** A deduction that several share, without the other people and what was decided of them. */
export function partSeenBy(proceeding: Proceeding, subject: Subject): Proceeding {
  if (proceeding.kind === 'objection' || !seesOwnPartOnly(proceeding, subject)) return proceeding
  const isOwn = (staffNumber: string) => staffNumber === subject.staffNumber
  return {
    ...proceeding,
    subject: { ...proceeding.subject, staffNumbers: proceeding.subject.staffNumbers.filter(isOwn) },
    steps: proceeding.steps.map((step) => ({ ...step, deed: ownPartOf(step.deed, isOwn) })),
  }
}

function ownPartOf(deed: StepDeed, isOwn: (staffNumber: string) => boolean): StepDeed {
  if (deed.kind !== 'decided') return deed
  return { ...deed, amounts: deed.amounts.filter(({ staffNumber }) => isOwn(staffNumber)) }
}

/** What was handed in, without what the other people it is about handed in for themselves. */
export function attachmentsSeenBy(
  attachments: readonly StoredAttachment[],
  proceeding: Proceeding,
  subject: Subject,
  members: readonly Pick<Member, 'userName' | 'staffNumber'>[],
): readonly StoredAttachment[] {
  if (!seesOwnPartOnly(proceeding, subject)) return attachments
  const people = new Set(peopleOf(proceeding).filter((staffNumber) => staffNumber !== subject.staffNumber))
  const others = new Set(
    members.flatMap(({ userName, staffNumber }) =>
      staffNumber !== null && people.has(staffNumber) ? [userName] : [],
    ),
  )
  return attachments.filter(({ by }) => !others.has(by))
}
