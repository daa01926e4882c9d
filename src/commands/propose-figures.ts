import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Subject } from '../policies/permit.ts'
import { findDecidable, type ProposalRefusal } from './decide-proposal.ts'
import type { Act } from './draft-store.ts'
import type { OfYear, Proposal, ProposalStore } from './proposal-store.ts'

export type FiguresRefusal =
  | ProposalRefusal
  /** Something was recorded, rated or changed since: other figures than those that were looked at. */
  | { readonly code: 'figures-changed' }

/**
 * The office asks the leading group to approve a year's figures (annual result or pay list). They are frozen as they
 * stand now, which must be as they were shown: the digests say so.
 */
export async function proposeFigures<Snapshot extends OfYear>(
  store: ProposalStore<OfYear, Snapshot>,
  act: Act,
  input: {
    readonly snapshot: Snapshot
    readonly digest: { readonly shown: string; readonly now: string }
    readonly note: string
  },
): Promise<Result<Proposal<OfYear, Snapshot>, FiguresRefusal>> {
  const open = await store.readOpen()
  if (open !== null) return refuse({ code: 'proposal-open', by: open.proposedBy })
  const { snapshot, digest, note } = input
  if (digest.shown !== digest.now) return refuse({ code: 'figures-changed' })
  const subject = { year: snapshot.year, number: snapshot.number }
  const proposal = { id: act.newId(), subject, snapshot, note, proposedAt: act.at, proposedBy: act.by }
  await store.add(proposal)
  return accept({ ...proposal, decision: null })
}

/**
 * The leading group, by another person than who proposed them, approves the figures with the meeting's minutes. Refused
 * when the year would come to other figures by now: what is approved is what holds on that day.
 */
export async function approveFigures<Snapshot>(
  store: ProposalStore<OfYear, Snapshot>,
  act: Act,
  input: {
    readonly proposalId: string
    readonly decider: Subject
    readonly minutes: string
    readonly holds: (snapshot: Snapshot) => Promise<boolean>
  },
): Promise<Result<Proposal<OfYear, Snapshot>, FiguresRefusal>> {
  const found = await findDecidable(store, { ...input, action: 'result.approve' })
  if (!found.ok) return found
  if (!(await input.holds(found.value.snapshot))) return refuse({ code: 'figures-changed' })
  const decision = { state: 'approved' as const, at: act.at, by: act.by, reason: input.minutes }
  await store.decide(found.value.id, decision)
  return accept({ ...found.value, decision })
}
