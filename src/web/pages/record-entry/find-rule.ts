import type { RuleChoice } from '../../../http/contract/entries.ts'

export type RuleGroup = {
  readonly key: string
  /** 公共工作 · 工作纪律, or 最近用过. */
  readonly title: string
  readonly rules: readonly RuleChoice[]
}

/**
 * The rules that hold every one of the words, under the sheet and item they stand in and in the order of the
 * text; with nothing typed, the recently used ones stand first as a group of their own.
 */
export function findRules(
  rules: readonly RuleChoice[],
  words: string,
  recentRuleIds: readonly string[],
): readonly RuleGroup[] {
  const sought = words.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const holding = rules.filter((rule) => sought.every((word) => wordsOf(rule).includes(word)))
  // Two rules may share one clause; the one that says the words itself is the one meant.
  const says = ({ sentence }: RuleChoice) => sought.every((word) => sentence.toLowerCase().includes(word))
  const found = [...holding.filter(says), ...holding.filter((rule) => !says(rule))]
  const recent =
    sought.length > 0
      ? []
      : recentRuleIds.flatMap((id) => found.filter((rule) => rule.ruleId === id)).slice(0, recentShown)
  const recentIds = new Set(recent.map((rule) => rule.ruleId))
  const groups = new Map<string, { title: string; rules: RuleChoice[] }>()
  for (const rule of found) {
    if (recentIds.has(rule.ruleId)) continue
    const key = `${rule.categoryTitle}/${rule.sheetTitle}/${rule.itemId ?? rule.itemTitle}`
    const group = groups.get(key) ?? { title: placeOf(rule), rules: [] }
    group.rules.push(rule)
    groups.set(key, group)
  }
  const placed = [...groups].map(([key, group]) => ({ key, ...group }))
  return recent.length === 0 ? placed : [{ key: 'recent', title: '最近用过', rules: recent }, ...placed]
}

const recentShown = 5

/** The first so many rules, still in their groups. */
export function firstRules(groups: readonly RuleGroup[], most: number): readonly RuleGroup[] {
  const kept: RuleGroup[] = []
  let left = most
  for (const group of groups) {
    if (left <= 0) break
    kept.push({ ...group, rules: group.rules.slice(0, left) })
    left -= group.rules.length
  }
  return kept
}

/** Where the rule stands, said once: a sheet named like its category is not named twice. */
export function placeOf(rule: RuleChoice): string {
  return [...new Set([rule.categoryTitle, rule.sheetTitle, rule.itemTitle].filter((title) => title !== ''))].join(
    ' · ',
  )
}

function wordsOf(rule: RuleChoice): string {
  const parts = [
    rule.sentence,
    rule.clause,
    rule.itemTitle,
    rule.sheetTitle,
    rule.severity,
    rule.level,
    rule.ruleId,
  ]
  return parts
    .filter((part) => part !== null)
    .join('\n')
    .toLowerCase()
}
