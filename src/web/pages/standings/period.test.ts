import { describe, expect, it } from 'vitest'
import { periodField } from '../../../http/contract/results.ts'
import { periodOf, periodParts, periodSearch } from './period.ts'

describe('考核期', () => {
  it('全年、季度、月份都是接口认得的写法', () => {
    expect(periodParts).toHaveLength(17)
    for (const part of periodParts) expect(periodField.safeParse(periodOf(2026, part)).success).toBe(true)
    expect([periodOf(2026, ''), periodOf(2026, 'Q3'), periodOf(2026, '09')]).toEqual([
      '2026',
      '2026-Q3',
      '2026-09',
    ])
  })

  it('地址里写错的当全年', () => {
    expect(periodOf(2026, 'Q9')).toBe('2026')
  })

  it('带到成绩单的地址', () => {
    expect(periodSearch(2026, 'Q3')).toBe('?year=2026&part=Q3')
    expect(periodSearch(2026, '')).toBe('?year=2026')
  })
})
