import { centipoints, type Centipoints } from '../../primitives/centipoints.ts'
import { mayCarry, type RuleField, type RuleFields } from '../../scheme/effects/index.ts'
import { lostDashQuestion, questionOfDoubt } from './doubts.ts'
import { readNumeral } from './numerals.ts'
import type { EffectReading } from './phrases/effects/effect-reading.ts'
import type { Grammar } from './phrases/grammar.ts'
import type { Grace } from './phrases/qualifiers/grace-phrases.ts'
import { readLevel } from './phrases/qualifiers/level-phrases.ts'
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
    const reading = readGrace(grace, place.at)
    questions.push(...reading.questions)
    return reading.fields
  }
  const common: RuleFields = { ...step.fields, ...lead.circumstances, ...effect.fields, points }
  const rules = lead.deeds.map((deed) =>
    tidyRule({ ...graceOf(deed.grace), ...common, ...(deed.words === '' ? {} : { condition: deed.words }) }),
  )
  if (effect.amounts !== undefined) return severalAmounts(effect.amounts, rules[0], place)
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
  const ranked = rankedAmounts(amounts, rule)
  if (ranked !== null) return { rules: ranked, questions: [] }
  const deed = rule.condition ?? ''
  const clauses = deed.split(/[，；]/u)
  const listed = (clauses.at(-1) ?? '').split(/[、和或及]/u).filter((part) => part !== '')
  if (listed.length !== amounts.length)
    return {
      rules: [],
      questions: [
        {
          code: 'unreadable-clause',
          severity: 'error',
          message: `${at}“分别”前列了${listed.length}项，后面有${amounts.length}个分值，对不上，请逐项改写。`,
          readings: [],
        },
      ],
    }
  const levels = listed.map((part) => readRung(part, grammar))
  // 在省、市、县检查中被通报的: the list is of rungs, and the deed is one for all.
  const isLadder = levels.every((level) => level !== null)
  const rules = listed.map((part, i) => {
    const level = levels[i] ?? null
    const { level: _level, ...common } = rule
    return tidyRule({
      ...common,
      points: centipoints(amounts[i] ?? 0),
      condition: isLadder ? deed : [...clauses.slice(0, -1), part].join('，'),
      ...(level === null ? {} : { level }),
    })
  })
  return { rules, questions: [] }
}

/** 排名前三名分别加3、2、1分: a rule for each place; of the last places the worst pays most. */
function rankedAmounts(amounts: readonly number[], rule: RuleFields): RuleFields[] | null {
  const band = /(?<end>前|后|末|最后|倒数)(?<count>[二三四五六七八九\d])(?:名|位)$/u.exec(rule.rank ?? '')?.groups
  if (band === undefined || readNumeral(band['count'] ?? '') !== amounts.length * 100) return null
  const isFromTop = band['end'] === '前'
  const isRising = (amounts[0] ?? 0) < (amounts.at(-1) ?? 0)
  return amounts.map((amount, i) => {
    const place = '一二三四五六七八九'.charAt(!isFromTop && isRising ? amounts.length - 1 - i : i)
    return tidyRule({ ...rule, points: centipoints(amount), rank: `${isFromTop ? '' : '倒数'}第${place}名` })
  })
}

/** The rung that a part of a list begins with: 获国家, 省, 市级表彰. */
function readRung(part: string, { levels }: Grammar): string | null {
  const rung = /^.{0,3}?(国家|中央|省|市|县|区)/u.exec(part)?.[1]
  return rung === undefined ? null : readLevel(levels, `${rung}级`)
}
