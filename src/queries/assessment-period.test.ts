import { describe, expect, it } from 'vitest'
import { localDate } from '../domain/primitives/local-date.ts'
import { assessmentPeriod } from './assessment-period.ts'

const today = localDate('2026-08-15')

describe('考核期', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2026-12', '2026-12-01', '2026-12-31'],
  ])('%s 是 %s 至 %s', (name, first, last) => {
    const period = assessmentPeriod(name, today, null)
    expect([period.year, period.span]).toEqual([Number(name.slice(0, 4)), { first, last }])
  })

  it.each<[string, string, string | null, string]>([
    ['已经过完的期：截至期末', '2026-Q2', null, '2026-06-30'],
    ['还没过完的期：截至今天', '2026-Q3', null, '2026-08-15'],
    ['还没开始的期：截至第一天', '2026-Q4', null, '2026-10-01'],
    ['自己选的日子照办，期末之后、年内也可以', '2026-Q2', '2026-11-30', '2026-11-30'],
    ['选的日子在期初之前：按第一天', '2026-Q2', '2026-01-05', '2026-04-01'],
    ['选的日子出了这一年：按年末', '2026-Q2', '2027-02-01', '2026-12-31'],
  ])('%s', (_title, name, asked, asOf) => {
    expect(assessmentPeriod(name, today, asked === null ? null : localDate(asked)).asOf).toBe(asOf)
  })
})
