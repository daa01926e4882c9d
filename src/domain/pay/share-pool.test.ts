import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { assessTown, entry, mark, person, rule, schemeOf } from '../../../test/builders/town.ts'
import { fen } from '../primitives/fen.ts'
import { localDate } from '../primitives/local-date.ts'
import { assert } from '../primitives/result.ts'
import type { Assignment } from '../roster/assignment.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import { shareByLargestRemainder } from './largest-remainder.ts'
import { payRefusalSentence } from './pay-refusal-sentence.ts'
import { perPersonAmount, sharePool } from './share-pool.ts'

const scheme = schemeOf({
  categories: [
    {
      id: 'c',
      title: '公共',
      points: 100,
      sheets: [
        {
          id: 's',
          title: '公共',
          items: [
            {
              id: 'i',
              title: '工作',
              points: 100,
              rules: [
                rule('扣', { points: 1 }),
                rule('罚', { effect: 'money', points: null, yuan: 1500 }),
                rule('零', { effect: 'zero', points: null }),
              ],
            },
          ],
        },
      ],
    },
  ],
})

function payOf(roster: readonly Assignment[], entries: readonly LedgerEntry[], perPerson = 2000_00) {
  const pay = sharePool(assessTown(scheme, { roster, entries }), fen(perPerson))
  assert(pay.ok, 'there is a pay list')
  return pay.value
}

describe('绩效工资', () => {
  it('总额是每人提出额按在岗天数折算之和，各自四舍五入到分', () => {
    const roster = [person('001'), person('002', { from: localDate('2026-07-01') })]
    const pay = payOf(roster, [])
    expect(pay.lines.map(({ contributedFen }) => contributedFen)).toEqual([200_000, 100_822])
    expect(pay.poolFen).toBe(300_822)
  })

  it('按成绩乘天数分配，合计等于总额，单位分值只供查看', () => {
    const pay = payOf(
      [person('001'), person('002'), person('003')],
      [entry('扣', 10, '2026-03-01'), entry('扣', 20, '2026-03-01', { staffNumber: '002' })],
    )
    expect(pay.lines.map(({ payFen }) => payFen)).toEqual([200_000, 177_778, 222_222])
    expect([pay.poolFen, pay.total.payFen, pay.unitValue]).toEqual([600_000, 600_000, '22.222222'])
  })

  it('尾差给余数大的；余数相同给成绩高的，再按花名册次序', () => {
    expect(
      shareByLargestRemainder(
        100n,
        [1n, 1n, 1n].map((weight) => ({ weight, precedence: 0 })),
      ),
    ).toEqual([34n, 33n, 33n])
    expect(
      shareByLargestRemainder(3n, [
        { weight: 1n, precedence: 1 },
        { weight: 1n, precedence: 2 },
      ]),
    ).toEqual([1n, 2n])
    expect(
      shareByLargestRemainder(10n, [
        { weight: 1n, precedence: 9 },
        { weight: 2n, precedence: 1 },
      ]),
    ).toEqual([3n, 7n])
  })

  it('得0分的人也提出，分得0元', () => {
    const pay = payOf([person('001'), person('002')], [entry('零', 1, '2026-03-01')])
    expect(pay.lines.map(({ contributedFen, payFen }) => [contributedFen, payFen])).toEqual([
      [200_000, 0],
      [200_000, 400_000],
    ])
  })

  it('扣发在分配之后：实发不低于0，未扣足的列出，扣下的不回总额', () => {
    const pay = payOf([person('001'), person('002')], [entry('罚', 2, '2026-03-01')])
    expect(
      pay.lines.map(({ payFen, moneyFen, netFen, unpaidRestFen }) => [payFen, moneyFen, netFen, unpaidRestFen]),
    ).toEqual([
      [200_000, 300_000, 0, 100_000],
      [200_000, 0, 200_000, 0],
    ])
    expect([pay.withheldTotalFen, pay.total.payFen, pay.total.netFen]).toEqual([200_000, 400_000, 200_000])
  })

  it('小计按编制，小计之和等于合计', () => {
    const roster = [person('001'), person('002', { employment: '编外' }), person('003', { employment: null })]
    const pay = payOf(roster, [entry('扣', 7, '2026-03-01')])
    expect(pay.subtotals.map(({ employment, people }) => [employment, people])).toEqual([
      ['公务员', 1],
      ['编外', 1],
      [null, 1],
    ])
    expect(pay.subtotals.reduce((sum, { payFen }) => sum + payFen, 0)).toBe(pay.total.payFen)
  })

  it('有人成绩未齐就没有发放表，点名缺什么；暂计则按目前已知分配并标明', () => {
    const rated = schemeOf({ categories: [{ id: 'r', title: '综合评议', points: 20, kind: 'rated' }] })
    const sheets = assessTown(rated, {
      roster: [person('001'), person('002')],
      marks: [mark(90)],
    })
    const refused = sharePool(sheets, fen(100))
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'partial', people: [{ staffNumber: '002' }] } })
    expect(!refused.ok && payRefusalSentence(refused.refusal)).toBe(
      '成绩未齐，名次和绩效工资暂不能算：职员002（综合评议还没有评分）。',
    )
    const provisional = sharePool(sheets, fen(100), { provisional: true })
    expect(provisional.ok && provisional.value.lines.map((line) => [line.payFen, line.provisional])).toEqual([
      [200, true],
      [0, true],
    ])
  })

  it('所有人0分、没有金额、另有算法、没有人：逐一说明', () => {
    const zero = assessTown(scheme, { entries: [entry('零', 1, '2026-03-01')] })
    expect(sharePool(zero, fen(100))).toEqual({ ok: false, refusal: { code: 'no-score' } })
    expect(sharePool([], fen(100))).toEqual({ ok: false, refusal: { code: 'no-people' } })
    expect(perPersonAmount(scheme, null)).toEqual({ ok: false, refusal: { code: 'no-amount' } })
    const other = schemeOf({ pay: { perPerson: null, formula: 'other' } })
    expect(perPersonAmount(other, null)).toEqual({ ok: false, refusal: { code: 'other-formula' } })
    expect(perPersonAmount(other, fen(1))).toEqual({ ok: true, value: 1 })
  })

  it('性质：合计总等于总额，天数相同的人成绩高的不会少得', () => {
    const claims = fc.array(
      fc.record({ score: fc.integer({ min: 0, max: 12_000 }), days: fc.constantFrom(365, 184, 1) }),
      {
        minLength: 1,
        maxLength: 30,
      },
    )
    fc.assert(
      fc.property(claims, fc.bigInt({ min: 0n, max: 100_000_000n }), (people, pool) => {
        fc.pre(people.some(({ score }) => score > 0))
        const shares = shareByLargestRemainder(
          pool,
          people.map(({ score, days }) => ({ weight: BigInt(score * days), precedence: score })),
        )
        expect(shares.reduce((sum, share) => sum + share, 0n)).toBe(pool)
        const robbed = people.filter((one, index) =>
          people.some(
            (other, otherIndex) =>
              one.days === other.days &&
              one.score > other.score &&
              (shares[index] ?? 0n) < (shares[otherIndex] ?? 0n),
          ),
        )
        expect(robbed).toEqual([])
      }),
    )
  })
})
