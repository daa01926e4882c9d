import type { Rule } from './scheme.ts'

/** The unit a rule counts in, the target's where it has one; null where the clause names none. */
export function unitOfRule({ shortfall, unit }: Rule): string | null {
  return shortfall?.unit ?? unit ?? null
}

/** The unit in which a quantity is recorded under a rule: as the rule counts, and completion in %. */
export function unitOfQuantity(rule: Rule): string | null {
  return rule.effect === 'proportional' ? '%' : unitOfRule(rule)
}
