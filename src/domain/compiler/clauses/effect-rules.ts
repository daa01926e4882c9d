import { centipoints, type Centipoints } from '../../primitives/centipoints.ts'
import type { CalendarWindow } from '../../primitives/local-date.ts'
import { mayCarry, type RuleField, type RuleFields } from '../../scheme/effects/index.ts'
import { lostDashQuestion, questionOfDoubt } from './doubts.ts'
import { rulesBetween, rulesOfList } from './listed-amounts.ts'
import type { EffectReading } from './phrases/effects/effect-reading.ts'
import type { Grammar } from './phrases/grammar.ts'
import type { Grace } from './phrases/qualifiers/grace-phrases.ts'
import type { Target } from './phrases/qualifiers/target-phrases.ts'
import type { Question } from './questions.ts'
import type { Lead } from './read-lead.ts'
import { readGrace, readStep, thresholdQuestion } from './step-fields.ts'

export type EffectRules = { readonly rules: readonly RuleFields[]; readonly questions: readonly Question[] }

export type EffectPlace = {
  /** Named at the head of every question: 政治学习：. */
  readonly at: string
  readonly itemPoints: Centipoints | null
  readonly targets: readonly Target[]
  /** The calendar window that the line names before the clause. */
  readonly window: CalendarWindow | null
  readonly grammar: Grammar
}

/** The rules of one effect phrase and the words before it: one for each amount, and for each part with its own grace. */
export function rulesOfEffect(effect: EffectReading, lead: Lead, place: EffectPlace): EffectRules {
  const questions: Question[] = []
  const kind = effect.fields.effect
  const step =
    lead.step === null || !mayCarry(kind, 'unit')
      ? { fields: {}, questions: [] }
      : readStep(lead.step, place.targets, place.at, mayCarry(kind, 'shortfall'))
  questions.push(...step.questions)
  const points = effect.full === true ? place.itemPoints : (effect.fields.points ?? null)
  if (effect.full === true && points === null)
    questions.push(questionOfDoubt({ kind: 'amount-lost' }, place.at, kind))
  const graceOf = (grace: Grace | null): Partial<RuleFields> => {
    if (grace === null || !mayCarry(kind, 'grace')) return {}
    const reading = readGrace({ ...grace, window: grace.window ?? place.window }, place.at)
    questions.push(...reading.questions)
    return reading.fields
  }
  const common: RuleFields = { ...step.fields, ...lead.circumstances, ...effect.fields, points }
  const rules = lead.deeds.map((deed) =>
    tidyRule({ ...graceOf(deed.grace), ...common, ...(deed.words === '' ? {} : { condition: deed.words }) }),
  )
  if (effect.amounts !== undefined) return severalAmounts(effect.amounts, rules[0], place)
  if (effect.between !== undefined) return amountsBetween(effect.between, rules[0], place)
  if (effect.doubt !== undefined) questions.push(questionOfDoubt(effect.doubt, place.at, kind))
  const [rule] = rules
  if (rule !== undefined)
    for (const question of [
      lostDashQuestion(rule, place.at, place.itemPoints),
      thresholdQuestion(rule, place.at, place.grammar),
    ])
      if (question !== null) questions.push(question)
  return { rules, questions }
}

/** Leaves out fields that are not set or that the effect may not carry. */
export function tidyRule(rule: RuleFields): RuleFields {
  const { effect, points, ...others } = rule
  const kept = Object.entries(others).filter(
    ([field, value]) => value !== undefined && isFieldName(field, others) && mayCarry(effect, field),
  )
  return { effect, points: mayCarry(effect, 'points') ? points : null, ...Object.fromEntries(kept) }
}

function isFieldName(field: string, fields: object): field is RuleField {
  return field in fields
}

/** 国家、省、市级表彰分别加5、3、2分: as many things listed as amounts, or a question. */
function severalAmounts(
  amounts: readonly number[],
  rule: RuleFields | undefined,
  { at, grammar }: EffectPlace,
): EffectRules {
  if (rule === undefined) return { rules: [], questions: [] }
  const rules = rulesOfList(amounts, rule, grammar)
  if (rules !== null) return { rules: rules.map(tidyRule), questions: [] }
  return {
    rules: [],
    questions: [
      {
        code: 'unreadable-clause',
        severity: 'error',
        message: `${at}后面有${amounts.length}个分值，前面没有列出同样多的事项，对不上，请逐项改写。`,
        readings: [],
      },
    ],
  }
}

/** 县、市、省级分别加1-3分: the steps between for the things listed; else the leading group decides within them. */
function amountsBetween(
  bounds: NonNullable<EffectReading['between']>,
  rule: RuleFields | undefined,
  { grammar }: EffectPlace,
): EffectRules {
  if (rule === undefined) return { rules: [], questions: [] }
  const listed = rulesBetween(bounds, rule, grammar)
  if (listed !== null) return { rules: listed.map(tidyRule), questions: [] }
  const [min, max] = bounds.low <= bounds.high ? [bounds.low, bounds.high] : [bounds.high, bounds.low]
  const direction = rule.effect === 'add' || rule.effect === 'award' ? { direction: rule.effect } : {}
  const judged: RuleFields = {
    ...rule,
    effect: 'discretionary',
    ...direction,
    min: centipoints(min),
    max: centipoints(max),
  }
  return { rules: [tidyRule(judged)], questions: [] }
}
