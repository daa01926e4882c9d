import { describe, expect, it } from 'vitest'
import { assessTown, entry, oneItem, person, points, rule, schemeOf } from '../../../test/builders/town.ts'
import { rankWithinGroups } from './rank.ts'
import { standings } from './standings.ts'

describe('名次', () => {
  it('同分同名次，后面的名次跳过；各排名组分开排', () => {
    const people = [
      ['工作人员', 90],
      ['工作人员', 95],
      ['分管领导', 60],
      ['工作人员', 90],
      ['工作人员', 80],
    ] as const
    const ranks = rankWithinGroups(people.map(([rankingGroup, score]) => ({ rankingGroup, score: points(score) })))
    expect(ranks).toEqual([2, 1, 1, 2, 4])
  })

  it('有人成绩未齐，谁都没有名次；暂计按目前已知排', () => {
    const scheme = oneItem([rule('扣')])
    const rated = schemeOf({ categories: [{ id: 'r', title: '综合评议', points: 20, kind: 'rated' }] })
    const roster = [person('001'), person('002')]
    expect(standings(assessTown(scheme, { roster, entries: [entry('扣', 1, '2026-03-01')] }))).toEqual([2, 1])
    const partial = assessTown(rated, { roster })
    expect(standings(partial)).toEqual([null, null])
    expect(standings(partial, { provisional: true })).toEqual([1, 1])
  })
})
