import { and, asc, count, eq, not, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { RosterStore } from '../commands/roster-store.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { employments } from '../domain/roster/assignment.ts'
import { posts } from '../domain/scheme/scheme.ts'
import { assignment, person } from './schema.ts'
import type { Town } from './town-transaction.ts'

const dayColumn = z
  .string()
  .nullable()
  .transform((text) => (text === null ? null : localDate(text)))

const assignmentRow = z.object({
  staffNumber: z.string(),
  name: z.string(),
  office: z.string(),
  post: z.enum(posts),
  inChargeOf: z.array(z.string()),
  employment: z.enum(employments).nullable(),
  from: dayColumn,
  to: dayColumn,
})

/** Few parameters at a time: PostgreSQL takes 65,535 in one statement. */
const batchSize = 1000

export function rosterStore(town: Town): RosterStore {
  const { tenantId, db } = town
  return {
    people: () =>
      db
        .select({
          staffNumber: person.staffNumber,
          name: person.name,
          pinyin: person.pinyin,
          initials: person.initials,
        })
        .from(person)
        .where(eq(person.tenantId, tenantId))
        .orderBy(asc(person.position), asc(person.staffNumber)),
    assignments: async () => {
      const rows = await db
        .select({
          staffNumber: assignment.staffNumber,
          name: person.name,
          office: assignment.office,
          post: assignment.post,
          inChargeOf: assignment.inChargeOf,
          employment: assignment.employment,
          from: assignment.fromOn,
          to: assignment.toOn,
        })
        .from(assignment)
        .innerJoin(
          person,
          and(eq(person.tenantId, assignment.tenantId), eq(person.staffNumber, assignment.staffNumber)),
        )
        .where(eq(assignment.tenantId, tenantId))
        .orderBy(asc(person.position), asc(assignment.position))
      return z.array(assignmentRow).parse(rows)
    },
    replace: (people, assignments, newId) => replaceRoster(town, people, assignments, newId),
    countPeople: async () => {
      const [counted] = await db.select({ people: count() }).from(person).where(eq(person.tenantId, tenantId))
      return counted?.people ?? 0
    },
  }
}

async function replaceRoster(
  { tenantId, db }: Town,
  people: Parameters<RosterStore['replace']>[0],
  assignments: Parameters<RosterStore['replace']>[1],
  newId: () => string,
): Promise<void> {
  if (people.length === 0) return
  // One array parameter, however many they are.
  const staffNumbers = sql.param(people.map(({ staffNumber }) => staffNumber))
  // Whoever is not in the new list keeps his or her order, after everyone who is.
  await db
    .update(person)
    .set({ position: sql`${person.position} + ${people.length}` })
    .where(and(eq(person.tenantId, tenantId), not(sql`${person.staffNumber} = any(${staffNumbers})`)))
  await db
    .delete(assignment)
    .where(and(eq(assignment.tenantId, tenantId), sql`${assignment.staffNumber} = any(${staffNumbers})`))
  for (let start = 0; start < people.length; start += batchSize)
    await db
      .insert(person)
      .values(
        people
          .slice(start, start + batchSize)
          .map((one, index) => ({ tenantId, ...one, position: start + index })),
      )
      .onConflictDoUpdate({
        target: [person.tenantId, person.staffNumber],
        set: {
          name: sql`excluded.name`,
          pinyin: sql`excluded.pinyin`,
          initials: sql`excluded.initials`,
          position: sql`excluded.position`,
        },
      })
  for (let start = 0; start < assignments.length; start += batchSize)
    await db.insert(assignment).values(
      assignments.slice(start, start + batchSize).map((row, index) => ({
        tenantId,
        id: newId(),
        staffNumber: row.staffNumber,
        office: row.office,
        post: row.post,
        inChargeOf: [...row.inChargeOf],
        employment: row.employment,
        fromOn: row.from,
        toOn: row.to,
        position: start + index,
      })),
    )
}
