import { isWithin, type DaySpan } from '../../domain/primitives/local-date.ts'
import type { Observation } from '../../domain/registers/observation.ts'
import type { ProposedEntry } from '../../domain/registers/proposed-entry.ts'
import { reconcile } from '../../domain/registers/reconcile.ts'
import type { RegisterObserver } from '../../domain/registers/register-facts.ts'
import { registerObservers } from '../../domain/registers/register-observers.ts'
import type { RegisterId } from '../../domain/registers/register.ts'
import type { LedgerAct } from '../append-to-ledger.ts'
import type { CalendarStore } from '../calendar-store.ts'
import type { SchemeVersionStore } from '../draft-store.ts'
import type { LedgerStore } from '../ledger-store.ts'
import type { ProceedingStore } from '../proceeding-store.ts'
import type { ProposedEntryStore } from '../proposed-entry-store.ts'
import type { RegisterRecordStore, RegisterSettingStore } from '../register-record-store.ts'
import type { RosterStore } from '../roster-store.ts'
import type { RuleBindingStore } from '../rule-binding-store.ts'
import { readBinder } from './read-binder.ts'
import { factsReader, type ReadFacts } from './read-register-facts.ts'

/** All that what a register shows may follow from. */
export type ProposingStores = {
  readonly records: RegisterRecordStore
  readonly registerSettings: RegisterSettingStore
  readonly proposedEntries: ProposedEntryStore
  readonly ruleBindings: RuleBindingStore
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly ledger: LedgerStore
  readonly proceedings: ProceedingStore
  readonly calendar: CalendarStore
}

/** What part of a register was touched; without `staffNumbers`, of everybody. */
export type ProposedScope = {
  readonly register: RegisterId
  readonly days: DaySpan
  readonly staffNumbers?: readonly string[]
}

/**
 * Brings the proposals of a register up to what it shows now, in the transaction that wrote it, and with it those of
 * the registers that look at this one. Answers how many proposals are new, and how many no longer hold. Writers of one
 * town stand in one queue, so that no fact is proposed by two of them.
 */
export async function proposeEntries(
  stores: ProposingStores,
  act: LedgerAct,
  { register, days, staffNumbers }: ProposedScope,
  reading: 'itself' | 'also those that look at it' = 'also those that look at it',
): Promise<{ readonly added: number; readonly superseded: number }> {
  const readFacts = factsReader(stores, act)
  const people = staffNumbers === undefined ? {} : { staffNumbers }
  const total = { added: 0, superseded: 0 }
  for (const observer of registerObservers) {
    const looksAtIt = reading !== 'itself' && observer.alsoReads.includes(register)
    if (observer.register !== register && !looksAtIt) continue
    const one = await proposeOf(stores, act, { observer, readFacts }, { days: observer.readOver(days), ...people })
    total.added += one.added
    total.superseded += one.superseded
  }
  return total
}

type Scope = Omit<ProposedScope, 'register'>

async function proposeOf(
  stores: ProposingStores,
  act: LedgerAct,
  { observer, readFacts }: { readonly observer: RegisterObserver; readonly readFacts: ReadFacts },
  scope: Scope,
): Promise<{ readonly added: number; readonly superseded: number }> {
  const observed = await observeWithin(stores, act, { observer, readFacts }, scope)
  const known = await readKnown(stores.proposedEntries, observer.register, scope, observed)
  const isReversed = await reversedAmong(stores, known)
  const asked = await withoutUnbound(stores, observed, known, isReversed)
  const { added, superseded } = reconcile(asked, known, isReversed)
  const decided = { at: act.at, by: act.by }
  for (const { id, entryId } of superseded)
    await stores.proposedEntries.decide(id, { state: 'superseded', entryId, reason: null, decided })
  if (added.length > 0)
    await stores.proposedEntries.add(
      added.map((proposal) => ({
        ...proposal,
        id: act.newId(),
        state: 'open',
        reason: null,
        madeAt: act.at,
        decided: null,
      })),
    )
  return { added: added.length, superseded: superseded.length }
}

async function observeWithin(
  stores: ProposingStores,
  { today }: LedgerAct,
  { observer, readFacts }: { readonly observer: RegisterObserver; readonly readFacts: ReadFacts },
  { days, staffNumbers }: Scope,
): Promise<readonly Observation[]> {
  const asked = staffNumbers === undefined || !observer.isOfOnePerson ? {} : { staffNumbers, orAboutNobody: true }
  const records = await stores.records.list({ register: observer.register, days, ...asked })
  const facts = await readFacts(observer, days, asked)
  const people = staffNumbers === undefined ? null : new Set(staffNumbers)
  return observer
    .observe(records, facts)
    .filter(
      ({ staffNumber, occurredOn }) =>
        occurredOn <= today && isWithin(occurredOn, days) && (people === null || people.has(staffNumber)),
    )
}

/** Everything proposed within the scope, and under the facts seen now, wherever it stood; oldest first. */
async function readKnown(
  proposedEntries: ProposedEntryStore,
  register: RegisterId,
  { days, staffNumbers }: Scope,
  observed: readonly Observation[],
): Promise<readonly ProposedEntry[]> {
  const people = staffNumbers === undefined ? {} : { staffNumbers }
  const within = await proposedEntries.list({ registers: [register], days, ...people })
  const facts = new Set(
    [...within, ...observed.map((observation) => ({ observation }))].map(({ observation }) => observation.factKey),
  )
  // What was said of a fact on another day counts too: a day that was put right.
  return proposedEntries.ofFacts(register, [...facts])
}

/**
 * Leaves out what the office has said no rule is for (不对应). What stands as an entry stays seen: saying so afterwards
 * takes no entry back.
 */
async function withoutUnbound(
  stores: ProposingStores,
  observed: readonly Observation[],
  known: readonly ProposedEntry[],
  isReversed: (entryId: string) => boolean,
): Promise<readonly Observation[]> {
  if (observed.length === 0) return observed
  const adopted = new Set(
    known.flatMap(({ state, sort, observation, entryId }) =>
      state === 'adopted' && sort === 'entry' && entryId !== null && !isReversed(entryId)
        ? [observation.factKey]
        : [],
    ),
  )
  const binder = await readBinder(stores)
  return observed.filter((one) => adopted.has(one.factKey) || !binder.isUnbound(one))
}

/**
 * Whether what a proposal became no longer stands: an entry that was reversed; a discretion that was withdrawn, or
 * decided so that no entry of it stands.
 */
async function reversedAmong(
  { ledger, proceedings }: ProposingStores,
  known: readonly ProposedEntry[],
): Promise<(entryId: string) => boolean> {
  const ids = [...new Set(known.flatMap(({ entryId }) => entryId ?? []))]
  const entries = await ledger.find(ids)
  const reversed = new Set(entries.filter(({ state }) => state === 'reversed').map(({ id }) => id))
  const found = new Set(entries.map(({ id }) => id))
  for (const id of ids.filter((one) => !found.has(one))) {
    const proceeding = await proceedings.find(id)
    if (proceeding === null) continue
    const deeds = proceeding.steps.map(({ deed }) => deed)
    const entered = deeds.flatMap((deed) => (deed.kind === 'entered' ? deed.entryIds : []))
    const made = await ledger.find(entered)
    const isOver = deeds.some(({ kind }) => kind === 'withdrawn' || kind === 'decided')
    if (isOver && made.every(({ state }) => state === 'reversed')) reversed.add(id)
  }
  return (entryId) => reversed.has(entryId)
}
