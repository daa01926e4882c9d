import type { ProposedEntry } from '../domain/registers/proposed-entry.ts'
import { reachOf, type Subject } from './permit.ts'

/**
 * Whether somebody is shown a proposal within his reach. Of his own person one that is undecided, or was taken back
 * undecided, is shown to nobody but those who keep the list: he is told of the entry.
 */
export function maySeeProposal(subject: Subject, { state, observation }: ProposedEntry): boolean {
  if (observation.staffNumber !== subject.staffNumber || state === 'adopted' || state === 'dismissed') return true
  return reachOf(subject, 'proposed-entry.decide') !== null
}
