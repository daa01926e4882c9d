import { expect, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { bookFile } from '../../test/builders/office-file.ts'
import { compileRegulation } from '../domain/compiler/compile-regulation.ts'
import { regulationFileWords } from './regulation-file-words.ts'
import { readRegulationFile } from './regulation-text.ts'

async function linesOf(file: Uint8Array): Promise<string[]> {
  const read = await readRegulationFile(file, '评分表.xlsx')
  if (!read.ok) throw new Error(regulationFileWords(read.refusal))
  return read.value.text.split('\n')
}

const header = ['序号', '考核内容', '评分标准', '分值', '责任单位']

test('评分表一行一行，标题行在上，合并的格子只写一次，空行不算', async () => {
  const file = bookFile([
    {
      name: 'Sheet1',
      rows: [
        ['松湖镇绩效考核评分表'],
        [],
        header,
        [1, '环境卫生', '垃圾清运不及时的，每处扣1分。\n河道有漂浮物的，每处扣2分。', 20, '环卫所'],
        [2, '看不见的旧字', '违建未拆除的，每处扣3分。', 20, '执法队'],
        ['合计', null, null, 40, null],
      ],
      merged: ['A1:E1', 'B4:B5', 'A6:C6'],
    },
  ])
  expect(await linesOf(file)).toEqual([
    '松湖镇绩效考核评分表',
    header.join('\t'),
    '1\t环境卫生\t垃圾清运不及时的，每处扣1分。\u2028河道有漂浮物的，每处扣2分。\t20\t环卫所',
    '2\t\t违建未拆除的，每处扣3分。\t20\t执法队',
    '合计\t\t\t40',
  ])
})

test('别的程序写的 .xlsx：共享文字、合并、数字格式', async () => {
  const cell = (value: string) => ({ value })
  const file = await writeXlsxFile([
    [{ value: '考勤考核表', columnSpan: 3 }, null, null],
    [cell('内容'), cell('权重'), cell('日期')],
    [
      { value: '迟到', rowSpan: 2 },
      { value: 0.35, format: '0%' },
      { value: new Date('2026-03-09T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' },
    ],
    [null, { value: 87.1, format: '0.0"分"' }, cell('扣1分')],
  ]).toBuffer()
  expect(await linesOf(file)).toEqual([
    '考勤考核表',
    '内容\t权重\t日期',
    '迟到\t35%\t2026-03-09',
    '\t87.1分\t扣1分',
  ])
})

test('几张工作表各以表名开头；默认表名、隐藏的表和空表不算', async () => {
  const file = bookFile([
    { name: '党政办', rows: [['迟到', '扣1分']] },
    { name: 'Sheet2', rows: [['早退', '扣2分']] },
    { name: '底稿', rows: [['旷工', '扣9分']], state: 'hidden' },
    { name: '空表', rows: [] },
    { name: '财政所', rows: [['财政所评分表'], ['旷会', '扣3分']] },
  ])
  expect(await linesOf(file)).toEqual(['党政办', '迟到\t扣1分', '早退\t扣2分', '财政所评分表', '旷会\t扣3分'])
})

test('共享文字里的注音不读，公式读结果，错误值不读', async () => {
  const file = bookFile(
    [
      {
        name: 'Sheet1',
        rows: [
          [
            '<c r="A1" t="s"><v>0</v></c>',
            '<c r="B1" t="str"><f>1+1</f><v>扣2分</v></c>',
            '<c r="C1" t="e"><v>#REF!</v></c>',
            '<c r="D1" t="b"><v>1</v></c>',
          ],
        ],
      },
    ],
    { sharedStrings: '<sst><si><r><t>迟</t></r><r><t>到</t></r><rPh><t>chi</t></rPh></si></sst>' },
  )
  expect(await linesOf(file)).toEqual(['迟到\t扣2分\t\t是'])
})

test('评分表读成方案：每条标准各在其位', async () => {
  const file = bookFile([
    {
      name: 'Sheet1',
      rows: [
        ['机关绩效考核评分表'],
        header,
        [1, '工作纪律', '迟到的，每次扣1分。', 40, '党政办'],
        [2, '廉洁自律', '受到区级通报批评的，每次扣5分。', 60, '纪检办'],
      ],
    },
  ])
  const text = (await linesOf(file)).join('\n')
  const { scheme } = compileRegulation(text)
  const items = scheme.categories.flatMap(({ sheets }) => sheets.flatMap((sheet) => sheet.items))
  expect(items.map(({ title, points, rules }) => [title, points, rules.map((rule) => rule.points)])).toEqual([
    ['工作纪律', 4000, [100]],
    ['廉洁自律', 6000, [500]],
  ])
})

test('巨大的合并区域和一百万行都只按看得见的字算', async () => {
  const huge = bookFile([
    { name: 'Sheet1', rows: [['迟到', '扣1分']], merged: ['C1:XFD1048576', 'A2:XFD1048576'] },
  ])
  expect(await linesOf(huge)).toEqual(['迟到\t扣1分'])
  const far = bookFile([{ name: 'Sheet1', rows: [['<c r="XFD1" t="inlineStr"><is><t>扣1分</t></is></c>']] }])
  expect((await linesOf(far))[0]?.endsWith('\t扣1分')).toBe(true)
  const row = '<row><c t="inlineStr"><is><t>扣</t></is></c></row>'
  const long = bookFile([{ name: 'Sheet1', rows: [[`<c/>${row.repeat(1_000_000)}`]] }])
  const read = await readRegulationFile(long, '长.xlsx')
  expect(read.ok ? '' : regulationFileWords(read.refusal)).toContain('超过1000000字')
})
