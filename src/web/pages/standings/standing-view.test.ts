import { describe, expect, it } from 'vitest'
import { centipoints } from '../../../domain/primitives/centipoints.ts'
import type { MissingPart } from '../../../domain/scoring/score-sheet.ts'
import type { StandingRow } from '../../../http/contract/results.ts'
import { answersWords, barFill, groupMissing, inOrderOfStanding } from './standing-view.ts'

function row(changes: Partial<StandingRow>): StandingRow {
  return {
    staffNumber: '001',
    name: '魏知秋',
    office: '党办',
    post: '工作人员',
    rankingGroup: '工作人员',
    employment: null,
    categories: [],
    work: centipoints(9000),
    reward: centipoints(0),
    score: centipoints(9000),
    soFar: centipoints(9000),
    partial: false,
    missing: [],
    rank: 1,
    periodChange: centipoints(0),
    unconfirmedEntries: 0,
    ...changes,
  }
}

describe('成绩表', () => {
  it('缺同样内容的人排在一起，人多的在前', () => {
    const noSheet: MissingPart = { code: 'no-sheet', category: '业务工作', office: '林业站' }
    const noMark: MissingPart = { code: 'no-rating', category: '综合评议', group: '同事' }
    const lacking = (staffNumber: string, part: MissingPart) => ({
      staffNumber,
      name: '',
      office: '',
      missing: [part],
    })
    const groups = groupMissing([lacking('1', noMark), lacking('2', noSheet), lacking('3', noSheet)])
    expect(groups.map((group) => [group.sentences, group.people.map((person) => person.staffNumber)])).toEqual([
      [['林业站在业务工作中没有考核表'], ['2', '3']],
      [['综合评议缺同事的评分'], ['1']],
    ])
  })

  it('条的长短按已计占满分，不会超出，也不会是负的', () => {
    const category = { title: '公共工作', full: centipoints(2000), score: null, soFar: centipoints(1500) }
    expect(barFill(category)).toBe(75)
    expect(barFill({ ...category, soFar: centipoints(2600) })).toBe(100)
    expect(barFill({ ...category, soFar: centipoints(-100) })).toBe(0)
    expect(barFill({ ...category, full: null })).toBeNull()
  })

  it('领导在前；有名次的按名次，没评完的按已计', () => {
    const rows = [
      row({ staffNumber: 'b', rank: 2 }),
      row({ staffNumber: 'p1', rank: null, score: null, soFar: centipoints(5000) }),
      row({ staffNumber: 'p2', rank: null, score: null, soFar: centipoints(7000) }),
      row({ staffNumber: 'a', rank: 1 }),
      row({ staffNumber: 'leader', rankingGroup: '主要领导', rank: 1 }),
    ]
    expect(inOrderOfStanding(rows).map((shown) => shown.staffNumber)).toEqual(['leader', 'a', 'b', 'p2', 'p1'])
  })

  it('按姓名或工号找人', () => {
    expect(answersWords(row({}), '知秋')).toBe(true)
    expect(answersWords(row({}), '00')).toBe(true)
    expect(answersWords(row({}), '温')).toBe(false)
  })
})
