import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTown, type SignedInTown } from '../../test/support/town-app.ts'
import { accept } from '../domain/primitives/result.ts'
import { createApp } from '../http/create-app.ts'
import { countAttempt, forgiveAttempt } from './count-attempt.ts'
import { userNameKey } from './user-name-key.ts'

let town: SignedInTown
let at: Date
beforeAll(async () => {
  town = await startTown()
  at = town.clock.now
})
afterAll(() => town.stop())

function later(seconds: number): void {
  at = new Date(at.getTime() + seconds * 1000)
}

/** The seconds to wait, with whose count it is; 0 when the attempt was let through. */
async function attempt(typed: string, address: string): Promise<string | 0> {
  const counted = await town.services.inAccounts((accounts) =>
    countAttempt({ name: { userNameKey: userNameKey(typed), tenantId: town.tenantId }, address }, at, accounts),
  )
  return counted.ok ? 0 : `${counted.refusal.scope} ${String(counted.refusal.waitSeconds)}`
}

async function attempts(count: number, userName: string, address: string) {
  const waits: (string | 0)[] = []
  for (let turn = 0; turn < count; turn += 1) waits.push(await attempt(userName, address))
  return waits
}

async function rows(): Promise<number> {
  return (await town.signInPool.query('select from failed_attempt')).rowCount ?? 0
}

describe('输错密码以后', () => {
  test('同一用户名同一地址：前五次不等，再往后越等越久；等的时候再试不加重', async () => {
    expect(await attempts(7, '甲', '10.0.0.1')).toEqual([0, 0, 0, 0, 0, 'pair 2', 'pair 2'])
    later(2)
    expect(await attempts(2, '甲', '10.0.0.1')).toEqual([0, 'pair 4'])
    later(4)
    expect(await attempts(2, ' 甲', '10.0.0.1')).toEqual([0, 'pair 8'])
  })

  test('一个地址怎么猜，也不连累在别处的本人', async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      later(90)
      await attempt('乙', '10.0.0.2')
    }
    expect(await attempt('乙', '10.0.9.9')).toBe(0)
  })

  test('许多地址一起猜一个用户名，也慢下来，最多每次一分钟', async () => {
    for (let host = 0; host < 4; host += 1)
      expect(await attempts(5, '丙', `10.1.0.${String(host)}`)).toEqual([0, 0, 0, 0, 0])
    expect(await attempts(2, '丙', '10.1.0.200')).toEqual([0, 'account 2'])
    for (let host = 0; host < 12; host += 1) {
      later(60)
      expect(await attempt('丙', `10.1.1.${String(host)}`)).toBe(0)
    }
    expect(await attempt('丙', '10.1.2.1')).toBe('account 60')
  })

  test('有没有这个用户，等得一样；正登录着的地址不受别处的影响', async () => {
    await town.signInPool.query(`update session set address = '10.2.9.1'`)
    for (const userName of ['管理员', '查无此人'])
      for (let host = 0; host < 5; host += 1) await attempts(5, userName, `10.2.0.${String(host)}`)
    expect([await attempt('管理员', '10.2.1.1'), await attempt('查无此人', '10.2.1.1')]).toEqual([
      'account 2',
      'account 2',
    ])
    expect(await attempt('管理员', '10.2.9.1')).toBe(0)
  })

  test('一个地址猜许多用户名，也慢下来', async () => {
    const waits: (string | 0)[] = []
    for (let turn = 0; turn < 32; turn += 1) waits.push(await attempt(`第${String(turn)}人`, '10.3.0.1'))
    expect(waits.slice(-2)).toEqual([0, 'address 2'])
    expect(waits.filter((wait) => wait !== 0)).toHaveLength(1)
  })

  test('一起来的也只放过五个', async () => {
    const waits = await Promise.all(Array.from({ length: 20 }, () => attempt('丁', '10.4.0.1')))
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5)
  })

  test('输对了就从头算起，不给同一出口的人添次数', async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      expect(await attempt('戊', '10.5.0.1')).toBe(0)
      await town.services.inAccounts(async (accounts) =>
        accept(
          await forgiveAttempt(
            { name: { userNameKey: '戊', tenantId: town.tenantId }, address: '10.5.0.1' },
            accounts,
          ),
        ),
      )
    }
    expect(await attempts(6, '戊', '10.5.0.1')).toEqual([0, 0, 0, 0, 0, 'pair 2'])
  })
})

describe('记在数据库里', () => {
  test('重新启动也还记得', async () => {
    const guess = { userName: '己', password: '猜猜猜猜猜猜猜猜猜猜' }
    for (let turn = 0; turn < 5; turn += 1) await town.send('POST', '/api/sign-in', { body: guess })
    const restarted = createApp(town.services)
    const answer = await restarted.request('http://127.0.0.1:4680/api/sign-in', {
      method: 'POST',
      headers: { host: '127.0.0.1:4680', 'content-type': 'application/json' },
      body: JSON.stringify(guess),
    })
    expect(answer.status).toBe(429)
  })

  test('看不出试过哪个用户名', async () => {
    const { rows: kept } = await town.signInPool.query<{ length: number; readable: boolean }>(
      `select octet_length(key_hash) as length, position(convert_to('管理员', 'UTF8') in key_hash) > 0 as readable
         from failed_attempt`,
    )
    expect(kept.length).toBeGreaterThan(10)
    expect(kept.every(({ length, readable }) => length === 32 && !readable)).toBe(true)
  })

  test('一小时没有再错就忘掉', async () => {
    later(3601)
    expect(await attempt('甲', '10.0.0.1')).toBe(0)
    expect(await rows()).toBe(3)
  })

  test('再多也有个限度，先忘掉次数少的', async () => {
    await attempts(5, '庚', '10.6.0.1')
    await town.signInPool.query(
      `insert into failed_attempt select sha256(n::text::bytea), 1, $1 from generate_series(1, 12000) n`,
      [at],
    )
    expect(await attempt('庚', '10.6.0.1')).toBe('pair 2')
    later(2)
    await attempt('庚', '10.6.0.1')
    expect(await rows()).toBe(10_000)
  })
})
