import type { LedgerStore } from '../../commands/ledger-store.ts'
import type { ProposedEntryStore } from '../../commands/proposed-entry-store.ts'
import { readBinder, type BinderStores } from './read-binder.ts'
import type { LedgerEntry } from '../../domain/ledger/entry.ts'
import { groupBy } from '../../domain/primitives/group-by.ts'
import {
  isWithin,
  windowAround,
  yearOf,
  type CalendarWindow,
  type LocalDate,
} from '../../domain/primitives/local-date.ts'
import { formatQuantity, oneUnit, quantity, type Quantity } from '../../domain/primitives/quantity.ts'
import type { Observation } from '../../domain/registers/observation.ts'
import type { ProposedEntry } from '../../domain/registers/proposed-entry.ts'
import { rosterPresence } from '../../domain/registers/attendance/excuses.ts'
import { carryRules, ruleKey, type CarriedRules } from '../../domain/scoring/carry-rules.ts'
import { chargeEntries } from '../../domain/scoring/charge.ts'
import { placedRules, type Rule } from '../../domain/scheme/scheme.ts'
import { versionInForce } from '../../domain/scheme/version-in-force.ts'
import { covers, type Reach } from '../../policies/permit.ts'

/** How far a person has used what a rule lets pass in a window: 本季已迟到7次，满10次后起扣. */
export type AttendanceTally = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly kind: TalliedKind
  readonly window: CalendarWindow
  readonly grace: Quantity
  /** On the ledger and waiting as proposals, together; and how many of them are proposals. */
  readonly used: Quantity
  readonly waiting: Quantity
  /** Units beyond the grace. */
  readonly beyond: Quantity
  readonly words: string
}

const talliedKinds = ['late', 'early-leave'] as const
type TalliedKind = (typeof talliedKinds)[number]
const kindWords: Readonly<Record<TalliedKind, string>> = { late: '迟到', 'early-leave': '早退' }
const windowWords: Readonly<Record<CalendarWindow, string>> = { month: '本月', quarter: '本季', year: '本年' }

type Stores = BinderStores & {
  readonly ledger: Pick<LedgerStore, 'ofYear'>
  readonly proposedEntries: Pick<ProposedEntryStore, 'list'>
}

/**
 * Who within reach has used how much of the grace of the rule that lateness (or leaving early) falls under, most first.
 * Reckoned as scores are (scoring/charge.ts), as if what waits as a proposal were on the ledger. Nobody where the rule
 * has no grace; who has none yet is shown where it is the only one asked about.
 */
export async function readAttendanceTally(
  stores: Stores,
  on: LocalDate,
  reach: Reach,
): Promise<readonly AttendanceTally[]> {
  const adopted = await stores.versions.list()
  const version = versionInForce(adopted, on)
  if (version === null) return []
  const carried = carryRules(
    version.scheme,
    adopted
      .filter((one) => one !== version)
      .toSorted((left, right) => (left.effectiveFrom < right.effectiveFrom ? 1 : -1)),
  )
  const binder = await readBinder(stores)
  const rules = new Map([...placedRules(carried.scheme)].map(({ rule }) => [rule.id, rule]))
  const entries = groupBy(await stores.ledger.ofYear(yearOf(on)), ({ staffNumber }) => staffNumber)
  const proposals = groupBy(
    await stores.proposedEntries.list({ registers: ['attendance'], states: ['open'] }),
    ({ observation }) => observation.staffNumber,
  )
  const roster = await stores.roster.assignments()
  const isOnRoster = rosterPresence(roster)
  const people = [...groupBy(roster, ({ staffNumber }) => staffNumber).values()].flatMap((rows) => {
    const row = rows.findLast(({ from, to }) => (from === null || from <= on) && (to === null || on <= to))
    if (row === undefined || !isOnRoster(row.staffNumber, on)) return []
    return covers(reach, { staffNumber: row.staffNumber, offices: [row.office] }) ? [row] : []
  })
  const tallies = people.flatMap((person) =>
    talliedKinds.flatMap((kind): readonly AttendanceTally[] => {
      const { ruleId } = binder.ruleOf(asObserved(person.staffNumber, kind, on))
      const rule = ruleId === null ? undefined : rules.get(ruleId)
      if (rule?.grace === undefined) return []
      const waiting = (proposals.get(person.staffNumber) ?? []).filter(
        ({ sort, observation }) => sort === 'entry' && observation.kind === kind,
      )
      const own = (entries.get(person.staffNumber) ?? []).filter(({ state }) => state !== 'reversed')
      const tally = tallyOf({ rule, rules, carried, version: version.version }, own, waiting, on)
      const { staffNumber, name, office } = person
      return [{ staffNumber, name, office, kind, ...tally, words: tallyWords(kind, tally) }]
    }),
  )
  const isAlone = people.length === 1
  return tallies.filter(({ used }) => isAlone || used > 0).toSorted((left, right) => right.used - left.used)
}

type Counted = {
  readonly rule: Rule
  readonly rules: ReadonlyMap<string, Rule>
  readonly carried: CarriedRules
  readonly version: number
}

type Tally = Pick<AttendanceTally, 'window' | 'grace' | 'used' | 'waiting' | 'beyond'>

function tallyOf(
  { rule, rules, carried, version }: Counted,
  own: readonly (LedgerEntry & { readonly schemeVersion: number })[],
  proposals: readonly ProposedEntry[],
  on: LocalDate,
): Tally {
  const { window, count } = rule.grace ?? { window: 'quarter', count: quantity(0) }
  const span = windowAround(on, window)
  const placed = own.flatMap((entry) => {
    const id =
      entry.schemeVersion === version
        ? entry.ruleId
        : carried.idByKey.get(ruleKey(entry.schemeVersion, entry.ruleId))
    const its = id === undefined ? undefined : rules.get(id)
    return id !== undefined && its !== undefined && carried.lineageById.get(id) === rule.id
      ? [{ rule: its, entry }]
      : []
  })
  const waiting = proposals
    .filter(({ observation }) => observation.occurredOn <= on)
    .map((proposal, place) => ({ rule, entry: asEntry(proposal, rule.id, place) }))
  const lineage = [...groupBy([...placed, ...waiting], (one) => one.rule)].map(([its, of]) => ({
    rule: its,
    entries: of.map(({ entry }) => entry).toSorted(byDay),
  }))
  const charges = chargeEntries(lineage, { full: null, isReward: false, window }).filter(({ occurredOn }) =>
    isWithin(occurredOn, span),
  )
  const sum = (amounts: readonly number[]) => quantity(amounts.reduce((total, amount) => total + amount, 0))
  const used = sum(charges.map((charge) => charge.quantity))
  return {
    window,
    grace: count,
    used,
    waiting: sum(waiting.flatMap(({ entry }) => (isWithin(entry.occurredOn, span) ? [entry.quantity] : []))),
    beyond: quantity(sum(charges.map(({ steps }) => (steps ?? 0) * (rule.per ?? oneUnit)))),
  }
}

function byDay(left: LedgerEntry, right: LedgerEntry): number {
  if (left.occurredOn !== right.occurredOn) return left.occurredOn < right.occurredOn ? -1 : 1
  return left.position - right.position
}

/** 本季已迟到7次，满10次后起扣；本季已迟到12次，满10次后起扣，已超过2次. */
export function tallyWords(kind: TalliedKind, { window, grace, used, waiting, beyond }: Tally): string {
  const counted = `${windowWords[window]}已${kindWords[kind]}${formatQuantity(used)}次`
  const limit = `满${formatQuantity(grace)}次后起扣`
  const over = beyond > 0 ? `，已超过${formatQuantity(beyond)}次` : ''
  const open = waiting > 0 ? `（其中${formatQuantity(waiting)}次尚未采纳）` : ''
  return `${counted}${open}，${limit}${over}`
}

function asObserved(staffNumber: string, kind: TalliedKind, occurredOn: LocalDate): Observation {
  return {
    register: 'attendance',
    kind,
    factKey: 'tally',
    staffNumber,
    occurredOn,
    quantity: oneUnit,
    level: null,
    variant: null,
    matter: null,
    place: null,
    words: kindWords[kind],
    recordIds: [],
  }
}

/** A proposal as the entry it would be, after those of the ledger on its day. */
function asEntry({ id, observation }: ProposedEntry, ruleId: string, place: number): LedgerEntry {
  const { staffNumber, occurredOn } = observation
  return {
    id,
    position: Number.MAX_SAFE_INTEGER - 100_000 + place,
    staffNumber,
    ruleId,
    quantity: observation.quantity,
    occurredOn,
    state: 'recorded',
    level: null,
    matter: null,
    discretion: null,
    place: null,
    note: null,
    basis: null,
  }
}
