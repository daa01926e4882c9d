import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finding, startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { ownerPassword } from '../../test/support/town-app.ts'
import type { DiskShortage } from '../commands/outage.ts'
import { createApp } from './create-app.ts'

let town: StaffedTown
let shortage: DiskShortage | null = null

beforeAll(async () => {
  town = await startStaffedTown()
})
afterAll(() => town.stop())

const nearlyFull = { freeBytes: 100 * 1_048_576, reserveBytes: 256 * 1_048_576 }

async function ask(method: string, path: string, body?: unknown, cookie = town.cookie) {
  const app = createApp({ ...town.services, disk: { shortage: () => Promise.resolve(shortage) } })
  const response = await app.request(`http://127.0.0.1:4680${path}`, {
    method,
    headers: {
      host: '127.0.0.1:4680',
      cookie,
      'idempotency-key': randomUUID(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  // oxlint-disable-next-line typescript/no-explicit-any -- the answer's shape is what the tests look at
  const answer: any = await response.json()
  return { status: response.status, body: answer }
}

test('磁盘将满：不再存，一句话说还剩多少；台账里没有多出一行', async () => {
  const before = await town.ledgerRows()
  shortage = nearlyFull
  const refused = await ask('POST', '/api/entries', finding)
  expect([refused.status, refused.body.error.code]).toEqual([507, 'disk-full'])
  expect(refused.body.error.message).toBe(
    '服务器磁盘将满（只剩 100 MB，要留 256 MB），这次操作没有保存；查看照常。请管理员清出空间，腾出后自动恢复，不用重启。',
  )
  expect(await town.ledgerRows()).toEqual(before)
})

test('查看、试算、登录和退出照常，查看不因会话而写', async () => {
  shortage = nearlyFull
  const session = 'select last_seen_at from session order by created_at, id'
  const { rows: before } = await town.signInPool.query(session)
  town.clock.now = new Date(town.clock.now.getTime() + 120_000)
  expect((await ask('GET', '/api/people')).status).toBe(200)
  expect((await town.signInPool.query(session)).rows).toEqual(before)
  expect((await ask('POST', '/api/entries/preview', finding)).status).toBe(200)
  const signedIn = await ask('POST', '/api/sign-in', { userName: '管理员', password: ownerPassword }, '')
  expect(signedIn.status).toBe(200)
})

test('腾出空间就恢复', async () => {
  shortage = nearlyFull
  expect((await ask('POST', '/api/entries', finding)).status).toBe(507)
  shortage = null
  expect((await ask('POST', '/api/entries', finding)).status).toBe(200)
})

test('没有身份的人，磁盘满不满都只听到没有身份', async () => {
  shortage = nearlyFull
  expect((await ask('POST', '/api/entries', finding, '')).status).toBe(401)
})
