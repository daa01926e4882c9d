import type { AdoptionProposal as StoredAdoption, Proposal } from '../commands/proposal-store.ts'
import type { AdoptionProposal, ProposalHead } from './contract/adoption.ts'

/** Proposals as the contract has them. */

export function toProposalHead(proposal: Proposal<unknown, unknown>): ProposalHead {
  const { id, note, proposedAt, proposedBy, decision } = proposal
  return {
    id,
    state: decision?.state ?? 'open',
    note,
    proposedAt: proposedAt.toISOString(),
    proposedBy,
    decidedAt: decision?.at.toISOString() ?? null,
    decidedBy: decision?.by ?? null,
    reason: decision?.reason ?? null,
  }
}

export function toAdoption(proposal: StoredAdoption): AdoptionProposal {
  return { ...toProposalHead(proposal), ...proposal.subject }
}

/** Who proposed each version that two adopted, by its number. */
export function proposersOf(adoptions: readonly StoredAdoption[]): ReadonlyMap<number, string> {
  return new Map(
    adoptions
      .filter(({ decision }) => decision?.state === 'approved')
      .map(({ subject, proposedBy }) => [subject.version, proposedBy]),
  )
}
