import { and, desc, eq, sql } from 'drizzle-orm'
import type { CorrectionStore } from '../commands/correction-store.ts'
import { correctionRequest, person } from './schema.ts'
import type { Town } from './town-transaction.ts'

export function correctionStore({ tenantId, db }: Town): CorrectionStore {
  const isOfTown = eq(correctionRequest.tenantId, tenantId)
  const select = () =>
    db
      .select({
        id: correctionRequest.id,
        staffNumber: correctionRequest.staffNumber,
        name: sql<string>`coalesce(${person.name}, ${correctionRequest.staffNumber})`,
        at: correctionRequest.at,
        by: correctionRequest.by,
        words: correctionRequest.words,
        state: correctionRequest.state,
        answer: correctionRequest.answer,
        answeredAt: correctionRequest.answeredAt,
        answeredBy: correctionRequest.answeredBy,
      })
      .from(correctionRequest)
      .leftJoin(person, and(eq(person.tenantId, tenantId), eq(person.staffNumber, correctionRequest.staffNumber)))
  return {
    add: async (request) => {
      await db.insert(correctionRequest).values({ ...request, tenantId, state: 'open' })
    },
    find: async (id) => {
      const [found] = await select().where(and(isOfTown, eq(correctionRequest.id, id)))
      return found ?? null
    },
    list: async (staffNumber) =>
      select()
        .where(and(isOfTown, staffNumber === null ? undefined : eq(correctionRequest.staffNumber, staffNumber)))
        .orderBy(
          sql`${correctionRequest.state} <> 'open'`,
          desc(correctionRequest.at),
          desc(correctionRequest.id),
        ),
    answer: async (id, answered) => {
      await db
        .update(correctionRequest)
        .set(answered)
        .where(and(isOfTown, eq(correctionRequest.id, id), eq(correctionRequest.state, 'open')))
    },
  }
}
