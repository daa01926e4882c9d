import { expect, test } from 'vitest'
import { clockSkew, dayOfFinding, rulesFor, sharedStatus, suggestedRules, type KitRule } from './choose-rule.ts'

const rule = (ruleId: string, sentence: string, offices = ['党办']): KitRule => ({
  ruleId,
  sentence,
  clause: sentence,
  itemTitle: '工作纪律',
  unit: '次',
  uses: 0,
  offices,
})
const rules = [
  rule('late', '迟到，每次扣1分'),
  rule('absent', '擅离职守，每次扣2分'),
  rule('typo', '公文差错', ['综治办']),
]
const as = (kind: 'in' | 'unknown' | 'leave', isAccounted: boolean) => ({
  status: { kind, words: '', isAccounted },
})

test('只给本办公室考核表上的条款，打的字都要有', () => {
  const idsOf = (office: string, typed: string) => rulesFor({ rules }, office, typed).map(({ ruleId }) => ruleId)
  expect(idsOf('党办', '')).toEqual(['late', 'absent'])
  expect(idsOf('党办', '纪律 离职')).toEqual(['absent'])
  expect(idsOf('综治办', '')).toEqual(['typo'])
  expect(idsOf('党办', '没有这条')).toEqual([])
})

test('不在岗又没登记去向的先想到擅离职守，请假的什么也不建议', () => {
  const first = (...given: Parameters<typeof as>) =>
    suggestedRules(rules, as(...given)).map(({ ruleId }) => ruleId)
  expect(first('unknown', false)).toEqual(['absent'])
  expect(first('in', true)).toEqual(['late'])
  expect(first('leave', true)).toEqual([])
})

test('手机的钟不准，按服务器的', () => {
  const made = Date.parse('2026-03-10T01:00:00Z')
  expect(clockSkew({ madeAt: '2026-03-10T01:00:00Z' }, made + 86_400_000)).toBe(-86_400_000)
})

test('几个人去向一样才按去向建议', () => {
  const [unknown, leave] = [as('unknown', false), as('leave', true)]
  expect(suggestedRules(rules, { status: sharedStatus([unknown, unknown]) })).toHaveLength(1)
  expect(suggestedRules(rules, { status: sharedStatus([unknown, leave]) })).toEqual([])
  expect(suggestedRules(rules, { status: sharedStatus([]) })).toEqual([])
})

test.each([
  ['2026-03-11', '2026-03-11'],
  ['2026-03-20', '2026-03-13'],
  ['2026-03-01', '2026-03-09'],
])('%s 看到的记在 %s：总在督查的日期以内', (now, day) => {
  expect(dayOfFinding(now, { fromOn: '2026-03-09', toOn: '2026-03-13' })).toBe(day)
})
