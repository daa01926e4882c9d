import type { FinalPayList } from '../domain/pay/final-pay-list.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { FinalResult } from '../domain/standing/final-result.ts'

/** What one proposes and another decides (SPEC §1). */
export const proposalKinds = ['adoption', 'annual-result', 'pay-list'] as const
export type ProposalKind = (typeof proposalKinds)[number]

export type Decision = {
  readonly state: 'approved' | 'rejected' | 'withdrawn'
  readonly at: Date
  readonly by: string
  /** Minutes of the meeting, or why not. */
  readonly reason: string | null
}

/** Something proposed with all that is to be decided; it never changes, and is decided once. */
export type Proposal<Subject, Snapshot> = {
  readonly id: string
  readonly subject: Subject
  readonly snapshot: Snapshot
  readonly note: string
  readonly proposedAt: Date
  readonly proposedBy: string
  readonly decision: Decision | null
}

/** The proposals of one kind, within one town and one transaction; at most one of them is open. */
export type ProposalStore<Subject, Snapshot> = {
  /** Oldest first. */
  readonly list: () => Promise<readonly Proposal<Subject, Snapshot>[]>
  readonly readOpen: () => Promise<Proposal<Subject, Snapshot> | null>
  readonly add: (proposal: Omit<Proposal<Subject, Snapshot>, 'decision'>) => Promise<void>
  readonly decide: (id: string, decision: Decision) => Promise<void>
}

/** The open draft as it is to be adopted: `version` is the number it takes. */
export type Adoption = {
  readonly draftId: string
  readonly revision: number
  readonly version: number
  readonly effectiveFrom: LocalDate
  readonly basis: string
}

/** Figures of a year, by their number within it. */
export type OfYear = { readonly year: number; readonly number: number }

export type AnnualResultStore = ProposalStore<OfYear, FinalResult>
export type PayListStore = ProposalStore<OfYear, FinalPayList>

export type AdoptionStore = ProposalStore<Adoption, null>
export type AdoptionProposal = Proposal<Adoption, null>

/** Which kinds wait for a decision, and of which the last one was sent back; of a year's figures also which year. */
export type WaitingProposals = {
  readonly open: readonly WaitingProposal[]
  readonly rejected: readonly WaitingProposal[]
}
type WaitingProposal = { readonly kind: ProposalKind; readonly year: number | null }
