import { describe, expect, it } from 'vitest'
import { centipoints } from '../../../domain/primitives/centipoints.ts'
import { answersPayWords, countedScore, groupedDecimal, plainAmount, typedAmount } from './pay-view.ts'

describe('绩效工资页', () => {
  it('成绩之和写成带千分位的两位小数，多的位数不丢', () => {
    expect(groupedDecimal('5432.1')).toBe('5,432.10')
    expect(groupedDecimal('98')).toBe('98.00')
    expect(groupedDecimal('12345678.905')).toBe('12,345,678.905')
  })

  it('金额可以带千分位，不是金额的不算', () => {
    expect(typedAmount('2,000')).toBe(200_000)
    expect(typedAmount('1850.5')).toBe(185_050)
    expect(plainAmount(' 2，000 ')).toBe('2000')
    for (const bad of ['', '两千', '-1', '0', '1.234', '1e9']) expect(typedAmount(bad)).toBeNull()
  })

  it('在册不满一年的，成绩按天数折算后计入合计', () => {
    const wholeYear = { score: centipoints(9000), days: 365, daysOfYear: 365 }
    expect(countedScore([wholeYear, { ...wholeYear, days: 73 }])).toBe(10_800)
    expect(countedScore([])).toBe(0)
  })

  it('按姓名、办公室、工号找人', () => {
    const row = { name: '魏知秋', office: '综治办', staffNumber: '012' }
    expect(['知秋', '综治', '01', ''].map((words) => answersPayWords(row, words))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(answersPayWords(row, '党办')).toBe(false)
  })
})
