import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { paragraph, wordFile, zipOf } from '../../test/builders/office-file.ts'
import { compileRegulation } from '../domain/compiler/compile-regulation.ts'
import { regulationFileWords } from './regulation-file-words.ts'
import {
  largestRegulationFile,
  largestUnpacked,
  longestRegulationText,
  readRegulationFile,
} from './regulation-text.ts'

const seed = readFileSync(new URL('../../../shared/regulations/seed.txt', import.meta.url), 'utf8')

/** Tries every two-byte code: enough for the characters of a regulation. */
function encodeTwoBytes(text: string, encoding: 'gb18030' | 'big5'): Uint8Array {
  const decoder = new TextDecoder(encoding)
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
    ['UTF-16 小端，没有标记', utf16(seed, 'le').subarray(2)],
    ['UTF-16 大端，没有标记', utf16(seed, 'be').subarray(2)],
    ['GB18030', encodeTwoBytes(seed, 'gb18030')],
  ])('%s：解码后与原文一字不差', async (_, bytes) => {
    expect(await textOf(bytes, '办法.txt')).toBe(seed)
  })

  test('Big5 的繁体文字', async () => {
    const text = '機關幹部績效考核辦法\n一、工作紀律（20分）\n遲到、早退的，每次扣1分；曠工的，此項不得分。\n'
    expect(await textOf(encodeTwoBytes(text, 'big5'), '辦法.txt')).toBe(text)
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

  test('网页去掉标签和脚本，一段一行，表格一行一行，排版用的表格拆开', async () => {
    const score =
      '<table><caption>评分表</caption><thead><tr><th>项目</th><th>标准</th><th>分值</th></tr></thead><tbody><tr><td rowspan="2">考勤</td><td>迟到<br>扣1分</td><td>10</td></tr><tr><td>早退扣2分</td><td>20</td></tr><tr><td colspan="2">合计</td><td>30</td></tr></tbody></table>'
    const html = `<!DOCTYPE html><script>扣</script><table><tr><td>导航</td><td><h1>办法</h1><p>一、纪律<b>(10分)</b></p>${score}</td></tr></table>`
    const lines = (await textOf(Buffer.from(html), '办法.html')).split('\n').filter((line) => line !== '')
    expect(lines).toEqual([
      '导航',
      '办法',
      '一、纪律(10分)',
      '评分表',
      '项目\t标准\t分值',
      '考勤\t迟到\u2028扣1分\t10',
      '\t早退扣2分\t20',
      '合计\t\t30',
    ])
  })

  test('.csv 评分表一行一行；引号不成对的当普通文字读', async () => {
    const csv = '序号,考核内容,评分标准,分值\r\n1,考勤,"迟到，扣1分\n早退，扣2分",10\r\n'
    expect(await textOf(Buffer.from(csv), '评分表.csv')).toBe(
      '序号\t考核内容\t评分标准\t分值\n1\t考勤\t迟到，扣1分\u2028早退，扣2分\t10',
    )
    expect(await textOf(Buffer.from('迟到,"扣1分'), '评分表.csv')).toBe('迟到,"扣1分')
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
    [
      'PDF',
      Buffer.from('%PDF-1.7 …'),
      '办法.pdf',
      'file-type-unsupported',
      '另存为 Word（.docx），或者复制其中的文字粘贴',
    ],
    [
      '坏的旧版 Word',
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      '办法.doc',
      'file-type-unsupported',
      '另存为 .docx',
    ],
    ['改名的 RTF', Buffer.from('{\\rtf1\\ansi 扣1分}'), '办法.doc', 'file-type-unsupported', 'RTF'],
    [
      '单个文件网页',
      Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related'),
      '办法.doc',
      'file-type-unsupported',
      '另存为 .docx',
    ],
    ['OFD', zipOf([{ name: 'OFD.xml', content: '<OFD/>' }]), '办法.ofd', 'file-type-unsupported', 'OFD 版式文件'],
    [
      'ODT',
      zipOf([
        { name: 'content.xml', content: '<a/>' },
        { name: 'META-INF/manifest.xml', content: '<a/>' },
      ]),
      '办法.odt',
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
    const broken = zipOf([{ name: 'word/document.xml', content: '<w:document' }])
    const refusal = await refusalOf(broken, '坏.docx')
    expect(refusal.kind).toBe('file-damaged')
    expect(refusal.words).not.toMatch(/[a-z]{5}/)
  })

  test('压缩炸弹：目录说小、解开很大，也在上限处停下', async () => {
    const bomb = { name: 'word/bomb.xml', content: Buffer.alloc(largestUnpacked + 1), claimedSize: 100 }
    expect((await refusalOf(wordFile(paragraph('扣1分'), {}, [bomb]), '弹.docx')).kind).toBe(
      'file-unpacks-too-large',
    )
  })
})
