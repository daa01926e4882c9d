import { and, asc, desc, eq, inArray, max, or, sql, type SQL } from 'drizzle-orm'
import type { ProceedingStore } from '../commands/proceeding-store.ts'
import { groupBy } from '../domain/primitives/group-by.ts'
import { townDay } from '../domain/primitives/local-date.ts'
import { assert } from '../domain/primitives/result.ts'
import { periodSpan } from '../domain/review/period-span.ts'
import {
  discretionSubjectSchema,
  objectionSubjectSchema,
  stepBodySchema,
  type Discretion,
  type Objection,
  type Proceeding,
  type ProceedingStep,
} from '../domain/review/proceeding.ts'
import { proceeding, proceedingStep } from './schema.ts'
import type { Town } from './town-transaction.ts'

type Row = typeof proceeding.$inferSelect
type StepRow = typeof proceedingStep.$inferSelect

/** Objections and discretionary deductions with their steps. */
export function proceedingStore({ tenantId, db }: Town): ProceedingStore {
  const isOfTown = eq(proceeding.tenantId, tenantId)

  async function withSteps(rows: readonly Row[]): Promise<readonly Proceeding[]> {
    if (rows.length === 0) return []
    const ids = rows.map(({ id }) => id)
    const steps = await db
      .select()
      .from(proceedingStep)
      .where(and(eq(proceedingStep.tenantId, tenantId), inArray(proceedingStep.proceedingId, ids)))
      .orderBy(asc(proceedingStep.position))
    const byProceeding = groupBy(steps, ({ proceedingId }) => proceedingId)
    return rows.map((row) => toProceeding(row, byProceeding.get(row.id) ?? []))
  }

  async function select(condition: SQL | undefined, order: 'oldest' | 'latest' = 'oldest') {
    const direction = order === 'oldest' ? asc : desc
    const rows = await db
      .select()
      .from(proceeding)
      .where(and(isOfTown, condition))
      .orderBy(direction(proceeding.openedAt), direction(proceeding.kind), direction(proceeding.number))
    return withSteps(rows)
  }

  const objections = async (condition: SQL | undefined) =>
    (await select(and(eq(proceeding.kind, 'objection'), condition))).filter(isObjection)

  return {
    nextNumber: async (kind, year) => {
      const [last] = await db
        .select({ number: max(proceeding.number) })
        .from(proceeding)
        .where(and(isOfTown, eq(proceeding.kind, kind), eq(proceeding.year, year)))
      return (last?.number ?? 0) + 1
    },
    add: async (added) => {
      const { id, kind, year, number, staffNumber, subject, openedBy, steps } = added
      const [first] = steps
      assert(first !== undefined, 'a proceeding begins with a step')
      const row = { tenantId, id, kind, year, number, staffNumber, subject, openedAt: first.at, openedBy }
      await db.insert(proceeding).values(row)
      await db.insert(proceedingStep).values(steps.map((step) => toStepRow(tenantId, id, step)))
    },
    appendStep: async (proceedingId, step) => {
      const added = await db
        .insert(proceedingStep)
        .values(toStepRow(tenantId, proceedingId, step))
        .onConflictDoNothing()
        .returning({ position: proceedingStep.position })
      return added.length === 1
    },
    find: async (proceedingId) => (await select(eq(proceeding.id, proceedingId)))[0] ?? null,
    list: ({ kind, year, about }) =>
      select(
        and(
          kind === null ? undefined : eq(proceeding.kind, kind),
          year === null ? undefined : eq(proceeding.year, year),
          about === null
            ? undefined
            : or(eq(proceeding.staffNumber, about), sql`${proceeding.subject} -> 'staffNumbers' ? ${about}`),
        ),
        'latest',
      ),
    againstEntries: async (entryIds) =>
      entryIds.length === 0
        ? []
        : objections(sql`${proceeding.subject} ->> 'entryId' = any(${sql.param([...entryIds])}::text[])`),
    againstBulletin: (bulletinId) => objections(sql`${proceeding.subject} ->> 'bulletinId' = ${bulletinId}`),
    againstDays: async ({ first, last }) => {
      const found = await objections(
        or(
          sql`${proceeding.subject} ->> 'occurredOn' between ${first} and ${last}`,
          sql`${proceeding.subject} ->> 'about' = 'figure'`,
        ),
      )
      return found.filter(({ subject }) => {
        if (subject.about === 'entry') return true
        const span = periodSpan(subject.period)
        return span !== null && span.first >= first && span.last <= last
      })
    },
    discretionsWithin: async ({ first, last }) => {
      const found = await select(
        and(
          eq(proceeding.kind, 'discretion'),
          sql`${proceeding.subject} ->> 'occurredOn' between ${first} and ${last}`,
        ),
      )
      return found.filter(isDiscretion)
    },
  }
}

function isObjection(one: Proceeding): one is Objection {
  return one.kind === 'objection'
}

function isDiscretion(one: Proceeding): one is Discretion {
  return one.kind === 'discretion'
}

function toProceeding(row: Row, stepRows: readonly StepRow[]): Proceeding {
  const { id, year, number, staffNumber, openedBy } = row
  const common = { id, year, number, staffNumber, openedBy, steps: stepRows.map(toStep) }
  return row.kind === 'objection'
    ? { ...common, kind: 'objection', subject: objectionSubjectSchema.parse(row.subject) }
    : { ...common, kind: 'discretion', subject: discretionSubjectSchema.parse(row.subject) }
}

function toStep({ position, kind, at, by, body }: StepRow): ProceedingStep {
  const { dueOn, deed } = stepBodySchema.parse(body)
  assert(deed.kind === kind, 'a step is of the kind its column says')
  return { position, at, on: townDay(at.getTime()), by, dueOn, deed }
}

function toStepRow(
  tenantId: string,
  proceedingId: string,
  { position, at, by, dueOn, deed }: ProceedingStep,
): typeof proceedingStep.$inferInsert {
  return { tenantId, proceedingId, position, kind: deed.kind, at, by, body: { dueOn, deed } }
}
