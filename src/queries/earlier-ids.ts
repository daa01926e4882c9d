import type { StoredVersion } from '../commands/draft-store.ts'
import type { StoredMark, StoredRegisterDecision } from '../commands/rating-store.ts'
import { townDay, yearSpan, type LocalDate } from '../domain/primitives/local-date.ts'
import { continuedCategories } from '../domain/scheme/scheme-lineage.ts'
import { versionInForce } from '../domain/scheme/version-in-force.ts'
import { schemeOfYear, type SchemeOfYear } from '../domain/scoring/scheme-of-year.ts'
import type { AssessmentPeriod } from './assessment-period.ts'

/**
 * Marks and decisions were written with the ids of the scheme their year had when they were written. Later versions may
 * call the same parts otherwise: what is read is translated, what is on record stays.
 */
type Known = {
  readonly period: Pick<AssessmentPeriod, 'year'>
  readonly versions: readonly StoredVersion[]
  /** In force on the balance day. */
  readonly version: StoredVersion
}

/** The id that a mark's category has in the version; null when that version no longer has it. Marks are of a year's end. */
export function categoryIdOfMark(
  { period, versions, version }: Known,
  { categoryId, at }: Pick<StoredMark, 'categoryId' | 'at'>,
): string | null {
  const then = versionInForce(adoptedBy(versions, at), yearSpan(period.year).last)
  if (then === null || then === version) return categoryId
  for (const [old, category] of continuedCategories(then.scheme, version.scheme))
    if (old.id === categoryId) return category.id
  return null
}

/**
 * The decisions with the ids of the year's scheme as it is now; of rules that have gone they decide nothing. Of several
 * on one register and window, made under ids of different versions, the latest holds.
 */
export function decisionsToday(
  { period: { year }, versions }: Known,
  { history }: SchemeOfYear,
  decisions: readonly StoredRegisterDecision[],
): readonly StoredRegisterDecision[] {
  if (history === null) return decisions
  const end = yearSpan(year).last
  const translated = decisions.flatMap((decision) => {
    const decidedOn = townDay(decision.at.getTime())
    const then = schemeOfYear(adoptedBy(versions, decision.at), year, earlier(decidedOn, end))
    if (then === null) return [decision]
    const origin = then.history?.originOf(decision.ruleId) ?? {
      version: then.version.version,
      ruleId: decision.ruleId,
    }
    const { last: occurredOn } = decision.span
    const place = history.placeOf({ ruleId: origin.ruleId, schemeVersion: origin.version, occurredOn })
    return place.found ? [{ ...decision, ruleId: place.ruleId }] : []
  })
  const latest = new Map<string, StoredRegisterDecision>()
  for (const decision of translated) {
    const key = `${history.lineageOf(decision.ruleId)} ${decision.span.first} ${decision.span.last}`
    const other = latest.get(key)
    if (other === undefined || other.at.getTime() <= decision.at.getTime()) latest.set(key, decision)
  }
  return [...latest.values()]
}

/** Those there were at the time. */
function adoptedBy(versions: readonly StoredVersion[], at: Date): readonly StoredVersion[] {
  return versions.filter(({ adoptedAt }) => adoptedAt.getTime() <= at.getTime())
}

function earlier(left: LocalDate, right: LocalDate): LocalDate {
  return left < right ? left : right
}
