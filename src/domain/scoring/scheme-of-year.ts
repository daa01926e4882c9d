import { yearOf, yearSpan, type LocalDate } from '../primitives/local-date.ts'
import type { Scheme } from '../scheme/scheme.ts'
import { versionInForce } from '../scheme/version-in-force.ts'
import { carryRules, type SchemeInForce } from './carry-rules.ts'
import { ruleHistory, type RuleHistory } from './rule-history.ts'

/** What a year is scored by. */
export type SchemeOfYear<Version extends SchemeInForce = SchemeInForce> = {
  /** The version in force on the balance day: it says what there is to be scored. */
  readonly version: Version
  /** Its scheme, with the rules of the year's other versions carried into the items that continue theirs. */
  readonly scheme: Scheme
  /** Null when there is only one version. */
  readonly history: RuleHistory | null
}

/**
 * The scheme of a year in which several versions may have been in force (docs/decisions/0009). Categories, sheets, items
 * and full points are those of the balance day; entries are judged by the rules of their own day. A rule that says the
 * same in both versions is one rule; one that says something else is carried into the continuing item under an id of its
 * own (v1.c1-s1-i3-r2), and only entries of its days stand under it. Null before any version is in force.
 */
export function schemeOfYear<Version extends SchemeInForce>(
  versions: readonly Version[],
  year: number,
  asOf: LocalDate,
): SchemeOfYear<Version> | null {
  const version = versionInForce(versions, asOf)
  if (version === null) return null
  const ofYear = inForceWithin(versions, year)
  const others = ofYear.filter((other) => other !== version)
  if (versions.length === 1) return { version, scheme: version.scheme, history: null }
  const carried = carryRules(version.scheme, nearestFirst(others, version))
  return { version, scheme: carried.scheme, history: ruleHistory({ versions, ofYear, version, carried }) }
}

/** The versions in force on some day of the year, in the order of their days. */
export function inForceWithin<Version extends SchemeInForce>(
  versions: readonly Version[],
  year: number,
): readonly Version[] {
  const turns = versions.map(({ effectiveFrom }) => effectiveFrom).filter((day) => yearOf(day) === year)
  const days = [yearSpan(year).first, ...turns.toSorted()]
  return [...new Set(days.flatMap((day) => versionInForce(versions, day) ?? []))]
}

/** The latest of the earlier ones first, so that each meets the newest rule of its lineage; later ones in their order. */
function nearestFirst<Version extends SchemeInForce>(
  others: readonly Version[],
  { effectiveFrom }: Version,
): readonly Version[] {
  const earlier = others.filter((other) => other.effectiveFrom < effectiveFrom)
  return [...earlier.toReversed(), ...others.filter((other) => !earlier.includes(other))]
}
