import { Secret, TOTP } from 'otpauth'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomUUID } from 'node:crypto'
import { startEmbedded } from '../../src/storage/embedded/start-embedded.ts'
import { chooseStorageHome } from '../../src/storage/embedded/storage-home.ts'
import { newDataFolder, removeDataFolder, startProduct, type Product } from '../e2e/support/product.ts'
import { receiveMail, receivePosts, until, type MailReceiver, type PostReceiver } from '../support/receivers.ts'

const dataFolder = newDataFolder()
let mail: MailReceiver
let hook: PostReceiver
beforeAll(async () => {
  ;[mail, hook] = await Promise.all([receiveMail(), receivePosts()])
})
afterAll(async () => {
  await Promise.all([mail.stop(), hook.stop()])
  await removeDataFolder(dataFolder)
})

type Browser = { product: Product; cookie: string }

async function send(browser: Browser, method: string, path: string, body?: unknown) {
  const response = await fetch(`${browser.product.baseUrl}${path}`, {
    method,
    headers: {
      cookie: browser.cookie,
      'idempotency-key': randomUUID(),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const setCookie = response.headers.get('set-cookie')?.split(';')[0]
  if (setCookie !== undefined) browser.cookie = setCookie
  // oxlint-disable-next-line typescript/no-explicit-any -- the answer's shape is what the test looks at
  const answer: any = await response.json()
  expect(response.status, JSON.stringify(answer)).toBe(200)
  return answer
}

function start(): Promise<Product> {
  const environment = {
    GONGDAO_SMTP_URL: mail.url,
    GONGDAO_MAIL_FROM: 'gongdao@example.cn',
    GONGDAO_WEBHOOK_HOSTS: hook.host,
  }
  return startProduct({ dataFolder, environment })
}

/** The first account, which looks after the settings until there are administrators, with its second factor. */
async function setUp(product: Product): Promise<Browser> {
  const browser: Browser = { product, cookie: '' }
  const token = new URL(product.setUpLink ?? '').searchParams.get('token')
  const password = '清风徐来水波不兴2026'
  await send(browser, 'POST', '/api/set-up', { token, townName: '清源镇', userName: '管理员', password })
  const { typed } = await send(browser, 'POST', '/api/account/second-factor/offer')
  const phone = new TOTP({ secret: Secret.fromBase32(typed.replaceAll(' ', '')) })
  await send(browser, 'POST', '/api/account/second-factor', { code: phone.generate() })
  return browser
}

/** Past the product: every delivery as it lies in the database. */
async function states(): Promise<string[]> {
  const database = await startEmbedded({ home: chooseStorageHome({ GONGDAO_DATA: dataFolder }), say: () => {} })
  const url = new URL(database.adminUrl)
  url.pathname = new URL(database.ownerUrl).pathname
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    const { rows } = await client.query<{ state: string }>('select state from delivery order by state')
    return rows.map(({ state }) => state)
  } finally {
    await client.end()
    await database.stop()
  }
}

test('发到一半被杀：没有一条发第二次；等着的，重新启动后接着发', async () => {
  const browser = await setUp(await start())
  const robots: string[] = []
  for (const title of ['甲', '乙', '丙']) {
    const robot = {
      kind: 'webhook',
      title,
      address: `http://${hook.host}/${robots.length}`,
      secret: 'key',
      roles: ['office'],
    }
    robots.push((await send(browser, 'POST', '/api/reminders/robots', robot)).id)
  }
  await send(browser, 'PUT', '/api/reminders/address', { email: 'someone@example.cn', isOn: true })
  // Both receivers have taken everything in and answer nothing: the two that are sent at a time hang in mid-delivery.
  const never = new Promise<void>(() => {})
  mail.hold = never
  hook.hold = never
  await send(browser, 'POST', '/api/reminders/address/test')
  await until(() => mail.mails.length === 1)
  await send(browser, 'POST', `/api/reminders/robots/${robots[0] ?? ''}/test`)
  await until(() => hook.posts.length === 1)
  for (const id of robots.slice(1)) await send(browser, 'POST', `/api/reminders/robots/${id}/test`)
  await browser.product.kill()
  expect([mail.mails.length, hook.posts.length]).toEqual([1, 1])
  hook.hold = null
  mail.hold = null
  browser.product = await start()
  await until(() => hook.posts.length === 3)
  await until(async () => {
    const { deliveries } = await send(browser, 'GET', '/api/reminders/settings')
    return deliveries.filter(({ state }: { state: string }) => state === 'sent').length === 2
  })
  expect(await browser.product.stop()).toBe(0)
  expect(mail.mails.map(({ to }) => to)).toEqual([['someone@example.cn']])
  expect(hook.posts.map(({ path }) => path).toSorted()).toEqual(['/0', '/1', '/2'])
  expect(await states()).toEqual(['claimed', 'claimed', 'sent', 'sent'])
})
