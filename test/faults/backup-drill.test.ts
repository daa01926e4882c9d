import { spawn } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as tar from 'tar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectPath } from '../../src/project-root.ts'
import { newDataFolder, removeDataFolder, startProduct } from '../e2e/support/product.ts'
import { chanceOf } from '../fuzz/chance.ts'
import { expectLogsHold, expectWhole, pastTheWalls } from './past-the-walls.ts'
import { password, setUpSample, visitor, type Running, type Visitor } from './visitor.ts'
import { hireWriters } from './writers.ts'

const [dataFolder, restored, beside] = [newDataFolder(), newDataFolder(), newDataFolder()]
const backup = join(beside, 'a.gongdao')
const keys = join(beside, 'a.keys')
let running: Running
let owner: Visitor

type Ended = { readonly exitCode: number | null; readonly out: string; readonly err: string }

/** What a person at the terminal would type. */
function gongdao(
  args: readonly string[],
  folder: string,
  onSaid?: (said: string, kill: () => void) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, [projectPath('bin', 'gongdao.mjs'), ...args], {
    env: { ...process.env, GONGDAO_DATA: folder, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
    onSaid?.(err, () => child.kill('SIGKILL'))
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ exitCode, out, err }))
  })
}

const pages = [
  '/api/people',
  '/api/entries?page=1&pageSize=200',
  '/api/standings?period=2025',
  '/api/ratings?year=2025',
  '/api/bulletins',
  '/api/months?year=2025',
]

async function answersOf(by: Visitor): Promise<readonly unknown[]> {
  const answers: unknown[] = []
  for (const path of pages) answers.push(await by.get(path))
  return answers
}

beforeAll(async () => {
  running = { product: await startProduct({ dataFolder, args: ['--sample'] }) }
  owner = await setUpSample(running)
})
afterAll(async () => {
  for (const folder of [dataFolder, restored]) await removeDataFolder(folder)
  rmSync(beside, { recursive: true })
})

describe('备份与恢复演练', () => {
  test('边写边备份：备份的是一个时刻的全部，运行不受影响，文件只有本用户能读', async () => {
    const writers = await hireWriters(running, owner, chanceOf(7))
    let isOver = false
    let written = 0
    const write = async ({ by, next, heard }: (typeof writers)[number]): Promise<void> => {
      while (!isOver) {
        const key = crypto.randomUUID()
        const asked = await next(key)
        if (asked === null) await sleep(5)
        else {
          const told = await by.ask({ ...asked, key })
          expect(told.status).toBeLessThan(500)
          if (told.status === 200) heard(told)
          written += 1
        }
      }
    }
    const writing = Promise.all(writers.map(write))
    const ended = await gongdao(['backup', backup, '--keys', keys], dataFolder)
    const duringBackup = written
    isOver = true
    await writing
    expect({ ...ended, err: '' }).toMatchObject({ exitCode: 0, out: expect.stringContaining('指纹（SHA-256）：') })
    expect(ended.out).toContain('与备份分开存放')
    expect(duringBackup).toBeGreaterThan(0)
    for (const file of [backup, keys])
      if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(beside).toSorted()).toEqual(['a.gongdao', 'a.keys'])
    const names = await namesIn(backup)
    expect(names).toContain('tables/ledger_row.copy')
    // The keys lie in no backup.
    for (const key of JSON.parse(readFileSync(keys, 'utf8')).keys) expect(names).not.toContain(key.name)
  })

  test('恢复到新文件夹：核对通过，各页的回答与停下时的备份一样，还能接着记', async () => {
    await running.product.stop()
    const still = join(beside, 'still.gongdao')
    expect((await gongdao(['backup', still], dataFolder)).exitCode).toBe(0)
    running.product = await startProduct({ dataFolder })
    const before = await answersOf(owner)
    await running.product.stop()
    const ended = await gongdao(['restore', still, '--keys', keys, '--into', restored], dataFolder)
    expect({ ...ended, err: '' }).toMatchObject({
      exitCode: 0,
      out: expect.stringContaining('核对通过：青禾镇（示例）'),
    })
    expect(ended.out).toContain('各人要重新登录')
    expect(readdirSync(restored).filter((name) => name.startsWith('.'))).toEqual([])
    const second: Running = { product: await startProduct({ dataFolder: restored }) }
    const again = visitor(second)
    await again.do('POST', '/api/sign-in', { userName: '管理员', password })
    await again.do('POST', '/api/sample')
    expect(await answersOf(again)).toEqual(before)
    const [writer] = await hireWriters(second, again, chanceOf(8))
    const asked = await writer?.next('k')
    expect((await writer?.by.ask({ method: 'POST', path: '/x', ...asked, key: 'k' }))?.status).toBe(200)
    await pastTheWalls(restored, async (client) => {
      await expectWhole(client)
      expect(await expectLogsHold(client, restored)).toBeGreaterThan(100)
    })
    await second.product.stop()
    const taken = await gongdao(['restore', still, '--into', restored], dataFolder)
    expect([taken.exitCode, taken.err]).toEqual([1, expect.stringContaining('不是空的')])
  })
})

async function namesIn(file: string): Promise<readonly string[]> {
  const names: string[] = []
  await tar.list({ file, onReadEntry: ({ path }) => void names.push(path) })
  return names
}

/** The same backup with something of it changed, packed again. */
async function repacked(change: (folder: string) => void): Promise<string> {
  const folder = mkdtempSync(join(beside, 'changed-'))
  await tar.extract({ file: backup, cwd: folder })
  change(folder)
  const file = `${folder}.gongdao`
  await tar.create({ gzip: true, file, cwd: folder }, readdirSync(folder))
  return file
}

async function refusedWith(file: string): Promise<string> {
  const folder = join(beside, 'target')
  await mkdir(folder, { recursive: true })
  const ended = await gongdao(['restore', file, '--into', folder], dataFolder)
  expect(ended.exitCode).toBe(1)
  expect(readdirSync(folder)).toEqual([])
  return ended.err.trim().split('\n').at(-1) ?? ''
}

function changeManifest(folder: string, change: (manifest: Record<string, unknown>) => void): void {
  const file = join(folder, 'manifest.json')
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'))
  change(manifest)
  writeFileSync(file, JSON.stringify(manifest))
}

function keysIn(folder: string): { readonly keys: readonly { readonly public: unknown }[] } {
  return JSON.parse(readFileSync(join(folder, 'signing-key.json'), 'utf8'))
}

describe('恢复不了的说清楚，什么也不留下', () => {
  test('截断的', async () => {
    for (const share of [0.999, 0.5, 0.02]) {
      const file = join(beside, `cut-${String(share)}.gongdao`)
      copyFileSync(backup, file)
      truncateSync(file, Math.floor(statSync(backup).size * share))
      expect(await refusedWith(file)).toMatch(/不完整或被改动|不是公道的备份文件/)
    }
  })

  test('坏了一个字节的', async () => {
    const bytes = readFileSync(backup)
    for (const place of [0.1, 0.4, 0.7, 0.95]) {
      const changed = Buffer.from(bytes)
      const at = Math.floor(bytes.length * place)
      changed[at] = (changed[at] ?? 0) ^ 0x10
      const file = join(beside, 'flipped.gongdao')
      writeFileSync(file, changed)
      expect(await refusedWith(file)).toMatch(/不完整或被改动|不是公道的备份文件/)
    }
  })

  test('改了一张表而没有改清单的，说出是哪张表', async () => {
    const file = await repacked((folder) => {
      const table = join(folder, 'tables', 'ledger_row.copy')
      writeFileSync(table, readFileSync(table, 'utf8').replace('2025-06-03', '2025-06-04'))
    })
    expect(await refusedWith(file)).toContain('表 ledger_row的内容与清单不符')
  })

  test('连清单也改得天衣无缝的：日志从头重算，说出哪个镇、哪一条', async () => {
    const { createHash } = await import('node:crypto')
    const file = await repacked((folder) => {
      const table = join(folder, 'tables', 'ledger_row.copy')
      const forged = readFileSync(table, 'utf8').replace('"quantity": 100', '"quantity": 200')
      writeFileSync(table, forged)
      changeManifest(folder, ({ tables }) => {
        if (!Array.isArray(tables)) throw new Error('the manifest lists tables')
        const entry = tables.find(({ name }: { name: string }) => name === 'ledger_row')
        entry.sha256 = createHash('sha256').update(forged).digest('hex')
        entry.bytes = Buffer.byteLength(forged)
      })
    })
    expect(await refusedWith(file)).toMatch(/青禾镇（示例）的存证日志有问题（所记的内容被改动，第 \d+ 条）/)
  })

  test('格式不认识、程序更新、建表文件不同的', async () => {
    const other = await repacked((folder) =>
      changeManifest(folder, (manifest) => void (manifest['format'] = 'gongdao-backup/9')),
    )
    expect(await refusedWith(other)).toContain('格式是 gongdao-backup/9')
    const newer = await repacked((folder) =>
      changeManifest(folder, ({ migrations }) => {
        if (Array.isArray(migrations)) migrations.push({ name: '9999_later.sql', sha256: 'a'.repeat(64) })
      }),
    )
    expect(await refusedWith(newer)).toContain('更新版本的公道')
    const changed = await repacked((folder) =>
      changeManifest(folder, ({ migrations }) => {
        if (Array.isArray(migrations)) migrations[0].sha256 = 'a'.repeat(64)
      }),
    )
    expect(await refusedWith(changed)).toContain('与本程序的不同')
  })

  test('别的文件、没有的文件、别的备份的钥匙', async () => {
    const text = join(beside, 'text.gongdao')
    writeFileSync(text, '这不是备份')
    expect(await refusedWith(text)).toContain('不是公道的备份文件')
    expect(await refusedWith(join(beside, 'none.gongdao'))).toContain('没有这个文件')
    const foreign = join(beside, 'foreign.keys')
    const content: { keys: { content: string }[] } = JSON.parse(readFileSync(keys, 'utf8'))
    for (const key of content.keys) key.content = Buffer.from('{}').toString('base64')
    writeFileSync(foreign, JSON.stringify(content))
    const ended = await gongdao(
      ['restore', backup, '--keys', foreign, '--into', join(beside, 'target')],
      dataFolder,
    )
    expect([ended.exitCode, ended.err]).toEqual([1, expect.stringContaining('不是这份备份当时用的')])
  })

  test('恢复到一半被杀：没有半个数据库；再恢复一次就成', async () => {
    const folder = newDataFolder()
    for (const moment of ['ledger_row', '正在核对']) {
      const killed = await gongdao(['restore', backup, '--into', folder], dataFolder, (said, kill) => {
        if (said.includes(moment)) kill()
      })
      expect([moment, killed.exitCode]).toEqual([moment, null])
      expect([moment, existsSync(join(folder, 'postgres'))]).toEqual([moment, false])
    }
    const ended = await gongdao(['restore', backup, '--into', folder], dataFolder)
    expect({ exitCode: ended.exitCode, said: ended.err.includes('不是空的') }).toEqual({
      exitCode: 0,
      said: false,
    })
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
    // Without the secrets, what they signed can still be checked.
    const [before, after] = [dataFolder, folder].map((of) => keysIn(of))
    expect(after).toEqual({ keys: [], earlier: before?.keys.map((pair) => pair.public) })
    await removeDataFolder(folder)
  })

  test('备份到一半被杀：没有半个备份；文件名已有的不覆盖', async () => {
    const file = join(beside, 'half.gongdao')
    const killed = await gongdao(['backup', file], dataFolder, (said, kill) => {
      if (said.includes('ledger_row')) kill()
    })
    expect([killed.exitCode, existsSync(file)]).toEqual([null, false])
    expect((await gongdao(['backup', file], dataFolder)).exitCode).toBe(0)
    const bytes = readFileSync(file)
    const again = await gongdao(['backup', file], dataFolder)
    expect([again.exitCode, again.err]).toEqual([1, expect.stringContaining('不会覆盖')])
    expect(readFileSync(file).equals(bytes)).toBe(true)
    expect(readdirSync(beside).filter((name) => name.startsWith('.half'))).toEqual([])
  })
})
