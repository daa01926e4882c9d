import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts'
import { listMigrations, migrate } from './migrate.ts'

let empty: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  empty = await cloneDatabase()
  const admin = new pg.Client({ connectionString: inject('databaseServer').adminUrl })
  await admin.connect()
  await admin.query(`drop database ${empty.name}`)
  await admin.query(`create database ${empty.name} owner gongdao_owner`)
  await admin.end()
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
