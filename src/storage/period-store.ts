import { and, asc, eq, inArray, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { AcknowledgementStore, ClosedMonth, PeriodStore } from '../commands/period-store.ts'
import { townDay } from '../domain/primitives/local-date.ts'
import { appendLeaves } from './log-leaves.ts'
import { acknowledgement, periodClose } from './schema.ts'
import type { Town } from './town-transaction.ts'

const closedOver = z.object({
  open: z.array(z.object({ kind: z.string(), count: z.int(), words: z.string() })),
  reason: z.string().nullable(),
})

/** The months a town has closed. */
export function periodStore(town: Town): PeriodStore {
  const { tenantId, db } = town
  const select = async (condition?: SQL): Promise<readonly ClosedMonth[]> => {
    const rows = await db
      .select()
      .from(periodClose)
      .where(and(eq(periodClose.tenantId, tenantId), condition))
      .orderBy(asc(periodClose.month))
    return rows.map(({ tenantId: _tenantId, checklist, ...row }) => ({
      ...row,
      closedOn: townDay(row.closedAt.getTime()),
      checklist: closedOver.parse(checklist),
    }))
  }
  return {
    closes: () => select(),
    find: async (month) => (await select(eq(periodClose.month, month)))[0] ?? null,
    close: async (closed) => {
      await db.insert(periodClose).values({ tenantId, ...closed })
      const { month, ledgerPosition, bulletinId, closedAt: at, closedBy: by } = closed
      await appendLeaves(town, [{ kind: 'close', month, ledgerPosition, bulletinId, at, by }])
    },
  }
}

/** What people of a town have acknowledged. */
export function acknowledgementStore({ tenantId, db }: Town): AcknowledgementStore {
  const daysBy = async (condition: SQL) => {
    const rows = await db
      .select({ entryId: acknowledgement.entryId, at: acknowledgement.at })
      .from(acknowledgement)
      .where(and(eq(acknowledgement.tenantId, tenantId), condition))
    return new Map(rows.map(({ entryId, at }) => [entryId, townDay(at.getTime())]))
  }
  return {
    add: async (acknowledgements) => {
      if (acknowledgements.length === 0) return
      await db
        .insert(acknowledgement)
        .values(acknowledgements.map((one) => ({ tenantId, ...one })))
        .onConflictDoNothing()
    },
    daysOf: async (entryIds) =>
      entryIds.length === 0 ? new Map() : daysBy(inArray(acknowledgement.entryId, [...entryIds])),
    ofPerson: (staffNumber) => daysBy(eq(acknowledgement.staffNumber, staffNumber)),
  }
}
