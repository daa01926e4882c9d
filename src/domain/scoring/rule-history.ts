import type { LocalDate } from '../primitives/local-date.ts'
import { assert } from '../primitives/result.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import { continuedPlaces, continuedRuleIds } from '../scheme/scheme-lineage.ts'
import { placedRules, type Rule } from '../scheme/scheme.ts'
import { versionInForce } from '../scheme/version-in-force.ts'
import { ruleKey, type CarriedRules, type SchemeInForce } from './carry-rules.ts'
import { familiesOverVersions } from './rungs.ts'

/** How the rules of a year's versions follow each other, for scoring by the version of each entry's day. */
export type RuleHistory = {
  /** The version that judges what happened on the day; before the first takes effect, that first one. */
  readonly versionOn: (day: LocalDate) => number
  /** Where an entry stands in the year's scheme. */
  readonly placeOf: (entry: EntryRule) => EntryPlace
  /** The newest rule of the rule's lineage, by ids of the year's scheme. Units, caps and registers run over a lineage. */
  readonly lineageOf: (ruleId: string) => string
  /** Whether the rule is of another version than the balance day's. */
  readonly isCarried: (ruleId: string) => boolean
  /** The rule of the lineage that was in force on the day, or null when its version had none. */
  readonly ruleOn: (lineage: string, day: LocalDate) => Rule | null
  /** Families of rungs over all versions, by ids of the year's scheme. */
  readonly rungFamilies: ReadonlyMap<string, string>
  /** A rule of the year's scheme as its newest version knows it. */
  readonly originOf: (ruleId: string) => { readonly version: number; readonly ruleId: string } | null
  /** The id that a rule of the year's scheme has in the version. */
  readonly ownId: (ruleId: string, version: number) => string | null
}

/** What an entry says about its rule: an id that means something only within a version. */
export type EntryRule = Pick<LedgerEntry, 'ruleId' | 'occurredOn' | 'schemeVersion'>

export type EntryPlace =
  /** An id of the year's scheme. */
  | { readonly found: true; readonly ruleId: string }
  | {
      readonly found: false
      /** As the version of its day had it, or the one it was recorded under; null: no version has such a rule. */
      readonly rule: Rule | null
      readonly removed: RemovedPart | null
    }

/** An item, or a rule of it, that the version no longer has. */
export type RemovedPart = { readonly what: 'item' | 'rule'; readonly title: string; readonly version: number }

type Sources = {
  readonly versions: readonly SchemeInForce[]
  /** Those in force on some day of the year, in the order of their days. */
  readonly ofYear: readonly SchemeInForce[]
  /** The balance day's. */
  readonly version: SchemeInForce
  readonly carried: CarriedRules
}

/** The history of a year; what is looked up once is remembered. */
export function ruleHistory({ versions, ofYear, version, carried }: Sources): RuleHistory {
  const { lineageById, idByKey, scheme } = carried
  const ruleById = new Map([...placedRules(scheme)].map(({ rule }) => [rule.id, rule]))
  const ownIds = new Set([...placedRules(version.scheme)].map(({ rule }) => rule.id))
  const lineageOf = (ruleId: string) => lineageById.get(ruleId) ?? ruleId
  const yearIds = new Map([...idByKey, ...[...ownIds].map((id) => [ruleKey(version.version, id), id] as const)])
  const byLineage = new Map<string, Rule>()
  const ownIdByYearId = new Map<string, string>()
  const origins = new Map<string, { readonly version: number; readonly ruleId: string }>()
  for (const [key, yearId] of yearIds) {
    const space = key.indexOf(' ')
    const [of, own] = [Number(key.slice(0, space)), key.slice(space + 1)]
    const rule = ruleById.get(yearId)
    if (rule !== undefined) byLineage.set(ruleKey(of, lineageOf(yearId)), rule)
    ownIdByYearId.set(ruleKey(of, yearId), own)
    if (ownIds.has(yearId) ? of === version.version : !origins.has(yearId))
      origins.set(yearId, { version: of, ruleId: own })
  }
  const inForce = (day: LocalDate) => versionInForce(versions, day) ?? ofYear[0] ?? version
  const versionOn = (day: LocalDate) => inForce(day).version
  const translate = translator(versions)
  const place = (recorded: SchemeInForce, judging: SchemeInForce, recordedId: string): EntryPlace => {
    const id = recorded === judging ? recordedId : translate(recorded, judging).get(recordedId)
    if (id === undefined) return withoutRule(recorded, recordedId, judging)
    const ruleId = yearIds.get(ruleKey(judging.version, id))
    return ruleId === undefined ? withoutItem(judging, id, ofYear, version) : { found: true, ruleId }
  }
  const places = new Map<string, EntryPlace>()
  const placeOf = ({ ruleId, occurredOn, schemeVersion }: EntryRule): EntryPlace => {
    const judging = inForce(occurredOn)
    const recorded = versions.find((one) => one.version === schemeVersion) ?? judging
    const key = `${String(recorded.version)} ${String(judging.version)} ${ruleId}`
    const known = places.get(key) ?? place(recorded, judging, ruleId)
    places.set(key, known)
    return known
  }
  return {
    versionOn,
    placeOf,
    lineageOf,
    isCarried: (ruleId) => !ownIds.has(ruleId),
    ruleOn: (lineage, day) => byLineage.get(ruleKey(versionOn(day), lineage)) ?? null,
    rungFamilies: familiesOverVersions(
      [version, ...ofYear.filter((one) => one !== version)].map((one) => ({
        scheme: one.scheme,
        yearIdOf: (id) => yearIds.get(ruleKey(one.version, id)) ?? null,
      })),
      lineageById,
    ),
    originOf: (ruleId) => origins.get(ruleId) ?? null,
    ownId: (ruleId, of) => ownIdByYearId.get(ruleKey(of, ruleId)) ?? null,
  }
}

function translator(versions: readonly SchemeInForce[]) {
  const known = new Map<string, ReadonlyMap<string, string>>()
  return (from: SchemeInForce, to: SchemeInForce): ReadonlyMap<string, string> => {
    assert(versions.includes(from), 'an entry was recorded under a version there is')
    const key = `${String(from.version)} ${String(to.version)}`
    const ids = known.get(key) ?? continuedRuleIds(from.scheme, to.scheme)
    known.set(key, ids)
    return ids
  }
}

/** Recorded under a version that another has since replaced from an earlier day on, and that has no such rule. */
function withoutRule(recorded: SchemeInForce, ruleId: string, judging: SchemeInForce): EntryPlace {
  const placed = [...placedRules(recorded.scheme)].find(({ rule }) => rule.id === ruleId)
  if (placed === undefined) return { found: false, rule: null, removed: null }
  const title = placed.item?.title ?? placed.rule.sentence
  return { found: false, rule: placed.rule, removed: { what: 'rule', title, version: judging.version } }
}

/** The item stood in the version of the day; the first later one without it has removed it. */
function withoutItem(
  judging: SchemeInForce,
  ruleId: string,
  ofYear: readonly SchemeInForce[],
  balance: SchemeInForce,
): EntryPlace {
  const placed = [...placedRules(judging.scheme)].find(({ rule }) => rule.id === ruleId)
  if (placed === undefined || placed.item === null) return { found: false, rule: null, removed: null }
  const later = ofYear.slice(ofYear.indexOf(judging) + 1)
  const removing = later.find((one) =>
    continuedPlaces(judging.scheme, one.scheme).every(({ earlier }) => !earlier.includes(placed.rule)),
  )
  const removed = { what: 'item', title: placed.item.title, version: (removing ?? balance).version } as const
  return { found: false, rule: placed.rule, removed }
}
