import { readFileSync } from 'node:fs'
import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { compileRegulation } from '../domain/compiler/compile-regulation.ts'
import { regulationFileWords } from './regulation-file-words.ts'
import {
  largestRegulationFile,
  largestUnpacked,
  longestRegulationText,
  readRegulationFile,
} from './regulation-text.ts'
import { writeZip } from './zip-directory.ts'

const seed = readFileSync(new URL('../../../shared/regulations/seed.txt', import.meta.url), 'utf8')

/** GB18030 by trying every two-byte code: enough for the characters of a regulation. */
function encodeGb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && !codes.has(character)) codes.set(character, [lead, trail])
    }
  const bytes = Array.from(text, (character) => {
    const code = character.charCodeAt(0)
    return code < 0x80 ? [code] : (codes.get(character) ?? [0x3f])
  })
  return Uint8Array.from(bytes.flat())
}

type ZipFile = { readonly name: string; readonly content: Buffer; readonly claimedSize?: number }

/** A small zip, as Word writes one. */
function zipOf(files: readonly ZipFile[]): Uint8Array {
  return writeZip(
    files.map(({ name, content, claimedSize = content.length }) => ({
      name,
      method: 8,
      packed: deflateRawSync(content),
      size: claimedSize,
    })),
  )
}

const contentTypes =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const relationships =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

function wordFile(body: string, more: readonly ZipFile[] = []): Uint8Array {
  const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  return zipOf([
    { name: '[Content_Types].xml', content: Buffer.from(contentTypes) },
    { name: '_rels/.rels', content: Buffer.from(relationships) },
    { name: 'word/document.xml', content: Buffer.from(document) },
    ...more,
  ])
}

function paragraph(text: string, properties = ''): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped}</w:t></w:r></w:p>`
}

async function textOf(bytes: Uint8Array, fileName: string): Promise<string> {
  const read = await readRegulationFile(bytes, fileName)
  if (!read.ok) throw new Error(regulationFileWords(read.refusal))
  return read.value.text
}

async function refusalOf(bytes: Uint8Array, fileName: string): Promise<{ kind: string; words: string }> {
  const read = await readRegulationFile(bytes, fileName)
  if (read.ok) throw new Error('应被拒绝')
  return { kind: read.refusal.kind, words: regulationFileWords(read.refusal) }
}

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}

describe('纯文本', () => {
  test.each([
    ['UTF-8', Buffer.from(seed)],
    ['UTF-8 带标记', Buffer.from(`\ufeff${seed}`)],
    ['UTF-16 小端', utf16(seed, 'le')],
    ['UTF-16 大端', utf16(seed, 'be')],
    ['GB18030', encodeGb18030(seed)],
  ])('%s：解码后与原文一字不差', async (_, bytes) => {
    expect(await textOf(bytes, '办法.txt')).toBe(seed)
  })

  test('换行和空格原样保留', async () => {
    expect(await textOf(Buffer.from('一、总则\r\n\r\n  第一条\t迟到扣1分 \r\n'), '办法.md')).toBe(
      '一、总则\r\n\r\n  第一条\t迟到扣1分 \r\n',
    )
  })
})

describe('Word 与网页', () => {
  test('种子存成 .docx 后读出同样的方案', async () => {
    const text = await textOf(
      wordFile(
        seed
          .split('\n')
          .map((line) => paragraph(line))
          .join(''),
      ),
      '办法.docx',
    )
    const shape = (source: string) =>
      compileRegulation(source).scheme.categories.map(({ title, points, sheets }) => [
        title,
        points,
        sheets.map((sheet) => sheet.items.map((item) => [item.title, item.points, item.rules.length])),
      ])
    expect(shape(text)).toEqual(shape(seed))
  })

  test('自动编号写进正文：一、（一）1、①，换级重数，样式编号也算', async () => {
    const level = (ilvl: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${String(ilvl)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const levels = [
      level(0, 'chineseCountingThousand', '%1、'),
      level(1, 'chineseCounting', '（%2）'),
      level(2, 'decimal', '%3、'),
      level(3, 'decimalEnclosedCircleChinese', '%4'),
    ].join('')
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
    const numbered = (ilvl: number) =>
      `<w:pPr><w:numPr><w:ilvl w:val="${String(ilvl)}"/><w:numId w:val="5"/></w:numPr></w:pPr>`
    const styles = `<w:styles><w:style w:type="paragraph" w:styleId="a1">${numbered(0)}</w:style></w:styles>`
    const body = [
      paragraph('总则', '<w:pPr><w:pStyle w:val="a1"/></w:pPr>'),
      paragraph('考核内容', numbered(0)),
      paragraph('公共项目(20分)', numbered(1)),
      paragraph('工作纪律(20分)', numbered(2)),
      paragraph('迟到一次扣1分', numbered(3)),
      paragraph('早退一次扣1分', numbered(3)),
      paragraph('业务工作(80分)', numbered(1)),
      paragraph('党办(80分)', numbered(2)),
      paragraph('正文没有编号'),
    ].join('')
    const file = wordFile(body, [
      { name: 'word/numbering.xml', content: Buffer.from(numbering) },
      { name: 'word/styles.xml', content: Buffer.from(styles) },
    ])
    expect((await textOf(file, '自动编号.docx')).trim().split('\n')).toEqual([
      '一、总则',
      '二、考核内容',
      '（一）公共项目(20分)',
      '1、工作纪律(20分)',
      '①迟到一次扣1分',
      '②早退一次扣1分',
      '（二）业务工作(80分)',
      '1、党办(80分)',
      '正文没有编号',
    ])
  })

  test('表格的每一格各占一行', async () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`
    const table = `<w:tbl><w:tr>${cell('工作纪律')}${cell('(10分)')}</w:tr><w:tr>${cell('迟到')}${cell('扣1分')}</w:tr></w:tbl>`
    expect((await textOf(wordFile(table), '表.docx')).trim().split('\n')).toEqual([
      '工作纪律',
      '(10分)',
      '迟到',
      '扣1分',
    ])
  })

  test('网页去掉标签和脚本，一段一行', async () => {
    const html =
      '<!DOCTYPE html><script>扣</script><h1>办法</h1><p>一、纪律<b>(10分)</b></p><table><tr><td>迟到</td><td>扣1分</td></tr></table>'
    const lines = (await textOf(Buffer.from(html), '办法.html')).split('\n').filter((line) => line !== '')
    expect(lines).toEqual(['办法', '一、纪律(10分)', '迟到', '扣1分'])
  })
})

describe('读不了的文件', () => {
  test.each([
    ['空文件', new Uint8Array(), '空.txt', 'file-empty', '空文件'],
    ['只有空白', Buffer.from(' \n\n'), '白.txt', 'text-empty', '没有文字'],
    [
      '改名的图片',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]),
      '办法.docx',
      'file-type-unsupported',
      '实际上是图片',
    ],
    ['PDF', Buffer.from('%PDF-1.7 …'), '办法.pdf', 'file-type-unsupported', 'PDF'],
    [
      '旧版 Word',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      '办法.doc',
      'file-type-unsupported',
      '另存为 .docx',
    ],
    ['二进制', Buffer.from([1, 2, 0, 4, 200, 0, 7, 255]), '办法.txt', 'encoding-unknown', '不是文字文件'],
    ['半截压缩包', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), '办法.docx', 'file-type-unsupported', '压缩包'],
    ['超长文字', Buffer.from('字'.repeat(longestRegulationText + 1)), '长.txt', 'text-too-long', '超过1000000字'],
    ['超大文件', new Uint8Array(largestRegulationFile + 1), '大.txt', 'file-too-large', '20 MB'],
  ])('%s：一句话说清', async (_, bytes, fileName, kind, words) => {
    const refusal = await refusalOf(bytes, fileName)
    expect(refusal.kind).toBe(kind)
    expect(refusal.words).toContain(words)
    expect(refusal.words).toContain(fileName)
  })

  test('Word 正文损坏：不露英文错误', async () => {
    const broken = zipOf([{ name: 'word/document.xml', content: Buffer.from('<w:document') }])
    const refusal = await refusalOf(broken, '坏.docx')
    expect(refusal.kind).toBe('file-damaged')
    expect(refusal.words).not.toMatch(/[a-z]{5}/)
  })

  test('压缩炸弹：目录说小、解开很大，也在上限处停下', async () => {
    const bomb = { name: 'word/bomb.xml', content: Buffer.alloc(largestUnpacked + 1), claimedSize: 100 }
    expect((await refusalOf(wordFile(paragraph('扣1分'), [bomb]), '弹.docx')).kind).toBe('file-unpacks-too-large')
  })
})
