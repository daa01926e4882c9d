import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmbedded, type EmbeddedDatabase } from '../../src/storage/embedded/start-embedded.ts'
import { chooseStorageHome } from '../../src/storage/embedded/storage-home.ts'
import { startDatabase } from '../../src/storage/start-database.ts'
import { newDataFolder, removeDataFolder } from '../e2e/support/product.ts'

// A PostgreSQL of somebody else's: the embedded one plays it, on a database and with roles of its own.
const serverFolder = newDataFolder()
const ownFolder = newDataFolder()
let server: EmbeddedDatabase
let url = ''

beforeAll(async () => {
  server = await startEmbedded({ home: chooseStorageHome({ GONGDAO_DATA: serverFolder }), say: () => {} })
  await asAdmin(
    'drop database gongdao',
    'drop role gongdao_app',
    'drop role gongdao_sign_in',
    `create role town_owner login createrole password 'a town''s own'`,
    `create role plain_owner login password 'plain'`,
    'create database town owner town_owner',
    'create database plain owner plain_owner',
    `create database latin owner town_owner encoding 'LATIN1' locale 'C' template template0`,
  )
  url = addressOf('town_owner', "a town's own", 'town')
})

afterAll(async () => {
  await server.stop()
  await removeDataFolder(serverFolder)
  await removeDataFolder(ownFolder)
})

async function asAdmin(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server.adminUrl })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

function addressOf(user: string, password: string, database: string): string {
  const address = new URL(server.adminUrl)
  address.username = user
  address.password = password
  address.pathname = `/${database}`
  return address.href
}

function startWith(environment: Record<string, string>) {
  return startDatabase({ environment: { GONGDAO_DATA: ownFolder, ...environment }, say: () => {} })
}

async function refusalOf(environment: Record<string, string>) {
  const outcome = await startWith(environment)
  return outcome.ok ? null : outcome.refusal
}

describe('用现成的 PostgreSQL', () => {
  test('没有建角色的权限时，请管理员建', async () => {
    const refusal = await refusalOf({ DATABASE_URL: addressOf('plain_owner', 'plain', 'plain') })
    expect(refusal).toMatchObject({ kind: 'role-uncreatable', role: 'gongdao_app' })
  })

  test('建好应用角色，再次启动用同一口令、同一把钥匙', async () => {
    const first = await startWith({ DATABASE_URL: url })
    const second = await startWith({ DATABASE_URL: url })
    expect(first.ok && second.ok && first.value.appUrl === second.value.appUrl).toBe(true)
    expect(first.ok && second.ok && first.value.signInUrl === second.value.signInUrl).toBe(true)
    // What seals the second factors lies in the data folder, not in that database.
    const kept = JSON.parse(readFileSync(join(ownFolder, 'keys.json'), 'utf8'))
    for (const started of [first, second])
      expect(started.ok && Buffer.from(started.value.sealingKey).toString('base64')).toBe(kept.secondFactor)
    const client = new pg.Client({ connectionString: first.ok ? first.value.appUrl : '' })
    await client.connect()
    const { rows } = await client.query('select current_user as "user", current_database() as database')
    await client.end()
    expect(rows).toEqual([{ user: 'gongdao_app', database: 'town' }])
  })

  test('应用角色可以由管理员给，但名字要对', async () => {
    for (const role of ['gongdao_app', 'gongdao_sign_in'])
      await asAdmin(`alter role ${role} password 'given by hand'`)
    const given = {
      DATABASE_APP_URL: addressOf('gongdao_app', 'given by hand', 'plain'),
      DATABASE_SIGN_IN_URL: addressOf('gongdao_sign_in', 'given by hand', 'plain'),
    }
    const owner = addressOf('plain_owner', 'plain', 'plain')
    expect(await refusalOf({ DATABASE_URL: owner, ...given })).toBeNull()
    expect(await refusalOf({ DATABASE_URL: owner, ...given, DATABASE_SIGN_IN_URL: owner })).toEqual({
      kind: 'role-misnamed',
      role: 'gongdao_sign_in',
      variable: 'DATABASE_SIGN_IN_URL',
      name: 'plain_owner',
    })
  })

  test.each(['superuser', 'bypassrls'])('应用角色有 %s 时不启动', async (power) => {
    const given = addressOf('gongdao_app', 'given by hand', 'town')
    await asAdmin(`alter role gongdao_app ${power}`)
    const refusal = await refusalOf({ DATABASE_URL: url, DATABASE_APP_URL: given })
    await asAdmin(`alter role gongdao_app no${power}`)
    expect(refusal).toMatchObject({ kind: 'role-too-powerful', role: 'gongdao_app' })
  })

  test('应用角色就是库主时不启动', async () => {
    await asAdmin('alter database town owner to gongdao_app')
    const given = addressOf('gongdao_app', 'given by hand', 'town')
    const refusal = await refusalOf({ DATABASE_URL: url, DATABASE_APP_URL: given })
    await asAdmin('alter database town owner to town_owner')
    expect(refusal).toMatchObject({ kind: 'role-too-powerful', role: 'gongdao_app' })
  })
})

describe('现成的 PostgreSQL 用不了时', () => {
  test.each([
    ['口令不对', () => addressOf('town_owner', 'wrong', 'town'), '用户名或口令不对'],
    ['没有这个库', () => addressOf('town_owner', "a town's own", 'nowhere'), '没有这个库'],
    ['没有人在听', () => 'postgres://a:b@127.0.0.1:1/town', '没有在听这个端口'],
  ])('%s', async (_title, address, reason) => {
    const refusal = await refusalOf({ DATABASE_URL: address() })
    expect(refusal).toMatchObject({ kind: 'database-unreachable', reason: expect.stringContaining(reason) })
    expect(JSON.stringify(refusal)).not.toContain('wrong')
  })

  test.each(['mysql://a:b@c/d', 'postgres://only-host', '随便写的'])('地址不像样：%s', async (text) => {
    expect(await refusalOf({ DATABASE_URL: text })).toEqual({
      kind: 'database-url-invalid',
      variable: 'DATABASE_URL',
    })
  })

  test('编码不是 UTF8', async () => {
    const refusal = await refusalOf({ DATABASE_URL: addressOf('town_owner', "a town's own", 'latin') })
    expect(refusal).toMatchObject({ kind: 'database-encoding', encoding: 'LATIN1' })
  })

  test('版本太旧', async () => {
    const { old, port } = await serveOldPostgres()
    const refusal = await refusalOf({ DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/town` })
    old.close()
    expect(refusal).toMatchObject({ kind: 'database-too-old', version: '14.19' })
  })
})

/** As much of a PostgreSQL 14 as answers one question: the wire protocol's sign-in and one row of text. */
function serveOldPostgres(): Promise<{ old: Server; port: number }> {
  const fields = { number: '140019', version: '14.19', encoding: 'UTF8' }
  const ready = message('Z', Buffer.from('I'))
  const old = createServer((socket) => {
    socket.once('data', () => {
      socket.write(Buffer.concat([message('R', int32(0)), ready]))
      socket.on('data', (chunk) => {
        if (chunk.toString('latin1', 0, 1) === 'Q')
          socket.write(Buffer.concat([rowOf(fields), message('C', Buffer.from('SELECT 1\0')), ready]))
      })
    })
  })
  return new Promise((resolve) => {
    old.listen(0, '127.0.0.1', () => {
      const address = old.address()
      resolve({ old, port: typeof address === 'object' && address !== null ? address.port : 0 })
    })
  })
}

function rowOf(fields: Readonly<Record<string, string>>): Buffer {
  const [textType, wholeType] = [25, 23]
  const columns = Object.keys(fields).map((name) =>
    Buffer.concat([
      Buffer.from(`${name}\0`),
      int32(0),
      int16(0),
      int32(name === 'number' ? wholeType : textType),
      int16(-1),
      int32(-1),
      int16(0),
    ]),
  )
  const values = Object.values(fields).map((value) => Buffer.concat([int32(value.length), Buffer.from(value)]))
  return Buffer.concat([
    message('T', Buffer.concat([int16(columns.length), ...columns])),
    message('D', Buffer.concat([int16(values.length), ...values])),
  ])
}

function message(kind: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body])
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}
