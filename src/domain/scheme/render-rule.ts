import { formatPoints } from '../primitives/centipoints.ts'
import { formatQuantity } from '../primitives/quantity.ts'
import { effectOf, type RuleFields } from './effects/index.ts'
import { quantityWords, quoteWords, unitWord } from './effects/step-words.ts'

const windowWords = { month: '每月', quarter: '每季', year: '每年' } as const

/**
 * A rule as one plain Chinese sentence made from its fields alone (SPEC §2, round trip):
 * 「上班迟到」：每季满10次后，每次扣2分。 Words in 「」 are the regulation's own; everything else is the form's,
 * so that reading the sentence back gives the same fields.
 */
export function renderRule(rule: RuleFields): string {
  const deed = rule.condition === undefined || rule.condition === '' ? '' : `${quoteWords(rule.condition)}：`
  const parts = [...circumstanceWords(rule), effectOf(rule).phrase(rule), ...limitWords(rule)]
  return `${deed}${parts.join('，')}。`
}

function circumstanceWords(rule: RuleFields): string[] {
  const words: string[] = []
  if (rule.subject !== undefined) words.push(`对${quoteWords(rule.subject)}`)
  if (rule.deadline !== undefined) words.push(`时限${quoteWords(rule.deadline)}`)
  if (rule.severity !== undefined) words.push(`程度${quoteWords(rule.severity)}`)
  if (rule.rank !== undefined) words.push(`名次${quoteWords(rule.rank)}`)
  if (rule.level !== undefined) words.push(`级别${quoteWords(rule.level)}`)
  if (rule.grace !== undefined) {
    const unit = rule.unit === undefined ? '' : unitWord(rule.unit)
    words.push(`${windowWords[rule.grace.window]}满${formatQuantity(rule.grace.count)}${unit}后`)
  }
  if (rule.shortfall !== undefined)
    words.push(`不少于${quantityWords(rule.shortfall.target, rule.shortfall.unit)}`)
  return words
}

function limitWords(rule: RuleFields): string[] {
  const words: string[] = []
  if (rule.cap !== undefined) words.push(`累计不超过${formatPoints(rule.cap)}分`)
  if (rule.uncapped === true) words.push('不封顶')
  return words
}
