import type { StoredVersion } from '../../commands/draft-store.ts'
import type { ProceedingStore } from '../../commands/proceeding-store.ts'
import { titleOutsideItems } from '../../domain/ledger/rule-choice.ts'
import { groupBy } from '../../domain/primitives/group-by.ts'
import type { LocalDate } from '../../domain/primitives/local-date.ts'
import type { Quantity } from '../../domain/primitives/quantity.ts'
import type { Binder } from '../../domain/registers/binder.ts'
import { kindTerms, type ObservationKind } from '../../domain/registers/observation-kinds.ts'
import type { ProposedEntry, ProposedEntryState } from '../../domain/registers/proposed-entry.ts'
import type { RegisterId } from '../../domain/registers/register.ts'
import { bindingVariant, type BoundRule } from '../../domain/registers/rule-bindings.ts'
import type { Assignment } from '../../domain/roster/assignment.ts'
import { sheetDirectory, type PlacedRule } from '../../domain/roster/sheet-directory.ts'
import { clauseOf } from '../../domain/scheme/clause-of.ts'
import type { RuleEffect } from '../../domain/scheme/scheme.ts'
import { versionInForce } from '../../domain/scheme/version-in-force.ts'
import { findBar, reachOf, type Subject } from '../../policies/permit.ts'
import { readBinder, type BinderStores } from './read-binder.ts'

/** The rule a proposal falls under, in the words of its version. */
export type ProposedRule = {
  readonly ruleId: string
  readonly effect: RuleEffect
  readonly sentence: string
  readonly clause: string
  readonly itemTitle: string
}

/** 登记建议 as it is listed. */
export type ProposedEntryView = {
  readonly id: string
  readonly sort: ProposedEntry['sort']
  readonly state: ProposedEntryState
  readonly register: RegisterId
  readonly kind: ObservationKind
  /** 迟到. */
  readonly kindTitle: string
  /** Under which name a rule for it is chosen; '' is the kind as a whole. */
  readonly variant: string
  readonly staffNumber: string
  readonly name: string
  /** Where the person stood on the day; '' nowhere. */
  readonly office: string
  readonly occurredOn: LocalDate
  readonly quantity: Quantity
  readonly unit: string
  readonly level: string | null
  readonly matter: string | null
  readonly place: string | null
  readonly words: string
  readonly recordIds: readonly string[]
  /** null: none, or the office has still to choose (see `boundFrom`). */
  readonly rule: ProposedRule | null
  readonly boundFrom: BoundRule['from']
  /** How many rules fit equally well, where it is open. */
  readonly candidates: number
  /** The entry it became or reverses; of a discretion the proceeding. */
  readonly entryId: string | null
  /** What `entryId` names. */
  readonly became: 'entry' | 'discretion' | null
  readonly reason: string | null
  readonly madeAt: string
  readonly decidedAt: string | null
  readonly decidedBy: string | null
  /** Why who asks may not decide on it; null: nothing does. */
  readonly barred: 'role' | 'aboutOneself' | 'state' | null
}

export type ProposedEntryViewStores = BinderStores & { readonly proceedings: Pick<ProceedingStore, 'find'> }

/** Proposals with the names, rules and bars that a page shows, in the order given. */
export async function proposedEntryViews(
  stores: ProposedEntryViewStores,
  proposals: readonly ProposedEntry[],
  subject: Subject,
): Promise<readonly ProposedEntryView[]> {
  if (proposals.length === 0) return []
  const versions = await stores.versions.list()
  const stays = groupBy(await stores.roster.assignments(), ({ staffNumber }) => staffNumber)
  const binder = await readBinder(stores)
  const ruleIn = ruleFinder(versions)
  const views: ProposedEntryView[] = []
  for (const proposal of proposals) {
    const isDiscretion = proposal.entryId !== null && (await stores.proceedings.find(proposal.entryId)) !== null
    const became = proposal.entryId === null ? null : isDiscretion ? 'discretion' : 'entry'
    views.push({ ...viewOf(proposal, { stays, binder, ruleIn }), became, barred: barOf(proposal, subject) })
  }
  return views
}

type Around = {
  readonly stays: ReadonlyMap<string, readonly Assignment[]>
  readonly binder: Binder
  readonly ruleIn: (day: LocalDate, ruleId: string) => PlacedRule | null
}

function viewOf(
  { id, sort, state, observation, entryId, reason, madeAt, decided }: ProposedEntry,
  { stays, binder, ruleIn }: Around,
): Omit<ProposedEntryView, 'became' | 'barred'> {
  const { register, kind, staffNumber, occurredOn, quantity, level, matter, place, words, recordIds } = observation
  const own = stays.get(staffNumber)
  const bound = binder.ruleOf(observation)
  const placed = bound.ruleId === null ? null : ruleIn(occurredOn, bound.ruleId)
  return {
    id,
    sort,
    state,
    register,
    kind,
    kindTitle: kindTerms[kind].title,
    variant: bindingVariant(observation),
    staffNumber,
    name: own?.[0]?.name ?? staffNumber,
    office: officeOn(own, occurredOn),
    occurredOn,
    quantity,
    unit: kindTerms[kind].unit,
    level,
    matter,
    place,
    words,
    recordIds,
    rule: placed === null ? null : proposedRule(placed),
    boundFrom: bound.from,
    candidates: bound.candidates.length,
    entryId,
    reason,
    madeAt: madeAt.toISOString(),
    decidedAt: decided?.at.toISOString() ?? null,
    decidedBy: decided?.by ?? null,
  }
}

export function officeOn(assignments: readonly Assignment[] | undefined, day: LocalDate): string {
  const onDay = assignments?.find(({ from, to }) => (from === null || from <= day) && (to === null || to >= day))
  return onDay?.office ?? ''
}

export function proposedRule(placed: PlacedRule): ProposedRule {
  const { rule, item } = placed
  return {
    ruleId: rule.id,
    effect: rule.effect,
    sentence: rule.sentence,
    clause: clauseOf(rule),
    itemTitle: item?.title ?? titleOutsideItems(placed),
  }
}

function ruleFinder(versions: readonly StoredVersion[]): Around['ruleIn'] {
  const directories = new Map<number, ReturnType<typeof sheetDirectory>>()
  return (day, ruleId) => {
    const version = versionInForce(versions, day)
    if (version === null) return null
    const directory = directories.get(version.version) ?? sheetDirectory(version.scheme)
    directories.set(version.version, directory)
    return directory.ruleById.get(ruleId) ?? null
  }
}

function barOf({ state, observation }: ProposedEntry, subject: Subject): ProposedEntryView['barred'] {
  if (reachOf(subject, 'proposed-entry.decide') === null) return 'role'
  if (findBar(subject, 'proposed-entry.decide', { about: observation.staffNumber }) !== null) return 'aboutOneself'
  return state === 'open' ? null : 'state'
}
