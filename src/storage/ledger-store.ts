import { and, asc, desc, eq, gte, isNotNull, isNull, lte, max, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { EntryFilter, LedgerStore, StoredEntry } from '../commands/ledger-store.ts'
import { encodeLedgerRow } from '../domain/ledger/canonical-encoding.ts'
import { entryIdOf, type LedgerRow } from '../domain/ledger/ledger-row.ts'
import { centipoints } from '../domain/primitives/centipoints.ts'
import { localDate, yearOf, yearSpan } from '../domain/primitives/local-date.ts'
import { quantity } from '../domain/primitives/quantity.ts'
import { assignment, ledgerRow, person } from './schema.ts'
import type { Town } from './town-transaction.ts'

const confirmation = alias(ledgerRow, 'confirmation')
const reversal = alias(ledgerRow, 'reversal')

/** The town's append-only log, and the entries it says there are. */
export function ledgerStore(town: Town): LedgerStore {
  const { tenantId, db } = town
  return {
    lastPosition: async () => {
      const [last] = await db
        .select({ position: max(ledgerRow.position) })
        .from(ledgerRow)
        .where(eq(ledgerRow.tenantId, tenantId))
      return last?.position ?? 0
    },
    append: async (rows) => {
      // Few parameters at a time: PostgreSQL takes 65,535 in one statement.
      for (let start = 0; start < rows.length; start += 1000)
        await db.insert(ledgerRow).values(rows.slice(start, start + 1000).map(toColumns))
    },
    find: async (entryIds) => {
      if (entryIds.length === 0) return []
      const found = await selectEntries(town, sql`${ledgerRow.id} = any(${sql.param([...entryIds])}::uuid[])`)
      const byId = new Map(found.map((entry) => [entry.id, entry]))
      return entryIds.flatMap((id) => byId.get(id) ?? [])
    },
    ofYear: (year, staffNumber) => {
      const { first, last } = yearSpan(year)
      const ofPerson = staffNumber === undefined ? undefined : eq(ledgerRow.staffNumber, staffNumber)
      return selectEntries(town, and(gte(ledgerRow.occurredOn, first), lte(ledgerRow.occurredOn, last), ofPerson))
    },
    page: (filter, slice) => selectPage(town, filter, slice),
    latestYear: async () => {
      const [latest] = await db
        .select({ day: max(ledgerRow.occurredOn) })
        .from(ledgerRow)
        .where(eq(ledgerRow.tenantId, tenantId))
      const day = latest?.day ?? null
      return day === null ? null : yearOf(localDate(day))
    },
    countByState: async () => {
      const [counted] = await db
        .select({
          recorded: countWhere(stateIs('recorded')),
          confirmed: countWhere(stateIs('confirmed')),
          reversed: countWhere(stateIs('reversed')),
        })
        .from(ledgerRow)
        .leftJoin(confirmation, confirmsEntry)
        .leftJoin(reversal, reversesEntry)
        .where(ownRecordings(town))
      return counted ?? { recorded: 0, confirmed: 0, reversed: 0 }
    },
  }
}

const countWhere = (condition: SQL | undefined) =>
  sql<number>`count(*) filter (where ${condition})`.mapWith(Number)

function toColumns(row: LedgerRow): typeof ledgerRow.$inferInsert {
  const { tenantId, position, id, kind, recordedBy, idempotencyKey } = row
  return {
    tenantId,
    position,
    id,
    kind,
    entryId: entryIdOf(row),
    canonical: encodeLedgerRow(row),
    body: row.kind === 'recording' ? row.recording : row.kind === 'reversal' ? { reason: row.reason } : {},
    staffNumber: row.kind === 'recording' ? row.recording.staffNumber : null,
    occurredOn: row.kind === 'recording' ? row.recording.occurredOn : null,
    recordedAt: new Date(row.recordedAt),
    recordedBy,
    idempotencyKey,
  }
}

const recordingBody = z.object({
  staffNumber: z.string(),
  schemeVersion: z.int(),
  ruleId: z.string(),
  clause: z.string(),
  quantity: z.int().transform(quantity),
  occurredOn: z.string().transform(localDate),
  level: z.string().nullable(),
  matter: z.string().nullable(),
  discretion: z
    .int()
    .nullable()
    .transform((hundredths) => (hundredths === null ? null : centipoints(hundredths))),
  place: z.string().nullable(),
  note: z.string().nullable(),
  basis: z.string().nullable(),
})
const reversalBody = z.object({ reason: z.string() })

const entryColumns = {
  id: ledgerRow.id,
  position: ledgerRow.position,
  body: ledgerRow.body,
  recordedAt: ledgerRow.recordedAt,
  recordedBy: ledgerRow.recordedBy,
  confirmedAt: confirmation.recordedAt,
  confirmedBy: confirmation.recordedBy,
  reversedAt: reversal.recordedAt,
  reversedBy: reversal.recordedBy,
  reversalBody: reversal.body,
}

// A recording stands beside its confirmation and its reversal where there are any; at most one of each.
const confirmsEntry = and(
  eq(confirmation.tenantId, ledgerRow.tenantId),
  eq(confirmation.entryId, ledgerRow.id),
  eq(confirmation.kind, 'confirmation'),
)
const reversesEntry = and(
  eq(reversal.tenantId, ledgerRow.tenantId),
  eq(reversal.entryId, ledgerRow.id),
  eq(reversal.kind, 'reversal'),
)

function ownRecordings({ tenantId }: Town): SQL | undefined {
  return and(eq(ledgerRow.tenantId, tenantId), eq(ledgerRow.kind, 'recording'))
}

function stateIs(state: StoredEntry['state']): SQL | undefined {
  if (state === 'reversed') return isNotNull(reversal.id)
  return and(isNull(reversal.id), state === 'confirmed' ? isNotNull(confirmation.id) : isNull(confirmation.id))
}

async function selectEntries(town: Town, condition: SQL | undefined): Promise<readonly StoredEntry[]> {
  const rows = await town.db
    .select(entryColumns)
    .from(ledgerRow)
    .leftJoin(confirmation, confirmsEntry)
    .leftJoin(reversal, reversesEntry)
    .where(and(ownRecordings(town), condition))
    .orderBy(asc(ledgerRow.position))
  return rows.map(toEntry)
}

async function selectPage(town: Town, filter: EntryFilter, slice: { offset: number; limit: number }) {
  const condition = and(ownRecordings(town), filterCondition(town, filter))
  const [counted] = await town.db
    .select({ total: sql<number>`count(*)`.mapWith(Number) })
    .from(ledgerRow)
    .leftJoin(confirmation, confirmsEntry)
    .leftJoin(reversal, reversesEntry)
    .where(condition)
  const rows = await town.db
    .select(entryColumns)
    .from(ledgerRow)
    .leftJoin(confirmation, confirmsEntry)
    .leftJoin(reversal, reversesEntry)
    .where(condition)
    .orderBy(desc(ledgerRow.position))
    .offset(slice.offset)
    .limit(slice.limit)
  return { entries: rows.map(toEntry), total: counted?.total ?? 0 }
}

function filterCondition(town: Town, filter: EntryFilter): SQL | undefined {
  return and(
    filter.state === null ? undefined : stateIs(filter.state),
    filter.staffNumber === null ? undefined : eq(ledgerRow.staffNumber, filter.staffNumber),
    filter.from === null ? undefined : gte(ledgerRow.occurredOn, filter.from),
    filter.to === null ? undefined : lte(ledgerRow.occurredOn, filter.to),
    filter.office === null ? undefined : wasInOffice(town, filter.office),
    filter.words === null ? undefined : or(mentions(town, filter.words), isUnder(filter.ruleKeys)),
  )
}

/** The person stood in that office on the day of the entry. */
function wasInOffice({ db, tenantId }: Town, office: string): SQL {
  const stays = db
    .select({ one: sql`1` })
    .from(assignment)
    .where(
      and(
        eq(assignment.tenantId, tenantId),
        eq(assignment.staffNumber, ledgerRow.staffNumber),
        eq(assignment.office, office),
        or(isNull(assignment.fromOn), lte(assignment.fromOn, ledgerRow.occurredOn)),
        or(isNull(assignment.toOn), gte(assignment.toOn, ledgerRow.occurredOn)),
      ),
    )
  return sql`exists ${stays}`
}

function isUnder(ruleKeys: EntryFilter['ruleKeys']): SQL {
  const keys = ruleKeys.map(({ schemeVersion, ruleId }) => `${String(schemeVersion)} ${ruleId}`)
  const ownKey = sql`concat(${ledgerRow.body}->>'schemeVersion', ' ', ${ledgerRow.body}->>'ruleId')`
  return sql`${ownKey} = any(${sql.param(keys)}::text[])`
}

function mentions({ db, tenantId }: Town, words: string): SQL | undefined {
  const pattern = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const named = db
    .select({ one: sql`1` })
    .from(person)
    .where(
      and(
        eq(person.tenantId, tenantId),
        eq(person.staffNumber, ledgerRow.staffNumber),
        or(sql`${person.name} ilike ${pattern}`, sql`${person.pinyin} ilike ${pattern}`),
      ),
    )
  const texts = ['clause', 'matter', 'place', 'note', 'basis']
  return or(
    sql`${ledgerRow.staffNumber} ilike ${pattern}`,
    sql`exists ${named}`,
    ...texts.map((field) => sql`${ledgerRow.body}->>${field} ilike ${pattern}`),
  )
}

type EntryColumns = {
  readonly id: string
  readonly position: number
  readonly body: unknown
  readonly recordedAt: Date
  readonly recordedBy: string
  readonly confirmedAt: Date | null
  readonly confirmedBy: string | null
  readonly reversedAt: Date | null
  readonly reversedBy: string | null
  readonly reversalBody: unknown
}

function toEntry(row: EntryColumns): StoredEntry {
  const { id, position, recordedAt, recordedBy, confirmedAt, confirmedBy, reversedAt, reversedBy } = row
  const isConfirmed = confirmedAt !== null && confirmedBy !== null
  const isReversed = reversedAt !== null && reversedBy !== null
  return {
    id,
    position,
    ...recordingBody.parse(row.body),
    recordedAt,
    recordedBy,
    state: isReversed ? 'reversed' : isConfirmed ? 'confirmed' : 'recorded',
    confirmation: isConfirmed ? { at: confirmedAt, by: confirmedBy } : null,
    reversal: isReversed
      ? { at: reversedAt, by: reversedBy, reason: reversalBody.parse(row.reversalBody).reason }
      : null,
  }
}
