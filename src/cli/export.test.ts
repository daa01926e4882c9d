import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import mammoth from 'mammoth'
import readXlsxFile from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oneItem, rule } from '../../test/builders/town.ts'
import { schemeToFile } from '../domain/scheme/scheme.ts'
import { exportCommand } from './export.ts'

let folder: string
const at = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongdao-export-'))
  const scheme = schemeToFile(oneItem([rule('p1', { condition: '上班迟到', sentence: '' })]))
  await writeFile(at('scheme.json'), JSON.stringify(scheme))
  await writeFile(at('compiled.json'), JSON.stringify({ scheme, diagnostics: [] }))
  await writeFile(at('other.json'), '[]')
})
afterAll(() => rm(folder, { recursive: true }))

async function run(...args: readonly string[]) {
  let err = ''
  const exitCode = await exportCommand(args, {
    stdin: Readable.from([]),
    out: () => {},
    err: (text) => {
      err += text
    },
  })
  return { exitCode, err }
}

describe('gongdao export', () => {
  test('方案文件写成 .docx，打得开，有条款，标明草案', async () => {
    expect(await run(at('scheme.json'), '--out', at('方案.docx'))).toMatchObject({ exitCode: 0 })
    const { value } = await mammoth.extractRawText({ buffer: await readFile(at('方案.docx')) })
    expect(value).toContain('上班迟到')
    expect(value).toContain('（草案，尚未通过）')
  })

  test('compile --json 的输出写成 .xlsx；选项放前面也行', async () => {
    expect(await run('--out', at('方案.xlsx'), at('compiled.json'))).toMatchObject({ exitCode: 0 })
    const sheets = await readXlsxFile(await readFile(at('方案.xlsx')))
    expect(sheets.flatMap(({ data }) => data.flat())).toContain('上班迟到')
  })

  test.each([
    ['没有写到哪里', ['scheme.json'], '用法'],
    ['不认识的扩展名', ['scheme.json', '--out', 'x.pdf'], '.docx 或 .xlsx'],
    ['没有这个文件', ['没有.json', '--out', 'x.docx'], '找不到文件'],
    ['不是方案', ['other.json', '--out', 'x.docx'], '不合格式'],
    ['文件夹不存在', ['scheme.json', '--out', '没有/x.docx'], '写不了'],
  ])('%s：说清楚，退出码 2', async (_what, [file = '', ...rest], words) => {
    const args = [at(file), ...rest.map((word) => (word === '--out' ? word : at(word)))]
    const answer = await run(...args)
    expect(answer.exitCode).toBe(2)
    expect(answer.err).toContain(words)
  })
})
