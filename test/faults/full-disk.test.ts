import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newDataFolder, removeDataFolder, runProduct, startProduct, type Product } from '../e2e/support/product.ts'
import { expectLogsHold, expectWhole, pastTheWalls } from './past-the-walls.ts'
import { password, setUpSample, visitor, type Asked, type Running, type Visitor } from './visitor.ts'
import { hireWriters, type Writer } from './writers.ts'

const megabyte = 1_048_576
const dataFolder = newDataFolder()
/**
 * A small disk of our own, which only root can have; elsewhere, and in `npm test`, an injected statfs stands for it
 * (disk-guard.test).
 */
const isSmallDisk =
  process.env['GONGDAO_CUT_ALL'] === '1' &&
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'tmpfs', dataFolder]).status === 0
const ballast = join(dataFolder, 'ballast')
const reserve = { GONGDAO_DISK_RESERVE_MB: '96' }

let running: Running
let owner: Visitor
let writer: Writer

/** Leaves this much free, and lets the guard look again. */
async function leaveFree(megabytes: number): Promise<void> {
  rmSync(ballast, { force: true })
  const { bavail, bsize } = statfsSync(dataFolder)
  const filling = Math.floor(bavail * bsize) - megabytes * megabyte
  try {
    writeFileSync(ballast, Buffer.alloc(Math.max(0, filling)))
  } catch {
    // Full to the last byte.
  }
  await sleep(1100)
}

async function write(key = randomUUID()) {
  const asked: Asked = { ...((await writer.next(key)) ?? { method: 'GET', path: '/' }), key }
  return { asked, told: await writer.by.ask(asked) }
}

async function expectReading(): Promise<void> {
  for (const path of ['/api/people', '/api/entries?page=1&pageSize=50', '/api/session'])
    expect({ path, status: (await owner.ask({ method: 'GET', path })).status }).toEqual({ path, status: 200 })
}

beforeAll(async () => {
  if (!isSmallDisk) return
  running = { product: await startProduct({ dataFolder, args: ['--sample'], environment: reserve }) }
  owner = await setUpSample(running)
  const [first] = await hireWriters(running, owner, () => 0)
  if (first === undefined) throw new Error('there are writers')
  writer = first
})
afterAll(async () => {
  if (!isSmallDisk) return removeDataFolder(dataFolder)
  rmSync(ballast, { force: true })
  await running.product.stop()
  spawnSync('umount', ['-l', dataFolder])
  return removeDataFolder(dataFolder)
})

describe.runIf(isSmallDisk)('一块真的小磁盘', () => {
  test('将满：不再存，说还剩多少；看和登录照常；腾出就恢复，同一个键只存一次', async () => {
    expect((await write()).told.status).toBe(200)
    await leaveFree(60)
    const { asked, told } = await write()
    expect([told.status, told.body.error.code]).toEqual([507, 'disk-full'])
    expect(told.body.error.message).toMatch(/只剩 \d+ MB，要留 96 MB.*没有保存；查看照常/)
    await expectReading()
    await visitor(running).do('POST', '/api/sign-in', { userName: '管理员', password })
    await leaveFree(200)
    expect((await writer.by.ask(asked)).status).toBe(200)
    await pastTheWalls(dataFolder, expectWhole)
  })

  test('将满时启动：说清楚，照样能看', async () => {
    await running.product.stop()
    await leaveFree(80)
    running.product = await startProduct({ dataFolder, environment: reserve })
    expect(running.product.output()).toMatch(/服务器磁盘将满（只剩 \d+ MB，要留 96 MB）/)
    await expectReading()
    expect((await write()).told.status).toBe(507)
    await leaveFree(200)
    expect((await write()).told.status).toBe(200)
  })

  test('一个字节也不剩：看照常，存的回同一句话，服务不倒，腾出就恢复', async () => {
    await leaveFree(0)
    await expectReading()
    expect((await write()).told.status).toBe(507)
    await leaveFree(200)
    expect((await write()).told.status).toBe(200)
  })

  test('没有预留而真的写满：答复过的一条不丢，腾出空间（必要时再启动）接着记', async () => {
    await running.product.stop()
    await leaveFree(80)
    running.product = await startProduct({ dataFolder, environment: { GONGDAO_DISK_RESERVE_MB: '0' } })
    await leaveFree(0)
    const written: Asked[] = []
    const refused: Asked[] = []
    for (let attempt = 0; attempt < 2000 && refused.length < 3; attempt += 1) {
      const outcome = await write().catch(() => null)
      if (outcome === null) break // PostgreSQL has stopped, and the server with it
      if (outcome.told.status === 200) written.push(outcome.asked)
      else {
        expect([503, 507]).toContain(outcome.told.status)
        refused.push(outcome.asked)
      }
    }
    await leaveFree(200)
    running.product = await reachOrRestart(running.product)
    for (const asked of written) expect((await writer.by.ask(asked)).status).toBe(200)
    for (const asked of refused) expect((await writer.by.ask(asked)).status).toBe(200)
    await pastTheWalls(dataFolder, async (client) => {
      await expectWhole(client)
      await expectLogsHold(client, dataFolder)
    })
  })
})

/** Stops what is left of it and starts anew. */
async function reachOrRestart(product: Product): Promise<Product> {
  await product.stop()
  const outcome = await runProduct({ dataFolder, environment: reserve })
  if ('exitCode' in outcome) throw new Error(outcome.output)
  return outcome
}
