import { describe, expect, it } from 'vitest'
import { localDate } from '../primitives/local-date.ts'
import { entry, itemOf, oneItem, points, rule, sheetOfOne } from '../../../test/builders/town.ts'

describe('项目得分', () => {
  it('满分减去扣分，最后只截一次：先加后扣与先扣后加相同', () => {
    const scheme = oneItem([rule('扣', { points: 7 }), rule('加', { effect: 'add', points: 5 })])
    const sheet = sheetOfOne(scheme, [entry('加', 1, '2026-01-01'), entry('扣', 2, '2026-01-02')])
    expect(itemOf(sheet).score).toBe(points(1))
    const other = sheetOfOne(scheme, [entry('扣', 2, '2026-01-01'), entry('加', 1, '2026-01-02')])
    expect(itemOf(other).score).toBe(points(1))
  })

  it('季满10次后起扣：已有9次，再来3次，只扣2次', () => {
    const scheme = oneItem([rule('迟到', { grace: { count: 10, window: 'quarter' } })])
    const sheet = sheetOfOne(scheme, [
      entry('迟到', 9, '2026-01-05'),
      entry('迟到', 3, '2026-03-31'),
      entry('迟到', 10, '2026-04-01'),
    ])
    const item = itemOf(sheet)
    expect(item.score).toBe(points(6))
    expect(item.lines.map((line) => line.chargedSteps)).toEqual([null, 0, 200, 0])
    expect(item.lines[1]?.reason).toEqual({ code: 'within-grace', used: 900, grace: 1000, window: 'quarter' })
    void localDate
  })
})
