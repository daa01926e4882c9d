import { crc32, deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { bookFile, paragraph, run, wordFile, zipOf } from '../../test/builders/office-file.ts'
import { regulationFileWords } from './regulation-file-words.ts'
import { readRegulationFile } from './regulation-text.ts'
import { writeZip } from './zip-directory.ts'

/** The text of the file, or the sentence that refuses it. */
async function wordsOf(bytes: Uint8Array, fileName = '办法.docx'): Promise<string> {
  const read = await readRegulationFile(bytes, fileName)
  return read.ok ? read.value.text : regulationFileWords(read.refusal)
}

const damaged = '“办法.docx”已损坏或不完整，打不开；请在 WPS 或 Word 中打开后另存一份再试。'

/** A .docx with the given document in place of its own. */
const withDocument = (document: string) => zipOf([{ name: 'word/document.xml', content: document }])

test('实体炸弹和外部实体：一个也不展开，文件当作损坏', async () => {
  const lines = ['<!ENTITY a "扣分扣分扣分扣分">']
  for (let i = 0; i < 20; i++)
    lines.push(`<!ENTITY a${String(i)} "${`&a${i === 0 ? '' : String(i - 1)};`.repeat(10)}">`)
  const body = '<w:document><w:body><w:p><w:r><w:t>&a19;</w:t></w:r></w:p></w:body></w:document>'
  expect(await wordsOf(withDocument(`<!DOCTYPE d [${lines.join('')}]>${body}`))).toBe(damaged)
  const outside = '<!DOCTYPE d [<!ENTITY a19 SYSTEM "file:///etc/hostname">]>'
  expect(await wordsOf(withDocument(outside + body))).toBe(damaged)
  expect(await wordsOf(withDocument(body))).toBe('&a19;')
})

test('几千层的嵌套不耗尽栈', async () => {
  const depth = 200_000
  const deep = '<w:tbl><w:tr><w:tc>'.repeat(depth) + '</w:tc></w:tr></w:tbl>'.repeat(depth)
  expect(await wordsOf(withDocument(`<w:document>${deep}</w:document>`))).toBe(damaged)
  const page = '<div>'.repeat(depth) + '扣1分'
  expect(await wordsOf(Buffer.from(`<html><body>${page}`), '办法.html')).toBe(
    '“办法.html”已损坏或不完整，打不开；请在 WPS 或 Word 中打开后另存一份再试。',
  )
  const loose = `<html><body>${'<p>一、<font>迟到<br>'.repeat(300)}`
  expect(await wordsOf(Buffer.from(loose), '办法.html')).toContain('迟到')
})

test('校验和不符、截断、加密的压缩包', async () => {
  const content = Buffer.from('<w:document/>')
  const part = { name: 'word/document.xml', method: 8, packed: deflateRawSync(content), size: content.length }
  expect(await wordsOf(writeZip([{ ...part, checksum: crc32(content) ^ 1 }]))).toBe(damaged)
  const whole = wordFile(paragraph('扣1分'))
  expect(await wordsOf(whole.subarray(0, whole.length - 30))).toContain('压缩包')
  const locked = Buffer.from(whole)
  const directory = locked.indexOf(Buffer.from('PK\u0001\u0002'))
  locked.writeUInt16LE(locked.readUInt16LE(directory + 8) | 1, directory + 8)
  expect(await wordsOf(locked)).toContain('打开密码')
})

test('许多条目、条目重叠、谎报大小：合起来只解到上限', async () => {
  const content = Buffer.alloc(2 * 1024 * 1024, ' ')
  const packed = deflateRawSync(content)
  const parts = Array.from({ length: 60 }, (_, i) => ({
    name: i === 0 ? 'word/document.xml' : `word/part${String(i)}.xml`,
    method: 8,
    packed,
    size: 10,
    checksum: crc32(content),
  }))
  expect(await wordsOf(writeZip(parts))).toContain('解开后超过 100 MB')
  // All entries of the directory point to the first one's bytes.
  const overlapping = Buffer.from(writeZip(parts))
  for (let at = overlapping.indexOf('PK\u0001\u0002'); at >= 0; at = overlapping.indexOf('PK\u0001\u0002', at + 4))
    overlapping.writeUInt32LE(0, at + 42)
  expect(await wordsOf(overlapping)).toContain('解开后超过 100 MB')
  const many = Array.from({ length: 20_000 }, (_, i) => ({ name: `word/p${String(i)}.xml`, content: '' }))
  expect(await wordsOf(zipOf([...many, { name: 'word/document.xml', content: '<d/>' }]))).toContain('没有文字')
})

test('空段落、空格子、跨列再多也有个数，编号循环引用的样式也停得下来', async () => {
  expect(await wordsOf(wordFile('<w:p/>'.repeat(1_200_000)))).toContain('超过1000000字')
  const wide = '<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr><w:p/></w:tc>'
  expect(await wordsOf(wordFile(`<w:tbl><w:tr>${wide.repeat(20_000)}</w:tr></w:tbl>`))).toContain('超过1000000字')
  const circle =
    '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
  const styled = paragraph('扣1分', '<w:pStyle w:val="a"/>')
  expect(await wordsOf(wordFile(styled, { styles: circle }))).toBe('扣1分')
})

test('编号、样式、脚注、数字格式损坏时不读：少了编号和百分号就是另一份办法', async () => {
  const numbered = paragraph('工作纪律', '<w:numPr><w:numId w:val="1"/></w:numPr>')
  for (const part of ['numbering', 'styles', 'footnotes', 'endnotes']) {
    expect(await wordsOf(wordFile(numbered, { [part]: '<w:p></w:r>' }))).toBe(damaged)
    expect(await wordsOf(wordFile(numbered, { [part]: '<w:p></w:p>' }))).toBe('工作纪律')
  }
  const sheet = [{ name: '表', rows: [['<c r="A1" s="1"><v>0.2</v></c>']] }]
  const formats = '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/></cellXfs></styleSheet>'
  expect(await wordsOf(bookFile(sheet, { styles: formats }), '表.xlsx')).toBe('20%')
  expect(await wordsOf(bookFile(sheet, { styles: formats.slice(0, -1) }), '表.xlsx')).toContain('已损坏')
})

test('没有结束的域、错位的标签：该读的读，读不了的说清', async () => {
  const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
  expect(await wordsOf(wordFile(paragraph('扣1分', '', begin.repeat(50_000) + run('扣2分'))))).toContain('扣1分')
  expect(await wordsOf(withDocument('<w:document><w:p></w:document></w:p>'))).toBe(damaged)
})

test('一行跨到最右的列、重名的共享文字、找不到的工作表', async () => {
  const cell = (place: string) => `<c r="${place}" t="s"><v>99999999</v></c>`
  expect(await wordsOf(bookFile([{ name: '表', rows: [[cell('XFD1'), '扣1分']] }]), '表.xlsx')).toContain('扣1分')
  const noSheets = zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>' }])
  expect(await wordsOf(noSheets, '表.xlsx')).toContain('打不开')
})
