import { and, asc, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import type { InspectionRound, InspectionStore } from '../commands/inspection-store.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { inspectionRound, inspectionVisit } from './schema.ts'
import type { Town } from './town-transaction.ts'

/** A town's rounds of inspection and what was seen on them. */
export function inspectionStore({ tenantId, db }: Town): InspectionStore {
  const isOfTown = eq(inspectionRound.tenantId, tenantId)
  const select = async (condition: SQL) => {
    const rows = await db
      .select()
      .from(inspectionRound)
      .where(and(isOfTown, condition))
      .orderBy(desc(inspectionRound.year), desc(inspectionRound.number))
    return rows.map(toRound)
  }
  return {
    ofYear: (year) => select(eq(inspectionRound.year, year)),
    find: async (roundId) => (await select(eq(inspectionRound.id, roundId)))[0] ?? null,
    add: async (round) => {
      const { offices, inspectors, ...columns } = round
      await db
        .insert(inspectionRound)
        .values({ tenantId, ...columns, offices: [...offices], inspectors: [...inspectors] })
    },
    visits: async (roundIds) => {
      if (roundIds.length === 0) return []
      const rows = await db
        .select()
        .from(inspectionVisit)
        .where(and(eq(inspectionVisit.tenantId, tenantId), inArray(inspectionVisit.roundId, [...roundIds])))
        .orderBy(asc(inspectionVisit.at), asc(inspectionVisit.id))
      return rows.map(({ tenantId: _tenantId, ...visit }) => visit)
    },
    addVisit: async ({ entryIds, ...visit }) => {
      await db.insert(inspectionVisit).values({ tenantId, ...visit, entryIds: [...entryIds] })
    },
    end: async (roundId, { at, by, bulletinId }) => {
      const ended = await db
        .update(inspectionRound)
        .set({ endedAt: at, endedBy: by, bulletinId })
        .where(and(isOfTown, eq(inspectionRound.id, roundId), isNull(inspectionRound.endedAt)))
        .returning({ id: inspectionRound.id })
      return ended.length > 0
    },
  }
}

function toRound(row: typeof inspectionRound.$inferSelect): InspectionRound {
  const { tenantId: _tenantId, fromOn, toOn, endedAt, endedBy, bulletinId, ...round } = row
  const hasEnded = endedAt !== null && endedBy !== null && bulletinId !== null
  return {
    ...round,
    fromOn: localDate(fromOn),
    toOn: localDate(toOn),
    ended: hasEnded ? { at: endedAt, by: endedBy, bulletinId } : null,
  }
}
