import type { FindingRefusal } from '../../domain/ledger/check-finding.ts'
import { groupBy } from '../../domain/primitives/group-by.ts'
import { type LocalDate } from '../../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import type { Binder } from '../../domain/registers/binder.ts'
import type { ProposedEntry } from '../../domain/registers/proposed-entry.ts'
import type { ProposalChange, UnitUnfit } from '../../domain/registers/proposed-finding.ts'
import type { Discretion } from '../../domain/review/proceeding.ts'
import type { StepFacts } from '../../domain/review/take-step.ts'
import { findBar, type Subject } from '../../policies/permit.ts'
import type { LedgerAct } from '../append-to-ledger.ts'
import type { ProposeDiscretionRefusal } from '../propose-discretion.ts'
import type { ReverseEntryRefusal } from '../reverse-entry.ts'
import { adoptProposal, reverseForProposal } from './adopt-proposal.ts'
import { proposeEntries, type ProposingStores } from './propose-entries.ts'
import { readBinder } from './read-binder.ts'

export type ProposalDecision =
  | { readonly kind: 'adopt'; readonly change: ProposalChange | null; readonly reason: string | null }
  | { readonly kind: 'dismiss'; readonly reason: string }

/** Why an adoption comes to nothing; of one among several it says whose. */
export type AdoptionRefusal =
  | FindingRefusal
  | ReverseEntryRefusal
  | ProposeDiscretionRefusal
  | { readonly code: 'proposal-unbound' }
  | { readonly code: 'proposal-change-unfit' }
  | UnitUnfit
  /** The entry to reverse is not made yet: the leading group has still to decide. */
  | { readonly code: 'proposal-undecided'; readonly year: number; readonly number: number }

export type DecideProposalsRefusal =
  | { readonly code: 'proposals-unknown'; readonly count: number }
  /** Decided by somebody, or taken back since the register came to say otherwise. */
  | { readonly code: 'proposals-decided'; readonly count: number }
  | { readonly code: 'proposals-own'; readonly count: number }
  | {
      readonly code: 'proposal-refused'
      readonly staffNumber: string
      readonly name: string
      readonly day: LocalDate
      /** Whether others were asked for with it. */
      readonly isOneOfMany: boolean
      readonly refusal: AdoptionRefusal
    }

export type DecidedProposal = {
  readonly proposal: ProposedEntry
  /** The entry it became or reversed, or the discretion it was put before the leading group as; null: dismissed. */
  readonly became: { readonly kind: 'entry' | 'reversal' | 'discretion'; readonly id: string } | null
}

/** Why one among several was left as it is. */
export type LeftReason =
  | AdoptionRefusal
  /** Decided by somebody meanwhile, or taken back since the register says otherwise. */
  | {
      readonly code: 'proposal-gone'
      readonly state: 'adopted' | 'dismissed' | 'superseded'
      readonly by: string | null
    }
  | { readonly code: 'proposal-own' }

export type LeftProposal = { readonly proposal: ProposedEntry; readonly why: LeftReason }

export type DecidedProposals = {
  readonly decided: readonly DecidedProposal[]
  /** Only where what cannot be decided was to be left out. */
  readonly left: readonly LeftProposal[]
}

export type DecidingPorts = {
  readonly stores: ProposingStores
  readonly act: LedgerAct
  readonly subject: Subject
  readonly factsOf: (discretion: Discretion) => Promise<StepFacts>
}

/**
 * 采纳, 改后采纳 or 不采纳 of one or several proposals: all of them, or none; with `leavesOut` those that can be, each
 * whole, and the others are told with their reason. What the register says is read anew before an adoption. An entry
 * made of one waits for its confirmation by another as every entry does. Nobody decides on what is about himself; what
 * was decided or taken back meanwhile is not decided again.
 */
export async function decideProposedEntries(
  ports: DecidingPorts,
  proposalIds: readonly string[],
  decision: ProposalDecision,
  leavesOut: boolean,
): Promise<Result<DecidedProposals, DecideProposalsRefusal>> {
  const { act, subject } = ports
  const stores = remembering(ports.stores)
  const ids = [...new Set(proposalIds)]
  const asked = await stores.proposedEntries.find(ids)
  if (asked.length < ids.length) return refuse({ code: 'proposals-unknown', count: ids.length - asked.length })
  if (decision.kind === 'adopt') await readAnew(stores, act, asked)
  const { proposals, left } = sortOut(await stores.proposedEntries.find(ids), subject)
  if (!leavesOut) {
    const gone = left.filter(({ why }) => why.code === 'proposal-gone')
    if (gone.length > 0) return refuse({ code: 'proposals-decided', count: gone.length })
    if (left.length > 0) return refuse({ code: 'proposals-own', count: left.length })
  }
  const { ruleOf } = await readBinder(stores)
  const outcomes: DecidedProposal[] = []
  for (const proposal of proposals) {
    const became =
      decision.kind === 'dismiss' ? accept(null) : await adopt({ ...ports, stores }, proposal, ruleOf, decision)
    if (!became.ok) {
      if (!leavesOut) return refuse(await refusalOf(stores, proposal, became.refusal, proposals.length > 1))
      // What is refused has written nothing.
      left.push({ proposal, why: became.refusal })
      continue
    }
    const written = await stores.proposedEntries.decide(proposal.id, {
      state: decision.kind === 'dismiss' ? 'dismissed' : 'adopted',
      entryId: proposal.entryId ?? became.value?.id ?? null,
      reason: decision.reason,
      decided: { at: act.at, by: act.by },
    })
    if (!written) return refuse({ code: 'proposals-decided', count: 1 })
    outcomes.push({ proposal, became: became.value })
  }
  await proposeWhatIsTrueNow(stores, act, outcomes)
  return accept({ decided: outcomes, left })
}

/** Those that are open and another's, and why the others are not decided on. */
function sortOut(asked: readonly ProposedEntry[], subject: Subject) {
  const proposals: ProposedEntry[] = []
  const left: LeftProposal[] = []
  for (const proposal of asked) {
    const { state, decided, observation } = proposal
    if (state !== 'open') left.push({ proposal, why: { code: 'proposal-gone', state, by: decided?.by ?? null } })
    else if (isBarred(subject, observation.staffNumber)) left.push({ proposal, why: { code: 'proposal-own' } })
    else proposals.push(proposal)
  }
  return { proposals, left }
}

/** Calendar, roster and settings change around a register: what no longer holds is taken back and not adopted. */
async function readAnew(stores: ProposingStores, act: LedgerAct, asked: readonly ProposedEntry[]): Promise<void> {
  const open = asked.filter(({ state }) => state === 'open').map(({ observation }) => observation)
  const months = groupBy(open, ({ register, occurredOn }) => `${register} ${occurredOn.slice(0, 7)}`)
  for (const some of months.values()) {
    const [first] = some
    if (first === undefined) continue
    const days = some.map(({ occurredOn }) => occurredOn).toSorted()
    const span = { first: days[0] ?? first.occurredOn, last: days.at(-1) ?? first.occurredOn }
    const staffNumbers = [...new Set(some.map(({ staffNumber }) => staffNumber))]
    await proposeEntries(stores, act, { register: first.register, days: span, staffNumbers }, 'itself')
  }
}

export function isBarred(subject: Subject, about: string): boolean {
  return findBar(subject, 'proposed-entry.decide', { about }) !== null
}

type Adopt = Extract<ProposalDecision, { readonly kind: 'adopt' }>

async function adopt(
  ports: DecidingPorts,
  proposal: ProposedEntry,
  ruleOf: Binder['ruleOf'],
  { change, reason }: Adopt,
): Promise<Result<DecidedProposal['became'], AdoptionRefusal>> {
  if (proposal.sort === 'entry')
    return adoptProposal(ports, proposal, { ruleId: ruleOf(proposal.observation).ruleId, change, reason })
  if (change !== null) return refuse({ code: 'proposal-change-unfit' })
  return reverseForProposal(ports, proposal, reason)
}

async function refusalOf(
  { roster }: ProposingStores,
  { observation: { staffNumber, occurredOn: day } }: ProposedEntry,
  refusal: AdoptionRefusal,
  isOneOfMany: boolean,
): Promise<DecideProposalsRefusal> {
  const [row] = await roster.assignmentsOf(staffNumber)
  return { code: 'proposal-refused', staffNumber, name: row?.name ?? staffNumber, day, isOneOfMany, refusal }
}

/** Once what was wrong is reversed, the register's present word may be proposed. */
async function proposeWhatIsTrueNow(
  stores: ProposingStores,
  act: LedgerAct,
  outcomes: readonly DecidedProposal[],
): Promise<void> {
  for (const { proposal, became } of outcomes) {
    if (became?.kind !== 'reversal') continue
    const { register, staffNumber, occurredOn } = proposal.observation
    const days = { first: occurredOn, last: occurredOn }
    await proposeEntries(stores, act, { register, days, staffNumbers: [staffNumber] }, 'itself')
  }
}

/** Versions, roster and bindings do not change under a decision: of many they are read once. */
function remembering(stores: ProposingStores): ProposingStores {
  const once = <Value>(read: () => Promise<Value>) => {
    let known: Promise<Value> | null = null
    return () => (known ??= read())
  }
  const bindings = new Map<number, ReturnType<typeof stores.ruleBindings.ofVersion>>()
  return {
    ...stores,
    versions: { ...stores.versions, list: once(stores.versions.list) },
    roster: { ...stores.roster, assignments: once(stores.roster.assignments) },
    ruleBindings: {
      ...stores.ruleBindings,
      ofVersion: (version) => {
        const known = bindings.get(version) ?? stores.ruleBindings.ofVersion(version)
        bindings.set(version, known)
        return known
      },
    },
  }
}
