import { describe, expect, test } from 'vitest'
import { centipoints } from '../../primitives/centipoints.ts'
import { fen } from '../../primitives/fen.ts'
import { quantity } from '../../primitives/quantity.ts'
import { ruleEffects } from '../scheme.ts'
import { effectOf, effects, isAmountLost, mayCarry, type RuleFields } from './index.ts'

describe('计分效果一览', () => {
  test('每种效果都有中文名、说明和句子', () => {
    for (const effect of ruleEffects) {
      const { label, explanation, phrase } = effects[effect]
      expect(label).toMatch(/\p{Script=Han}/u)
      expect(explanation).toMatch(/\p{Script=Han}{4,}/u)
      expect(phrase({ effect, points: centipoints(200), yuan: fen(2000) })).not.toBe('')
    }
  })

  test('登记时要填什么', () => {
    const needs = Object.fromEntries(
      ruleEffects.map((effect) => [effects[effect].label, effects[effect].entryNeeds]),
    )
    expect(needs).toEqual({
      扣分: 'quantity',
      加分: 'quantity',
      计分: 'nothing',
      此项不得分: 'nothing',
      总分计零: 'nothing',
      一票否决: 'nothing',
      裁量计分: 'discretion',
      按比例得分: 'completion',
      扣款: 'quantity',
    })
  })

  test('情形字段人人可带，专用字段各归各的效果', () => {
    for (const effect of ruleEffects) expect(mayCarry(effect, 'condition')).toBe(true)
    expect(mayCarry('deduct', 'shortfall')).toBe(true)
    expect(mayCarry('add', 'shortfall')).toBe(false)
    expect(mayCarry('deduct', 'min')).toBe(false)
    expect(mayCarry('money', 'yuan')).toBe(true)
    expect(mayCarry('money', 'points')).toBe(false)
  })

  test('分值或金额缺失', () => {
    expect(isAmountLost({ effect: 'deduct', points: null })).toBe(true)
    expect(isAmountLost({ effect: 'deduct', points: centipoints(0) })).toBe(false)
    expect(isAmountLost({ effect: 'money', points: null })).toBe(true)
    expect(isAmountLost({ effect: 'money', points: null, yuan: fen(100) })).toBe(false)
    expect(isAmountLost({ effect: 'veto', points: null })).toBe(false)
  })

  const phrases: readonly (readonly [RuleFields, string])[] = [
    [{ effect: 'deduct', points: centipoints(250), unit: '次' }, '每次扣2.5分'],
    [{ effect: 'deduct', points: centipoints(100), unit: '字', per: quantity(100_000) }, '每1000字扣1分'],
    [{ effect: 'deduct', points: centipoints(200), unit: '期', missing: true }, '每少1期扣2分'],
    [{ effect: 'deduct', points: null }, '扣若干分'],
    [{ effect: 'add', points: centipoints(300), unit: '台班' }, '每「台班」加3分'],
    [{ effect: 'award', points: centipoints(1500) }, '计15分'],
    [{ effect: 'forfeit', points: null }, '该项不得分'],
    [{ effect: 'zero', points: null }, '绩效考核以0分计算'],
    [{ effect: 'veto', points: null }, '一票否决'],
    [{ effect: 'veto', points: null, consequence: '取消评优' }, '处理「取消评优」'],
    [{ effect: 'discretionary', points: null }, '视情节扣分'],
    [{ effect: 'discretionary', points: null, min: centipoints(500), max: centipoints(1000) }, '视情节扣5至10分'],
    [
      { effect: 'discretionary', points: null, direction: 'add', min: centipoints(100), max: centipoints(300) },
      '视情节加1至3分',
    ],
    [
      { effect: 'discretionary', points: null, direction: 'award', min: centipoints(800), max: centipoints(1000) },
      '视情节计8至10分',
    ],
    [{ effect: 'discretionary', points: null, max: centipoints(300) }, '视情节扣3分以内'],
    [{ effect: 'discretionary', points: null, min: centipoints(300) }, '视情节扣3分以上'],
    [{ effect: 'proportional', points: null }, '按完成比例得分'],
    [{ effect: 'money', points: null, yuan: fen(2050), unit: '次' }, '每次扣20.5元'],
    [{ effect: 'money', points: null, yuan: fen(2000), payItem: '当月考评奖' }, '扣「当月考评奖」20元'],
    [{ effect: 'money', points: null, yuan: null }, '扣若干元'],
  ]

  test.each(phrases)('%o → %s', (rule, words) => {
    expect(effectOf(rule).phrase(rule)).toBe(words)
  })
})
