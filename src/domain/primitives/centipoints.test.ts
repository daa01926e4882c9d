import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centipoints, formatHundredths, formatPoints, parseHundredths, readPoints } from './centipoints.ts'

describe('分值以百分之一分计', () => {
  it.each([
    [2, 200],
    [0.5, 50],
    [-0.05, -5],
    [1.1, 110],
    [8.29, 829],
    [999999999.99, 99999999999],
  ])('%s 分读作 %s', (plain, hundredths) => {
    expect(readPoints(plain)).toBe(hundredths)
  })

  it.each([0.005, 1e-7, Number.NaN, Number.POSITIVE_INFINITY, 1e21, 0.1 + 0.2])(
    '%s 不是两位小数的分值',
    (plain) => {
      expect(readPoints(plain)).toBeNull()
    },
  )

  it.each(['半', '', '1.234', '--1', '1e3', ' ', '０.5'])('文字 %s 不是数', (text) => {
    expect(parseHundredths(text)).toBeNull()
  })

  it('没有负零', () => {
    expect(Object.is(centipoints(-0), 0)).toBe(true)
    expect(Object.is(parseHundredths('-0.00'), 0)).toBe(true)
  })

  it('行文去掉末尾的零，表格固定两位', () => {
    expect([250, 200, -50, 0, 10000].map((points) => formatPoints(centipoints(points)))).toEqual([
      '2.5',
      '2',
      '-0.5',
      '0',
      '100',
    ])
    expect([250, -5, 0].map(formatHundredths)).toEqual(['2.50', '-0.05', '0.00'])
  })

  it('写出再读回是同一个数', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (hundredths) => {
        expect(parseHundredths(formatHundredths(hundredths))).toBe(hundredths)
        expect(readPoints(hundredths / 100)).toBe(hundredths)
      }),
    )
  })

  it('非整数的百分之一分是程序错误', () => {
    expect(() => centipoints(0.5)).toThrow('whole hundredths')
  })
})
