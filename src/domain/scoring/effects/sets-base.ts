import type { Rule } from '../../scheme/scheme.ts'

/** Whether the rule says what an item is worth instead of what it gains or loses: the item has no value before it. */
export function setsBase({ effect, direction }: Pick<Rule, 'effect' | 'direction'>): boolean {
  return effect === 'award' || effect === 'proportional' || (effect === 'discretionary' && direction === 'award')
}
