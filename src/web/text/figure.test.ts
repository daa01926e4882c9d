import { describe, expect, it } from 'vitest'
import {
  changeText,
  dayText,
  momentText,
  periodText,
  pointsInTable,
  pointsOrPending,
  pointsText,
  quantityText,
  yuanText,
} from './figure.ts'

describe('屏幕上的数字', () => {
  it('行文去掉末尾的零，表格固定两位', () => {
    expect(pointsText(9450)).toBe('94.5')
    expect(pointsText(10_000)).toBe('100')
    expect(pointsInTable(9450)).toBe('94.50')
  })

  it('扣分用真正的减号，不用连字符', () => {
    expect(changeText(-200)).toBe('−2')
    expect(changeText(300)).toBe('+3')
    expect(changeText(0)).toBe('0')
    expect(yuanText(-123_456)).toBe('−1,234.56')
  })

  it('没有评的写待评，不写0', () => {
    expect(pointsOrPending(null)).toBe('待评')
    expect(pointsOrPending(0)).toBe('0')
  })

  it('金额有千分位和两位小数', () => {
    expect(yuanText(11_800_000)).toBe('118,000.00')
  })

  it('时刻按本地时间，到分钟', () => {
    expect(momentText('2026-03-09T06:05:59.123Z')).toBe('2026-03-09 14:05')
    expect(momentText('2026-12-31T17:00:00Z')).toBe('2027-01-01 01:00')
  })

  it('数量带单位，日期和考核期写成中文', () => {
    expect(quantityText(950_000, '字')).toBe('9500字')
    expect(dayText('2026-03-09')).toBe('3月9日')
    expect([periodText('2026'), periodText('2026-Q3'), periodText('2026-09')]).toEqual([
      '2026年',
      '2026年第三季度',
      '2026年9月',
    ])
  })
})
