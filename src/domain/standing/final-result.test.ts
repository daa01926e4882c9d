import { describe, expect, it } from 'vitest'
import { assessTown, entry, mark, oneItem, person, points, rule, schemeOf } from '../../../test/builders/town.ts'
import { localDate } from '../primitives/local-date.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import { finalResult, finalResultSchema, resultChanges } from './final-result.ts'

const scheme = oneItem([rule('扣')])
const roster = [person('001'), person('002'), person('003')]
const head = {
  town: '某镇',
  year: 2026,
  number: 1,
  asOf: localDate('2026-12-31'),
  engineVersion: '0.1.0',
  schemes: [{ version: 1, title: '办法', effectiveFrom: localDate('2026-01-01') }],
  ledgerPosition: 7,
}
const resultOf = (entries: readonly LedgerEntry[], people = roster) =>
  finalResult(head, assessTown(scheme, { roster: people, entries }), scheme)
const deduction = (staffNumber: string) => entry('扣', 1, '2026-03-01', { staffNumber })

describe('年度结果', () => {
  it('冻结的是公布的成绩和名次；写成 JSON 再读回来一样', () => {
    const result = resultOf([deduction('002')])
    expect(result.people.map(({ score, rank }) => [score, rank])).toEqual([
      [points(10), 1],
      [points(8), 3],
      [points(10), 1],
    ])
    expect(finalResultSchema.parse(JSON.parse(JSON.stringify(result)))).toEqual(result)
  })

  it('成绩未齐的人不能冻结', () => {
    const rated = schemeOf({ categories: [{ id: 'r', title: '综合评议', points: 20, kind: 'rated' }] })
    const sheets = assessTown(rated, { roster, marks: [mark(90)] })
    expect(() => finalResult(head, sheets, rated)).toThrow('partial')
  })

  it('总分按0分计算的人，没评的部分不拦着定稿', () => {
    const item = { id: 'i', title: '工作', points: 100, rules: [rule('零', { effect: 'zero', points: null })] }
    const rated = schemeOf({
      categories: [
        { id: 'r', title: '综合评议', points: 20, kind: 'rated' },
        { id: 'c', title: '公共', points: 100, sheets: [{ id: 's', title: '公共', items: [item] }] },
      ],
    })
    const sheets = assessTown(rated, { roster: [person('001')], entries: [entry('零', 1, '2026-03-01')] })
    const [zeroed] = finalResult(head, sheets, rated).people
    expect(zeroed).toMatchObject({ score: 0, rank: 1, work: null })
  })

  it('两号之间：变了的、新来的、不在了的都列出，没变的不列', () => {
    const before = resultOf([deduction('002')], roster.slice(0, 2))
    const after = resultOf([deduction('001'), deduction('002')], [person('001'), person('003')])
    expect(resultChanges(before, after)).toEqual([
      {
        staffNumber: '001',
        name: '职员001',
        before: { score: points(10), rank: 1, grade: null },
        after: { score: points(8), rank: 2, grade: null },
      },
      { staffNumber: '003', name: '职员003', before: null, after: { score: points(10), rank: 1, grade: null } },
      { staffNumber: '002', name: '职员002', before: { score: points(8), rank: 2, grade: null }, after: null },
    ])
    expect(resultChanges(before, { ...before, number: 2 })).toEqual([])
  })
})
