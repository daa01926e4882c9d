import { expect, test } from 'vitest'
import { paragraph, run, table, tableCell, tableRow, wordFile, zipOf } from '../../test/builders/office-file.ts'
import { regulationFileWords } from './regulation-file-words.ts'
import { readRegulationFile } from './regulation-text.ts'

async function linesOf(file: Uint8Array): Promise<string[]> {
  const read = await readRegulationFile(file, '办法.docx')
  if (!read.ok) throw new Error(regulationFileWords(read.refusal))
  return read.value.text.split('\n')
}

type LevelWords = readonly [format: string, pattern: string, more?: string]

function numberingOf(
  levels: readonly LevelWords[],
  lists = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
): string {
  const each = levels.map(
    ([format, pattern, more = ''], i) =>
      `<w:lvl w:ilvl="${String(i)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`,
  )
  return `<w:abstractNum w:abstractNumId="0">${each.join('')}</w:abstractNum>${lists}`
}

const numbered = (level: number, list = 1) =>
  `<w:numPr><w:ilvl w:val="${String(level)}"/><w:numId w:val="${String(list)}"/></w:numPr>`

test('自动编号写进正文：一、（一）1、①，换级重数，样式编号也算', async () => {
  const numbering = numberingOf([
    ['chineseCountingThousand', '%1、'],
    ['chineseCounting', '（%2）'],
    ['decimal', '%3、'],
    ['decimalEnclosedCircleChinese', '%4'],
  ])
  const styles = `<w:style w:type="paragraph" w:styleId="a1"><w:pPr>${numbered(0)}</w:pPr></w:style>`
  const body = [
    paragraph('总则', '<w:pStyle w:val="a1"/>'),
    paragraph('考核内容', numbered(0)),
    paragraph('公共项目(20分)', numbered(1)),
    paragraph('工作纪律(20分)', numbered(2)),
    paragraph('迟到一次扣1分', numbered(3)),
    paragraph('早退一次扣1分', numbered(3)),
    paragraph('业务工作(80分)', numbered(1)),
    paragraph('党办(80分)', numbered(2)),
    paragraph('正文没有编号'),
    paragraph('取消了样式的编号', `<w:pStyle w:val="a1"/>${numbered(0, 0)}`),
  ].join('')
  expect(await linesOf(wordFile(body, { numbering, styles }))).toEqual([
    '一、总则',
    '二、考核内容',
    '（一）公共项目(20分)',
    '1、工作纪律(20分)',
    '①迟到一次扣1分',
    '②早退一次扣1分',
    '（二）业务工作(80分)',
    '1、党办(80分)',
    '正文没有编号',
    '取消了样式的编号',
  ])
})

test('多级编号 1.1.1、第一章与不随上级重数的第几条，另起的列表从头数', async () => {
  const lists = [
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>',
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>',
  ].join('')
  const numbering = numberingOf(
    [
      ['chineseCounting', '第%1章 '],
      ['chineseCounting', '第%2条 ', '<w:lvlRestart w:val="0"/>'],
      ['decimal', '%1.%2.%3 ', '<w:isLgl/>'],
      ['upperLetter', '%4. '],
    ],
    lists,
  )
  const body = [
    paragraph('总则', numbered(0)),
    paragraph('目的', numbered(1)),
    paragraph('考核', numbered(0)),
    paragraph('范围', numbered(1)),
    paragraph('细目', numbered(2)),
    paragraph('再细', numbered(3)),
    paragraph('接着数的同一列表', numbered(0, 3)),
    paragraph('另起的列表', numbered(0, 2)),
  ].join('')
  expect(await linesOf(wordFile(body, { numbering }))).toEqual([
    '第一章 总则',
    '第一条 目的',
    '第二章 考核',
    '第二条 范围',
    '2.2.1 细目',
    'A. 再细',
    '第三章 接着数的同一列表',
    '第五章 另起的列表',
  ])
})

test('样式只写列表、由列表指明级别，样式可以继承', async () => {
  const numbering = numberingOf([
    ['chineseCounting', '%1、', '<w:pStyle w:val="h1"/>'],
    ['chineseCounting', '（%2）', '<w:pStyle w:val="h2"/>'],
  ])
  const style = (id: string, more: string) => `<w:style w:type="paragraph" w:styleId="${id}">${more}</w:style>`
  const onList = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
  const styles = style('h1', onList) + style('h2', onList) + style('h1-child', '<w:basedOn w:val="h1"/>')
  const styled = (text: string, id: string) => paragraph(text, `<w:pStyle w:val="${id}"/>`)
  const body = styled('总则', 'h1') + styled('范围', 'h2') + styled('附则', 'h1-child')
  expect(await linesOf(wordFile(body, { numbering, styles }))).toEqual(['一、总则', '（一）范围', '二、附则'])
})

test('评分表一行一行，格子以制表符分开，合并的格子只写一次、其余留空', async () => {
  const score = table(
    tableRow('序号', '考核内容', '评分标准', '分值', '责任单位'),
    tableRow(
      '1',
      tableCell('环境卫生', '<w:vMerge w:val="restart"/>'),
      tableCell(paragraph('垃圾清运不及时的，每处扣1分。') + paragraph('河道有漂浮物的，每处扣2分。')),
      '20',
      '环卫所',
    ),
    tableRow('2', tableCell('', '<w:vMerge/>'), '违建未拆除的，每处扣3分。', '20', '执法队'),
    tableRow(tableCell('合计', '<w:gridSpan w:val="3"/>'), '40', ''),
  )
  expect(await linesOf(wordFile(paragraph('考核评分表') + score + paragraph('附则')))).toEqual([
    '考核评分表',
    '序号\t考核内容\t评分标准\t分值\t责任单位',
    '1\t环境卫生\t垃圾清运不及时的，每处扣1分。\u2028河道有漂浮物的，每处扣2分。\t20\t环卫所',
    '2\t\t违建未拆除的，每处扣3分。\t20\t执法队',
    '合计\t\t\t40',
    '附则',
  ])
})

test('格子里的自动序号、嵌套的表格、只作边框的单格表', async () => {
  const numbering = numberingOf([['decimal', '%1']])
  const inner = table(tableRow('迟到', '扣1分'), tableRow('早退', '扣2分'))
  const score = table(
    tableRow(tableCell(paragraph('', numbered(0))), '纪律'),
    tableRow(tableCell(paragraph('', numbered(0))), tableCell(paragraph('考勤') + inner + paragraph(''))),
  )
  const frame = table(tableRow(tableCell(paragraph('框里第一段') + paragraph('框里第二段'))))
  expect(await linesOf(wordFile(score + frame, { numbering }))).toEqual([
    '1\t纪律',
    '2\t考勤',
    '迟到\t扣1分',
    '早退\t扣2分',
    '框里第一段',
    '框里第二段',
  ])
})

test('修订：删去的不读，增加的读；删去的行和段落标记也算', async () => {
  const deleted = '<w:del w:id="1"><w:r><w:delText>扣9分</w:delText></w:r><w:r><w:t>扣8分</w:t></w:r></w:del>'
  const body = [
    paragraph('迟到一次', '', `${deleted}<w:ins w:id="2">${run('扣2分')}</w:ins>`),
    paragraph('早退一', '<w:rPr><w:del w:id="3"/></w:rPr>'),
    paragraph('次扣1分'),
    `<w:p><w:moveFrom w:id="4">${run('旧位置')}</w:moveFrom><w:moveTo w:id="5">${run('新位置')}</w:moveTo></w:p>`,
    table('<w:tr><w:trPr><w:del w:id="6"/></w:trPr><w:tc><w:p/></w:tc></w:tr>', tableRow('留下', '的行')),
  ].join('')
  expect(await linesOf(wordFile(body))).toEqual(['迟到一次扣2分', '早退一次扣1分', '新位置', '留下\t的行'])
})

test('批注、页眉、隐藏文字、目录和域的指令不读；域的结果、软回车和文本框读', async () => {
  const field = (instruction: string, shown: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
  const box = `<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing><w:txbxContent>${paragraph('框内扣3分')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('框内扣3分')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  const styles = '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
  const body = [
    paragraph('', '', field('TOC \\o', '总则 1')),
    paragraph('第', '', `${field('SEQ 条', '三')}${run('条')}`),
    paragraph(
      '第一行',
      '',
      `<w:r><w:br/></w:r>${run('第二行')}${run('藏', '<w:vanish/>')}${run('藏', '<w:rStyle w:val="h"/>')}${run('露', '<w:vanish w:val="0"/>')}`,
    ),
    paragraph('正文', '', `<w:commentRangeStart w:id="1"/>${box}<w:commentReference w:id="1"/>`),
  ].join('')
  const file = wordFile(body, { styles, comments: paragraph('批注扣4分'), header: paragraph('页眉扣5分') })
  expect((await linesOf(file)).filter((line) => line !== '')).toEqual([
    '第三条',
    '第一行',
    '第二行露',
    '正文',
    '框内扣3分',
  ])
})

test('脚注和尾注写在所注的段落后面', async () => {
  const note = (kind: string, id: number, text: string, more = '') =>
    `<w:${kind} w:id="${String(id)}"${more}>${paragraph(text)}</w:${kind}>`
  const file = wordFile(
    paragraph('旷工扣5分', '', '<w:r><w:footnoteReference w:id="2"/></w:r>') +
      paragraph('早退扣1分', '', '<w:r><w:endnoteReference w:id="2"/></w:r>') +
      paragraph('附则'),
    {
      footnotes: note('footnote', 0, '分隔线', ' w:type="separator"') + note('footnote', 2, '半天扣2分'),
      endnotes: note('endnote', 2, '提前半小时以内'),
    },
  )
  expect(await linesOf(file)).toEqual(['旷工扣5分', '注：半天扣2分', '早退扣1分', '注：提前半小时以内', '附则'])
})

test('正文部件不叫 document.xml 也找得到', async () => {
  const start =
    '<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="/word/document2.xml"/></Relationships>'
  const file = zipOf([
    { name: '_rels/.rels', content: start },
    { name: 'word/document2.xml', content: `<w:document><w:body>${paragraph('迟到扣1分')}</w:body></w:document>` },
  ])
  expect(await linesOf(file)).toEqual(['迟到扣1分'])
})
