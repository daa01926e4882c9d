import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { findBar, type Subject } from '../policies/permit.ts'
import type { Action } from '../policies/policy-table.ts'
import type { Act } from './draft-store.ts'
import type { Decision, Proposal, ProposalStore } from './proposal-store.ts'

export type ProposalRefusal =
  /** One at a time of each kind: the one before is decided or withdrawn first. */
  | { readonly code: 'proposal-open'; readonly by: string }
  | { readonly code: 'proposal-unknown' }
  | { readonly code: 'proposal-settled'; readonly state: Decision['state']; readonly by: string }
  /** Nobody decides what he proposed himself. */
  | { readonly code: 'proposer-decides' }

type Proposals<About, Snapshot> = Pick<ProposalStore<About, Snapshot>, 'list' | 'decide'>

/** The open proposal by its id, with why it is not there any more; what it proposes has not been looked at yet. */
async function findOpen<About, Snapshot>(
  store: Proposals<About, Snapshot>,
  id: string,
): Promise<Result<Proposal<About, Snapshot>, ProposalRefusal>> {
  const proposal = (await store.list()).find((one) => one.id === id)
  if (proposal === undefined) return refuse({ code: 'proposal-unknown' })
  const { decision } = proposal
  if (decision !== null) return refuse({ code: 'proposal-settled', state: decision.state, by: decision.by })
  return accept(proposal)
}

/** The open proposal, if this person may decide it: whoever proposed it may not, whatever else he is. */
export async function findDecidable<About, Snapshot>(
  store: Proposals<About, Snapshot>,
  input: { readonly proposalId: string; readonly decider: Subject; readonly action: Action },
): Promise<Result<Proposal<About, Snapshot>, ProposalRefusal>> {
  const found = await findOpen(store, input.proposalId)
  if (!found.ok) return found
  const object = { about: null, state: 'open', proposer: found.value.proposedBy }
  return findBar(input.decider, input.action, object) === null ? found : refuse({ code: 'proposer-decides' })
}

/** Says no, with a reason; what was proposed stays on record. */
export async function rejectProposal<About, Snapshot>(
  store: Proposals<About, Snapshot>,
  act: Act,
  input: {
    readonly proposalId: string
    readonly decider: Subject
    readonly action: Action
    readonly reason: string
  },
): Promise<Result<Proposal<About, Snapshot>, ProposalRefusal>> {
  const found = await findDecidable(store, input)
  if (!found.ok) return found
  const decision = { state: 'rejected' as const, at: act.at, by: act.by, reason: input.reason }
  await store.decide(found.value.id, decision)
  return accept({ ...found.value, decision })
}

/** Takes a proposal back before it is decided: anyone may who may propose. */
export async function withdrawProposal<About, Snapshot>(
  store: Proposals<About, Snapshot>,
  act: Act,
  input: { readonly proposalId: string; readonly reason: string | null },
): Promise<Result<Proposal<About, Snapshot>, ProposalRefusal>> {
  const found = await findOpen(store, input.proposalId)
  if (!found.ok) return found
  const decision = { state: 'withdrawn' as const, at: act.at, by: act.by, reason: input.reason }
  await store.decide(found.value.id, decision)
  return accept({ ...found.value, decision })
}
