import type { Rule, RuleEffect } from '../scheme.ts'
import { add } from './add.ts'
import { award } from './award.ts'
import { deduct } from './deduct.ts'
import { discretionary } from './discretionary.ts'
import { circumstanceFields, type Effect, type RuleField } from './effect.ts'
import { forfeit } from './forfeit.ts'
import { money } from './money.ts'
import { proportional } from './proportional.ts'
import { veto } from './veto.ts'
import { zero } from './zero.ts'

export { ruleFields } from './effect.ts'
export type { DraftRule, Effect, RuleField, RuleFields } from './effect.ts'

/** Every effect of SPEC §2, in the order forms offer them. */
export const effects: Readonly<Record<RuleEffect, Effect>> = {
  deduct,
  add,
  award,
  forfeit,
  zero,
  veto,
  discretionary,
  proportional,
  money,
}

/** What the rule’s effect is called, carries and moves. */
export function effectOf(rule: Pick<Rule, 'effect'>): Effect {
  return effects[rule.effect]
}

/** Asked of every field of every rule that is read. */
const carriedBy: Readonly<Record<RuleEffect, ReadonlySet<RuleField>>> = {
  deduct: carriedFields(deduct),
  add: carriedFields(add),
  award: carriedFields(award),
  forfeit: carriedFields(forfeit),
  zero: carriedFields(zero),
  veto: carriedFields(veto),
  discretionary: carriedFields(discretionary),
  proportional: carriedFields(proportional),
  money: carriedFields(money),
}

function carriedFields({ carries }: Effect): ReadonlySet<RuleField> {
  return new Set<RuleField>([...circumstanceFields, ...carries])
}

/** Whether a rule with this effect may carry the field; forms show, and edits accept, only these. */
export function mayCarry(effect: RuleEffect, field: RuleField): boolean {
  return carriedBy[effect].has(field)
}

/** Whether the amount that the effect needs is lost (SPEC §2: `points: null` is an error). */
export function isAmountLost(rule: Pick<Rule, 'effect' | 'points' | 'yuan'>): boolean {
  const amount = effectOf(rule).amount
  if (amount === 'points') return rule.points === null
  return amount === 'yuan' && (rule.yuan ?? null) === null
}
