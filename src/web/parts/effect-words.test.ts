import { describe, expect, it } from 'vitest'
import { centipoints } from '../../domain/primitives/centipoints.ts'
import type { EntryEffect } from '../../http/contract/entries.ts'
import { effectWords } from './effect-words.ts'

const moved: EntryEffect = {
  year: 2026,
  staffNumber: '001',
  name: '魏知秋',
  office: '党办',
  itemTitle: '工作纪律',
  itemBefore: centipoints(1000),
  itemAfter: centipoints(800),
  scoreBefore: centipoints(9650),
  scoreAfter: centipoints(9450),
  soFarBefore: centipoints(9650),
  soFarAfter: centipoints(9450),
  remark: null,
}

describe('保存前看到的变化', () => {
  it('项目和总分的前后', () => {
    expect(effectWords(moved)).toEqual({
      item: '工作纪律 10 → 8',
      total: '总分 96.5 → 94.5',
      moves: true,
      remark: null,
    })
  })

  it('还没评完的说已计多少，不说成0', () => {
    expect(
      effectWords({
        ...moved,
        scoreBefore: null,
        scoreAfter: null,
        soFarBefore: centipoints(7650),
        soFarAfter: centipoints(7450),
      }).total,
    ).toBe('总分待评，已计 76.5 → 74.5')
  })

  it('看不到总分的人只看到项目', () => {
    const hidden = { ...moved, scoreBefore: null, scoreAfter: null, soFarBefore: null, soFarAfter: null }
    expect(effectWords(hidden)).toEqual({ item: '工作纪律 10 → 8', total: null, moves: true, remark: null })
    expect(effectWords({ ...hidden, itemAfter: centipoints(1000) }).remark).toBe('项目分不变')
  })

  it('从待评到有分', () => {
    expect(effectWords({ ...moved, itemBefore: null }).item).toBe('工作纪律 待评 → 8')
  })

  it('分数不动时说为什么', () => {
    const still = {
      ...moved,
      itemAfter: centipoints(1000),
      scoreAfter: centipoints(9650),
      soFarAfter: centipoints(9650),
    }
    expect(effectWords({ ...still, remark: '本季迟到4次，满10次后起扣' })).toEqual({
      item: null,
      total: '总分 96.5 不变',
      moves: false,
      remark: '本季迟到4次，满10次后起扣',
    })
    expect(effectWords(still).remark).toBe('分数不变')
  })
})
