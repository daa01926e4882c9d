import { deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readClockRows, readTable } from './read-table.ts'
import { tableFileSentence } from './table-file-sentence.ts'
import { writeZip } from './zip-directory.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
/** 姓名,工号 / 张三,001 in GB18030. */
const gb18030 = new Uint8Array([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb9, 0xa4, 0xba, 0xc5, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x30, 0x30, 0x31, 0x0a,
])
const expected = { header: ['姓名', '工号'], rows: [{ row: 2, cells: ['张三', '001'] }] }

async function read(bytes: Uint8Array, fileName = '名单.csv') {
  const table = await readTable(bytes, fileName)
  return table.ok ? table.value : table.refusal.code
}

describe('.csv', () => {
  it.each([
    ['UTF-8', utf8('姓名,工号\n张三,001\n')],
    ['UTF-8 带字节顺序标记', utf8('\uFEFF姓名,工号\n张三,001\n')],
    ['换行是 CRLF', utf8('姓名,工号\r\n张三,001\r\n')],
    ['GB18030', gb18030],
    ['带引号', utf8('"姓名","工号"\n"张三","001"')],
    ['制表符分隔', utf8('姓名\t工号\n张三\t001')],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(expected)
  })

  it('空行不算，行号仍是表里的行号；引号里可以有逗号和换行', async () => {
    expect(await read(utf8('a,b\n\n"甲,乙","一\n二"\n,\n丙,1'))).toEqual({
      header: ['a', 'b'],
      rows: [
        { row: 3, cells: ['甲,乙', '一\n二'] },
        { row: 5, cells: ['丙', '1'] },
      ],
    })
  })

  it('不是表格的，一句话说清', async () => {
    const picture = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])
    expect(await read(new Uint8Array())).toBe('empty')
    expect(await read(picture)).toBe('not-a-workbook')
    expect(await read(new Uint8Array([0, 1, 2, 3, 0xff]))).toBe('not-text')
    expect(await read(utf8('\n\n'))).toBe('no-header')
    expect(await read(utf8('a,b\n"不成对,1\n'))).toBe('bad-quotes')
    expect(await read(new Uint8Array(41 * 1024 * 1024))).toBe('too-large')
  })
})

describe('.xlsx', () => {
  it('工号 001 还是文字，日期和数是人看到的样子，公式样的文字还是文字', async () => {
    const bytes = await writeXlsxFile([
      ['工号', '日期', '数量', '说明'].map((value) => ({ value, type: String })),
      [],
      [
        { value: '001', type: String },
        { value: new Date('2026-03-09T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
        { value: 87.1, type: Number },
        { value: '=HYPERLINK("x")', type: String },
      ],
      [{ value: 1_000_000, type: Number }, null, { value: 0.1 + 0.2, type: Number }, null],
    ]).toBuffer()
    expect(await read(bytes, '记录.xlsx')).toEqual({
      header: ['工号', '日期', '数量', '说明'],
      rows: [
        { row: 3, cells: ['001', '2026-03-09', '87.1', '=HYPERLINK("x")'] },
        { row: 4, cells: ['1000000', '', '0.3', ''] },
      ],
    })
  })

  it('谎报大小的压缩炸弹不解开，说出上限和出路', async () => {
    const packed = deflateRawSync(Buffer.alloc(301 * 1024 * 1024))
    const parts = ['xl/workbook.xml', 'xl/worksheets/sheet1.xml'].map((name) => ({
      name,
      method: 8,
      packed,
      size: 100,
      checksum: 0,
    }))
    const table = await readTable(writeZip(parts), '炸弹.xlsx')
    expect(table.ok ? '' : tableFileSentence(table.refusal)).toBe(
      '“炸弹.xlsx”解开后超过 300 MB 的上限，请另存为 .csv 或拆成几个文件。',
    )
  })

  it.each([
    ['改名的图片', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'not-a-workbook'],
    ['改名的文字', utf8('姓名,工号'), 'not-a-workbook'],
    ['坏了的压缩包', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3]), 'not-a-workbook'],
    ['别的压缩包', new Uint8Array(gzipSync('x')), 'not-a-workbook'],
    ['旧版 .xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), 'old-workbook'],
  ])('%s', async (_, bytes, code) => {
    const table = await readTable(bytes, '花名册.xlsx')
    expect(table.ok ? null : table.refusal.code).toBe(code)
    expect(table.ok ? '' : tableFileSentence(table.refusal)).toMatch(/^“花名册\.xlsx”.*另存为 \.xlsx.*。$/)
  })
})

describe('考勤机导出的表', () => {
  it('工作簿里的日期时间和时间都在，标题行和空行不丢行号', async () => {
    const at = new Date(Date.UTC(2026, 2, 2, 8, 21, 5))
    const bytes = await writeXlsxFile([
      [{ value: '考勤记录', type: String }],
      [],
      [
        { value: '姓名', type: String },
        { value: '打卡时间', type: String },
        { value: '下班', type: String },
      ],
      [
        { value: '张三', type: String },
        { value: at, type: Date, format: 'yyyy-mm-dd hh:mm:ss' },
        { value: 0.75, type: Number, format: 'hh:mm' },
      ],
    ]).toBuffer()
    const read = await readClockRows(new Uint8Array(bytes), '考勤.xlsx')
    expect(read.ok && read.value.map(({ row, cells }) => [row, cells[0], cells[1]])).toEqual([
      [1, '考勤记录', ''],
      [3, '姓名', '打卡时间'],
      [4, '张三', '2026-03-02 08:21:05'],
    ])
    expect(read.ok && read.value[2]?.cells[2]).toBe('18:00:00')
  })

  it('文字表的标题行没有分隔符，也分得出列', async () => {
    const read = await readClockRows(utf8('三月考勤\n姓名\t时间\n张三\t2026-03-02 08:21'), 'attlog.dat')
    expect(read.ok && read.value.map(({ cells }) => cells.length)).toEqual([1, 2, 2])
  })
})
