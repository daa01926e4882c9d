import type { Centipoints } from '../primitives/centipoints.ts'
import type { Fen } from '../primitives/fen.ts'
import { isCountUnit } from '../primitives/quantity.ts'
import type { PlacedRule } from '../roster/sheet-directory.ts'
import { clauseOf } from '../scheme/clause-of.ts'
import type { RuleEffect } from '../scheme/scheme.ts'
import { unitOfQuantity } from '../scheme/unit-of-rule.ts'
import { amountRefusal } from './check-entry.ts'
import { entryRefusalSentence } from './entry-refusal-sentence.ts'
import { takesLevelFromEntry } from './level.ts'

/** A rule as it is offered for recording; points, yuan and bounds in whole hundredths. */
export type RuleChoice = {
  readonly ruleId: string
  readonly effect: RuleEffect
  readonly sentence: string
  readonly clause: string
  readonly categoryTitle: string
  readonly sheetTitle: string
  readonly itemId: string | null
  readonly itemTitle: string
  readonly points: Centipoints | null
  readonly yuan: Fen | null
  readonly unit: string | null
  readonly isCountUnit: boolean
  readonly severity: string | null
  readonly level: string | null
  readonly needsLevel: boolean
  readonly discretion: { readonly min: Centipoints | null; readonly max: Centipoints | null } | null
  readonly blocked: string | null
  /** The system's suggestion, not in the regulation. */
  readonly isSuggested: boolean
}

/** What a form needs to know of a rule before an entry is made under it. */
export function ruleChoice(placed: PlacedRule): RuleChoice {
  const { rule, category, sheet, item } = placed
  const unit = unitOfQuantity(rule)
  const amount = amountRefusal(placed)
  return {
    ruleId: rule.id,
    effect: rule.effect,
    sentence: rule.sentence,
    clause: clauseOf(rule),
    categoryTitle: category?.title ?? titleOutsideItems(placed),
    sheetTitle: sheet?.title ?? '',
    itemId: item?.id ?? null,
    itemTitle: item?.title ?? titleOutsideItems(placed),
    points: rule.points,
    yuan: rule.yuan ?? null,
    unit,
    isCountUnit: unit === null || isCountUnit(unit),
    severity: rule.severity ?? null,
    level: rule.level ?? null,
    needsLevel: item === null && takesLevelFromEntry(rule),
    discretion: rule.effect === 'discretionary' ? { min: rule.min ?? null, max: rule.max ?? null } : null,
    blocked: amount === null ? null : entryRefusalSentence(amount),
    isSuggested: rule.origin === 'default',
  }
}

/** What stands outside every item is named after what it does. */
export function titleOutsideItems({ rule }: Pick<PlacedRule, 'rule'>): string {
  return rule.effect === 'veto' ? '一票否决' : '工作奖励'
}
