import { describe, expect, test } from 'vitest'
import { findCadence } from './cadence.ts'
import { findPay } from './pay.ts'
import { findRaterGroups } from './rater-groups.ts'
import { findUnpricedRewards } from './rewards.ts'
import { findRollUps } from './roll-ups.ts'

describe('领导取平均', () => {
  test.each([
    ['分管领导的考核取分管各办(站、所)工作人员平均分', [['分管领导', '工作人员']]],
    ['镇党政正职按副职平均得分计', [['主要领导', '分管领导']]],
    ['主要领导由上级考核', []],
    ['取各办平均分', []],
  ])('%s', (text, pairs) => {
    expect(findRollUps(text).known.map(({ post, of }) => [post, of])).toEqual(pairs)
  })
})

describe('考核周期', () => {
  test.each([
    ['实行周督查、月考核、季通报、年终综合评定方式', ['周督查', '月考核', '季通报', '年终综合评定']],
    ['日记实、月总结、季考评、年汇总', ['日记实', '月总结', '季考评', '年汇总']],
    ['年终考核由领导小组负责', []],
  ])('%s', (text, steps) => {
    const found = findCadence(text)
    expect(found.map(({ step }) => step)).toEqual(steps)
    expect(found.map(({ words }) => text.slice(words.start, words.end))).toEqual(steps)
  })
})

describe('绩效工资', () => {
  test('提出额和分法', () => {
    const text = '每人提出2000元为绩效工资总额,除以所有人员绩效考核成绩之和为单位分值。'
    expect(findPay(text)).toMatchObject({ perPerson: 200_000, formula: 'pool-by-score' })
  })

  test('只有提出额，分法未写', () => {
    expect(findPay('年底每人预留3000.5元，用于奖励。')).toMatchObject({ perPerson: 300_050, formula: 'other' })
  })

  test.each(['迟到的每人罚款20元。', '奖励每人500元。', '绩效工资按月发放。'])('“%s”不是提出额', (text) => {
    expect(findPay(text)).toBeNull()
  })
})

describe('评议组', () => {
  test('权重合计为 100% 才采用', () => {
    expect(findRaterGroups('由主要领导(占40%)、分管领导(占60%)测评')?.map(({ group }) => group)).toEqual([
      '主要领导',
      '分管领导',
    ])
    expect(findRaterGroups('主要领导占40%、分管领导占30%')).toBeNull()
    expect(findRaterGroups('满意率达到90%')).toBeNull()
  })
})

describe('没有写明分值的奖励和减分', () => {
  const rungsOf = (text: string) =>
    findUnpricedRewards(text).rules.map(({ rule }) => [rule.effect, rule.level, rule.points])
  test('从原文写明的级别起，按建议阶梯', () => {
    expect(rungsOf('获市级以上表彰加分')).toEqual([
      ['add', '市', 200],
      ['add', '省', 300],
      ['add', '国家', 500],
    ])
    expect(rungsOf('受到县级通报批评减分')[0]).toEqual(['deduct', '区', 100])
  })

  test('处分没有建议值，只问不填', () => {
    expect(findUnpricedRewards('受到党纪、政纪处分或区级通报批评减分').sanction?.condition).toBe(
      '受到党纪、政纪处分',
    )
  })

  test.each(['获市级表彰加3分', '实行表彰加分制', '工作扎实'])('“%s”不套阶梯', (text) => {
    expect(rungsOf(text)).toEqual([])
  })
})
