import { and, count, desc, eq, gte, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { AuditFilter, AuditRow, AuditStore } from '../commands/audit-store.ts'
import { auditRow } from './schema.ts'
import type { Town } from './town-transaction.ts'

export function auditStore({ tenantId, db }: Town): AuditStore {
  const append = async (rows: readonly AuditRow[]) => {
    if (rows.length === 0) return
    await db.insert(auditRow).values(rows.map((row) => ({ ...row, tenantId, roles: row.roles.join(',') })))
  }
  const isKnown = async ({ by, operation, kind, outcome, object }: AuditRow, since: Date) => {
    const found = await db
      .select({ id: auditRow.id })
      .from(auditRow)
      .where(
        and(
          eq(auditRow.tenantId, tenantId),
          gte(auditRow.at, since),
          eq(auditRow.kind, kind),
          eq(auditRow.outcome, outcome),
          eq(auditRow.operation, operation),
          by === null ? isNull(auditRow.by) : eq(auditRow.by, by),
          sql`${auditRow.object} is not distinct from ${object === null ? null : JSON.stringify(object)}::jsonb`,
        ),
      )
      .limit(1)
    return found.length > 0
  }
  const find: AuditStore['find'] = async (filter, { offset, limit }) => {
    const condition = and(eq(auditRow.tenantId, tenantId), ...conditionsOf(filter))
    const [counted] = await db.select({ rows: count() }).from(auditRow).where(condition)
    const rows = await db
      .select()
      .from(auditRow)
      .where(condition)
      .orderBy(desc(auditRow.at), desc(auditRow.id))
      .offset(offset)
      .limit(limit)
    return { rows: rows.map(readRow), total: counted?.rows ?? 0 }
  }
  return {
    append,
    find,
    appendUnlessKnown: async (row, since) => {
      if (!(await isKnown(row, since))) await append([row])
    },
    lastSignIns: async () => {
      const last = await db
        .select({ by: auditRow.by, at: sql`max(${auditRow.at})`.mapWith(auditRow.at) })
        .from(auditRow)
        .where(and(eq(auditRow.tenantId, tenantId), eq(auditRow.kind, 'sign-in'), eq(auditRow.outcome, 'done')))
        .groupBy(auditRow.by)
      return new Map(last.map(({ by, at }) => [by ?? '', at]))
    },
  }
}

function conditionsOf(filter: AuditFilter): readonly (SQL | undefined)[] {
  const { from, until, by, person, about, kind, outcome, operations, words } = filter
  return [
    from === null ? undefined : gte(auditRow.at, from),
    until === null ? undefined : lt(auditRow.at, until),
    by === null ? undefined : eq(auditRow.by, by),
    person === null ? undefined : mentions(person, [sql`${auditRow.by}`, objectField('id'), objectField('label')]),
    about === null
      ? undefined
      : sql`${auditRow.object} @> ${JSON.stringify({ kind: 'person', id: about })}::jsonb`,
    kind === null ? undefined : eq(auditRow.kind, kind),
    outcome === null ? undefined : eq(auditRow.outcome, outcome),
    operations === null ? undefined : inArray(auditRow.operation, [...operations]),
    words === null
      ? undefined
      : or(inArray(auditRow.operation, [...words.operations]), mentions(words.text, wordsOfRow)),
  ]
}

function objectField(name: 'id' | 'label'): SQL {
  return sql`${auditRow.object}->>${sql.raw(`'${name}'`)}`
}

const wordsOfRow: readonly SQL[] = [
  sql`${auditRow.by}`,
  objectField('label'),
  sql`${auditRow.before}::text`,
  sql`${auditRow.after}::text`,
  sql`${auditRow.reason}`,
  sql`${auditRow.address}`,
]

function mentions(words: string, places: readonly SQL[]): SQL | undefined {
  const pattern = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  return or(...places.map((place) => sql`${place} ilike ${pattern}`))
}

const objectSchema = z.object({ kind: z.string(), id: z.string(), label: z.string() }).nullable()
const factsSchema = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]))
  .nullable()

function readRow({ tenantId: _tenantId, ...row }: typeof auditRow.$inferSelect): AuditRow {
  return {
    ...row,
    roles: row.roles === '' ? [] : row.roles.split(','),
    object: objectSchema.parse(row.object),
    before: factsSchema.parse(row.before),
    after: factsSchema.parse(row.after),
  }
}
