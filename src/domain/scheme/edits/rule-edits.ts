import { z } from 'zod'
import { accept, refuse } from '../../primitives/result.ts'
import { effectOf, isAmountLost, mayCarry, ruleFields, type RuleField, type RuleFields } from '../effects/index.ts'
import { ownWords } from '../own-words.ts'
import { renderRule } from '../render-rule.ts'
import { ruleSchema, type Rule, type RuleEffect, type Scheme } from '../scheme.ts'
import { canonicalUnit } from '../units.ts'
import { nextHandId, pointsOf, refuseNegative, repeated, unknownId, type Edited } from './checks.ts'
import {
  ruleInputSchema,
  type RuleInput,
  type RulePatch,
  type RulePlace,
  type SchemeEditOf,
} from './edit-schema.ts'
import { findRule, replaceItem, replaceRule, takenIds, type SpentIds } from './place-in-scheme.ts'

const ruleFieldsSchema = ruleSchema.omit({ id: true, source: true, sentence: true, origin: true })

const ownWordFields = [
  'condition',
  'severity',
  'rank',
  'level',
  'deadline',
  'subject',
  'consequence',
  'payItem',
] as const

/** Checks a form's fields against what the effect may carry and reads its plain numbers. */
export function readRuleInput(input: RuleInput): Edited<RuleFields> {
  for (const field of fieldsGiven(input))
    if (!mayCarry(input.effect, field) && !(field === 'points' && input.points === null))
      return refuse({ code: 'field-not-carried', effect: input.effect, field })
  const { points, yuan, min, max, per, cap, grace, shortfall } = input
  const target = shortfall?.target
  const negative = refuseNegative({ points, yuan, min, max, cap, target, grace: grace?.count })
  if (negative !== null) return negative
  if (per !== undefined && per <= 0) return refuse({ code: 'zero-step', field: 'per' })
  if (shortfall !== undefined && shortfall.step <= 0) return refuse({ code: 'zero-step', field: 'shortfall' })
  if (min !== undefined && max !== undefined && min > max) return refuse({ code: 'bounds-reversed', min, max })
  const fields = spelled(z.decode(ruleFieldsSchema, input))
  return isAmountLost(fields) ? refuse({ code: 'amount-missing', effect: fields.effect }) : accept(fields)
}

function fieldsGiven(input: RuleInput): RuleField[] {
  const { effect: _effect, ...others } = input
  return ruleFields.filter((field) => others[field] !== undefined)
}

/** One spelling of words and units, per 1 left out, and a shortfall's step as the rule's step. */
function spelled(fields: RuleFields): RuleFields {
  const { per, missing, uncapped, ...kept } = fields
  for (const field of ownWordFields) if (kept[field] !== undefined) kept[field] = ownWords(kept[field])
  const shortfall =
    kept.shortfall === undefined ? undefined : { ...kept.shortfall, unit: canonicalUnit(kept.shortfall.unit) }
  const step = shortfall?.step ?? per
  const unit = shortfall?.unit ?? (kept.unit === undefined ? undefined : canonicalUnit(kept.unit))
  return {
    ...kept,
    ...(unit === undefined ? {} : { unit }),
    ...(step === undefined || step === 100 ? {} : { per: step }),
    ...(missing === true && shortfall === undefined ? { missing } : {}),
    ...(uncapped === true ? { uncapped } : {}),
    ...(shortfall === undefined ? {} : { shortfall }),
  }
}

/** A rule made by a person: no place in the text, its sentence from its fields. */
function handRule(id: string, fields: RuleFields, source: Rule['source']): Rule {
  return { id, ...fields, source, sentence: renderRule(fields), origin: 'person' }
}

/** A new rule at the end of an item, of the rewards or of the vetoes; refused where its effect does not belong there. */
export function addRule(scheme: Scheme, edit: SchemeEditOf<'add-rule'>, spent: SpentIds): Edited<Scheme> {
  const fields = readRuleInput(edit.rule)
  if (!fields.ok) return fields
  const rule = handRule(nextHandId('rule', takenIds(scheme, spent)), fields.value, null)
  return placeRule(scheme, edit.place, (rules) => [...rules, rule], rule)
}

/** The rules of one place with the rule among them; refused where its effect does not belong there. */
export function placeRule(
  scheme: Scheme,
  place: RulePlace,
  withRule: (rules: readonly Rule[]) => Rule[],
  rule: Rule,
): Edited<Scheme> {
  const { effect } = rule
  if (place === 'rewards')
    return rewardEffects.includes(effect)
      ? accept({ ...scheme, rewards: withRule(scheme.rewards) })
      : refuse({ code: 'effect-needs-item', effect })
  if (place === 'vetoes')
    return effectOf(rule).moves === 'item'
      ? refuse({ code: 'effect-needs-item', effect })
      : accept({ ...scheme, vetoes: withRule(scheme.vetoes) })
  const changed = replaceItem(scheme, place.item, (found) => [{ ...found, rules: withRule(found.rules) }])
  return changed === null ? unknownId('item', place.item) : accept(changed)
}

const rewardEffects: readonly RuleEffect[] = ['add', 'deduct', 'zero', 'discretionary']

/** Fields given replace those of the rule; a new effect drops what it may not carry. */
export function changeRule(scheme: Scheme, edit: SchemeEditOf<'change-rule'>): Edited<Scheme> {
  const rule = findRule(scheme, edit.rule)
  if (rule === null) return unknownId('rule', edit.rule)
  const { id: _id, source: _source, sentence: _sentence, origin: _origin, ...before } = rule
  const fields = readRuleInput(mergeInput(z.encode(ruleFieldsSchema, before), edit.fields))
  if (!fields.ok) return fields
  const changed = replaceRule(scheme, rule.id, (found) => [handRule(found.id, fields.value, found.source)])
  return changed === null ? unknownId('rule', rule.id) : accept(changed)
}

function mergeInput(before: z.input<typeof ruleFieldsSchema>, patch: RulePatch): RuleInput {
  const effect = patch.effect ?? before.effect
  const merged: Partial<Record<RuleField, unknown>> = {}
  for (const field of ruleFields) {
    const value = patch[field] === undefined ? (mayCarry(effect, field) ? before[field] : undefined) : patch[field]
    if (value !== undefined && value !== null) merged[field] = value
  }
  // A new unit or step of a rule with a target is the target's too.
  if (patch.shortfall === undefined && merged.shortfall !== undefined && before.shortfall !== undefined)
    merged.shortfall = {
      ...before.shortfall,
      unit: patch.unit ?? before.shortfall.unit,
      step: patch.per ?? before.shortfall.step,
    }
  return ruleInputSchema.parse({ effect, ...merged })
}

/** Refused when no part of the scheme has the rule. */
export function removeRule(scheme: Scheme, edit: SchemeEditOf<'remove-rule'>): Edited<Scheme> {
  const changed = replaceRule(scheme, edit.rule, () => [])
  return changed === null ? unknownId('rule', edit.rule) : accept(changed)
}

/** The rungs of one ladder, each its own rule (SPEC §4.3); a rung that stays keeps its id. */
export function setRewardLadder(
  scheme: Scheme,
  edit: SchemeEditOf<'set-reward-ladder'>,
  spent: SpentIds,
): Edited<Scheme> {
  const twice = repeated(edit.rungs.map(({ level }) => level))
  if (twice !== undefined) return refuse({ code: 'duplicate-level', level: twice })
  const negative = refuseNegative(Object.fromEntries(edit.rungs.map(({ level, points }) => [level, points])))
  if (negative !== null) return negative
  const isRung = (rule: Rule): boolean => rule.effect === edit.effect && rule.level !== undefined
  const taken = takenIds(scheme, spent)
  const rungs = edit.rungs.map(({ level, points }) => {
    const before = scheme.rewards.find((rule) => isRung(rule) && rule.level === level)
    const id = before?.id ?? nextHandId('rule', taken)
    taken.add(id)
    const fields = { effect: edit.effect, points: pointsOf(points), level, condition: ownWords(edit.condition) }
    return handRule(id, fields, before?.source ?? null)
  })
  const first = scheme.rewards.findIndex(isRung)
  const others = scheme.rewards.filter((rule) => !isRung(rule))
  const at = first === -1 ? others.length : scheme.rewards.slice(0, first).filter((rule) => !isRung(rule)).length
  return accept({ ...scheme, rewards: others.toSpliced(at, 0, ...rungs) })
}
