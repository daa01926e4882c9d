import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadSampleTown } from '../../src/http/load-sample-town.ts'
import { packageVersion } from '../../src/package-version.ts'
import type { Manifest } from '../../src/storage/backup/manifest.ts'
import { restoreBackup } from '../../src/storage/backup/restore-backup.ts'
import { writeBackup } from '../../src/storage/backup/write-backup.ts'
import { startEmbedded, type EmbeddedDatabase } from '../../src/storage/embedded/start-embedded.ts'
import { chooseStorageHome } from '../../src/storage/embedded/storage-home.ts'
import { listMigrations, migrate } from '../../src/storage/migrate.ts'
import { startDatabase } from '../../src/storage/start-database.ts'
import { wireServices } from '../../src/wire-services.ts'
import { newDataFolder, removeDataFolder } from '../e2e/support/product.ts'

// A PostgreSQL of somebody else's, whose owner of the tables is no superuser: every wall stands before it too.
const [serverFolder, ownFolder, otherFolder, beside] = [
  newDataFolder(),
  newDataFolder(),
  newDataFolder(),
  newDataFolder(),
]
let server: EmbeddedDatabase

beforeAll(async () => {
  server = await startEmbedded({ home: chooseStorageHome({ GONGDAO_DATA: serverFolder }), say: () => {} })
  await asAdmin(
    'drop database gongdao',
    'drop role gongdao_app',
    'drop role gongdao_sign_in',
    `create role town_owner login createrole password 'a town''s own'`,
    ...['first', 'second', 'older', 'newer'].map((name) => `create database ${name} owner town_owner`),
  )
})
afterAll(async () => {
  await server.stop()
  for (const folder of [serverFolder, ownFolder, otherFolder, beside]) await removeDataFolder(folder)
})

async function asAdmin(...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server.adminUrl })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

function environmentOf(database: string, folder: string): NodeJS.ProcessEnv {
  const url = new URL(server.adminUrl)
  url.username = 'town_owner'
  url.password = "a town's own"
  url.pathname = `/${database}`
  return { DATABASE_URL: url.href, GONGDAO_DATA: folder }
}

function backUp(database: string, file: string, folder = ownFolder) {
  const how = { keysFile: null, program: packageVersion(), now: () => new Date(), say: () => {} }
  return writeBackup({ ...how, environment: environmentOf(database, folder), file: join(beside, file) })
}

function restore(database: string, file: string, folder = ownFolder) {
  const how = { keysFile: null, into: null, say: () => {} }
  return restoreBackup({ ...how, environment: environmentOf(database, folder), file: join(beside, file) })
}

function contentsOf({ tables }: Manifest): object {
  return Object.fromEntries(tables.map(({ name, rows, sha256 }) => [name, { rows, sha256 }]))
}

test('现成的 PostgreSQL：库主不是超级用户也备份得全，恢复到另一个空库，逐表一样', async () => {
  const started = await startDatabase({ environment: environmentOf('first', ownFolder), say: () => {} })
  if (!started.ok) throw new Error(started.refusal.kind)
  await migrate(started.value.ownerUrl)
  const pools = {
    app: new pg.Pool({ connectionString: started.value.appUrl }),
    signIn: new pg.Pool({ connectionString: started.value.signInUrl }),
  }
  await loadSampleTown(
    wireServices(pools, started.value, () => {}),
    null,
  )
  await Promise.all([pools.app.end(), pools.signIn.end()])
  const { manifest } = await backUp('first', 'first.gongdao')
  expect(manifest.towns.map(({ ledgerRows }) => ledgerRows > 500)).toEqual([true])
  const restored = await restore('second', 'first.gongdao', otherFolder)
  expect(restored.verified.towns[0]?.head).toEqual(manifest.towns[0]?.head)
  expect(contentsOf((await backUp('second', 'second.gongdao', otherFolder)).manifest)).toEqual(
    contentsOf(manifest),
  )
  await expect(restore('second', 'first.gongdao', otherFolder)).rejects.toThrow(/数据库 .*second 不是空的/)
  expect(existsSync(join(otherFolder, 'files'))).toBe(manifest.files.length > 0)
})

test('旧版程序的数据：照旧版恢复、核对，再由新版调整', async () => {
  const { DATABASE_URL: url = '' } = environmentOf('older', ownFolder)
  const older = listMigrations().filter(({ name }) => name < '0006')
  await migrate(url, older)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const [town, entry] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
  await client.query(`set app.tenant_id = '${town}'`)
  await client.query(`insert into tenant values ('${town}', '清源镇', false, '2026-01-01', 'qingyuan')`)
  await client.query(
    `insert into ledger_row values
       ('${town}', 1, '${entry}', 'recording', '${entry}', '', '{}', '001', '2026-01-02', '2026-01-02', '管理员', null)`,
  )
  await client.end()
  const { manifest } = await backUp('older', 'older.gongdao')
  expect(manifest.migrations).toHaveLength(older.length)
  const { verified } = await restore('newer', 'older.gongdao')
  expect(verified.towns.map(({ name, entries, head }) => [name, entries, head.size])).toEqual([['清源镇', 1, 0]])
  const again = (await backUp('newer', 'newer.gongdao')).manifest
  expect(again.migrations).toHaveLength(listMigrations().length)
  expect(again.towns[0]?.ledgerRows).toBe(1)
})

test('什么都没有的库，没有东西可备份', async () => {
  await asAdmin('create database nothing owner town_owner')
  await expect(backUp('nothing', 'nothing.gongdao')).rejects.toThrow('没有公道的数据')
})
