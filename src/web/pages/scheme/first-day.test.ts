import { describe, expect, it } from 'vitest'
import { firstDayOfNext } from './first-day.ts'

const from = (...days: readonly string[]) => days.map((effectiveFrom) => ({ effectiveFrom }))

describe('下一版的施行日期', () => {
  it('第一版、新年度的第一版从 1 月 1 日起', () => {
    expect(firstDayOfNext([], 2026, '2026-11-22')).toBe('2026-01-01')
    expect(firstDayOfNext(from('2025-01-01', '2024-01-01'), 2026, '2026-11-22')).toBe('2026-01-01')
  })

  it('本年度已有一版的，从今天起；最后一版还没施行的，从它的下一年起', () => {
    expect(firstDayOfNext(from('2026-01-01'), 2026, '2026-11-22')).toBe('2026-11-22')
    expect(firstDayOfNext(from('2026-01-01', '2027-01-01'), 2026, '2026-11-22')).toBe('2028-01-01')
  })
})
