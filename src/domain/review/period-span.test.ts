import { expect, test } from 'vitest'
import { periodSpan } from './period-span.ts'

test.each([
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2028-02', '2028-02-01', '2028-02-29'],
])('%s 是 %s 至 %s', (period, first, last) => {
  expect(periodSpan(period)).toEqual({ first, last })
})

test.each(['2026-Q5', '2026-13', '2026-00', '00000000-0000-4000-8000-000000000001', ''])(
  '%s 不是考核期',
  (period) => {
    expect(periodSpan(period)).toBeNull()
  },
)
