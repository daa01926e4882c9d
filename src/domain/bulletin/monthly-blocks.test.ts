import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assessTown, entry, oneItem, person, rule } from '../../../test/builders/town.ts'
import { spanOfMonth } from '../ledger/month-close.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import { localDate } from '../primitives/local-date.ts'
import { bulletinContentSchema, type BulletinBlock } from './bulletin.ts'
import { monthCheckSentence, needsReason, type MonthCheck } from './month-check.ts'
import { monthlyBlocks, type MonthlyTable } from './monthly-blocks.ts'

const scheme = oneItem([
  rule('absent', { points: 2, source: { start: 0, end: 6, quote: '脱岗每次扣2分' } }),
  rule('praised', { effect: 'add', points: 1 }),
])
const roster = [
  person('001', { name: '何青', office: '党办' }),
  person('002', { name: '吕平', office: '综治办' }),
  person('003', { name: '一月走的', office: '党办', to: localDate('2026-01-31') }),
]

function blocksOf(entries: readonly LedgerEntry[], fields: Partial<MonthlyTable> = {}) {
  const span = spanOfMonth('2026-03')
  const sheets = assessTown(scheme, { asOf: span.last, roster, entries })
  return monthlyBlocks({ span, sheets, lateChanges: [], withoutBalance: false, closedOver: null, ...fields })
}

const tables = (blocks: readonly BulletinBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
const headings = (blocks: readonly BulletinBlock[]) =>
  blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []))

describe('月考核表', () => {
  test('按办公室列出本月加分、扣分、累计和签字处；不在岗又没有记录的不列', () => {
    const blocks = blocksOf([entry('absent', 2, '2026-03-09'), entry('absent', 1, '2026-02-09')])
    expect(headings(blocks)).toEqual(['党办', '综治办'])
    const [party, lines, safety] = tables(blocks)
    expect(party?.columns.map(({ title }) => title)).toEqual([
      '姓名',
      '本月加分',
      '本月扣分',
      '截至月底累计',
      '本人签字',
    ])
    expect(party?.rows).toEqual([['何青', '0.00', '−4.00', '4.00', '']])
    expect(lines?.rows).toEqual([['何青', '2026-03-09', '工作纪律：脱岗每次扣2分（2次）', '−4.00']])
    expect(safety?.rows).toEqual([['吕平', '0.00', '0.00', '10.00', '']])
  })

  test('没有确认的列出来，写明待确认，不计入', () => {
    const [party, lines] = tables(blocksOf([entry('absent', 1, '2026-03-09', { state: 'recorded' })]))
    expect(party?.rows[0]).toEqual(['何青', '0.00', '0.00', '10.00', ''])
    expect(lines?.rows[0]?.slice(2)).toEqual(['工作纪律：脱岗每次扣2分（1次）；尚未确认，暂不计分', '待确认'])
  })

  test('月底以后的记录不在表里', () => {
    const blocks = blocksOf([entry('absent', 1, '2026-04-01')])
    expect(tables(blocks)[0]?.rows[0]).toEqual(['何青', '0.00', '0.00', '10.00', ''])
  })

  test('不列累计的，没有那一栏，也不解释', () => {
    const blocks = blocksOf([], { withoutBalance: true })
    expect(JSON.stringify(blocks)).not.toContain('累计')
    expect(tables(blocks)[0]?.rows[0]).toEqual(['何青', '0.00', '0.00', ''])
  })

  test('以前月份的迟录单独列出，写明两个日子；未了结的写明原因', () => {
    const blocks = blocksOf([], {
      lateChanges: [
        {
          entryId: 'e1',
          name: '何青',
          office: '党办',
          occurredOn: localDate('2026-01-09'),
          clause: '脱岗每次扣2分',
          what: 'recorded',
          on: localDate('2026-03-20'),
          closedOn: localDate('2026-02-03'),
        },
      ],
      closedOver: { open: ['本月有1条记录待确认'], reason: '等纪检核实' },
    })
    const text = JSON.stringify(blocks)
    expect(text).toContain('2026-03-20迟录（该月2026-02-03结账）')
    expect(text).toContain('本月有1条记录待确认。仍然结账的原因：等纪检核实')
  })

  test('记录的先后次序不改变表；每张表都是合格的通报内容，行与栏对得上', () => {
    const days = fc.integer({ min: 1, max: 28 }).map((day) => `2026-03-${String(day).padStart(2, '0')}`)
    const facts = fc.record({
      day: days,
      rule: fc.constantFrom('absent', 'praised'),
      who: fc.constantFrom('001', '002'),
    })
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 12 }), fc.boolean(), (given, withoutBalance) => {
        const entries = given.map(({ day, rule: ruleId, who }) => entry(ruleId, 1, day, { staffNumber: who }))
        const blocks = blocksOf(entries, { withoutBalance })
        expect(blocksOf(entries.toReversed(), { withoutBalance })).toEqual(blocks)
        expect(bulletinContentSchema.shape.blocks.parse(blocks)).toEqual(blocks)
        for (const { columns, rows } of tables(blocks))
          for (const row of rows) expect(row).toHaveLength(columns.length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('结账前核对', () => {
  test.each<[MonthCheck, boolean, string]>([
    [{ kind: 'unconfirmed', count: 0 }, false, '本月的记录都已确认'],
    [{ kind: 'unconfirmed', count: 2 }, true, '本月有2条记录待确认'],
    [{ kind: 'objections', count: 1 }, true, '本月的记录有1件异议未了结'],
    [{ kind: 'registers', count: 1, titles: ['读书笔记'] }, true, '1个登记册没有人填报：读书笔记'],
    [{ kind: 'missing', count: 3, isDue: false }, false, '3人还有部分没有评定（年底前评定即可）'],
    [{ kind: 'missing', count: 3, isDue: true }, true, '3人还有部分没有评定'],
    [{ kind: 'earlier', count: 1, months: ['2026-02'] }, true, '以前有1个月没有结账：2026-02'],
  ])('%o', (check, isOpen, sentence) => {
    expect([needsReason(check), monthCheckSentence(check)]).toEqual([isOpen, sentence])
  })
})
