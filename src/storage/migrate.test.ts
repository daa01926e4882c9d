import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts'
import { listMigrations, migrate } from './migrate.ts'

let empty: TestDatabase
let owner: pg.Client

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await cloneDatabase()
  const admin = new pg.Client({ connectionString: inject('databaseServer').adminUrl })
  await admin.connect()
  await admin.query(`drop database ${database.name}`)
  await admin.query(`create database ${database.name} owner gongdao_owner`)
  await admin.end()
  return database
}

beforeAll(async () => {
  empty = await emptyDatabase()
})
afterAll(async () => {
  await owner.end()
  await empty.drop()
})

async function appliedNames(): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>('select name from migration order by name')
  return rows.map(({ name }) => name)
}

const names = listMigrations().map(({ name }) => name)

test('两个程序同时启动，每个建表文件也只执行一次', async () => {
  await Promise.all([migrate(empty.ownerUrl), migrate(empty.ownerUrl)])
  owner = new pg.Client({ connectionString: empty.ownerUrl })
  await owner.connect()
  expect(names.length).toBeGreaterThan(1)
  expect(await appliedNames()).toEqual(names)
  await migrate(empty.ownerUrl)
  expect(await appliedNames()).toEqual(names)
})

test('出错的建表文件什么都不留下', async () => {
  const broken = { name: '9999_broken.sql', sql: 'create table half (id int); select 1 / 0', sha256: 'x' }
  await expect(migrate(empty.ownerUrl, [...listMigrations(), broken])).rejects.toThrow('division by zero')
  expect((await owner.query("select to_regclass('half') as half")).rows).toEqual([{ half: null }])
  expect(await appliedNames()).toEqual(names)
})

test('数据库比程序新，拒绝启动', async () => {
  await expect(migrate(empty.ownerUrl, listMigrations().slice(0, 1))).rejects.toThrow('更新版本')
})

test('已执行的建表文件被改动，拒绝启动', async () => {
  const changed = listMigrations().map((migration) => ({ ...migration, sha256: `${migration.sha256}0` }))
  await expect(migrate(empty.ownerUrl, changed)).rejects.toThrow('不同')
})

test('只有一个主人的旧库升级后：主人在本镇是考核办和开设账号者，示例镇也归他，镇有代码', async () => {
  const old = await emptyDatabase()
  const [owner, town, sample] = [randomUUID(), randomUUID(), randomUUID()]
  await migrate(
    old.ownerUrl,
    listMigrations().filter(({ name }) => name < '0005'),
  )
  const client = new pg.Client({ connectionString: old.ownerUrl })
  await client.connect()
  await client.query(`
    insert into tenant values ('${sample}', '示例镇', true, '2026-01-01'), ('${town}', '清源镇', false, '2026-01-02');
    insert into account values ('${owner}', '管理员', '管理员', 'hash', '2026-01-02');
    insert into membership values ('${owner}', '${town}', 'owner', '2026-01-02'), ('${owner}', '${sample}', 'owner', '2026-01-03')`)
  await migrate(old.ownerUrl)
  const { rows: accounts } = await client.query('select home_tenant_id as home, suspended_at from account')
  expect(accounts).toEqual([{ home: town, suspended_at: null }])
  const { rows: grants } = await client.query(
    'select tenant_id as town, role, granted_by as by from role_grant order by tenant_id = $1 desc, role desc',
    [town],
  )
  expect(grants).toEqual(
    [town, sample].flatMap((of) => [
      { town: of, role: 'office', by: '管理员' },
      { town: of, role: 'founder', by: '管理员' },
    ]),
  )
  const { rows: towns } = await client.query('select id, code from tenant order by created_at')
  expect(towns).toEqual([sample, town].map((id) => ({ id, code: `t${id.replaceAll('-', '').slice(0, 8)}` })))
  await client.end()
  await old.drop()
})

test('第一版程序留下的库升级后，镇、草案、步骤、台账、回答都还在', async () => {
  const old = await emptyDatabase()
  const [town, draft, entry] = [randomUUID(), randomUUID(), randomUUID()]
  await migrate(old.ownerUrl, listMigrations().slice(0, 2))
  const client = new pg.Client({ connectionString: old.ownerUrl })
  await client.connect()
  await client.query(`set app.tenant_id = '${town}'`)
  await client.query(`
    insert into tenant values ('${town}', '清源镇', false, '2026-01-01');
    insert into scheme_draft values ('${town}', '${draft}', null, '办法', 1, 'open', '2026-01-01', '管理员', null, null);
    insert into draft_step values
      ('${town}', '${draft}', 1, '${randomUUID()}', '2026-01-01', '管理员', 'edit', '{"kind": "edit"}', false);
    insert into ledger_row values
      ('${town}', 1, '${entry}', 'recording', '${entry}', '', '{}', '001', '2026-01-02', '2026-01-02', '管理员', null),
      ('${town}', 2, '${randomUUID()}', 'confirmation', '${entry}', '', '{}', null, null, '2026-01-03', '管理员', null);
    insert into idempotency (tenant_id, key, operation, body_hash, answer, at)
      values ('${town}', 'k', 'recordEntry', 'x', '{}', '2026-01-02')`)
  const tables = ['tenant', 'scheme_draft', 'draft_step', 'ledger_row', 'idempotency']
  const rowsOf = async () => {
    const rows: object[][] = []
    for (const table of tables) rows.push((await client.query<object>(`select * from ${table}`)).rows)
    return rows
  }
  const before = await rowsOf()
  expect(before.map(({ length }) => length)).toEqual([1, 1, 1, 2, 1])
  await migrate(old.ownerUrl)
  expect(await rowsOf()).toMatchObject(before)
  const again = `insert into ledger_row select tenant_id, 3, '${randomUUID()}', kind, entry_id, canonical, body, null, null,
    recorded_at, recorded_by, null from ledger_row where position = 2`
  await expect(client.query(again)).rejects.toThrow('ledger_row_once_per_entry')
  await client.end()
  await old.drop()
})
