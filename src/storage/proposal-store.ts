import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type {
  AdoptionStore,
  AnnualResultStore,
  PayListStore,
  Proposal,
  ProposalKind,
  ProposalStore,
  WaitingProposals,
} from '../commands/proposal-store.ts'
import { finalPayListSchema } from '../domain/pay/final-pay-list.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { assert } from '../domain/primitives/result.ts'
import { finalResultSchema } from '../domain/standing/final-result.ts'
import { proposal } from './schema-oversight.ts'
import type { Town } from './town-transaction.ts'

const adoptionSchema = z.object({
  draftId: z.uuid(),
  revision: z.int().min(0),
  version: z.int().min(1),
  effectiveFrom: z.iso.date().transform(localDate),
  basis: z.string(),
})

const ofYearSchema = z.object({ year: z.int(), number: z.int().min(1) })

export function annualResultStore(town: Town): AnnualResultStore {
  return proposalStore(town, 'annual-result', ofYearSchema, finalResultSchema)
}

export function payListStore(town: Town): PayListStore {
  return proposalStore(town, 'pay-list', ofYearSchema, finalPayListSchema)
}

export function adoptionStore(town: Town): AdoptionStore {
  return proposalStore(town, 'adoption', adoptionSchema, z.null())
}

/** The proposals of one kind; what they are about and their figures are read by these two. */
function proposalStore<Subject, Snapshot>(
  { db, tenantId }: Town,
  kind: ProposalKind,
  subjectSchema: z.ZodType<Subject>,
  snapshotSchema: z.ZodType<Snapshot>,
): ProposalStore<Subject, Snapshot> {
  const ofKind = and(eq(proposal.tenantId, tenantId), eq(proposal.kind, kind))

  function toProposal(row: typeof proposal.$inferSelect): Proposal<Subject, Snapshot> {
    const { id, note, proposedAt, proposedBy, state, decidedAt, decidedBy, reason } = row
    assert(
      (state === 'open') === (decidedAt === null || decidedBy === null),
      'what is decided says when and by whom',
    )
    return {
      id,
      subject: subjectSchema.parse(row.subject),
      snapshot: snapshotSchema.parse(row.snapshot),
      note,
      proposedAt,
      proposedBy,
      decision:
        state === 'open' || decidedAt === null || decidedBy === null
          ? null
          : { state, at: decidedAt, by: decidedBy, reason },
    }
  }

  return {
    async list() {
      const rows = await db
        .select()
        .from(proposal)
        .where(ofKind)
        .orderBy(asc(proposal.proposedAt), asc(proposal.id))
      return rows.map(toProposal)
    },

    async readOpen() {
      const [row] = await db
        .select()
        .from(proposal)
        .where(and(ofKind, eq(proposal.state, 'open')))
      return row === undefined ? null : toProposal(row)
    },

    async add(added) {
      await db.insert(proposal).values({ ...added, tenantId, kind, state: 'open' })
    },

    async decide(id, { state, at, by, reason }) {
      const decided = await db
        .update(proposal)
        .set({ state, decidedAt: at, decidedBy: by, reason })
        .where(and(ofKind, eq(proposal.id, id)))
        .returning({ id: proposal.id })
      assert(decided.length === 1, 'an open proposal is decided once')
    },
  }
}

const yearSchema = z.object({ year: z.int().optional() })

/** By the latest proposal of each kind: a rejected one waits until another is made. */
export async function waitingProposals({ db, tenantId }: Town): Promise<WaitingProposals> {
  const latest = await db
    .selectDistinctOn([proposal.kind], { kind: proposal.kind, state: proposal.state, subject: proposal.subject })
    .from(proposal)
    .where(eq(proposal.tenantId, tenantId))
    .orderBy(proposal.kind, sql`${proposal.proposedAt} desc`, sql`${proposal.id} desc`)
  const ofState = (wanted: string) =>
    latest
      .filter(({ state }) => state === wanted)
      .map(({ kind, subject }) => ({ kind, year: yearSchema.parse(subject).year ?? null }))
  return { open: ofState('open'), rejected: ofState('rejected') }
}
