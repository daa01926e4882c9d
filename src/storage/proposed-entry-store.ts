import { and, asc, count, eq, gte, inArray, lte, type SQL } from 'drizzle-orm'
import type { ProposedEntryStore } from '../commands/proposed-entry-store.ts'
import { observationSchema } from '../domain/registers/observation.ts'
import type { ProposedEntry } from '../domain/registers/proposed-entry.ts'
import { proposedEntry } from './schema-registers.ts'
import type { Town } from './town-transaction.ts'

/** More rows than this in one statement would pass PostgreSQL's limit of parameters. */
const rowsAtOnce = 2_000

/** 登记建议: what registers propose, and what became of it. */
export function proposedEntryStore({ tenantId, db }: Town): ProposedEntryStore {
  const isOfTown = eq(proposedEntry.tenantId, tenantId)
  const select = async (condition: SQL | undefined, ...order: readonly SQL[]) => {
    const rows = await db
      .select()
      .from(proposedEntry)
      .where(and(isOfTown, condition))
      .orderBy(...order, asc(proposedEntry.madeAt), asc(proposedEntry.id))
    return rows.map(toProposedEntry)
  }
  return {
    list: async ({ states, registers, days, staffNumbers }) => {
      if ([states, registers, staffNumbers].some((named) => named?.length === 0)) return []
      return select(
        and(
          states === undefined ? undefined : inArray(proposedEntry.state, [...states]),
          registers === undefined ? undefined : inArray(proposedEntry.register, [...registers]),
          staffNumbers === undefined ? undefined : inArray(proposedEntry.staffNumber, [...staffNumbers]),
          days === undefined ? undefined : gte(proposedEntry.occurredOn, days.first),
          days === undefined ? undefined : lte(proposedEntry.occurredOn, days.last),
        ),
        asc(proposedEntry.occurredOn),
      )
    },
    find: async (ids) => (ids.length === 0 ? [] : select(inArray(proposedEntry.id, [...ids]))),
    ofFacts: async (register, factKeys) => {
      const found: ProposedEntry[] = []
      for (let from = 0; from < factKeys.length; from += rowsAtOnce)
        found.push(
          ...(await select(
            and(
              eq(proposedEntry.register, register),
              inArray(proposedEntry.factKey, factKeys.slice(from, from + rowsAtOnce)),
            ),
          )),
        )
      return found
    },
    ofEntry: async (entryId) => select(eq(proposedEntry.entryId, entryId), asc(proposedEntry.sort)),
    countOpen: async () => {
      const [row] = await db
        .select({ open: count() })
        .from(proposedEntry)
        .where(and(isOfTown, eq(proposedEntry.state, 'open')))
      return row?.open ?? 0
    },
    add: async (proposals) => {
      for (let from = 0; from < proposals.length; from += rowsAtOnce)
        await db.insert(proposedEntry).values(
          proposals.slice(from, from + rowsAtOnce).map(({ observation, decided, ...proposal }) => ({
            ...proposal,
            tenantId,
            factKey: observation.factKey,
            register: observation.register,
            staffNumber: observation.staffNumber,
            occurredOn: observation.occurredOn,
            observation,
            decidedAt: decided?.at ?? null,
            decidedBy: decided?.by ?? null,
          })),
        )
    },
    decide: async (id, { state, entryId, reason, decided }) => {
      const written = await db
        .update(proposedEntry)
        .set({ state, reason, decidedAt: decided.at, decidedBy: decided.by, entryId })
        .where(and(isOfTown, eq(proposedEntry.id, id), eq(proposedEntry.state, 'open')))
        .returning({ id: proposedEntry.id })
      return written.length === 1
    },
  }
}

function toProposedEntry(row: typeof proposedEntry.$inferSelect): ProposedEntry {
  const { id, sort, state, entryId, reason, madeAt, decidedAt, decidedBy } = row
  return {
    id,
    sort,
    observation: observationSchema.parse(row.observation),
    state,
    entryId,
    reason,
    madeAt,
    decided: decidedAt === null || decidedBy === null ? null : { at: decidedAt, by: decidedBy },
  }
}
