import { createHash, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keptFiles, sweepKeptFiles } from './kept-files.ts'

let folder = ''
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'gongdao-kept-')), 'files')
})
afterEach(() => rm(join(folder, '..'), { recursive: true, force: true }))

const words = Buffer.from('那天我在村里，有登记。')
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)

/** Every file below the folder, by its path inside it. */
async function lying(): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

async function put(bytes: Uint8Array): Promise<string> {
  const kept = await keptFiles(folder).put(bytes)
  if (!kept.ok) throw new Error(kept.refusal)
  return kept.value
}

describe('交来的文件按内容存放', () => {
  test('名字就是内容的 SHA-256，取回来一字不差', async () => {
    const sha256 = await put(words)
    expect(sha256).toBe(hashOf(words))
    expect(await lying()).toEqual([pathOf(sha256)])
    expect(await keptFiles(folder).open(sha256)).toEqual({ ok: true, value: new Uint8Array(words) })
    expect(await keptFiles(folder).has(sha256)).toBe(true)
    if (process.platform !== 'win32') expect((await stat(pathOf(sha256))).mode & 0o077).toBe(0)
  })

  test('同样的内容交两次，同时交也一样，只有一份', async () => {
    const names = await Promise.all(Array.from({ length: 8 }, () => put(words)))
    expect(new Set(names)).toEqual(new Set([hashOf(words)]))
    expect(await lying()).toEqual([pathOf(hashOf(words))])
    await put(Buffer.from('另一份'))
    expect(await lying()).toHaveLength(2)
  })

  test.each([
    [
      '被改了一个字节',
      async (path: string) => writeFile(path, Buffer.concat([words.subarray(1), Buffer.from('x')])),
    ],
    ['被截短', async (path: string) => truncate(path, 3)],
    ['被清空', async (path: string) => truncate(path, 0)],
  ])('%s：取的时候说得清，重交一次就好', async (_, spoil) => {
    const sha256 = await put(words)
    await spoil(pathOf(sha256))
    expect(await keptFiles(folder).open(sha256)).toEqual({ ok: false, refusal: 'altered' })
    await put(words)
    expect(await keptFiles(folder).open(sha256)).toEqual({ ok: true, value: new Uint8Array(words) })
  })

  test('不见了、成了文件夹：都当作不在，不是出错', async () => {
    const files = keptFiles(folder)
    const sha256 = hashOf(words)
    expect(await files.open(sha256)).toEqual({ ok: false, refusal: 'missing' })
    expect(await files.has(sha256)).toBe(false)
    await mkdir(pathOf(sha256), { recursive: true })
    expect(await files.open(sha256)).toEqual({ ok: false, refusal: 'missing' })
  })

  test.each(['../../credentials.json', 'AB', '', `${'a'.repeat(63)}/`, 'a'.repeat(65)])(
    '只认哈希名，%j 不当路径用',
    async (name) => {
      await expect(keptFiles(folder).open(name)).rejects.toThrow('SHA-256')
    },
  )
})

describe('写到一半断了', () => {
  test('写的时候进程被杀：哈希名下没有半个文件，剩下的下次启动清掉', async () => {
    const large = join(folder, '..', 'writer.mjs')
    // Cut between the write and the rename: the writer ends itself there, as a kill would.
    await writeFile(
      large,
      `import fs from 'node:fs/promises'
       import { syncBuiltinESMExports } from 'node:module'
       fs.rename = async () => process.kill(process.pid, 'SIGKILL')
       syncBuiltinESMExports()
       const { keptFiles } = await import(${JSON.stringify(new URL('kept-files.ts', import.meta.url).href)})
       await keptFiles(process.argv[2]).put(Buffer.from(process.argv[3]))`,
    )
    const child = fork(large, [folder, words.toString()], { execArgv: ['--import', 'tsx'], stdio: 'ignore' })
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGKILL')
    const left = await lying()
    expect(left).toHaveLength(1)
    expect(left[0]).toContain('incoming')
    expect(await readFile(left[0] ?? '')).toEqual(words)
    expect(await keptFiles(folder).has(hashOf(words))).toBe(false)
    expect(await sweepKeptFiles(folder, new Date(Date.now() + 7_200_000))).toBe(1)
    expect(await lying()).toEqual([])
    await put(words)
    expect(await lying()).toEqual([pathOf(hashOf(words))])
  })

  test('清的只是放久了的半成品，不碰正在传的，也不碰已收的', async () => {
    const sha256 = await put(words)
    const [old, fresh] = [join(folder, 'incoming', randomUUID()), join(folder, 'incoming', randomUUID())]
    for (const path of [old, fresh]) await writeFile(path, '半个')
    const now = new Date()
    await utimes(old, now, new Date(now.getTime() - 7_200_000))
    await utimes(pathOf(sha256), now, new Date(0))
    expect(await sweepKeptFiles(folder, now)).toBe(1)
    expect((await lying()).toSorted()).toEqual([fresh, pathOf(sha256)].toSorted())
    expect(await sweepKeptFiles(join(folder, '还没有'), now)).toBe(0)
  })
})
