import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { provenYear } from '../../test/builders/proven-year.ts'
import { runCli } from './main.ts'

const year = await provenYear()
const folder = mkdtempSync(join(tmpdir(), 'gongdao-verify-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function fileOf(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const full = fileOf('full.json', year.full)
const earlier = fileOf('earlier.json', year.earlier)
const receipt = fileOf('receipt.json', year.receipt)

async function run(...args: readonly string[]): Promise<{ exitCode: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const exitCode = await runCli(['verify', ...args], {
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

describe('gongdao verify', () => {
  it('如实的文件：逐项相符，退出码 0，没核对的说明原因', async () => {
    const kept = [
      '--head',
      year.heads.early,
      '--receipt',
      receipt,
      '--earlier',
      earlier,
      '--earlier',
      year.heads.last,
    ]
    const answer = await run(full, ...kept)
    expect(answer).toMatchObject({ exitCode: 0, err: '' })
    expect(answer.out).toContain('清源镇的完整文件')
    expect(answer.out).toContain('✓ 成绩、名次和等次重算相符（48处）：相符')
    expect(answer.out).toContain('－ 公钥与您手上的一致：未核对')
    expect(answer.out).toContain('结论：核对到的全部相符')
  })

  it('改了一个字节：退出码 1 或 2，说出是哪一部分', async () => {
    const text = new TextDecoder().decode(year.full)
    const changed = await run(fileOf('changed.json', new TextEncoder().encode(text.replace('会议室', '会客室'))))
    expect(changed.exitCode).toBe(1)
    expect(changed.out).toMatch(/✗ .*\n {4}.*(台账记录|叶子)/)
    const cut = await run(fileOf('cut.json', year.full.slice(0, 5000)))
    expect(cut.exitCode).toBe(2)
    expect(cut.out).toContain('第5001字节')
  })

  it('别的校验码：退出码 1，点名是哪一个', async () => {
    const head = '12 0000 0000 0000 0000 0000'
    const answer = await run(full, '--head', head)
    expect(answer.exitCode).toBe(1)
    expect(answer.out).toContain('共12条时的校验码对不上')
  })

  it('--json：只有一份 JSON，句子在代码旁边', async () => {
    const answer = await run(full, '--json')
    const report: unknown = JSON.parse(answer.out)
    expect(report).toMatchObject({ verdict: 'holds', scope: 'full', town: '清源镇' })
    expect(answer.out).toContain('"message": "您没有给印出的校验码')
  })

  it.each([
    [[], '请写一个核验文件'],
    [['没有的文件'], '读不了'],
    [[full, '--head', '十二'], '不是台账校验码'],
    [[full, '--what'], '不认识的选项'],
    [[full, '--receipt', '没有的回执'], '读不了'],
  ])('%j：退出码 2，说明怎样写', async (args, sentence) => {
    const answer = await run(...args)
    expect(answer.exitCode).toBe(2)
    expect(answer.err).toContain(sentence)
    expect(answer.out).toBe('')
  })
})
