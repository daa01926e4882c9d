import { expect, test } from 'vitest'
import { centipoints } from '../primitives/centipoints.ts'
import { quantity } from '../primitives/quantity.ts'
import type { RuleFields } from './effects/index.ts'
import { ownWords } from './own-words.ts'
import { renderRule } from './render-rule.ts'

const two = { effect: 'deduct' as const, points: centipoints(200) }

const sentences: readonly (readonly [RuleFields, string])[] = [
  [{ ...two, unit: '次', condition: '早退' }, '「早退」：每次扣2分。'],
  [
    { ...two, unit: '次', condition: '上班迟到', grace: { count: quantity(1000), window: 'quarter' } },
    '「上班迟到」：每季满10次后，每次扣2分。',
  ],
  [
    {
      ...two,
      condition: '读书笔记',
      unit: '字',
      per: quantity(100_000),
      shortfall: { target: quantity(1_000_000), unit: '字', step: quantity(100_000) },
    },
    '「读书笔记」：不少于10000字，每少1000字扣2分。',
  ],
  [{ ...two, severity: '造成不良影响' }, '程度「造成不良影响」，扣2分。'],
  [
    { ...two, rank: '全区末位', subject: '责任人', deadline: '48小时内' },
    '对「责任人」，时限「48小时内」，名次「全区末位」，扣2分。',
  ],
  [
    { effect: 'add', points: centipoints(50), level: '市', cap: centipoints(500) },
    '级别「市」，加0.5分，累计不超过5分。',
  ],
  [{ effect: 'proportional', points: null, uncapped: true }, '按完成比例得分，不封顶。'],
  [{ ...two, condition: '把「村为主」放在一边' }, '「把“村为主”放在一边」：扣2分。'],
]

test.each(sentences)('%o → %s', (rule, sentence) => {
  expect(renderRule(rule)).toBe(sentence)
})

test.each([
  ['脱岗,擅离职守(含串岗);', '脱岗，擅离职守（含串岗）'],
  ['扣1,000元', '扣1,000元'],
  ['  两处  空白 ', '两处 空白'],
  ['「双代管」', '“双代管”'],
])('原文用语统一写法：%s', (words, tidy) => {
  expect(ownWords(words)).toBe(tidy)
  expect(ownWords(tidy)).toBe(tidy)
})
