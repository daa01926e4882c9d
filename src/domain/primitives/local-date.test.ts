import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dayNumber,
  daysBetween,
  daysInYear,
  localDate,
  overlapOf,
  parseLocalDate,
  windowAround,
  yearSpan,
} from './local-date.ts'

describe('日期是镇上的日历日', () => {
  it.each([
    ['2026-03-09', '2026-03-09'],
    ['2026/3/9', '2026-03-09'],
    ['2026年3月9日', '2026-03-09'],
    [' 2024-02-29 ', '2024-02-29'],
  ])('%s 读作 %s', (text, day) => {
    expect(parseLocalDate(text)).toBe(day)
  })

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-1-1', '', '昨天', '2026-1', '20260309'])(
    '%s 不是日期',
    (text) => {
      expect(parseLocalDate(text)).toBeNull()
    },
  )

  it('天数首尾都算', () => {
    expect(daysBetween(localDate('2025-01-01'), localDate('2025-06-30'))).toBe(181)
    expect(daysBetween(localDate('2025-07-01'), localDate('2025-12-31'))).toBe(184)
    expect(daysBetween(localDate('2025-07-02'), localDate('2025-07-01'))).toBe(0)
    expect([2024, 2025, 2000, 1900].map(daysInYear)).toEqual([366, 365, 366, 365])
  })

  it('天序与标准日历一致', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 60_000 }), (days) => {
        const text = new Date(days * 86_400_000).toISOString().slice(0, 10)
        expect(dayNumber(localDate(text))).toBe(days)
      }),
    )
  })

  it('月、季、年是日历的月、季、年', () => {
    const day = localDate('2024-02-11')
    expect(windowAround(day, 'month')).toEqual({ first: '2024-02-01', last: '2024-02-29' })
    expect(windowAround(day, 'quarter')).toEqual({ first: '2024-01-01', last: '2024-03-31' })
    expect(windowAround(localDate('2025-12-31'), 'quarter')).toEqual({ first: '2025-10-01', last: '2025-12-31' })
    expect(windowAround(day, 'year')).toEqual(yearSpan(2024))
  })

  it('不相交的时段没有重叠', () => {
    const spring = { first: localDate('2025-03-01'), last: localDate('2025-05-31') }
    expect(overlapOf(spring, yearSpan(2025))).toEqual(spring)
    expect(overlapOf(spring, yearSpan(2026))).toBeNull()
  })
})
