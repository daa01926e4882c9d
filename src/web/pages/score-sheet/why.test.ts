import { describe, expect, it } from 'vitest'
import { centipoints } from '../../../domain/primitives/centipoints.ts'
import { fen } from '../../../domain/primitives/fen.ts'
import type { ItemScore, ScoreSheet } from '../../../domain/scoring/score-sheet.ts'
import { remedyFor } from './remedy.ts'
import { whyOf } from './why.ts'

const discipline: ItemScore = {
  itemId: 'discipline',
  title: '工作纪律',
  full: centipoints(1000),
  score: centipoints(800),
  lines: [],
  windows: [],
}
const sheet: ScoreSheet = {
  staffNumber: '001',
  name: '魏知秋',
  office: '党办',
  post: '工作人员',
  employment: null,
  days: { onRoster: 365, ofYear: 365 },
  stays: [],
  away: [],
  categories: [
    {
      categoryId: 'public',
      title: '公共工作',
      kind: 'deductive',
      full: centipoints(1000),
      score: centipoints(800),
      soFar: centipoints(800),
      sheets: [
        {
          sheetId: 'all',
          title: '公共工作',
          office: null,
          days: 365,
          full: centipoints(1000),
          score: centipoints(800),
          items: [discipline],
        },
      ],
      rating: null,
    },
  ],
  rollUp: null,
  rewards: null,
  work: centipoints(800),
  reward: centipoints(0),
  score: centipoints(800),
  partial: false,
  soFar: centipoints(800),
  missing: [],
  otherLines: [],
  zeroedBy: null,
  moneyFen: fen(0),
}
const titles = { total: '个人成绩', work: '工作项目成绩', rewards: '工作奖励成绩' }

describe('为什么是这个数', () => {
  it('总分一层层走到项目，每层的数都对得上', () => {
    const total = whyOf(sheet, { kind: 'total' }, titles)
    expect(total?.parts.map((part) => [part.label, part.score])).toEqual([
      ['工作项目成绩', 800],
      ['工作奖励成绩', 0],
    ])
    const work = whyOf(sheet, { kind: 'work' }, titles)
    const category = work?.parts[0]?.target
    expect(category).toEqual({ kind: 'category', categoryId: 'public' })
    expect(category && whyOf(sheet, category, titles)?.parts).toEqual([
      { label: '工作纪律', score: 800, target: { kind: 'item', sheetId: 'all', itemId: 'discipline' } },
    ])
  })

  it('没有这一项时不答', () => {
    expect(whyOf(sheet, { kind: 'item', sheetId: 'all', itemId: 'gone' }, titles)).toBeNull()
    expect(whyOf(sheet, { kind: 'rewards' }, titles)).toBeNull()
  })
})

describe('到哪里补', () => {
  it('缺评分的到这个人的评议，缺成员的到成员的成绩单', () => {
    expect(remedyFor({ code: 'no-rating', category: '综合评议', group: '同事' }, '001', 2026).address).toBe(
      '/ratings?year=2026&person=001',
    )
    expect(remedyFor({ code: 'member-partial', staffNumber: '0 7', name: '温知夏' }, '001', 2026).address).toBe(
      '/people/0%207/sheet?year=2026',
    )
  })
})
