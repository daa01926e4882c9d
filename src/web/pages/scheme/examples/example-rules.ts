import { ruleChoice, titleOutsideItems, type RuleChoice } from '../../../../domain/ledger/rule-choice.ts'
import { zeroPoints } from '../../../../domain/primitives/centipoints.ts'
import { isOnSheet, sheetDirectory, type PlacedRule } from '../../../../domain/roster/sheet-directory.ts'
import type { Scheme, WorkedExample } from '../../../../domain/scheme/scheme.ts'
import { reckonExample } from '../../../../domain/scoring/reckon-example.ts'

/** The rules of an office's sheets as 登记 offers them; null: of everyone's sheets only. */
export function choicesOfOffice(scheme: Scheme, office: string | null): readonly RuleChoice[] {
  const directory = sheetDirectory(scheme)
  return [...directory.ruleById.values()]
    .filter((placed) => isOnSheet(directory, placed, office ?? ''))
    .map(ruleChoice)
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
  const place = item?.title ?? titleOutsideItems(placed)
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
