import { and, asc, eq, gte, isNull, lte } from 'drizzle-orm'
import type { RatingStore, RegisterStore, StoredMark, StoredRegisterDecision } from '../commands/rating-store.ts'
import { localDate, yearSpan } from '../domain/primitives/local-date.ts'
import { quantity } from '../domain/primitives/quantity.ts'
import { ratingMark, ratingWithdrawal, registerDecision } from './schema.ts'
import type { Town } from './town-transaction.ts'

const rowsPerInsert = 1000

function toMark(row: typeof ratingMark.$inferSelect): StoredMark {
  return {
    id: row.id,
    year: row.year,
    staffNumber: row.staffNumber,
    categoryId: row.categoryId,
    raterGroup: row.raterGroup,
    mark: quantity(row.markHundredths),
    source: row.source,
    at: row.at,
    by: row.by,
  }
}

export function ratingStore({ db, tenantId }: Town): RatingStore {
  const withdrawalOfMark = and(
    eq(ratingWithdrawal.tenantId, ratingMark.tenantId),
    eq(ratingWithdrawal.markId, ratingMark.id),
  )
  return {
    async standingMarks(year) {
      const rows = await db
        .select({ mark: ratingMark })
        .from(ratingMark)
        .leftJoin(ratingWithdrawal, withdrawalOfMark)
        .where(and(eq(ratingMark.tenantId, tenantId), eq(ratingMark.year, year), isNull(ratingWithdrawal.markId)))
        .orderBy(asc(ratingMark.at), asc(ratingMark.id))
      return rows.map(({ mark }) => toMark(mark))
    },

    async find(markId) {
      const [row] = await db
        .select({ mark: ratingMark, withdrawnAt: ratingWithdrawal.at })
        .from(ratingMark)
        .leftJoin(ratingWithdrawal, withdrawalOfMark)
        .where(and(eq(ratingMark.tenantId, tenantId), eq(ratingMark.id, markId)))
      return row === undefined ? null : { mark: toMark(row.mark), withdrawn: row.withdrawnAt !== null }
    },

    async add(marks) {
      const rows = marks.map(({ mark, ...rest }) => ({ tenantId, ...rest, markHundredths: mark }))
      for (let start = 0; start < rows.length; start += rowsPerInsert)
        await db.insert(ratingMark).values(rows.slice(start, start + rowsPerInsert))
    },

    async withdraw(markId, withdrawal) {
      await db.insert(ratingWithdrawal).values({ tenantId, markId, ...withdrawal })
    },
  }
}

export function registerStore({ db, tenantId }: Town): RegisterStore {
  return {
    async decisions(year) {
      const span = yearSpan(year)
      const rows = await db
        .select()
        .from(registerDecision)
        .where(
          and(
            eq(registerDecision.tenantId, tenantId),
            lte(registerDecision.firstOn, span.last),
            gte(registerDecision.lastOn, span.first),
          ),
        )
        .orderBy(asc(registerDecision.at))
      const latest = new Map<string, StoredRegisterDecision>()
      for (const row of rows)
        latest.set(`${row.ruleId} ${row.firstOn} ${row.lastOn}`, {
          id: row.id,
          ruleId: row.ruleId,
          span: { first: localDate(row.firstOn), last: localDate(row.lastOn) },
          kind: row.kind,
          reason: row.reason,
          at: row.at,
          by: row.by,
        })
      return [...latest.values()]
    },

    async add({ span, ...decision }) {
      await db.insert(registerDecision).values({ tenantId, ...decision, firstOn: span.first, lastOn: span.last })
    },
  }
}
