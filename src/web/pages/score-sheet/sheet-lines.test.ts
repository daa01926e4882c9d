import { describe, expect, it } from 'vitest'
import { centipoints } from '../../../domain/primitives/centipoints.ts'
import { localDate } from '../../../domain/primitives/local-date.ts'
import { quantity } from '../../../domain/primitives/quantity.ts'
import type { ItemScore, LineReason, ScoreLine } from '../../../domain/scoring/score-sheet.ts'
import { movedFromFull, paperLines, sheetLine } from './sheet-lines.ts'

function line(changes: Partial<ScoreLine>): ScoreLine {
  return {
    kind: 'entry',
    effect: 'deduct',
    entryId: 'e1',
    ruleId: 'late',
    occurredOn: localDate('2026-03-09'),
    quantity: quantity(300),
    unit: '次',
    chargedSteps: null,
    clause: '上班迟到的，每次扣1分',
    before: centipoints(1000),
    change: centipoints(-300),
    after: centipoints(700),
    matter: '周督查',
    note: null,
    reason: null,
    ...changes,
  }
}

function item(lines: readonly ScoreLine[]): ItemScore {
  return { itemId: 'i', title: '工作纪律', full: centipoints(1000), score: centipoints(700), lines, windows: [] }
}

function inGrace(entryId: string, used: number): ScoreLine {
  const reason: LineReason = {
    code: 'within-grace',
    used: quantity(used),
    grace: quantity(1000),
    window: 'quarter',
  }
  return line({ kind: 'uncounted', entryId, change: centipoints(0), before: null, after: null, reason })
}

describe('成绩单的每一行', () => {
  it('写明数量、事项、依据和前后', () => {
    expect(sheetLine(line({}), 0)).toMatchObject({
      day: '2026-03-09',
      facts: ['3次', '周督查'],
      clause: '上班迟到的，每次扣1分',
      before: 1000,
      change: -300,
      after: 700,
      reason: null,
    })
  })

  it('没有单位的一次不写“1”，完成比例写成百分数', () => {
    expect(sheetLine(line({ unit: undefined, quantity: quantity(100), matter: null }), 0).facts).toEqual([])
    expect(
      sheetLine(line({ effect: 'proportional', quantity: quantity(8550), unit: undefined, matter: null }), 0)
        .facts,
    ).toEqual(['完成85.5%'])
  })
})

describe('印在纸上的行', () => {
  it('起始分和已冲销的不印，同一条款同一原因未计的并成一行', () => {
    const lines = [
      line({ kind: 'base', entryId: null, ruleId: null }),
      inGrace('e1', 300),
      inGrace('e2', 700),
      line({ entryId: 'e3', ruleId: 'absent' }),
      line({ kind: 'uncounted', entryId: 'e4', reason: { code: 'reversed' } }),
      inGrace('e5', 900),
    ]
    expect(paperLines(item(lines)).map((shown) => [shown.entryId, shown.count])).toEqual([
      ['e5', 3],
      ['e3', 1],
    ])
    expect(paperLines(item(lines))[0]?.reason).toBe('累计9次，季满10次后起扣')
  })

  it('计分的行一行不少', () => {
    expect(paperLines(item([line({ entryId: 'a' }), line({ entryId: 'b' })]))).toHaveLength(2)
  })
})

describe('得失', () => {
  it('与满分相比；没有变动、待评、记工分的不写', () => {
    expect(movedFromFull(item([]), false)).toBe(-300)
    expect(movedFromFull({ full: centipoints(1000), score: centipoints(1000) }, false)).toBeNull()
    expect(movedFromFull({ full: centipoints(1000), score: null }, false)).toBeNull()
    expect(movedFromFull(item([]), true)).toBeNull()
  })
})
