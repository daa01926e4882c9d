import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAlive, readPostmaster } from '../../src/storage/embedded/postmaster.ts'
import { newDataFolder, removeDataFolder, startProduct } from '../e2e/support/product.ts'
import { chanceOf } from '../fuzz/chance.ts'
import { expectWhole, pastTheWalls } from './past-the-walls.ts'
import { setUpSample, type Asked, type Running, type Told, type Visitor } from './visitor.ts'
import { hireWriters, type Writer } from './writers.ts'

const dataFolder = newDataFolder()
const running: { product: Running['product'] | null } = { product: null }
let writers: readonly Writer[]
let owner: Visitor

function now(): Running {
  if (running.product === null) throw new Error('the product has not been started')
  return { product: running.product }
}

beforeAll(async () => {
  const started: Running = { product: await startProduct({ dataFolder, args: ['--sample'] }) }
  running.product = started.product
  owner = await setUpSample(started)
  writers = await hireWriters(started, owner, chanceOf(11))
})
afterAll(() => removeDataFolder(dataFolder))

type Tried = { readonly asked: Asked & { readonly key: string }; readonly by: Visitor; readonly told: Told | null }

/** Everyone writes while something happens to the database; answers what was tried. */
async function writeWhile(happening: () => Promise<unknown>): Promise<readonly Tried[]> {
  const tried: Tried[] = []
  let isOver = false
  const write = async ({ by, next, heard }: Writer): Promise<void> => {
    while (!isOver) {
      const key = randomUUID()
      const asked = await next(key).catch(() => null)
      if (asked === null) {
        await sleep(5)
        continue
      }
      const told = await by.ask({ ...asked, key }).catch(() => null)
      tried.push({ asked: { ...asked, key }, by, told })
      if (told?.status === 200) heard(told)
      // Not thousands of tries while it is away: each is asked again afterwards.
      if (told === null || told.status >= 500) await sleep(500)
    }
  }
  const writing = Promise.all(writers.map(write))
  while (tried.filter(({ told }) => told?.status === 200).length < 12) await sleep(1)
  await happening()
  isOver = true
  await writing
  return tried
}

function killOneSession(): Promise<void> {
  return pastTheWalls(dataFolder, async (client) => {
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where usename = 'gongdao_app' order by (state = 'active') desc limit 1`,
    )
    const [first] = rows
    if (first === undefined) throw new Error('the server has a session')
    client.on('error', () => {}) // it goes down with the others
    process.kill(first.pid, 'SIGKILL')
  }).catch(() => {})
}

async function waitUntilWritten(): Promise<void> {
  const [writer] = writers
  if (writer === undefined) throw new Error('there are writers')
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const key = randomUUID()
    const asked = await writer.next(key)
    const told = asked === null ? null : await writer.by.ask({ ...asked, key })
    if (told?.status === 200) return
    await sleep(50)
  }
  throw new Error('nothing could be written again')
}

/** What was acknowledged is there as it was answered; what was not is done once when asked again. */
async function expectNothingLost(tried: readonly Tried[]): Promise<void> {
  for (const { asked, by, told } of tried.filter(
    (one) => one.told?.status === 200 || one.told === null || one.told.status >= 500,
  )) {
    const again = await by.ask(asked)
    if (told?.status === 200) expect({ asked, again }).toEqual({ asked, again: told })
    else expect({ asked, isServed: again.status < 500 }).toEqual({ asked, isServed: true })
  }
  await pastTheWalls(dataFolder, expectWhole)
}

test('一个数据库会话被杀：没存的回一句话，几秒内自己恢复，服务不停', async () => {
  const { product } = now()
  const tried = await writeWhile(async () => {
    await killOneSession()
    await waitUntilWritten()
  })
  expect(isAlive(product.pid)).toBe(true)
  const failed = tried.flatMap(({ told }) => (told !== null && told.status >= 500 ? [told] : []))
  expect(failed.length).toBeGreaterThan(0)
  for (const { status, body } of failed)
    expect([status, body.error.code, typeof body.error.logId]).toEqual([
      503,
      expect.stringMatching(/^(database-unreachable|outcome-unknown)$/),
      'string',
    ])
  await expectNothingLost(tried)
})

test('整个数据库被杀：服务说明原因后停止；再启动，答复过的一条不丢', async () => {
  const { product } = now()
  const tried = await writeWhile(async () => {
    const postmaster = readPostmaster(join(dataFolder, 'postgres'))
    if (postmaster !== null) process.kill(postmaster.pid, 'SIGKILL')
    while (isAlive(product.pid)) await sleep(20)
  })
  expect(product.output()).toContain('数据库意外停止，公道随之停止')
  const restarted = await startProduct({
    dataFolder,
    environment: { GONGDAO_PORT: new URL(product.baseUrl).port },
  })
  running.product = restarted
  expect(restarted.baseUrl).toBe(product.baseUrl)
  await expectNothingLost(tried)
  expect(await restarted.stop()).toBe(0)
})
