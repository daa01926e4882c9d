import type { Rule } from './scheme.ts'

/** The clause as the regulation has it, or the rule's own sentence when it was made by hand. */
export function clauseOf(rule: Pick<Rule, 'sentence' | 'source'>): string {
  const quote = rule.source?.quote ?? ''
  return quote === '' ? rule.sentence : quote
}
