import type { SchemeVersionStore } from '../../commands/draft-store.ts'
import type { LedgerStore } from '../../commands/ledger-store.ts'
import type { ProceedingStore } from '../../commands/proceeding-store.ts'
import type { AdoptionRefusal } from '../../commands/registers/decide-proposed-entries.ts'
import type { RosterStore } from '../../commands/roster-store.ts'
import { checkFinding, type FindingRefusal, type FindingScope } from '../../domain/ledger/check-finding.ts'
import type { LedgerEntry } from '../../domain/ledger/entry.ts'
import { yearOf, type LocalDate } from '../../domain/primitives/local-date.ts'
import type { ProposedEntry } from '../../domain/registers/proposed-entry.ts'
import { findingOf, quantityUnder, type ProposalChange } from '../../domain/registers/proposed-finding.ts'
import { placedRules, type Rule } from '../../domain/scheme/scheme.ts'
import { versionInForce } from '../../domain/scheme/version-in-force.ts'
import { assessmentPeriod } from '../assessment-period.ts'
import { countingRemark, reversalRemark } from '../entry-effect-remark.ts'
import { effectsOf, type EntryEffect, type SeenEntry } from '../entry-effect.ts'
import { readYear, type AssessmentPorts, type YearOnRecord } from '../read-assessed-year.ts'
import { readBinder, type BinderStores } from './read-binder.ts'

type Stores = AssessmentPorts &
  BinderStores & {
    readonly versions: SchemeVersionStore
    readonly roster: RosterStore
    readonly ledger: LedgerStore
    readonly proceedings: Pick<ProceedingStore, 'find'>
  }

/** What adopting one proposal would come to. */
export type ProposalPreview = {
  readonly proposalId: string
  readonly effects: readonly EntryEffect[]
  /** Why it cannot be adopted as it stands; null: it can. */
  readonly refusal: AdoptionRefusal | null
  /** It goes before the leading group: nothing moves until that decides. */
  readonly isDiscretion: boolean
  /** Positions in the ledger of what says the same already: same person, day and rule, not reversed. */
  readonly alike: readonly number[]
}

export type ProposalPreviews = {
  readonly each: readonly ProposalPreview[]
  /** Adopting all of them that can be. */
  readonly together: readonly EntryEffect[]
}

/** Holds each proposal against the sheet as it stands, and all of them together. */
export async function previewProposedEntries(
  stores: Stores,
  today: LocalDate,
  proposals: readonly ProposedEntry[],
  change: ProposalChange | null,
): Promise<ProposalPreviews> {
  const { ruleOf } = await readBinder(stores)
  const scope = { versions: await stores.versions.list(), roster: await stores.roster.assignments(), today }
  const years = yearReader(stores, today)
  const each: ProposalPreview[] = []
  const steps: Step[] = []
  for (const [index, proposal] of proposals.entries()) {
    const ruleId = change?.ruleId ?? ruleOf(proposal.observation).ruleId
    const step = await stepOf(stores, scope, { proposal, ruleId, change, index })
    const year = step.entry === null ? null : await years(yearOf(step.entry.occurredOn))
    if (step.entry !== null) steps.push({ ...step, entry: step.entry })
    each.push({
      proposalId: proposal.id,
      effects: year === null || step.entry === null ? [] : effectsIn(year, [{ ...step, entry: step.entry }]),
      refusal: step.refusal,
      isDiscretion: step.isDiscretion,
      alike: year === null || step.entry === null || step.reverses ? [] : alikeIn(year, step.entry),
    })
  }
  const together: EntryEffect[] = []
  for (const year of new Set(steps.map(({ entry }) => yearOf(entry.occurredOn)))) {
    const read = await years(year)
    if (read !== null && proposals.length > 1)
      together.push(
        ...effectsIn(
          read,
          steps.filter(({ entry }) => yearOf(entry.occurredOn) === year),
        ),
      )
  }
  return { each, together: proposals.length > 1 ? together : (each[0]?.effects ?? []) }
}

type Step = { readonly entry: LedgerEntry; readonly reverses: boolean }
type Thought = {
  readonly entry: LedgerEntry | null
  readonly reverses: boolean
  readonly refusal: AdoptionRefusal | null
  readonly isDiscretion: boolean
}

const nothing = { entry: null, reverses: false, refusal: null, isDiscretion: false } as const

async function stepOf(
  stores: Stores,
  scope: FindingScope,
  {
    proposal,
    ruleId,
    change,
    index,
  }: {
    readonly proposal: ProposedEntry
    readonly ruleId: string | null
    readonly change: ProposalChange | null
    readonly index: number
  },
): Promise<Thought> {
  if (proposal.sort === 'reversal') return reversalOf(stores, proposal)
  if (ruleId === null) return { ...nothing, refusal: { code: 'proposal-unbound' } }
  const { observation } = proposal
  const rule = ruleOn(scope, change?.occurredOn ?? observation.occurredOn, ruleId)
  const units = quantityUnder(observation, rule)
  if (change === null && !units.ok) return { ...nothing, refusal: units.refusal }
  const checked = checkFinding(scope, findingOf(proposal, ruleId, change, units.ok ? units.value : undefined))
  if (!checked.ok) return refusedAs(checked.refusal)
  const [recording] = checked.value
  if (recording === undefined) return nothing
  const position = previewPosition + index
  const entry: LedgerEntry = { ...recording, id: `preview-${String(position)}`, position, state: 'confirmed' }
  return { ...nothing, entry }
}

function ruleOn({ versions }: FindingScope, day: LocalDate, ruleId: string): Rule | undefined {
  const version = versionInForce(versions, day)
  if (version === null) return undefined
  for (const { rule } of placedRules(version.scheme)) if (rule.id === ruleId) return rule
  return undefined
}

/** After everything a ledger holds. */
const previewPosition = 1_000_000_000

function refusedAs(refusal: FindingRefusal): Thought {
  return refusal.code === 'discretion-undecided' ? { ...nothing, isDiscretion: true } : { ...nothing, refusal }
}

async function reversalOf(
  { ledger, proceedings }: Stores,
  { entryId, observation }: ProposedEntry,
): Promise<Thought> {
  const [own] = entryId === null ? [] : await ledger.find([entryId])
  const proceeding = own === undefined && entryId !== null ? await proceedings.find(entryId) : null
  const entered = proceeding?.steps.flatMap(({ deed }) => (deed.kind === 'entered' ? deed.entryIds : [])) ?? []
  const decided = (await ledger.find(entered)).find((entry) => entry.staffNumber === observation.staffNumber)
  const entry = own ?? decided
  if (entry !== undefined) return { ...nothing, entry, reverses: true }
  if (proceeding === null) return { ...nothing, refusal: { code: 'entry-unknown' } }
  const { year, number } = proceeding
  return { ...nothing, refusal: { code: 'proposal-undecided', year, number } }
}

function yearReader(stores: Stores, today: LocalDate) {
  const known = new Map<number, YearOnRecord | null>()
  return async (year: number): Promise<YearOnRecord | null> => {
    const read = known.get(year)
    if (read !== undefined) return read
    const found = await readYear(stores, assessmentPeriod(String(year), today, null))
    known.set(year, found.ok ? found.value : null)
    return found.ok ? found.value : null
  }
}

function effectsIn({ assessment, versions }: YearOnRecord, steps: readonly Step[]): readonly EntryEffect[] {
  const reversed = new Set(steps.filter(({ reverses }) => reverses).map(({ entry }) => entry.id))
  const added = steps.filter(({ reverses }) => !reverses).map(({ entry }) => entry)
  const kept = assessment.entries.map((entry) =>
    reversed.has(entry.id) ? { ...entry, state: 'reversed' as const } : entry,
  )
  const entriesAfter = [...kept, ...added]
  const remarkOn = (seen: SeenEntry) =>
    reversed.has(seen.entry.id) ? reversalRemark(seen) : countingRemark(seen, entriesAfter)
  const changed = steps.map(({ entry }) => entry)
  return effectsOf(assessment, versions, { changed, entriesAfter, remarkOn })
}

function alikeIn(
  { assessment }: YearOnRecord,
  { staffNumber, occurredOn, ruleId }: LedgerEntry,
): readonly number[] {
  return assessment.entries
    .filter(
      (one) =>
        one.state !== 'reversed' &&
        one.staffNumber === staffNumber &&
        one.occurredOn === occurredOn &&
        one.ruleId === ruleId,
    )
    .map(({ position }) => position)
}
