import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centipoints } from '../../../../domain/primitives/centipoints.ts'
import { localDate } from '../../../../domain/primitives/local-date.ts'
import type { MonthFigures } from '../../../../http/contract/month-figures.ts'
import {
  daySums,
  deductionsAt,
  deductionsOfMonth,
  deductionsPath,
  everything,
  itemChanges,
  monthBars,
  monthBefore,
  scoreBins,
  sumOfMonth,
  rowsOf,
  standingsPath,
} from './month-sums.ts'

function row(on: string, office: number, rule: number, points: number) {
  const one = { points: centipoints(points), entryId: on + String(rule) }
  return { on: localDate(on), office, rule, points: one.points, lines: 1, of: [{ person: office, ...one }] }
}

const figures: MonthFigures = {
  month: '2026-06',
  asOf: localDate('2026-06-30'),
  whose: 'town',
  offices: ['党办', '综治办'],
  rules: [
    { item: '工作纪律', sentence: '脱岗每次扣2分' },
    { item: '工作纪律', sentence: '迟到每次扣1分' },
    { item: '公文', sentence: '错字每处扣0.5分' },
  ],
  people: [
    { staffNumber: '001', name: '何青' },
    { staffNumber: '002', name: '吕红' },
  ],
  rows: [
    row('2026-05-06', 0, 0, 200),
    row('2026-05-06', 1, 1, 100),
    row('2026-06-02', 0, 1, 250),
    row('2026-06-02', 0, 2, 50),
  ],
  heads: [
    { month: '2026-05', office: 0, people: 3 },
    { month: '2026-05', office: 1, people: 4 },
    { month: '2026-06', office: 0, people: 3 },
    { month: '2026-06', office: 1, people: 0 },
  ],
  scores: [],
  isProvisional: false,
}
const office = { ...everything, office: '党办' }

describe('按月、按日、按项目', () => {
  test('人均四舍五入到百分之一分，全镇的人均一起给出', () => {
    expect(monthBars(figures, office)).toMatchObject([
      { month: '2026-05', points: 200, people: 3, mean: 67, meanOfAll: 43 },
      { month: '2026-06', points: 300, people: 3, mean: 100, meanOfAll: 100 },
    ])
    expect(monthBars(figures, { ...everything, office: '综治办' })[1]).toMatchObject({ points: 0, mean: null })
  })

  test('条款和项目各算各的', () => {
    expect(sumOfMonth(rowsOf(figures, { ...office, rule: '迟到每次扣1分' }), '2026-06').points).toBe(250)
    expect(sumOfMonth(rowsOf(figures, { ...office, item: '工作纪律' }), '2026-05').points).toBe(200)
  })

  test('本月和上月按项目对照，多的在前', () => {
    expect(
      itemChanges(figures, everything).map(({ item, now, before }) => [item, now.points, before.points]),
    ).toEqual([
      ['工作纪律', 250, 300],
      ['公文', 50, 0],
    ])
    expect(monthBefore('2026-01')).toBe('2025-12')
  })

  test('一天一格', () => {
    expect(daySums(figures, everything)).toEqual([
      { on: '2026-05-06', points: 300, lines: 2 },
      { on: '2026-06-02', points: 300, lines: 2 },
    ])
  })
})

describe('成绩的分布', () => {
  test('每个人在且只在一格里，格子不过十二个', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12_000 }), { minLength: 1 }), (scores) => {
        const bins = scoreBins(scores.toSorted((one, other) => one - other))
        expect(bins.reduce((total, { people }) => total + people, 0)).toBe(scores.length)
        expect(bins.length).toBeLessThanOrEqual(12)
        for (const [at, bin] of bins.entries()) expect(bin.from).toBe(at === 0 ? bin.from : bins[at - 1]?.to)
      }),
    )
    expect(scoreBins([])).toEqual([])
  })
})

describe('图上每一处背后的名单', () => {
  test('条数和分数与那一处的数字一样', () => {
    const june = { from: '2026-06-01', to: '2026-06-30' }
    expect(deductionsAt(figures, { ...office, ...june, rule: '' })).toMatchObject([
      { on: '2026-06-02', name: '何青', item: '公文', sentence: '错字每处扣0.5分', points: 50 },
      { on: '2026-06-02', name: '何青', item: '工作纪律', sentence: '迟到每次扣1分', points: 250 },
    ])
    for (const { on, points, lines } of daySums(figures, everything)) {
      const behind = deductionsAt(figures, { ...everything, from: on, to: on })
      expect(behind).toHaveLength(lines)
      expect(behind.reduce((total, line) => total + line.points, 0)).toBe(points)
    }
  })

  test('地址说清同样的范围', () => {
    expect(deductionsOfMonth('2026-02', { office: '党办', item: '工作纪律', rule: '' })).toBe(
      `/deductions?${new URLSearchParams({ from: '2026-02-01', to: '2026-02-28', office: '党办', item: '工作纪律' }).toString()}`,
    )
    expect(deductionsPath({ ...everything, from: '2026-05-06', to: '2026-05-06' })).toBe(
      '/deductions?from=2026-05-06&to=2026-05-06',
    )
    expect(standingsPath('2026', { from: 9000, to: 9500, people: 3 })).toBe(
      '/standings?year=2026&from=9000&to=9500',
    )
  })
})
