import { createHash, randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startS3Server, type S3Server } from '../../../test/support/s3-server.ts'
import type { KeptFiles } from '../../commands/kept-files.ts'
import { accept, refuse } from '../../domain/primitives/result.ts'
import { outageOf } from '../outage.ts'
import { filesOfBoth } from './files-of-both.ts'
import { checkObjectStore, objectFiles } from './object-files.ts'
import { objectStoreSentence, readObjectStore, type ObjectStoreSettings } from './object-store-settings.ts'

const known = { bucket: 'gongdao-files', region: 'cn-north-1', key: 'AKIDEXAMPLE', secret: '机密/+=secret' }
let server: S3Server
let settings: ObjectStoreSettings

beforeAll(async () => {
  server = await startS3Server(known)
  settings = { ...known, endpoint: server.endpoint }
})
afterAll(() => server.stop())
beforeEach(() => {
  server.objects.clear()
  server.stumbles.length = 0
  server.asked.length = 0
})

const words = new TextEncoder().encode('那天我在村里，有登记。')
const hash = createHash('sha256').update(words).digest('hex')
const path = `/gongdao-files/files/${hash.slice(0, 2)}/${hash}`

describe('存进对象存储', () => {
  test('签过名地存进去、取回来一字不差，放在按内容的名字下', async () => {
    const files = objectFiles(settings)
    expect(await files.put(words)).toEqual(accept(hash))
    expect([...server.objects.keys()]).toEqual([path])
    expect(await files.open(hash)).toEqual(accept(words))
    expect(await files.has(hash)).toBe(true)
    const large = new Uint8Array(randomBytes(3_000_000))
    const kept = await files.put(large)
    const opened = await files.open(kept.ok ? kept.value : '')
    expect(opened.ok && Buffer.compare(opened.value, large)).toBe(0)
  })

  test('没有、被换过、传了半截：各说各的，不当作原件', async () => {
    const files = objectFiles(settings)
    expect(await files.open(hash)).toEqual(refuse('missing'))
    expect(await files.has(hash)).toBe(false)
    await files.put(words)
    server.objects.set(path, Buffer.from('换成别的'))
    expect(await files.open(hash)).toEqual(refuse('altered'))
    await files.put(words)
    server.stumbles.push('cut-short')
    expect(outageOf(await files.open(hash).catch((error: unknown) => error))).toBe('files-unreachable')
    expect(await files.open(hash)).toEqual(accept(words))
  })

  test('一次打嗝再问一次；满了说满了；断了不说成数据库断了', async () => {
    const files = objectFiles(settings)
    server.stumbles.push(503)
    expect(await files.put(words)).toEqual(accept(hash))
    server.stumbles.push(507, 507)
    expect(await files.put(words)).toEqual(refuse('disk-full'))
    server.stumbles.push('hang-up')
    const error: unknown = await files.put(words).catch((thrown: unknown) => thrown)
    expect(outageOf(error)).toBe('files-unreachable')
    expect(outageOf(new Error('x', { cause: error }))).toBe('files-unreachable')
  })

  test.each(['../../etc/passwd', 'AB', `${'a'.repeat(63)}/`])('只认哈希名，%j 不当路径用', async (name) => {
    await expect(objectFiles(settings).open(name)).rejects.toThrow('SHA-256')
    expect(server.asked).toEqual([])
  })
})

describe('启动时先试', () => {
  test('通的就用', async () => {
    const checked = await checkObjectStore(settings)
    expect(checked.ok && (await checked.value.put(words))).toEqual(accept(hash))
  })

  test.each([
    ['口令不对', { secret: '不是这个' }, '不让存取桶 gongdao-files'],
    ['区域不对', { region: 'us-east-1' }, 'GONGDAO_S3_REGION'],
    ['没有这个桶', { bucket: 'another' }, '没有桶 another'],
    ['地址不通', { endpoint: 'http://127.0.0.1:9' }, '连不上对象存储 http://127.0.0.1:9'],
  ])('%s：一句话说清', async (_, changed, sentence) => {
    const checked = await checkObjectStore({ ...settings, ...changed })
    expect(checked.ok ? '' : objectStoreSentence(checked.refusal)).toContain(sentence)
  })

  test('给回来的不是存进去的，不用', async () => {
    server.stumbles.push(200, 200)
    const checked = await checkObjectStore(settings)
    expect(checked).toMatchObject({ ok: false, refusal: { kind: 'gives-back-other' } })
  })
})

describe('读设置', () => {
  const full = {
    GONGDAO_S3_ENDPOINT: 'https://oss.example.gov.cn/',
    GONGDAO_S3_BUCKET: 'gongdao',
    GONGDAO_S3_KEY: 'k',
    GONGDAO_S3_SECRET: 's',
  }
  test('一个都不设就存在数据文件夹；设全就用', () => {
    expect(readObjectStore({})).toEqual(accept(null))
    expect(readObjectStore(full)).toEqual(
      accept({
        endpoint: 'https://oss.example.gov.cn',
        bucket: 'gongdao',
        region: 'us-east-1',
        key: 'k',
        secret: 's',
      }),
    )
  })

  test.each([
    [{ GONGDAO_S3_SECRET: ' ' }, '还缺 GONGDAO_S3_SECRET'],
    [{ GONGDAO_S3_ENDPOINT: 'oss.example.gov.cn' }, '不是地址'],
    [{ GONGDAO_S3_ENDPOINT: 'https://k:s@oss.example.gov.cn' }, '不是地址'],
    [{ GONGDAO_S3_BUCKET: '../桶' }, '不是桶名'],
  ])('%j 说出哪一个不对', (changed, sentence) => {
    const read = readObjectStore({ ...full, ...changed })
    expect(read.ok ? '' : objectStoreSentence(read.refusal)).toContain(sentence)
  })
})

test('搬到对象存储以后，原来在数据文件夹里的照样打得开', async () => {
  const [here, there] = [shelf([words]), shelf([])]
  const both = filesOfBoth(there, here)
  expect([await both.has(hash), await both.open(hash)]).toEqual([true, accept(words)])
  await both.put(new Uint8Array([1]))
  expect([there.count(), here.count()]).toEqual([1, 1])
  expect(await both.open('0'.repeat(64))).toEqual(refuse('missing'))
})

function shelf(files: readonly Uint8Array[]): KeptFiles & { readonly count: () => number } {
  const nameOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const lying = new Map(files.map((bytes) => [nameOf(bytes), bytes]))
  return {
    count: () => lying.size,
    put: async (bytes) => {
      lying.set(nameOf(bytes), bytes)
      return accept(nameOf(bytes))
    },
    open: async (name) => {
      const found = lying.get(name)
      return found === undefined ? refuse('missing') : accept(found)
    },
    has: async (name) => lying.has(name),
  }
}
