import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centipoints } from '../primitives/centipoints.ts'
import { fen } from '../primitives/fen.ts'
import { localDate } from '../primitives/local-date.ts'
import { assert } from '../primitives/result.ts'
import type { FinalPerson, FinalResult } from '../standing/final-result.ts'
import { finalPayList, finalPayListSchema, payChanges, type FinalPayList } from './final-pay-list.ts'

const someone = (at: number, score: number, onRoster = 365, moneyFen = 0): FinalPerson => ({
  staffNumber: String(at).padStart(3, '0'),
  name: `职员${String(at)}`,
  office: '党办',
  post: '工作人员',
  employment: '事业',
  days: { onRoster, ofYear: 365 },
  work: centipoints(score),
  reward: centipoints(0),
  score: centipoints(score),
  rank: 1,
  grade: null,
  tiedFor: null,
  moneyFen: fen(moneyFen),
})
const resultOf = (people: FinalPerson[]): FinalResult => ({
  format: 'gongdao-result/1',
  town: '某镇',
  year: 2026,
  number: 1,
  asOf: localDate('2026-12-31'),
  engineVersion: '0.1.0',
  schemes: [{ version: 1, title: '办法', effectiveFrom: localDate('2026-01-01') }],
  ledgerPosition: 0,
  people,
})
function listOf(people: FinalPerson[], perPerson = 200_000): FinalPayList {
  const made = finalPayList(resultOf(people), { number: 1, perPerson: fen(perPerson) })
  assert(made.ok, 'there is a pay list')
  return made.value
}

describe('工资清单', () => {
  it('只用年度结果的数：应发合计等于总额，扣发单列', () => {
    const list = listOf([someone(1, 9000), someone(2, 8000, 184), someone(3, 10_000, 365, 300_000)])
    expect(list.lines.reduce((sum, { payFen }) => sum + payFen, 0)).toBe(list.poolFen)
    expect(list.poolFen).toBe(200_000 + 100_822 + 200_000)
    const last = list.lines[2]
    expect([last?.netFen, last?.unpaidRestFen]).toEqual([0, 300_000 - (last?.payFen ?? 0)])
    expect(list.withheldTotalFen).toBe(last?.payFen)
    expect(finalPayListSchema.parse(JSON.parse(JSON.stringify(list)))).toEqual(list)
  })

  it('补发追扣：没变的不列，不在了的全数追扣', () => {
    const before = listOf([someone(1, 9000), someone(2, 9000), someone(3, 9000)])
    const after = listOf([someone(1, 9000), someone(2, 8000)])
    const changes = payChanges(before, after)
    expect(changes.map(({ staffNumber, differenceFen }) => [staffNumber, differenceFen])).toEqual([
      ['001', 11_765],
      ['002', -11_765],
      ['003', -200_000],
    ])
    expect(payChanges(before, before)).toEqual([])
  })

  it('性质：不管多少人、多少分、多少天，应发合计等于总额，差额合计等于两份清单之差', () => {
    const people = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 1, max: 365 })), {
        minLength: 1,
        maxLength: 20,
      })
      .filter((claims) => claims.some(([score]) => score > 0))
      .map((claims) => claims.map(([score, days], at) => someone(at, score, days)))
    fc.assert(
      fc.property(people, people, fc.integer({ min: 1, max: 999_999 }), (first, second, perPerson) => {
        const [before, after] = [listOf(first, perPerson), listOf(second, perPerson)]
        for (const { lines, poolFen, total } of [before, after]) {
          expect(lines.reduce((sum, { payFen }) => sum + payFen, 0)).toBe(poolFen)
          expect(total.payFen).toBe(poolFen)
        }
        const difference = payChanges(before, after).reduce((sum, { differenceFen }) => sum + differenceFen, 0)
        expect(difference).toBe(after.total.netFen - before.total.netFen)
      }),
    )
  })
})
