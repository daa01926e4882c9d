import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { describeApi } from '../http/api-description/describe-api.ts'
import { projectPath } from '../project-root.ts'
import { runCli } from './main.ts'

async function run(...args: readonly string[]): Promise<{ exitCode: number; out: string; err: string }> {
  let [out, err] = ['', '']
  const exitCode = await runCli(args, {
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

describe('命令行', () => {
  test('不认识的命令：一句话列出可用的，退出码 2，结果处不写字', async () => {
    const answer = await run('frobnicate')
    expect(answer).toMatchObject({ exitCode: 2, out: '' })
    expect(answer.err).toMatch(
      /没有“frobnicate”这个命令.*compile、text、lint、score、verify、export、schema、.*openapi.*start/,
    )
  })

  test.each(['constructor', '__proto__', 'toString'])('%s 也只是不认识的命令', async (name) => {
    expect(await run(name)).toMatchObject({ exitCode: 2 })
  })

  test.each([['help'], ['--help'], ['-h']])('%s 列出每个命令', async (name) => {
    const answer = await run(name)
    expect(answer.exitCode).toBe(0)
    for (const verb of ['compile', 'text', 'lint', 'score', 'verify', 'export', 'schema', 'openapi', 'start'])
      expect(answer.out).toContain(`gongdao ${verb}`)
  })

  test('schema 打印的就是随软件发布的那份格式说明', async () => {
    const { exitCode, out } = await run('schema')
    expect(exitCode).toBe(0)
    expect(out).toBe(readFileSync(projectPath('schemes', 'gongdao-scheme-1.schema.json'), 'utf8'))
  })

  test('openapi 打印的是系统自己答的那份接口说明', async () => {
    const { exitCode, out } = await run('openapi')
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(describeApi())))
    expect(JSON.parse(out).paths['/api/entries'].post.summary).toBe('登记记录')
  })

  test('什么也没写时给出说明，退出码 2', async () => {
    expect(await run()).toMatchObject({ exitCode: 2, out: expect.stringContaining('用法') })
  })

  test.each([
    ['help', 'compile'],
    ['compile', '--help'],
  ])('%s %s 只说这一个命令', async (...args) => {
    const answer = await run(...args)
    expect(answer.exitCode).toBe(0)
    expect(answer.out).toContain('gongdao compile')
    expect(answer.out).not.toContain('gongdao score')
  })

  test('版本与 package.json 相同', async () => {
    const manifest = readFileSync(projectPath('package.json'), 'utf8')
    expect(manifest).toContain(`"version": "${(await run('--version')).out.trim()}"`)
  })
})
