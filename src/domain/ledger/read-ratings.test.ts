import { describe, expect, it } from 'vitest'
import { tableOf } from '../../../test/builders/table.ts'
import { schemeOf } from '../../../test/builders/town.ts'
import { readRatings } from './read-ratings.ts'

const rated = (id: string, title: string) => ({ id, title, points: 20, kind: 'rated' as const })
const scope = (...titles: readonly string[]) => ({
  scheme: schemeOf({ categories: titles.map((title, index) => rated(`r${String(index)}`, title)) }),
  staffNumbers: new Set(['001', '002']),
})
const header = ['工号', '得分', '类别', '评议组']
const read = (titles: readonly string[], ...rows: readonly (readonly string[])[]) =>
  readRatings(tableOf(header, ...rows), scope(...titles))
const codes = (result: ReturnType<typeof readRatings>) =>
  result.ok ? [] : result.refusal.map(({ row, code }) => [row, code])

describe('评议得分表', () => {
  it('只有一个评议类别时可不填类别；一组里可以有多人的得分', () => {
    const result = read(
      ['综合评议'],
      ['001', '90.5', '', '同事'],
      ['001', '91', '综合评议', '同事'],
      ['002', '88', '', ''],
    )
    expect(
      result.ok && result.value.map(({ mark, categoryId, raterGroup }) => [mark, categoryId, raterGroup]),
    ).toEqual([
      [9050, 'r0', '同事'],
      [9100, 'r0', '同事'],
      [8800, 'r0', null],
    ])
  })

  it.each([
    ['没有这个人', ['003', '90'], 'unknown-person'],
    ['超过100', ['001', '100.01'], 'bad-mark'],
    ['低于0', ['001', '-1'], 'bad-mark'],
    ['三位小数', ['001', '90.555'], 'bad-mark'],
    ['没有这个类别', ['001', '90', '民主评议'], 'unknown-category'],
    ['没有这个组', ['001', '90', '', '邻居'], 'unknown-group'],
  ])('%s', (_, row, code) => {
    expect(codes(read(['综合评议'], row))).toEqual([[2, code]])
  })

  it('一人一类别两个总评分、总评分与分组得分并存，都是错', () => {
    expect(codes(read(['综合评议'], ['001', '90'], ['001', '91']))).toEqual([[3, 'repeated-mark']])
    expect(codes(read(['综合评议'], ['001', '90', '', '同事'], ['001', '91']))).toEqual([[3, 'whole-and-group']])
    expect(codes(read(['综合评议'], ['001', '90'], ['001', '91', '', '同事']))).toEqual([[3, 'whole-and-group']])
  })

  it('有几个评议类别时须写明，没有则不能导入', () => {
    expect(codes(read(['综合评议', '民主测评'], ['001', '90']))).toEqual([[2, 'category-missing']])
    expect(codes(read([], ['001', '90']))).toEqual([[2, 'no-rated-category']])
  })
})
