import { formatQuantity, oneUnit, quantity, type Quantity } from '../../primitives/quantity.ts'
import type { RuleFields } from '../../scheme/effects/index.ts'
import { canonicalUnit } from '../../scheme/units.ts'
import { findAtEnd } from './phrases/find-phrases.ts'
import type { Grammar } from './phrases/grammar.ts'
import type { Grace } from './phrases/qualifiers/grace-phrases.ts'
import type { Step } from './phrases/qualifiers/step-phrases.ts'
import type { Target } from './phrases/qualifiers/target-phrases.ts'
import { asItStands, type Question } from './questions.ts'

type StepFields = Pick<RuleFields, 'unit' | 'per' | 'missing' | 'shortfall'>

/** What a step makes of a rule, and what it leaves to ask. */
export type StepReading = { readonly fields: StepFields; readonly questions: readonly Question[] }

type Measure = { readonly count: Quantity; readonly unit: string }

function plainFields({ count, unit }: Measure, missing: boolean): StepFields {
  return {
    ...(unit === '' ? {} : { unit }),
    ...(count === oneUnit ? {} : { per: count }),
    ...(missing ? { missing: true } : {}),
  }
}

/** A target in the same unit turns 每少… into a shortfall, counted once after the window ended (SPEC §4.1). */
function shortfallFields(step: Measure, target: Target): StepFields {
  return {
    ...plainFields(step, false),
    shortfall: { target: target.count, unit: step.unit, step: step.count },
  }
}

function withStep(fields: StepFields): (rule: RuleFields) => RuleFields {
  return (rule) => {
    const { unit: _unit, per: _per, missing: _missing, shortfall: _shortfall, ...kept } = rule
    return { ...kept, ...fields }
  }
}

/**
 * Distinct targets in the unit of the step, in the order of the text. 每季度公开一次，少一次扣2分 names a duty of every
 * window, not a sum to reach: what is missing is counted.
 */
function targetsFor(measure: Measure, targets: readonly Target[]): Target[] {
  const same = targets.filter(
    ({ unit, count, timesAYear }) =>
      canonicalUnit(unit) === measure.unit && !(timesAYear > 1 && count === oneUnit && measure.count === oneUnit),
  )
  return same.filter((target, i) => same.findIndex(({ count }) => count === target.count) === i)
}

/** Unit, count and target of a step; `at` names the place for the questions. */
export function readStep(step: Step, targets: readonly Target[], at: string, mayFallShort: boolean): StepReading {
  const unit = step.unit === undefined ? '' : canonicalUnit(step.unit)
  const own: Measure = { count: step.count, unit }
  const other: Measure | null =
    step.other === undefined ? null : { count: step.other.count, unit: canonicalUnit(step.other.unit) }
  const questions: Question[] = []
  if (unit === '') questions.push(noUnit(step, at))
  const fieldsOf = (measure: Measure): StepFields => {
    const reachable = step.missing && mayFallShort ? targetsFor(measure, targets) : []
    const target = reachable.length === 1 ? reachable[0] : undefined
    return target === undefined ? plainFields(measure, step.missing) : shortfallFields(measure, target)
  }
  if (other !== null) {
    const ordered =
      targetsFor(own, targets).length === 0 && targetsFor(other, targets).length > 0 ? [other, own] : [own, other]
    questions.push(whichMeasure(ordered, fieldsOf, step, at))
    return { fields: fieldsOf(ordered[0] ?? own), questions }
  }
  const reachable = step.missing && mayFallShort ? targetsFor(own, targets) : []
  if (reachable.length > 1) questions.push(whichTarget(own, reachable, at))
  const [target] = reachable
  if (reachable.length === 1 && target !== undefined && target.timesAYear > 1)
    questions.push(targetOfWindow(own, target, at))
  if (!step.repeats && step.count !== oneUnit) questions.push(eachOrOnce(own, at))
  return { fields: fieldsOf(own), questions }
}

function noUnit(step: Step, at: string): Question {
  return {
    code: 'no-unit',
    severity: 'warning',
    message: `${at}“每${step.missing ? '少' : ''}”后面没有计量单位，请补上次、件、天等单位。`,
    readings: [],
  }
}

function whichMeasure(
  measures: readonly Measure[],
  fieldsOf: (measure: Measure) => StepFields,
  step: Step,
  at: string,
): Question {
  const word = ({ count, unit }: Measure): string => `每${step.missing ? '少' : ''}${formatQuantity(count)}${unit}`
  return {
    code: 'ambiguous-reading',
    severity: 'warning',
    message: `${at}${measures.map(word).join('与')}是两种计量，暂按${measures.slice(0, 1).map(word).join('')}计，请确认。`,
    readings: measures.map((measure) => ({
      key: `measure-${measure.unit}`,
      label: word(measure),
      apply: withStep(fieldsOf(measure)),
    })),
  }
}

function whichTarget(measure: Measure, targets: readonly Target[], at: string): Question {
  return {
    code: 'ambiguous-reading',
    severity: 'warning',
    message: `${at}少的部分对着哪个目标不清楚，暂按登记所少的数量计，请确认。`,
    readings: [
      { key: 'target-none', label: '直接登记所少数量', apply: asItStands },
      ...targets.map((target) => ({
        key: `target-${formatQuantity(target.count)}`,
        label: `目标${formatQuantity(target.count)}${measure.unit}`,
        apply: withStep(shortfallFields(measure, target)),
      })),
    ],
  }
}

/** 每季度不少于3条: the scheme settles once a year unless told otherwise. */
function targetOfWindow(measure: Measure, target: Target, at: string): Question {
  const amount = (count: number): string => `${formatQuantity(quantity(count))}${measure.unit}`
  const ofYear = target.count * target.timesAYear
  return {
    code: 'ambiguous-reading',
    severity: 'warning',
    message: `${at}目标${amount(target.count)}是全年${target.timesAYear}个时段里每个时段的，方案默认按年结算；请把项目的考核期设为相应时段，或折算成全年${amount(ofYear)}。`,
    readings: [
      { key: 'target-as-written', label: `每时段${amount(target.count)}`, apply: asItStands },
      {
        key: 'target-of-year',
        label: `全年${amount(ofYear)}`,
        apply: withStep(shortfallFields(measure, { ...target, count: quantity(ofYear) })),
      },
    ],
  }
}

/** 月累计迟到3次以上的,每次扣1分: all of them, or only those beyond. */
export function thresholdQuestion(rule: RuleFields, at: string, { thresholds }: Grammar): Question | null {
  if (rule.effect !== 'deduct' || rule.grace !== undefined || rule.unit === undefined) return null
  if (rule.shortfall !== undefined || rule.missing === true) return null
  const deed = rule.condition ?? ''
  const found = findAtEnd(thresholds, { text: deed, raw: deed })
  const threshold = found?.phrase.read(found.words) ?? null
  if (threshold === null || threshold.unit !== rule.unit) return null
  const { count, window } = threshold
  const free = `${formatQuantity(count)}${rule.unit}`
  return {
    code: 'ambiguous-reading',
    severity: 'warning',
    message: `${at}“${deed}”可以读作达到后次次都扣，也可以读作前${free}不扣，暂按登记的数量都扣，请确认。`,
    readings: [
      { key: 'threshold-all', label: '登记的都扣', apply: asItStands },
      {
        key: 'threshold-beyond',
        label: `前${free}不扣`,
        apply: (given) => ({ ...given, grace: { count, window } }),
      },
    ],
  }
}

function eachOrOnce({ count, unit }: Measure, at: string): Question {
  const amount = `${formatQuantity(count)}${unit}`
  return {
    code: 'ambiguous-reading',
    severity: 'warning',
    message: `${at}“${amount}”可以读作每${amount}扣一回，也可以读作满${amount}扣一回，暂按每${amount}计，请确认。`,
    readings: [
      { key: 'each-step', label: `每${amount}`, apply: asItStands },
      {
        key: 'once',
        label: `满${amount}扣一回`,
        apply: (rule) => {
          const { unit: _unit, per: _per, ...kept } = rule
          return { ...kept, condition: `${rule.condition ?? ''}满${amount}` }
        },
      },
    ],
  }
}

/** Grace of a rule; without a window word the year stands in until somebody answers. */
export function readGrace(
  grace: Grace,
  at: string,
): { readonly fields: Partial<RuleFields>; readonly questions: readonly Question[] } {
  const unit = grace.unit === '' ? {} : { unit: canonicalUnit(grace.unit) }
  if (grace.window !== null)
    return { fields: { ...unit, grace: { count: grace.count, window: grace.window } }, questions: [] }
  const amount = `${formatQuantity(grace.count)}${grace.unit}`
  const windows = [
    { window: 'year', word: '年' },
    { window: 'quarter', word: '季' },
    { window: 'month', word: '月' },
  ] as const
  return {
    fields: { ...unit, grace: { count: grace.count, window: 'year' } },
    questions: [
      {
        code: 'ambiguous-reading',
        severity: 'warning',
        message: `${at}满${amount}后没有写明按月、按季还是按年累计，暂按年累计，请确认。`,
        readings: windows.map(({ window, word }) => ({
          key: `grace-${window}`,
          label: `每${word}满${amount}后`,
          apply: (rule) => ({ ...rule, grace: { count: grace.count, window } }),
        })),
      },
    ],
  }
}
