import { centipoints, type Centipoints } from '../../primitives/centipoints.ts'
import { fen } from '../../primitives/fen.ts'
import type { RuleFields } from '../../scheme/effects/index.ts'
import type { Doubt } from './phrases/effects/effect-reading.ts'
import { asItStands, figure, type Question } from './questions.ts'

/** The question behind a doubt that an effect phrase carries; `at` names the place for the reader. */
export function questionOfDoubt(doubt: Doubt, at: string, effect: RuleFields['effect']): Question {
  switch (doubt.kind) {
    case 'used-up': {
      const amount = doubt.points === null ? '' : figure(doubt.points)
      return {
        code: 'ambiguous-reading',
        severity: 'warning',
        message: `${at}“扣完${amount}分”可以读作扣${amount}分，也可以读作扣完该项分，暂按扣${amount}分，请确认。`,
        readings: [
          { key: 'used-up-deduct', label: `扣${amount}分`, apply: asItStands },
          { key: 'used-up-forfeit', label: '扣完该项分', apply: toForfeit },
        ],
      }
    }
    case 'amount-lost':
      return {
        code: 'number-lost',
        severity: 'error',
        message: `${at}${effect === 'money' ? '扣款金额' : '分值'}没有写明或已经缺失，请补填后再采用。`,
        readings: [],
      }
    case 'doubled':
      return doubledQuestion(doubt, at)
    case 'amount-range':
      return rangeQuestion(doubt, at, effect)
    case 'points-or-yuan': {
      const amount = figure(doubt.amount)
      return {
        code: 'ambiguous-reading',
        severity: 'warning',
        message: `${at}“扣${amount}”后面没有写单位，暂按扣${amount}分，请确认是分还是元。`,
        readings: [
          { key: 'unitless-points', label: `扣${amount}分`, apply: asItStands },
          {
            key: 'unitless-yuan',
            label: `扣${amount}元`,
            apply: (rule) => ({ ...rule, effect: 'money', points: null, yuan: fen(doubt.amount) }),
          },
        ],
      }
    }
    case 'proportion-or-discretion': {
      const readings = [
        { key: 'by-proportion', label: '按完成比例得分', apply: toProportional },
        { key: 'by-discretion', label: '由考核领导小组裁量计分', apply: toJudgedScore },
      ]
      const ordered = doubt.first === 'proportional' ? readings : readings.toReversed()
      return {
        code: 'ambiguous-reading',
        severity: 'warning',
        message: `${at}只说按情况计分，没有写明算法，暂作“${ordered[0]?.label ?? ''}”，请确认。`,
        readings: ordered,
      }
    }
  }
}

/** 加倍扣分 is twice the amount before it, most likely; with none before it the amount is lost. */
function doubledQuestion({ points, times }: Extract<Doubt, { kind: 'doubled' }>, at: string): Question {
  const [words, share] = times === 200 ? ['加倍扣分', '两倍'] : ['减半扣分', '一半']
  if (points === null)
    return {
      code: 'number-lost',
      severity: 'error',
      message: `${at}“${words}”没有写明以哪个分值为准，请补填后再采用。`,
      readings: [],
    }
  return {
    code: 'ambiguous-reading',
    severity: 'warning',
    message: `${at}“${words}”没有写明以哪个分值为准，暂按前一条的${share}扣${figure(points)}分，请确认。`,
    readings: [
      { key: 'double-previous', label: `按前一条的${share}，扣${figure(points)}分`, apply: asItStands },
      { key: 'double-once', label: `扣${figure(points)}分，只扣一次`, apply: chargedOnce },
    ],
  }
}

function chargedOnce({ unit: _unit, per: _per, ...kept }: RuleFields): RuleFields {
  return kept
}

function toProportional({ direction: _direction, ...kept }: RuleFields): RuleFields {
  return { ...kept, effect: 'proportional' }
}

function toJudgedScore(rule: RuleFields): RuleFields {
  return { ...rule, effect: 'discretionary', direction: 'award' }
}

function toForfeit(rule: RuleFields): RuleFields {
  const {
    unit: _unit,
    per: _per,
    missing: _missing,
    cap: _cap,
    grace: _grace,
    shortfall: _shortfall,
    ...kept
  } = rule
  return { ...kept, effect: 'forfeit', points: null }
}

function rangeQuestion(
  { low, high }: { readonly low: number; readonly high: number },
  at: string,
  effect: RuleFields['effect'],
): Question {
  const unit = effect === 'money' ? '元' : '分'
  const withAmount =
    (amount: number) =>
    (rule: RuleFields): RuleFields =>
      effect === 'money' ? { ...rule, yuan: fen(amount) } : { ...rule, points: centipoints(amount) }
  return {
    code: 'ambiguous-reading',
    severity: 'error',
    message: `${at}${figure(low)}至${figure(high)}${unit}是一个幅度，方案里这样的条款要有确定的数，请选定或改写。`,
    readings: [
      { key: 'amount-open', label: '暂不确定', apply: asItStands },
      { key: 'amount-low', label: `${figure(low)}${unit}`, apply: withAmount(low) },
      { key: 'amount-high', label: `${figure(high)}${unit}`, apply: withAmount(high) },
    ],
  }
}

/**
 * 24分 that may have been 2-4分: two figures that rise, more than the item has, or an amount for discretion.
 * Null when the number is plausible as it stands.
 */
export function lostDashQuestion(rule: RuleFields, at: string, itemPoints: Centipoints | null): Question | null {
  const isJudged = rule.effect === 'discretionary' && rule.min === undefined
  const points = isJudged ? (rule.max ?? null) : rule.effect === 'deduct' ? rule.points : null
  if (points === null || points % 100 !== 0) return null
  const split = /^(\d)(\d|10|15|20)$/.exec(figure(points))
  if (split === null) return null
  const [low, high] = [Number(split[1]) * 100, Number(split[2]) * 100]
  const isTooMuch = itemPoints !== null && points > itemPoints && high <= itemPoints
  if (low === 0 || low >= high || !(isTooMuch || (isJudged && (itemPoints === null || points > itemPoints))))
    return null
  return {
    code: 'ambiguous-reading',
    severity: 'error',
    message: `${at}${figure(points)}分可能是${figure(low)}-${figure(high)}分掉了横线，请对照原件选定。`,
    readings: [
      { key: 'dash-as-written', label: `${figure(points)}分`, apply: asItStands },
      {
        key: 'dash-lost',
        label: `${figure(low)}-${figure(high)}分（幅度）`,
        apply: (given) => ({
          ...given,
          effect: 'discretionary',
          points: null,
          min: centipoints(low),
          max: centipoints(high),
        }),
      },
    ],
  }
}
