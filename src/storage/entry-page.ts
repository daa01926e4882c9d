import { and, desc, eq, exists, gte, inArray, isNull, lte, or, sql, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { EntryFilter, StoredEntry } from '../commands/ledger-store.ts'
import type { EntryState } from '../domain/ledger/entry.ts'
import { countEntries } from './entry-counts.ts'
import { ownRecordings, selectEntries } from './entry-rows.ts'
import { assignment, ledgerRow, person } from './schema.ts'
import type { Town } from './town-transaction.ts'

const step = alias(ledgerRow, 'step')

type Slice = { readonly offset: number; readonly limit: number }

/** One page of the entries that answer the filter, the latest recorded first, and how many there are. */
export async function selectPage(
  town: Town,
  filter: EntryFilter,
  slice: Slice,
): Promise<{ readonly entries: readonly StoredEntry[]; readonly total: number }> {
  // Which ones first, whole rows only for the few shown: joined and sorted whole, a long ledger takes seconds.
  const { positions, total } = isNearlyAll(filter)
    ? await findByWalking(town, filter.state, slice)
    : await findByConditions(town, and(ownRecordings(town), filterCondition(town, filter)), slice)
  const entries = positions.length === 0 ? [] : await selectEntries(town, inArray(ledgerRow.position, positions))
  return { entries: entries.toReversed(), total }
}

type Found = { readonly positions: readonly number[]; readonly total: number }

type Usual = EntryFilter & { readonly state: 'confirmed' | null }

/** All entries, or all that are confirmed: what most entries are. */
function isNearlyAll(filter: EntryFilter): filter is Usual {
  const { state, ruleKeys: _ruleKeys, ...others } = filter
  return (state === null || state === 'confirmed') && Object.values(others).every((other) => other === null)
}

/** Walks back from the latest and stops at the page's end; the total comes from the index of steps. */
async function findByWalking(town: Town, state: Usual['state'], { offset, limit }: Slice): Promise<Found> {
  const found = await town.db
    .select({ position: ledgerRow.position })
    .from(ledgerRow)
    .where(and(ownRecordings(town), state === null ? undefined : stateIs(town, state)))
    .orderBy(desc(ledgerRow.position))
    .offset(offset)
    .limit(limit)
  const counts = await countEntries(town)
  const total = counts.confirmed + (state === null ? counts.recorded + counts.reversed : 0)
  return { positions: found.map(({ position }) => position), total }
}

/** Every entry has to be looked at for the total, so that it is counted on the same way. */
async function findByConditions(town: Town, condition: SQL | undefined, { offset, limit }: Slice): Promise<Found> {
  const answering = (from: number, most: number) =>
    town.db
      .select({ position: ledgerRow.position, total: sql<number>`count(*) over ()`.mapWith(Number) })
      .from(ledgerRow)
      .where(condition)
      .orderBy(desc(ledgerRow.position))
      .offset(from)
      .limit(most)
  const found = await answering(offset, limit)
  // A page past the end has no row to carry the total.
  const [any] = found.length > 0 || offset === 0 ? found : await answering(0, 1)
  return { positions: found.map(({ position }) => position), total: any?.total ?? 0 }
}

function filterCondition(town: Town, filter: EntryFilter): SQL | undefined {
  return and(
    filter.state === null ? undefined : stateIs(town, filter.state),
    filter.staffNumber === null ? undefined : eq(ledgerRow.staffNumber, filter.staffNumber),
    filter.from === null ? undefined : gte(ledgerRow.occurredOn, filter.from),
    filter.to === null ? undefined : lte(ledgerRow.occurredOn, filter.to),
    filter.office === null ? undefined : wasInOffice(town, [filter.office]),
    filter.within === null ? undefined : isWithin(town, filter.within),
    filter.words === null ? undefined : or(mentions(town, filter.words), isUnder(filter.ruleKeys)),
  )
}

/**
 * What waits and what is reversed is found as a whole and once: it is little, and asked of each entry of a long ledger
 * in turn it takes seconds. Most entries are confirmed, so that is asked of each.
 */
function stateIs(town: Town, state: EntryState): SQL | undefined {
  const { db, tenantId } = town
  const [isConfirmed, isReversed] = [hasStep(town, 'confirmation'), hasStep(town, 'reversal')]
  if (state === 'confirmed') return and(isConfirmed, sql`not ${isReversed}`)
  const ids = db
    .select({ id: ledgerRow.entryId })
    .from(ledgerRow)
    .where(
      state === 'reversed'
        ? and(eq(ledgerRow.tenantId, tenantId), eq(ledgerRow.kind, 'reversal'))
        : and(ownRecordings(town), sql`not ${isConfirmed}`, sql`not ${isReversed}`),
    )
  return sql`${ledgerRow.id} = any(array(${ids}))`
}

function hasStep({ db, tenantId }: Town, kind: 'confirmation' | 'reversal'): SQL {
  return exists(
    db
      .select({ one: sql`1` })
      .from(step)
      .where(and(eq(step.tenantId, tenantId), eq(step.kind, kind), eq(step.entryId, ledgerRow.entryId))),
  )
}

/** About that person, or about someone who stood in one of the offices on the day of the entry. */
function isWithin(town: Town, { staffNumber, offices }: NonNullable<EntryFilter['within']>): SQL {
  const isOwn = staffNumber === null ? undefined : eq(ledgerRow.staffNumber, staffNumber)
  const isOfOffice = offices.length === 0 ? undefined : wasInOffice(town, offices)
  return or(isOwn, isOfOffice) ?? sql`false`
}

/** The person stood in one of these offices on the day of the entry. */
function wasInOffice({ db, tenantId }: Town, offices: readonly string[]): SQL {
  const stays = db
    .select({ one: sql`1` })
    .from(assignment)
    .where(
      and(
        eq(assignment.tenantId, tenantId),
        eq(assignment.staffNumber, ledgerRow.staffNumber),
        inArray(assignment.office, [...offices]),
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
