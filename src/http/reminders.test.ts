import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  receiveMail,
  receivePosts,
  until,
  type MailReceiver,
  type PostReceiver,
} from '../../test/support/receivers.ts'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { asColleague, type SignedInTown } from '../../test/support/town-app.ts'
import { startJobQueue } from '../storage/job-queue.ts'
import { createMessenger } from './outbound/create-messenger.ts'
import { deliver } from './reminders/deliver.ts'
import { isReminderHour, remindTowns } from './reminders/remind-towns.ts'
import { startReminders } from './reminders/start-reminders.ts'

let town: StaffedTown
let staff: SignedInTown
let admin: SignedInTown
let second: SignedInTown
let mail: MailReceiver
let hook: PostReceiver

beforeAll(async () => {
  town = await startStaffedTown()
  ;[mail, hook] = await Promise.all([receiveMail(), receivePosts()])
  staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  admin = await asColleague(town, { userName: '系统员', roles: ['systemAdmin'] })
  second = await asColleague(town, { userName: '第二人', roles: ['office'] })
  // As if everybody had been given an account with a password.
  await town.signInPool.query(`update account set password_hash = 'set' where password_hash is null`)
})
afterAll(async () => {
  await town.stop()
  await Promise.all([mail.stop(), hook.stop()])
})

function openTheWays(): void {
  const settings = { mail: { url: mail.url, from: 'gongdao@example.cn' }, webhookHosts: [hook.host] }
  Object.assign(town.services, { messenger: createMessenger(settings, () => 'https://gongdao.example.cn') })
}

const due = async (who: SignedInTown) => (await who.send('GET', '/api/due')).body.due
const reminders = async (who: SignedInTown) => (await who.send('GET', '/api/reminders')).body.reminders
const settings = async () => (await admin.send('GET', '/api/reminders/settings')).body

function robot(changes: object = {}) {
  const body = {
    kind: 'wecom',
    title: '考核群',
    address: `http://${hook.host}/send?key=1`,
    secret: null,
    roles: ['office'],
  }
  return admin.send('POST', '/api/reminders/robots', { body: { ...body, ...changes }, key: crypto.randomUUID() })
}

/** Later, with everybody still signed in. */
async function moveTo(now: string): Promise<void> {
  town.clock.now = new Date(now)
  await town.signInPool.query(
    `update session set created_at = $1, last_seen_at = $1, second_factor_at = $1, expires_at = $1::timestamptz + '7 days'`,
    [town.clock.now],
  )
}

async function robotCalled(wanted: string): Promise<string> {
  return (await settings()).robots.find(({ title }: { title: string }) => title === wanted).id
}

/** Sends what waits, as the queue does, until nothing waits any more. */
async function sendAll(): Promise<void> {
  const queue = await startJobQueue({
    appUrl: town.database.appUrl,
    tasks: { remind: async () => {}, deliver: (payload) => deliver(payload, town.services) },
    schedule: '0 0 1 1 *',
    onFault: (_task, error) => {
      throw error
    },
  })
  await until(async () =>
    (await settings()).deliveries.every(
      ({ state }: { state: string }) => state !== 'waiting' && state !== 'claimed',
    ),
  )
  await queue.stop()
}

describe('待办与到期', () => {
  test('登记以后：考核办的别人待确认，本人待签收，登记人自己没有', async () => {
    expect(await due(second)).toEqual([])
    await town.recordOne()
    expect(await due(second)).toMatchObject([
      {
        kind: 'entries-unconfirmed',
        title: '1条记录待确认',
        count: 1,
        dueOn: '2026-11-27',
        daysLeft: 5,
        isOverdue: false,
        path: '/entries/confirm',
      },
    ])
    expect(await due(town)).toEqual([])
    expect(await due(staff)).toMatchObject([
      { kind: 'entries-to-sign', title: '1条关于您的记录待签收', dueOn: null },
    ])
    expect(await due(admin)).toEqual([])
  })

  test('没有身份的账号问不到，没有登录的也问不到', async () => {
    const nobody = await asColleague(town, { userName: '无身份', roles: [] })
    expect((await nobody.send('GET', '/api/due')).status).toBe(403)
    expect((await town.send('GET', '/api/due', { headers: { cookie: '' } })).status).toBe(401)
  })
})

describe('邮件地址', () => {
  test('没有设置发邮件的，说明白，不收地址', async () => {
    expect((await staff.send('GET', '/api/reminders/address')).body).toEqual({
      isOffered: false,
      email: null,
      isOn: false,
    })
    const refused = await staff.send('PUT', '/api/reminders/address', {
      body: { email: 'he@example.cn', isOn: true },
    })
    expect([refused.status, refused.body.error.code]).toEqual([422, 'mail-not-offered'])
  })

  test('各人设自己的；地址不像样的退回', async () => {
    openTheWays()
    const bad = await staff.send('PUT', '/api/reminders/address', { body: { email: '何青', isOn: true } })
    expect([bad.status, bad.body.error.place]).toEqual([400, 'email'])
    const untested = await staff.send('POST', '/api/reminders/address/test')
    expect(untested.body.error.code).toBe('address-not-on')
    for (const [who, email] of [
      [staff, 'he@example.cn'],
      [second, 'lin@example.cn'],
      [town, 'guan@example.cn'],
    ] as const)
      expect((await who.send('PUT', '/api/reminders/address', { body: { email, isOn: true } })).status).toBe(200)
    expect((await staff.send('GET', '/api/reminders/address')).body).toEqual({
      isOffered: true,
      email: 'he@example.cn',
      isOn: true,
    })
    expect((await admin.send('GET', '/api/reminders/address')).body.email).toBeNull()
  })
})

describe('机器人', () => {
  test.each([
    [{ address: 'https://evil.example/x' }, 422, 'robot-host-unnamed', 'address'],
    [{ address: 'http://qyapi.weixin.qq.com/x' }, 422, 'robot-not-encrypted', 'address'],
    [{ address: '没有' }, 422, 'robot-address-invalid', 'address'],
    [{ kind: 'webhook' }, 422, 'robot-secret-missing', 'secret'],
  ] as const)('%j 退回', async (changes, status, code, place) => {
    const refused = await robot(changes)
    expect([refused.status, refused.body.error.code, refused.body.error.place]).toEqual([status, code, place])
  })

  test('只有系统管理员能设；地址和密钥封存，不再拿出来', async () => {
    const secret = 'SEC-not-to-be-seen'
    const address = `http://${hook.host}/hook?access_token=hidden-token`
    const added = await robot({
      kind: 'dingtalk',
      title: '钉钉群',
      address,
      secret,
      roles: ['office', 'inspector'],
    })
    expect(added.body).toMatchObject({ host: hook.host, hasSecret: true, roles: ['office', 'inspector'] })
    expect(
      (await robot({ kind: 'webhook', title: '街道平台', secret, roles: ['leadingGroup', 'office'] })).status,
    ).toBe(200)
    for (const who of [town, second, staff])
      for (const [method, path] of [
        ['GET', '/api/reminders/settings'],
        ['POST', '/api/reminders/robots'],
      ] as const)
        // The founder looks after the settings until there are administrators.
        expect((await who.send(method, path)).status === 403 || who === town).toBe(true)
    const told = JSON.stringify([added.body, await settings()])
    for (const hidden of [secret, 'hidden-token']) expect(told).not.toContain(hidden)
    const { rows } = await town.pool.connect().then(async (client) => {
      await client.query('begin')
      await client.query(`set local app.tenant_id = '${town.tenantId}'`)
      const read = await client.query(`select sealed_address, sealed_secret from reminder_robot`)
      await client.query('rollback')
      client.release()
      return read
    })
    expect(rows).toHaveLength(2)
    for (const row of rows)
      for (const bytes of Object.values(row)) {
        expect(String(bytes)).not.toContain(secret)
        expect(String(bytes)).not.toContain('hidden-token')
      }
  })
})

describe('到点提醒', () => {
  test('离期限还有5天：只告诉本人有记录要签收；再问一次一条也不多', async () => {
    expect(await remindTowns(town.services)).toBe(1)
    expect(await remindTowns(town.services)).toBe(0)
    expect((await reminders(staff)).map(({ title }: { title: string }) => title)).toEqual([
      '1条关于您的记录待签收',
    ])
    expect(await reminders(second)).toEqual([])
    await sendAll()
    expect(mail.mails.map(({ to }) => to)).toEqual([['he@example.cn']])
    expect(hook.posts).toEqual([])
  })

  test('快到期：考核办听到一次，登记人自己不收邮件；群里各发一条', async () => {
    await moveTo('2026-11-26T02:00:00Z')
    expect(await remindTowns(town.services)).toBe(1)
    expect(await remindTowns(town.services)).toBe(0)
    await sendAll()
    expect(mail.mails.map(({ to }) => to)).toEqual([['he@example.cn'], ['lin@example.cn']])
    expect(hook.posts.map(({ path }) => path).toSorted()).toEqual(['/hook', '/send'])
    for (const { body } of hook.posts) expect(body).toContain('1条记录待确认（11月27日到期）')
    const told = JSON.stringify([mail.mails, hook.posts.map(({ body }) => body)])
    for (const name of ['何青', '脱岗', '2分']) expect(told).not.toContain(name)
  })

  test('逾期再说一次，超过5个工作日再报领导小组；休息日不说', async () => {
    await moveTo('2026-11-28T02:00:00Z')
    expect(await remindTowns(town.services)).toBe(0)
    await moveTo('2026-11-30T02:00:00Z')
    expect(await remindTowns(town.services)).toBe(1)
    await moveTo('2026-12-07T02:00:00Z')
    // By then the first month since the scheme was adopted is over as well, and the next year's holidays are due.
    await remindTowns(town.services)
    const leader = await asColleague(town, { userName: '组长', roles: ['leadingGroup'] })
    expect((await reminders(leader)).map(({ title }: { title: string }) => title)).toEqual([
      '逾期未办：1条记录待确认（应于11月27日办完，已逾期）',
    ])
    expect(await due(leader)).toMatchObject([{ isEscalated: true, isOverdue: true, daysLeft: -6 }])
  })

  test.each([
    ['2026-11-27T00:00:00Z', true],
    ['2026-11-27T10:59:00Z', true],
    ['2026-11-27T11:00:00Z', false],
    ['2026-11-26T23:59:00Z', false],
  ])('%s 是不是说的钟点', (at, expected) => {
    expect(isReminderHour(new Date(at))).toBe(expected)
  })
})

describe('发送', () => {
  test('收不下的写明原因，系统管理员看得到；邮箱只露一半，不写内容', async () => {
    await sendAll()
    hook.answer = { status: 200, body: '{"errcode":93000}' }
    const id = await robotCalled('钉钉群')
    const tested = await admin.send('POST', `/api/reminders/robots/${id}/test`)
    expect(tested.status).toBe(200)
    const again = await admin.send('POST', `/api/reminders/robots/${id}/test`)
    expect([again.status, again.body.error.code]).toEqual([429, 'test-just-sent'])
    expect((await staff.send('POST', '/api/reminders/address/test')).status).toBe(200)
    await sendAll()
    const { deliveries } = await settings()
    expect(deliveries.find(({ state }: { state: string }) => state === 'failed')).toMatchObject({
      channel: 'robot',
      target: '钉钉群',
      problem: '对方没有收下（errcode 93000）',
    })
    const mails = deliveries.filter(({ channel }: { channel: string }) => channel === 'email')
    expect(mails).toContainEqual(
      expect.objectContaining({ target: 'h***@example.cn', title: null, state: 'sent' }),
    )
    expect(await due(admin)).toMatchObject([{ kind: 'deliveries-failed', count: 1 }])
  })

  test('认领过的谁也不再发：显示可能已发出', async () => {
    hook.answer = { status: 200, body: '{"errcode":0}' }
    await moveTo('2026-12-07T02:05:00Z')
    const id = await robotCalled('钉钉群')
    await admin.send('POST', `/api/reminders/robots/${id}/test`)
    const [{ id: deliveryId }] = (await settings()).deliveries
    const posts = hook.posts.length
    // As a process does that is killed between claiming and sending.
    await town.services.inTown(town.tenantId, 'note', async ({ reminders: store }) => {
      expect(await store.claim(deliveryId)).not.toBeNull()
      return { ok: true, value: null }
    })
    await deliver({ tenantId: town.tenantId, deliveryId }, town.services)
    expect(hook.posts).toHaveLength(posts)
    expect((await settings()).deliveries[0]).toMatchObject({ state: 'claimed' })
  })

  test('删去的机器人不再发，也不能再测试', async () => {
    const id = await robotCalled('钉钉群')
    for (const _twice of [1, 2])
      expect((await admin.send('DELETE', `/api/reminders/robots/${id}`)).status).toBe(200)
    expect((await admin.send('POST', `/api/reminders/robots/${id}/test`)).body.error.code).toBe('robot-removed')
    expect((await admin.send('DELETE', `/api/reminders/robots/${crypto.randomUUID()}`)).status).toBe(404)
    expect((await settings()).robots).toHaveLength(1)
  })
})

describe('任务队列', () => {
  test('启动时接着发停下来没发的；数据库断开过也接着跑；停得干净', async () => {
    await moveTo('2026-12-07T02:10:00Z')
    const id = await robotCalled('街道平台')
    await admin.send('POST', `/api/reminders/robots/${id}/test`)
    const posts = hook.posts.length
    const queue = await startReminders(town.services, (options) =>
      startJobQueue({ appUrl: town.database.appUrl, ...options }),
    )
    await until(() => hook.posts.length === posts + 1)
    // The database goes away while a job is under way, and comes back.
    let goOn = () => {}
    hook.hold = new Promise<void>((resolve) => {
      goOn = resolve
    })
    await moveTo('2026-12-07T02:12:00Z')
    await admin.send('POST', `/api/reminders/robots/${id}/test`)
    await until(() => hook.posts.length === posts + 2)
    await asAdmin(`alter database ${town.database.name} with allow_connections false`)
    await asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${town.database.name}'`)
    goOn()
    await until(() => town.faults.some(({ path }) => path === 'deliver'))
    await asAdmin(`alter database ${town.database.name} with allow_connections true`)
    await moveTo('2026-12-07T02:14:00Z')
    await admin.send('POST', `/api/reminders/robots/${id}/test`)
    await until(() => hook.posts.length === posts + 3)
    await queue.stop()
    const { deliveries } = await settings()
    const testsAt = (wanted: string) =>
      deliveries
        .filter(({ at, title }: { at: string; title: string | null }) => at === wanted && title?.includes('测试'))
        .map(({ state }: { state: string }) => state)
    // Sent, and never known to be: it stays claimed.
    expect(testsAt('2026-12-07T02:12:00.000Z')).toEqual(['claimed'])
    expect(testsAt('2026-12-07T02:14:00.000Z')).toEqual(['sent'])
    expect(town.faults.map(({ path }) => path)).toContain('deliver')
  })
})

async function asAdmin(statement: string): Promise<void> {
  const address = new URL(town.database.adminUrl)
  address.pathname = '/postgres'
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  await client.query(statement)
  await client.end()
}
