import { and, asc, count, desc, eq, gte, inArray, isNull, lte, max, ne, or, sql, type SQL } from 'drizzle-orm'
import type { RecordQuery, RegisterRecordStore, RegisterSettingStore } from '../commands/register-record-store.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { assert } from '../domain/primitives/result.ts'
import { isRegisterId, type RegisterId } from '../domain/registers/register.ts'
import { withdrawnState, type RegisterRecord } from '../domain/registers/register-record.ts'
import { registerRecord, registerSetting, registerStep } from './schema-registers.ts'
import type { Town } from './town-transaction.ts'

/** More rows than this in one statement would pass PostgreSQL's limit of parameters. */
const rowsAtOnce = 2_000

/** The lines of the daily registers, each with how it came to stand so. */
export function registerRecordStore({ tenantId, db }: Town): RegisterRecordStore {
  const isOfTown = eq(registerRecord.tenantId, tenantId)
  const underKeys = async (state: SQL, register: RegisterId, naturalKeys: readonly string[]) => {
    if (naturalKeys.length === 0) return []
    const isUnderKey = inArray(registerRecord.naturalKey, [...naturalKeys])
    const rows = await db
      .select()
      .from(registerRecord)
      .where(and(isOfTown, eq(registerRecord.register, register), isUnderKey, state))
      .orderBy(asc(registerRecord.at), asc(registerRecord.id))
    return rows.map(toRecord)
  }
  return {
    list: async (query) => {
      const rows = await db
        .select()
        .from(registerRecord)
        .where(and(isOfTown, askedFor(query)))
        .orderBy(asc(registerRecord.fromOn), asc(registerRecord.at), asc(registerRecord.id))
      return rows.map(toRecord)
    },
    page: async (query, { offset, limit }) => {
      const asked = and(isOfTown, askedFor(query))
      const [counted] = await db.select({ total: count() }).from(registerRecord).where(asked)
      const rows = await db
        .select()
        .from(registerRecord)
        .where(asked)
        .orderBy(desc(registerRecord.fromOn), desc(registerRecord.at), desc(registerRecord.id))
        .limit(limit)
        .offset(offset)
      return { records: rows.map(toRecord), total: counted?.total ?? 0 }
    },
    find: async (id) => {
      const [row] = await db
        .select()
        .from(registerRecord)
        .where(and(isOfTown, eq(registerRecord.id, id)))
      return row === undefined ? null : toRecord(row)
    },
    byNaturalKey: async (register, naturalKeys) =>
      underKeys(ne(registerRecord.state, withdrawnState), register, naturalKeys),
    withdrawnByNaturalKey: async (register, naturalKeys) => {
      const records = await underKeys(eq(registerRecord.state, withdrawnState), register, naturalKeys)
      return [...new Map(records.map((record) => [record.naturalKey, record])).values()]
    },
    add: async (records) => {
      for (let from = 0; from < records.length; from += rowsAtOnce) {
        const some = records.slice(from, from + rowsAtOnce)
        await db.insert(registerRecord).values(some.map((record) => ({ tenantId, ...toRow(record) })))
        await db.insert(registerStep).values(some.map((record) => firstStep(tenantId, record)))
      }
    },
    step: async (record, { step, at, by, reason, before }) => {
      const { revision, state } = record
      const written = await db
        .update(registerRecord)
        .set(toRow(record))
        .where(and(isOfTown, eq(registerRecord.id, record.id), eq(registerRecord.revision, revision - 1)))
        .returning({ id: registerRecord.id })
      if (written.length === 0) return false
      const [last] = await db
        .select({ position: max(registerStep.position) })
        .from(registerStep)
        .where(and(eq(registerStep.tenantId, tenantId), eq(registerStep.recordId, record.id)))
      const position = (last?.position ?? 0) + 1
      await db
        .insert(registerStep)
        .values({ tenantId, recordId: record.id, position, step, state, at, by, reason, before: before ?? null })
      return true
    },
    stepMany: async (changed, step) => {
      for (let from = 0; from < changed.length; from += rowsAtOnce)
        await stepSome({ tenantId, db }, changed.slice(from, from + rowsAtOnce), step)
    },
    steps: async (recordId) => {
      const rows = await db
        .select()
        .from(registerStep)
        .where(and(eq(registerStep.tenantId, tenantId), eq(registerStep.recordId, recordId)))
        .orderBy(asc(registerStep.position))
      return rows.map(({ tenantId: _tenantId, ...step }) => step)
    },
  }
}

function askedFor({ register, days, staffNumbers, orAboutNobody = false, states }: RecordQuery): SQL | undefined {
  const people = staffNumbers === undefined ? undefined : inArray(registerRecord.staffNumber, [...staffNumbers])
  return and(
    eq(registerRecord.register, register),
    days === undefined ? undefined : lte(registerRecord.fromOn, days.last),
    days === undefined ? undefined : gte(registerRecord.toOn, days.first),
    orAboutNobody && people !== undefined ? or(people, isNull(registerRecord.staffNumber)) : people,
    states === undefined ? ne(registerRecord.state, withdrawnState) : inArray(registerRecord.state, [...states]),
  )
}

type StepMany = Parameters<RegisterRecordStore['stepMany']>

async function stepSome(
  { tenantId, db }: Pick<Town, 'tenantId' | 'db'>,
  changed: StepMany[0],
  { step, at, by, reason }: StepMany[1],
): Promise<void> {
  const ids = changed.map(({ record }) => record.id)
  const known = await db
    .select({ recordId: registerStep.recordId, position: max(registerStep.position) })
    .from(registerStep)
    .where(and(eq(registerStep.tenantId, tenantId), inArray(registerStep.recordId, ids)))
    .groupBy(registerStep.recordId)
  const positions = new Map(known.map(({ recordId, position }) => [recordId, position ?? 0]))
  // All of them are there: one statement writes what each has become.
  await db
    .insert(registerRecord)
    .values(changed.map(({ record }) => ({ tenantId, ...toRow(record) })))
    .onConflictDoUpdate({
      target: [registerRecord.tenantId, registerRecord.id],
      set: { body: sql`excluded.body`, state: sql`excluded.state`, revision: sql`excluded.revision` },
    })
  await db.insert(registerStep).values(
    changed.map(({ record: { id, state }, before }) => {
      const position = (positions.get(id) ?? 0) + 1
      return { tenantId, recordId: id, position, step, state, at, by, reason, before: before ?? null }
    }),
  )
}

type Row = typeof registerRecord.$inferSelect

function firstStep(tenantId: string, { id, state, at, by }: RegisterRecord) {
  return { tenantId, recordId: id, position: 1, step: 'added', state, at, by, reason: null, before: null }
}

function toRow({ days, ...record }: RegisterRecord): Omit<Row, 'tenantId'> {
  return { ...record, fromOn: days.first, toOn: days.last }
}

function toRecord({ tenantId: _tenantId, fromOn, toOn, register, ...row }: Row): RegisterRecord {
  assert(isRegisterId(register), `${register} is a register`)
  return { ...row, register, days: { first: localDate(fromOn), last: localDate(toOn) } }
}

/** What the registers remember: hours, mappings, what is switched on. */
export function registerSettingStore({ tenantId, db }: Town): RegisterSettingStore {
  return {
    read: async (name) => {
      const [row] = await db
        .select({ value: registerSetting.value })
        .from(registerSetting)
        .where(and(eq(registerSetting.tenantId, tenantId), eq(registerSetting.name, name)))
      return row?.value ?? null
    },
    write: async (name, value, { at, by }) => {
      await db
        .insert(registerSetting)
        .values({ tenantId, name, value, at, by })
        .onConflictDoUpdate({ target: [registerSetting.tenantId, registerSetting.name], set: { value, at, by } })
    },
  }
}
