import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookFile } from '../../test/builders/office-file.ts'
import { schemeSchema } from '../domain/scheme/scheme.ts'
import { compileCommand } from './compile.ts'
import { textCommand } from './text.ts'

const seedPath = fileURLToPath(new URL('../../../shared/regulations/seed.txt', import.meta.url))
const samplePath = fileURLToPath(new URL('../../schemes/sample/regulation.txt', import.meta.url))

type Outcome = { readonly code: number; readonly out: string; readonly err: string }

async function run(
  command: typeof compileCommand,
  args: readonly string[],
  input: string | Buffer = '',
): Promise<Outcome> {
  const out: string[] = []
  const err: string[] = []
  const code = await command(args, {
    stdin: Readable.from([Buffer.from(input)]),
    out: (text) => void out.push(text),
    err: (text) => void err.push(text),
  })
  return { code, out: out.join(''), err: err.join('') }
}

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongdao-compile-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('gongdao compile', () => {
  test('种子办法：有错误，退出码 1，JSON 一份，方案符合格式', async () => {
    const { code, out, err } = await run(compileCommand, [seedPath, '--json'])
    const document = JSON.parse(out)
    expect([code, err]).toEqual([1, ''])
    expect(Object.keys(document)).toEqual(['scheme', 'diagnostics', 'coverage'])
    expect(schemeSchema.safeParse(document.scheme).success).toBe(true)
    expect(document.scheme.total).toBe(100)
    expect(document.diagnostics.find(({ code: name }: { code: string }) => name === 'sum-mismatch')).toMatchObject(
      {
        severity: 'error',
        quote: '7、农业办(60分)',
      },
    )
  })

  test('完整的办法：可以采用，退出码 0', async () => {
    const { code, out } = await run(compileCommand, [samplePath])
    expect(out).toContain('可以采用。')
    expect(out).toContain('青禾镇机关工作人员绩效考核办法')
    expect(out).toContain('国土所(规划办)  60 分 ✓')
    expect(code).toBe(0)
  })

  test('不计分的词语逐个列出理由，JSON 里也有', async () => {
    const path = await fileOf('floor.txt', '考核办法\n一、纪律（10分）\n1、迟到一次扣2分，扣完为止。\n')
    const { out } = await run(compileCommand, [path])
    expect(out).toContain('不计分的词语及理由\n  第 25 字“扣”，见“扣完为止”：说的是扣到没有分为止')
    const { coverage } = JSON.parse((await run(compileCommand, [path, '--json'])).out)
    expect(coverage).toMatchObject({
      tokens: 2,
      underRule: 1,
      underDiagnostic: 0,
      explained: [{ span: { start: 25, end: 26 }, quote: '扣', reason: 'floor-wording' }],
      unexplained: [],
    })
  })

  test('人看的报告：合计、条数、问题和原文', async () => {
    const { out } = await run(compileCommand, [seedPath])
    expect(out).toContain('公共工程  20 分')
    expect(out).toContain('农业办  60 分 ⚠ 合计 40')
    expect(out).toContain('[错误] 考核表“农业办”应为60分')
    expect(out).toContain('绩效工资每人提出 2,022.00 元')
    expect(out).toContain('还不能采用')
    expect(out).not.toMatch(/undefined|null|NaN/)
  })

  test('--no-repair 原样读数', async () => {
    const { out } = await run(compileCommand, [seedPath, '--no-repair', '--json'])
    expect(JSON.parse(out).scheme.categories[0].sheets[0].items[0].points).toBe(2023)
  })

  test('没有计分条款的文字：类别为空，退出码 1', async () => {
    const path = await fileOf('news.txt', '本报讯 全镇召开春季造林动员会。')
    const { code, out } = await run(compileCommand, [path, '--json'])
    const { scheme, diagnostics } = JSON.parse(out)
    expect(code).toBe(1)
    expect(scheme.categories).toEqual([])
    expect(diagnostics).toMatchObject([{ severity: 'error', code: 'no-scoring-clause' }])
  })

  test('从标准输入读', async () => {
    const { code, out } = await run(compileCommand, ['-', '--json'], await readFile(samplePath))
    expect([code, JSON.parse(out).scheme.total]).toEqual([0, 100])
  })

  test.each([
    ['没有的文件', '没有.txt', '找不到文件'],
    ['文件夹', '.', '是文件夹'],
  ])('%s：scheme 为 null，退出码 2', async (_, name, words) => {
    const { code, out, err } = await run(compileCommand, [join(folder, name), '--json'])
    const { scheme, diagnostics } = JSON.parse(out)
    expect([code, scheme]).toEqual([2, null])
    expect(diagnostics).toMatchObject([{ severity: 'error' }])
    expect(err).toContain(words)
  })

  test('旧版 .doc 和 .xlsx 评分表：条款的出处就是 gongdao text 打印的那几个字', async () => {
    const book = bookFile([
      {
        name: 'Sheet1',
        rows: [
          ['序号', '考核内容', '评分标准', '分值'],
          [1, '考勤', '迟到的，每次扣1分。', 100],
        ],
      },
    ])
    const fixture = fileURLToPath(new URL('../../test/fixtures/score-table.doc', import.meta.url))
    for (const path of [fixture, await fileOf('评分表.xlsx', Buffer.from(book))]) {
      const { out } = await run(compileCommand, [path, '--json'])
      const stored = (await run(textCommand, [path])).out
      const quotes = [...out.matchAll(/"start": (\d+),\s+"end": (\d+),\s+"quote": ("(?:[^"\\]|\\.)*")/g)]
      expect(quotes.length).toBeGreaterThan(2)
      for (const [, start, end, quote] of quotes)
        expect(stored.slice(Number(start), Number(end))).toBe(JSON.parse(quote ?? ''))
      expect(stored).toContain('\t')
    }
  })

  test.each([
    ['空文件', '', '空.txt', '空文件'],
    ['PDF', '%PDF-1.7', '办法.pdf', '另存为 Word'],
    ['坏的压缩包', 'PK\u0003\u0004坏', '办法.docx', '压缩包'],
  ])('%s：scheme 为 null，一条错误，退出码 2', async (_, content, name, words) => {
    const { code, out } = await run(compileCommand, [await fileOf(name, content), '--json'])
    const { scheme, diagnostics } = JSON.parse(out)
    expect([code, scheme, diagnostics.length]).toEqual([2, null, 1])
    expect(diagnostics[0].message).toContain(words)
  })

  test('改名的图片：说清是图片，仍给一份 JSON', async () => {
    const path = await fileOf('办法.docx', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))
    const { code, out } = await run(compileCommand, ['--json', path])
    expect(code).toBe(2)
    expect(JSON.parse(out).diagnostics[0].message).toContain('“办法.docx”实际上是图片')
  })

  test.each([
    ['不写文件', []],
    ['两个文件', ['甲.txt', '乙.txt']],
    ['不认识的选项', ['甲.txt', '--jsno']],
  ])('%s：说明用法，退出码 2，不打印方案', async (_, args) => {
    const { code, out, err } = await run(compileCommand, args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('用法：gongdao compile')
  })
})

describe('gongdao text', () => {
  test('打印的就是存档原文，一字不差', async () => {
    const { code, out } = await run(textCommand, [seedPath])
    expect([code, out]).toEqual([0, await readFile(seedPath, 'utf8')])
  })

  test('字节标记去掉，其余不动', async () => {
    const path = await fileOf('标记.txt', '\ufeff一、迟到扣1分\r\n')
    expect((await run(textCommand, [path])).out).toBe('一、迟到扣1分\r\n')
  })

  test('读不了时只在错误流里说话', async () => {
    const { code, out, err } = await run(textCommand, [await fileOf('空.txt', '')])
    expect([code, out]).toEqual([2, ''])
    expect(err).toBe('“空.txt”是空文件，里面没有内容；请重新导出或另选文件。\n')
  })
})
