import type { StoredRegisterDecision } from '../commands/rating-store.ts'
import type { DaySpan } from '../domain/primitives/local-date.ts'
import type { Rule } from '../domain/scheme/scheme.ts'
import { unkeptWindows } from '../domain/scoring/registers.ts'
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
export function listUnkeptRegisters({ assessment, decisions }: YearOnRecord): readonly UnkeptRegisterRow[] {
  const lineageOf = assessment.history?.lineageOf ?? ((ruleId: string) => ruleId)
  return unkeptWindows(assessment).map(({ rule, lineage, itemTitle, span }) => ({
    rule,
    itemTitle,
    span,
    decision:
      decisions.find(
        (one) => lineageOf(one.ruleId) === lineage && one.span.first === span.first && one.span.last === span.last,
      ) ?? null,
  }))
}
