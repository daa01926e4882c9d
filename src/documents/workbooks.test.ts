import { describe, expect, it } from 'vitest'
import { inflateRawSync } from 'node:zlib'
import { assessTown, entry, oneItem, person, rule } from '../../test/builders/town.ts'
import { tableOf } from '../../test/builders/table.ts'
import { readEntries } from '../domain/ledger/read-entries.ts'
import { entryScope } from '../domain/ledger/entry-scope.ts'
import { sharePool } from '../domain/pay/share-pool.ts'
import { fen } from '../domain/primitives/fen.ts'
import { assert } from '../domain/primitives/result.ts'
import { readRoster } from '../domain/roster/read-roster.ts'
import { readTable } from './read-table.ts'
import { sheets } from './sheets.ts'
import { workbooks } from './workbooks.ts'
import { packedBytes, readZipDirectory } from './zip-directory.ts'

const scheme = oneItem([
  rule('p1', { condition: '上班迟到' }),
  rule('p2', { effect: 'money', points: null, yuan: 20 }),
])

async function tableIn(file: { readonly fileName: string; readonly bytes: Uint8Array }) {
  const table = await readTable(file.bytes, file.fileName)
  assert(table.ok, 'what we write can be read')
  return table.value
}

/** The XML of every part of the workbook. */
function partsOf(bytes: Uint8Array): string {
  return (readZipDirectory(bytes) ?? [])
    .filter(({ name }) => name.endsWith('.xml'))
    .map((part) => {
      const packed = packedBytes(bytes, part)
      assert(packed !== null, 'the part is in the file')
      return new TextDecoder().decode(part.method === 0 ? packed : inflateRawSync(packed))
    })
    .join('\n')
}

describe('模板', () => {
  it.each(['xlsx', 'csv'] as const)('%s 的花名册模板原样可以导入', async (format) => {
    const table = await tableIn(await sheets.template('roster', format))
    const read = readRoster(table, null)
    expect(read.ok && read.value.map(({ staffNumber, post }) => [staffNumber, post])).toEqual([
      ['001', '工作人员'],
    ])
  })

  it('记录模板的示例行也能读', async () => {
    const table = await tableIn(await sheets.template('entries', 'csv'))
    expect(readEntries(table, entryScope(scheme, [person('001')], 2026)).ok).toBe(true)
  })
})

describe('退回的表', () => {
  const table = tableOf(
    ['工号', '规则', '数量', '日期'],
    ['001', 'p1', '半', '2026-03-09'],
    ['@党办', 'p1', '1', '2026-03-09'],
  )

  it.each(['记录.xlsx', '记录.csv'])('%s：原样加一列错误，改好后可以直接再导入', async (name) => {
    const scope = entryScope(scheme, [person('001')], 2026)
    const read = readEntries(table, scope)
    assert(!read.ok, 'half is no quantity')
    const back = await sheets.withProblems({ name, bytes: new Uint8Array() }, table, read.refusal)
    expect(back.fileName).toBe(name.replace('记录', '记录（有误）'))
    const marked = await tableIn(back)
    expect(marked.header).toEqual(['工号', '规则', '数量', '日期', '错误'])
    expect(marked.rows.map(({ cells }) => cells.map((cell) => cell.trim()))).toEqual([
      ['001', 'p1', '半', '2026-03-09', '数量：数量“半”不是数，请填阿拉伯数字，最多两位小数。'],
      ['@党办', 'p1', '1', '2026-03-09', ''],
    ])
    const fixed = { ...marked, rows: marked.rows.slice(1) }
    expect(readEntries(fixed, scope).ok).toBe(true)
  })
})

describe('结果表', () => {
  const roster = [person('001', { name: '=1+1' }), person('002', { employment: '编外' })]
  const assessed = assessTown(scheme, {
    roster,
    entries: [entry('p1', 2, '2026-03-09'), entry('p2', 1, '2026-03-09')],
  })
  const pay = sharePool(assessed, fen(200_000))

  it('发放表：没有公式，合计等于各行之和', async () => {
    assert(pay.ok, 'everyone is complete')
    const file = await workbooks.writePay({ town: '青禾镇', year: 2026, asOf: '2026-12-31', list: pay.value })
    expect(partsOf(file.bytes)).not.toContain('<f>')
    const { rows } = await tableIn(file)
    const cells = rows.map((row) => row.cells)
    const people = cells.slice(2, 4)
    const total = cells.at(-1)
    expect(people.map(([, name]) => name)).toEqual(['=1+1', '职员002'])
    for (const column of [4, 8, 10, 11]) {
      const sum = people.reduce((amount, row) => amount + Math.round(Number(row[column]) * 100), 0)
      expect(Math.round(Number(total?.[column]) * 100)).toBe(sum)
    }
    expect(total?.[8]).toBe('4000')
  })

  it('成绩表：每人一行，没有评完的写待评', async () => {
    const rows = assessed.map((sheet) => ({ ...sheet, score: null, rank: null }))
    const file = await workbooks.writeStandings({ town: '青禾镇', period: '2026', asOf: '2026-12-31', rows })
    const table = await tableIn(file)
    expect(file.fileName).toBe('青禾镇 2026 成绩.xlsx')
    expect(table.rows.at(-1)?.cells).toEqual([
      '002',
      '职员002',
      '党办',
      '编外',
      '工作人员',
      '10',
      '10',
      '0',
      '待评',
      '10',
      '暂缺',
      '',
    ])
  })
})
