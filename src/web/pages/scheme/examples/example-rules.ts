import { amountRefusal } from '../../../../domain/ledger/check-entry.ts'
import { entryRefusalSentence } from '../../../../domain/ledger/entry-refusal-sentence.ts'
import { takesLevelFromEntry } from '../../../../domain/ledger/level.ts'
import { zeroPoints } from '../../../../domain/primitives/centipoints.ts'
import { isCountUnit } from '../../../../domain/primitives/quantity.ts'
import { isOnSheet, sheetDirectory, type PlacedRule } from '../../../../domain/roster/sheet-directory.ts'
import { clauseOf } from '../../../../domain/scheme/clause-of.ts'
import type { Scheme, WorkedExample } from '../../../../domain/scheme/scheme.ts'
import { unitOfQuantity } from '../../../../domain/scheme/unit-of-rule.ts'
import { reckonExample } from '../../../../domain/scoring/reckon-example.ts'
import type { RuleChoice } from '../../../../http/contract/entries.ts'

/** The rules of an office's sheets as 登记 offers them; null: of everyone's sheets only. */
export function choicesOfOffice(scheme: Scheme, office: string | null): readonly RuleChoice[] {
  const directory = sheetDirectory(scheme)
  return [...directory.ruleById.values()]
    .filter((placed) => isOnSheet(directory, placed, office ?? ''))
    .map(choiceOf)
}

function choiceOf(placed: PlacedRule): RuleChoice {
  const { rule, category, sheet, item } = placed
  const unit = unitOfQuantity(rule)
  const outside = outsideTitle(placed)
  const amount = amountRefusal(placed)
  return {
    ruleId: rule.id,
    effect: rule.effect,
    sentence: rule.sentence,
    clause: clauseOf(rule),
    categoryTitle: category?.title ?? outside,
    sheetTitle: sheet?.title ?? '',
    itemId: item?.id ?? null,
    itemTitle: item?.title ?? outside,
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

/** What stands outside every item is named as an entries file names it. */
function outsideTitle({ rule }: PlacedRule): string {
  return rule.effect === 'veto' ? '一票否决' : '工作奖励'
}

type Given = WorkedExample['given'][number]

/**
 * A rule named so that the example outlives the ids of its version: 项目：情形, where that leads to this rule and no
 * other; else the rule's id.
 */
export function nameOfRule(
  scheme: Scheme,
  example: Pick<WorkedExample, 'office' | 'post'>,
  ruleId: string,
  given: Omit<Given, 'rule'>,
): string {
  const placed = sheetDirectory(scheme).ruleById.get(ruleId)
  if (placed === undefined) return ruleId
  const { rule, item } = placed
  const place = item?.title ?? outsideTitle(placed)
  const candidates = [rule.condition, rule.sentence]
    .filter((words) => words !== undefined && words !== '')
    .map((words) => `${place}：${words}`)
  const leadsHere = (name: string) => ruleNamed(scheme, example, { ...given, rule: name })?.rule.id === ruleId
  return candidates.find(leadsHere) ?? ruleId
}

/** The rule that a thing of an example names; null where it leads to none or to several. */
export function ruleNamed(
  scheme: Scheme,
  { office, post }: Pick<WorkedExample, 'office' | 'post'>,
  given: Given,
): PlacedRule | null {
  const { rules } = reckonExample(scheme, {
    id: 'naming',
    title: given.rule,
    office,
    post,
    given: [given],
    expected: { points: zeroPoints },
  })
  return rules[0] ?? null
}
