import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { decodeLedgerRow, encodeLedgerRow } from '../../src/domain/ledger/canonical-encoding.ts'
import { readPostmaster } from '../../src/storage/embedded/postmaster.ts'
import { startEmbedded } from '../../src/storage/embedded/start-embedded.ts'
import { chooseStorageHome } from '../../src/storage/embedded/storage-home.ts'
import { newDataFolder, removeDataFolder, startProduct, type Product } from '../e2e/support/product.ts'

const dataFolder = newDataFolder()
afterAll(() => removeDataFolder(dataFolder))

const writers = 8
const password = '清风徐来水波不兴2026'

type Deed = { readonly staffNumber: string; readonly ruleId: string }
type Attempt = { readonly key: string; entryId: string | null }

/** A browser of the owner's on whatever process answers at the moment. */
type Browser = { product: Product; cookie: string }

async function send(browser: Browser, method: string, path: string, body?: unknown, key?: string) {
  const response = await fetch(`${browser.product.baseUrl}${path}`, {
    method,
    headers: {
      cookie: browser.cookie,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
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

/** Keeps eight recordings under way until the server is gone; answers what was tried and what was acknowledged. */
async function recordUntilGone(browser: Browser, deed: Deed, killAfter: number) {
  const attempts: Attempt[] = []
  let acknowledged = 0
  const kills: Promise<void>[] = []
  const write = async (): Promise<void> => {
    for (;;) {
      const attempt: Attempt = { key: randomUUID(), entryId: null }
      attempts.push(attempt)
      try {
        attempt.entryId = await record(browser, attempt.key, deed)
      } catch (error) {
        if (kills.length === 0) throw error
        return
      }
      acknowledged += 1
      if (acknowledged === killAfter) kills.push(browser.product.kill())
    }
  }
  await Promise.all(Array.from({ length: writers }, write))
  await Promise.all(kills)
  return attempts
}

async function record(browser: Browser, key: string, { staffNumber, ruleId }: Deed): Promise<string> {
  const finding = { about: { kind: 'people', staffNumbers: [staffNumber] }, ruleId, quantity: '1', note: key }
  const answer = await send(browser, 'POST', '/api/entries', { ...finding, occurredOn: '2025-06-03' }, key)
  return answer.entries[0].id
}

async function setUp(product: Product): Promise<Browser> {
  const browser: Browser = { product, cookie: '' }
  const token = new URL(product.setUpLink ?? '').searchParams.get('token')
  await send(browser, 'POST', '/api/set-up', { token, townName: '清源镇', userName: '管理员', password })
  // Who has no second factor yet looks at the sample first.
  const { town } = await send(browser, 'POST', '/api/sample')
  const session = await send(browser, 'GET', '/api/session')
  expect(session).toMatchObject({ signedIn: true, town: { id: town.id, isSample: true } })
  expect(session.actions).toContain('entry.record')
  return browser
}

/** Someone of the sample, and a plain rule on that person's sheet. */
async function chooseDeed(browser: Browser): Promise<Deed> {
  const { people } = await send(browser, 'GET', '/api/people')
  const { staffNumber } = people.find(({ stays }: { stays: { post: string }[] }) =>
    stays.every(({ post }) => post === '工作人员'),
  )
  const { rules } = await send(browser, 'GET', `/api/people/${staffNumber}/rules?on=2025-06-03`)
  const { ruleId } = rules.find(
    (one: { effect: string; isCountUnit: boolean; blocked: string | null }) =>
      one.effect === 'deduct' && one.isCountUnit && one.blocked === null,
  )
  return { staffNumber, ruleId }
}

async function entryIdsByNote(browser: Browser): Promise<Map<string, string[]>> {
  const ids = new Map<string, string[]>()
  for (let page = 1; ; page += 1) {
    const { entries } = await send(browser, 'GET', `/api/entries?page=${String(page)}&pageSize=500`)
    for (const { id, note } of entries) ids.set(note, [...(ids.get(note) ?? []), id])
    if (entries.length < 500) return ids
  }
}

/** Behind row-level security and past the product: the rows as they lie on the disk. */
async function readLedgers(): Promise<Record<string, unknown>[]> {
  const database = await startEmbedded({ home: chooseStorageHome({ GONGDAO_DATA: dataFolder }), say: () => {} })
  const url = new URL(database.adminUrl)
  url.pathname = new URL(database.ownerUrl).pathname
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    return (await client.query('select * from ledger_row order by tenant_id, position')).rows
  } finally {
    await client.end()
    await database.stop()
  }
}

test('写到一半被杀：答复过的一条不丢，没答复的重发只记一次，台账连续完整', async () => {
  const browser = await setUp(await startProduct({ dataFolder, args: ['--sample'] }))
  const deed = await chooseDeed(browser)
  for (const [killAfter, withDatabase] of [
    [40, false],
    [25, true],
    [60, false],
  ] as const) {
    const attempts = await recordUntilGone(browser, deed, killAfter)
    const postmaster = readPostmaster(join(dataFolder, 'postgres'))
    if (withDatabase && postmaster !== null) process.kill(postmaster.pid, 'SIGKILL')
    browser.product = await startProduct({ dataFolder })
    const found = await entryIdsByNote(browser)
    for (const { key, entryId } of attempts) if (entryId !== null) expect(found.get(key)).toEqual([entryId])
    const lost = attempts.filter(({ entryId }) => entryId === null)
    expect(lost.length).toBeGreaterThan(0)
    for (const attempt of lost) attempt.entryId = await record(browser, attempt.key, deed)
    const repaired = await entryIdsByNote(browser)
    for (const { key, entryId } of attempts) expect(repaired.get(key)).toEqual([entryId])
  }
  expect(await browser.product.stop()).toBe(0)
  const rows = await readLedgers()
  expect(rows.length).toBeGreaterThan(125)
  expect(rows.map(({ position }) => Number(position))).toEqual(rows.map((_row, index) => index + 1))
  for (const row of rows) {
    const { canonical } = row
    if (!(canonical instanceof Uint8Array)) throw new Error('the encoding is bytes')
    const decoded = decodeLedgerRow(new Uint8Array(canonical))
    expect(decoded).toMatchObject({ tenantId: row['tenant_id'], position: Number(row['position']), id: row['id'] })
    expect(Buffer.from(encodeLedgerRow(decoded)).equals(canonical)).toBe(true)
  }
})
