import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { accept } from '../../domain/primitives/result.ts'
import { createStorage } from '../create-storage.ts'
import { listMigrations, migrate } from '../migrate.ts'
import { testSigner } from '../../../test/support/test-signer.ts'

const accountId = '00000000-0000-4000-8000-00000000000a'
const townId = '00000000-0000-4000-8000-000000000001'
const at = new Date('2026-11-20T02:00:00Z')
const live = { at, idleSince: new Date('2026-11-19T14:00:00Z') }

let database: TestDatabase
let pool: pg.Pool

/** A database of the version before sessions had ids, with two sessions in it, brought to today's tables. */
beforeAll(async () => {
  database = await cloneDatabase()
  const admin = new pg.Client({ connectionString: inject('databaseServer').adminUrl })
  await admin.connect()
  await admin.query(`drop database ${database.name}`)
  await admin.query(`create database ${database.name} owner gongdao_owner`)
  await admin.end()
  const migrations = listMigrations()
  await migrate(
    database.ownerUrl,
    migrations.filter(({ name }) => name < '0004'),
  )
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(`insert into account values ('${accountId}', '张三', '张三', 'hash one', now())`)
  for (const token of ['01', '02'])
    await owner.query(
      `insert into session values ('\\x${token}', '${accountId}', '${townId}', $1, $1, '2026-11-27')`,
      [at],
    )
  await owner.end()
  await migrate(database.ownerUrl, migrations)
  pool = new pg.Pool({ connectionString: database.signInUrl })
  pool.on('error', () => {})
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

function accounts() {
  return createStorage({ app: pool, signIn: pool }, testSigner).inAccounts
}

test('升级前的登录还在，各有编号，来处不详', async () => {
  const listed = await accounts()(async (store) => accept(await store.sessionsOf(accountId, live)))
  const sessions = listed.ok ? listed.value : []
  expect(sessions).toMatchObject([
    { address: '', userAgent: '', createdAt: at },
    { address: '', userAgent: '', createdAt: at },
  ])
  expect(new Set(sessions.map(({ id }) => id)).size).toBe(2)
})

test('过了期限或久不操作的不在列，也清得掉', async () => {
  const counts = await accounts()(async (store) => {
    const idle = { at, idleSince: new Date(at.getTime() + 1) }
    const late = { ...live, at: new Date('2026-11-27T00:00:00Z') }
    const listed = [
      (await store.sessionsOf(accountId, idle)).length,
      (await store.sessionsOf(accountId, late)).length,
    ]
    await store.removeEndedSessions(live)
    const kept = (await store.sessionsOf(accountId, live)).length
    await store.removeEndedSessions(idle)
    return accept([...listed, kept, (await store.sessionsOf(accountId, live)).length])
  })
  expect(counts).toEqual(accept([0, 0, 2, 0]))
})

test('密码正在换，问旧密码的要等；换成了就不再是', async () => {
  let isAnswered = false
  let change = (): void => {}
  const asked = new Promise<void>((resolve) => {
    change = resolve
  })
  let asking: Promise<unknown> = Promise.resolve()
  const changing = accounts()(async (store) => {
    await store.replacePassword(accountId, 'hash two')
    asking = accounts()(async (other) => accept(await other.holdPassword(accountId, 'hash one'))).finally(() => {
      isAnswered = true
    })
    await asked
    return accept(null)
  })
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  await expect.poll(async () => (await pool.query(waiting)).rowCount).toBe(1)
  expect(isAnswered).toBe(false)
  change()
  await changing
  expect(await asking).toEqual(accept(false))
})

test('减到零的不留一行', async () => {
  const left = await accounts()(async (store) => {
    await store.writeFailures('甲', { failures: 2, lastAt: at })
    await store.forgiveFailures('甲', 'one')
    const one = await store.readFailures(['甲', '乙'])
    await store.forgiveFailures('甲', 'one')
    return accept([one, await store.readFailures(['甲'])])
  })
  expect(left).toEqual(accept([new Map([['甲', { failures: 1, lastAt: at }]]), new Map()]))
})
