import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCapitalAmount } from '../pay/capital-amount.ts'
import { finalPayList, payChanges, type FinalPayList } from '../pay/final-pay-list.ts'
import { centipoints, parseHundredths } from '../primitives/centipoints.ts'
import { fen } from '../primitives/fen.ts'
import { localDate } from '../primitives/local-date.ts'
import { assert } from '../primitives/result.ts'
import type { FinalPerson, FinalResult } from '../standing/final-result.ts'
import type { BulletinBlock } from './bulletin.ts'
import { payDifferenceBlocks, payrollBlocks } from './payroll-blocks.ts'

const people = fc.array(
  fc.record({
    score: fc.integer({ min: 1, max: 10_500 }),
    days: fc.integer({ min: 1, max: 365 }),
    moneyFen: fc.integer({ min: 0, max: 300_000 }),
    employment: fc.constantFrom('公务员', '事业', '编外', null),
  }),
  { minLength: 1, maxLength: 30 },
)

function listOf(
  given: readonly { score: number; days: number; moneyFen: number; employment: FinalPerson['employment'] }[],
) {
  const result: FinalResult = {
    format: 'gongdao-result/1',
    town: '清源镇',
    year: 2025,
    number: 1,
    asOf: localDate('2025-12-31'),
    engineVersion: '0',
    schemes: [{ version: 1, title: '办法', effectiveFrom: localDate('2025-01-01') }],
    ledgerPosition: 0,
    people: given.map(({ score, days, moneyFen, employment }, place) => ({
      staffNumber: String(place),
      name: `某${String(place)}`,
      office: '党办',
      post: '工作人员',
      employment,
      days: { onRoster: days, ofYear: 365 },
      work: centipoints(score),
      reward: centipoints(0),
      score: centipoints(score),
      rank: 1,
      grade: null,
      tiedFor: null,
      moneyFen: fen(moneyFen),
    })),
  }
  const list = finalPayList(result, { number: 1, perPerson: fen(199_999) })
  assert(list.ok, 'somebody has a score')
  return list.value
}

function tableOf(blocks: readonly BulletinBlock[]) {
  const table = blocks.find((block) => block.kind === 'table')
  assert(table?.kind === 'table', 'there is a table')
  return table
}

/** 1,234.50 as fen. */
function fenIn(cell: string | undefined): number {
  return parseHundredths((cell ?? '').replaceAll(',', '').replace('−', '-').replace('+', '') || '0') ?? Number.NaN
}

describe('绩效工资发放表', () => {
  test('印出来的每一列相加，就是印出来的合计，也就是清单的合计；大写也是', () => {
    fc.assert(
      fc.property(people, (given) => {
        const list = listOf(given)
        const blocks = payrollBlocks(list)
        const { rows, columns, sums = 0 } = tableOf(blocks)
        const lines = rows.slice(0, rows.length - sums)
        expect(lines).toHaveLength(list.lines.length)
        const total = rows.at(-1) ?? []
        for (const title of ['提出额', '应发', '差额', '扣发', '实发', '未扣足']) {
          const at = columns.findIndex((column) => column.title === title)
          const sum = lines.reduce((all, row) => all + fenIn(row[at]), 0)
          expect([title, fenIn(total[at])]).toEqual([title, sum])
        }
        const paid = columns.findIndex(({ title }) => title === '实发')
        const due = columns.findIndex(({ title }) => title === '应发')
        expect([fenIn(total[due]), fenIn(total[paid])]).toEqual([list.poolFen, list.total.netFen])
        const subtotals = rows.slice(-sums, -1).reduce((all, row) => all + fenIn(row[paid]), 0)
        expect(subtotals).toBe(list.total.netFen)
        const words = blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('')
        const [, capital = ''] = /实发合计：(人民币[^（]+)（/.exec(words) ?? []
        expect(readCapitalAmount(capital)).toBe(list.total.netFen)
      }),
      { numRuns: 60 },
    )
  })

  test('补发减追扣，就是两张清单实发之差', () => {
    fc.assert(
      fc.property(people, people, (one, other) => {
        const [before, after]: FinalPayList[] = [listOf(one), listOf(other)]
        assert(before !== undefined && after !== undefined, 'two lists')
        const { rows, columns } = tableOf(payDifferenceBlocks(payChanges(before, after), () => '党办'))
        const column = (title: string) => columns.findIndex((each) => each.title === title)
        const total = rows.at(-1) ?? []
        expect(fenIn(total[column('补发')]) - fenIn(total[column('追扣')])).toBe(
          after.total.netFen - before.total.netFen,
        )
      }),
      { numRuns: 60 },
    )
  })
})
