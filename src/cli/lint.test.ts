import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { rule } from '../../test/builders/town.ts'
import { compileRegulation } from '../domain/compiler/compile-regulation.ts'
import { schemeToFile, workedExampleSchema, type SchemeFile } from '../domain/scheme/scheme.ts'
import { checkExamples } from '../domain/scoring/check-examples.ts'
import { projectPath } from '../project-root.ts'
import { runCli } from './main.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongdao-lint-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

async function lint(...args: readonly string[]) {
  let [out, err] = ['', '']
  const exitCode = await runCli(['lint', ...args], {
    stdin: Readable.from([]),
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
  })
  return { exitCode, out, err }
}

const late = rule('迟到', { condition: '迟到', points: 1, sentence: '迟到，每次扣1分' })
const item = { id: 'i', title: '工作纪律', points: 10, rules: [late] }
const handMade: SchemeFile = {
  format: 'gongdao-scheme/1',
  total: 10,
  categories: [
    { id: 'c', title: '公共项目', points: 10, sheets: [{ id: 's', title: '公共', points: 10, items: [item] }] },
  ],
}
const example = { id: 'e', title: '迟到两次', given: [{ rule: '工作纪律：迟到', quantity: 2, on: '03-15' }] }
const sample = projectPath('schemes', 'sample', 'regulation.txt')
const sampleExamples = projectPath('schemes', 'sample', 'examples.json')

describe('gongdao lint', () => {
  test('手工做的方案没有矛盾、算例相符：退出码 0', async () => {
    const file = write('good.json', { ...handMade, examples: [{ ...example, expected: { points: -2 } }] })
    expect(await lint(file)).toEqual({ exitCode: 0, out: '算例 1 个，全部相符。\n可以采用。\n', err: '' })
  })

  test('合计不符：退出码 1，说出缺多少', async () => {
    const { exitCode, out } = await lint(write('sums.json', { ...handMade, total: 100 }))
    expect(exitCode).toBe(1)
    expect(out).toContain('[错误] 总分应为100分，各类别合计10分')
    expect(out).toContain('还不能采用')
  })

  test('算例不符：退出码 1，说出应扣多少、实扣多少', async () => {
    const file = write('failed.json', { ...handMade, examples: [{ ...example, expected: { points: -3 } }] })
    const { exitCode, out } = await lint(file)
    expect(exitCode).toBe(1)
    expect(out).toContain('[错误] 算例“迟到两次”：应扣3分，按现方案扣2分（工作纪律：迟到，每次扣1分）')
    expect(out).toContain('算例 1 个，1 个不符。')
  })

  test('没有一条计分条款：退出码 1', async () => {
    expect((await lint(write('empty.json', { format: 'gongdao-scheme/1', categories: [] }))).exitCode).toBe(1)
  })

  test.each([
    ['不是 JSON', 'not.json', '这不是方案'],
    ['不是方案', 'list.json', '[]'],
  ])('%s：退出码 2，--json 仍打印一份文档', async (_, name, content) => {
    const file = write(name, content)
    const { exitCode, out, err } = await lint(file, '--json')
    expect(exitCode).toBe(2)
    expect(err).not.toBe('')
    expect(JSON.parse(out)).toMatchObject({ examples: null, diagnostics: [{ severity: 'error' }] })
    expect(await lint(file)).toMatchObject({ exitCode: 2, out: '' })
  })

  test.each([[[]], [['--frobnicate', 'x.json']], [['a.json', 'b.json']]])('%j：用法，退出码 2', async (args) => {
    const answer = await lint(...args)
    expect(answer).toMatchObject({ exitCode: 2, out: '' })
    expect(answer.err).toContain('用法：gongdao lint')
  })

  test('--json：一份文档，提示各有所指的部分', async () => {
    const file = write('json.json', { ...handMade, examples: [{ ...example, expected: { points: -3 } }] })
    const { exitCode, out } = await lint(file, '--json')
    expect(exitCode).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      examples: { checked: 1, failed: 1 },
      diagnostics: [{ severity: 'error', code: 'example-failed', about: { kind: 'example', id: 'e' } }],
    })
  })
})

describe('示例镇的算例', () => {
  const compiled = compileRegulation(readFileSync(sample, 'utf8'))

  test('compile 打印的方案加上算例文件：全部相符', async () => {
    const scheme = write('sample.json', {
      scheme: schemeToFile(compiled.scheme),
      diagnostics: compiled.diagnostics,
    })
    const answer = await lint(scheme, '--examples', sampleExamples)
    expect(answer).toMatchObject({ exitCode: 0, err: '' })
    expect(answer.out).toContain('算例 11 个，全部相符。')
  })

  test('算例文件读不了或不合格式：退出码 2，指出在哪里', async () => {
    const scheme = write('sample.json', schemeToFile(compiled.scheme))
    expect((await lint(scheme, '--examples', join(folder, 'none.json'))).err).toContain('读不了')
    const bad = write('bad-examples.json', { examples: [{ ...example, given: [], expected: { points: -1 } }] })
    const answer = await lint(scheme, '--examples', bad)
    expect(answer.exitCode).toBe(2)
    expect(answer.err).toContain('examples.0.given')
  })

  test('每个算例都有约束力：预期差0.5分就不符', () => {
    const file: unknown = JSON.parse(readFileSync(sampleExamples, 'utf8'))
    const { examples } = z
      .object({ examples: z.array(z.looseObject({ expected: z.looseObject({ points: z.number() }) })) })
      .parse(file)
    const wrong = examples.map((one) => ({
      ...one,
      expected: { ...one.expected, points: one.expected.points + 0.5 },
    }))
    const failed = checkExamples({ ...compiled.scheme, examples: z.array(workedExampleSchema).parse(wrong) })
    expect(failed).toHaveLength(examples.length)
  })
})
