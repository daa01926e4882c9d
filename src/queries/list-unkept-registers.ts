import type { StoredRegisterDecision } from '../commands/rating-store.ts'
import { isWithin, type DaySpan } from '../domain/primitives/local-date.ts'
import { placedRules, type Rule } from '../domain/scheme/scheme.ts'
import { isCounted } from '../domain/scoring/counted-entries.ts'
import { windowOfItem, windowsOfYear } from '../domain/scoring/windows.ts'
import type { YearOnRecord } from './read-assessed-year.ts'

export type UnkeptRegisterRow = {
  readonly rule: Rule
  readonly itemTitle: string
  readonly span: DaySpan
  readonly decision: StoredRegisterDecision | null
}

/**
 * Rules with a target whose window has ended without one confirmed entry of anyone: nobody's item counts until the
 * office says 已核 or waives the rule (SPEC §4.1). Those already decided stay in the list with their decision.
 */
export function listUnkeptRegisters({
  period,
  version,
  assessment,
  decisions,
}: YearOnRecord): readonly UnkeptRegisterRow[] {
  const counted = assessment.entries.filter((entry) => isCounted(entry, period.asOf))
  return [...placedRules(version.scheme)].flatMap(({ rule, item, category }) => {
    if (rule.shortfall === undefined || item === null || category === null) return []
    return windowsOfYear(period.year, windowOfItem(version.scheme, category, item))
      .filter((span) => span.last <= period.asOf)
      .filter((span) => !counted.some((entry) => entry.ruleId === rule.id && isWithin(entry.occurredOn, span)))
      .map((span) => ({
        rule,
        itemTitle: item.title,
        span,
        decision:
          decisions.find(
            (one) => one.ruleId === rule.id && one.span.first === span.first && one.span.last === span.last,
          ) ?? null,
      }))
  })
}
