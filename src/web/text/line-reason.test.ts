import { describe, expect, it } from 'vitest'
import { centipoints } from '../../domain/primitives/centipoints.ts'
import { localDate } from '../../domain/primitives/local-date.ts'
import { quantity } from '../../domain/primitives/quantity.ts'
import type { LineReason } from '../../domain/scoring/score-sheet.ts'
import { lineReasonText } from './line-reason.ts'

describe('成绩单上每种不计分的原因都说得清楚', () => {
  it.each<[LineReason, string | null, string]>([
    [
      { code: 'within-grace', used: quantity(700), grace: quantity(1000), window: 'quarter' },
      '次',
      '当季累计7次，满10次后起扣，此次不扣分',
    ],
    [
      { code: 'incomplete-step', used: quantity(950), per: quantity(1000) },
      '字',
      '累计9.5字，不足10字，未满一档不计',
    ],
    [
      { code: 'window-open', missing: quantity(200), endsOn: localDate('2026-12-31') },
      '篇',
      '至今还差2篇，12月31日到期后结算，现在不扣分',
    ],
    [
      { code: 'achieved', total: quantity(950_000), target: quantity(1_000_000) },
      '字',
      '已完成9500字，目标10000字，差额在期末一次结算',
    ],
    [{ code: 'cap', cap: centipoints(550) }, null, '此条累计最多计5.5分，已到上限'],
    [{ code: 'floor' }, null, '扣完为止，本项最低记0分'],
  ])('%j', (reason, unit, sentence) => {
    expect(lineReasonText(reason, unit)).toBe(sentence)
  })

  it('没有两种原因说成同一句话', () => {
    const plain = (
      [
        'lower-rung',
        'superseded',
        'unconfirmed',
        'reversed',
        'after-as-of',
        'leader-mean',
        'not-points',
        'floor',
        'ceiling',
        'item-forfeited',
        'amount-unknown',
        'waived',
        'off-roster',
        'not-on-sheet',
      ] as const
    ).map((code) =>
      lineReasonText(
        code === 'lower-rung' || code === 'superseded' ? { code, countedEntryId: 'e1' } : { code },
        null,
      ),
    )
    expect(new Set(plain).size).toBe(plain.length)
  })
})
