import { and, asc, count, eq, not, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { RosterStore, StoredAbsence, StoredPerson } from '../commands/roster-store.ts'
import { groupBy } from '../domain/primitives/group-by.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { absenceKinds, type Absence } from '../domain/roster/absence.ts'
import { employments, type Assignment } from '../domain/roster/assignment.ts'
import type { PersonRecord } from '../domain/roster/personnel-change.ts'
import { posts } from '../domain/scheme/scheme.ts'
import { absence, assignment, person } from './schema.ts'
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

const absenceRow = z.object({
  staffNumber: z.string(),
  kind: z.enum(absenceKinds),
  from: z.string().transform(localDate),
  to: dayColumn,
  note: z.string(),
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
    assignments: () => readAssignments(town),
    assignmentsOf: (staffNumber) => readAssignments(town, staffNumber),
    absences: () => readAbsences(town),
    keepPerson: (one, record, act) => keepPerson(town, one, record, act),
    replace: (people, assignments, newId) => replaceRoster(town, people, assignments, newId),
    countPeople: async () => {
      const [counted] = await db.select({ people: count() }).from(person).where(eq(person.tenantId, tenantId))
      return counted?.people ?? 0
    },
  }
}

async function readAssignments({ tenantId, db }: Town, staffNumber?: string): Promise<readonly Assignment[]> {
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
    .where(
      and(
        eq(assignment.tenantId, tenantId),
        staffNumber === undefined ? undefined : eq(assignment.staffNumber, staffNumber),
      ),
    )
    .orderBy(asc(person.position), asc(assignment.position))
  const absences = groupBy(await readAbsences({ tenantId, db }, staffNumber), (absence) => absence.staffNumber)
  return z
    .array(assignmentRow)
    .parse(rows)
    .map((row) => {
      const own = absences.get(row.staffNumber)
      return own === undefined
        ? row
        : { ...row, absences: own.map(({ kind, from, to, note }) => ({ kind, from, to, note })) }
    })
}

async function readAbsences({ tenantId, db }: Town, staffNumber?: string): Promise<readonly StoredAbsence[]> {
  const rows = await db
    .select({
      staffNumber: absence.staffNumber,
      kind: absence.kind,
      from: absence.fromOn,
      to: absence.toOn,
      note: absence.note,
    })
    .from(absence)
    .where(
      and(
        eq(absence.tenantId, tenantId),
        staffNumber === undefined ? undefined : eq(absence.staffNumber, staffNumber),
      ),
    )
    .orderBy(asc(absence.staffNumber), asc(absence.fromOn))
  return z.array(absenceRow).parse(rows)
}

async function keepPerson(
  { tenantId, db }: Town,
  one: StoredPerson,
  { assignments, absences }: Parameters<RosterStore['keepPerson']>[1],
  { at, by, newId }: Parameters<RosterStore['keepPerson']>[2],
): Promise<void> {
  const { staffNumber } = one
  const last = db
    .select({ next: sql`coalesce(max(${person.position}), -1) + 1` })
    .from(person)
    .where(eq(person.tenantId, tenantId))
  await db
    .insert(person)
    .values({ tenantId, ...one, position: sql`(${last})` })
    .onConflictDoNothing()
  await db
    .delete(assignment)
    .where(and(eq(assignment.tenantId, tenantId), eq(assignment.staffNumber, staffNumber)))
  if (assignments.length > 0)
    await db
      .insert(assignment)
      .values(assignments.map((row, position) => ({ tenantId, id: newId(), ...assignmentColumns(row), position })))
  await keepAbsences({ tenantId, db }, staffNumber, absences, { at, by, newId })
}

/** Those that stay as they are keep who registered them, and when. */
async function keepAbsences(
  { tenantId, db }: Town,
  staffNumber: string,
  absences: PersonRecord['absences'],
  { at, by, newId }: Parameters<RosterStore['keepPerson']>[2],
): Promise<void> {
  const known = await readAbsences({ tenantId, db }, staffNumber)
  const isSame = (left: Absence, right: Absence) =>
    left.kind === right.kind && left.from === right.from && left.to === right.to && left.note === right.note
  const gone = known.filter((one) => !absences.some((other) => isSame(one, other)))
  const added = absences.filter((one) => !known.some((other) => isSame(one, other)))
  for (const { from } of gone)
    await db
      .delete(absence)
      .where(and(eq(absence.tenantId, tenantId), eq(absence.staffNumber, staffNumber), eq(absence.fromOn, from)))
  if (added.length > 0)
    await db.insert(absence).values(
      added.map(({ kind, from, to, note }) => ({
        tenantId,
        id: newId(),
        staffNumber,
        kind,
        fromOn: from,
        toOn: to,
        note,
        at,
        by,
      })),
    )
}

function assignmentColumns(row: Assignment) {
  return {
    staffNumber: row.staffNumber,
    office: row.office,
    post: row.post,
    inChargeOf: [...row.inChargeOf],
    employment: row.employment,
    fromOn: row.from,
    toOn: row.to,
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
        ...assignmentColumns(row),
        position: start + index,
      })),
    )
}
