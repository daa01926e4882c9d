import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts'
import * as schema from './schema.ts'

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await cloneDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await database.drop()
})

const tables = Object.values(schema)
  .filter((value) => value instanceof PgTable)
  .map((table) => getTableConfig(table))

test('代码里的每张表每一列，与建表文件建出来的一致', async () => {
  const { rows } = await owner.query<{ table: string; column: string; type: string; required: boolean }>(`
    select relname as "table", attname as "column", format_type(atttypid, atttypmod) as type, attnotnull as required
      from pg_attribute join pg_class on pg_class.oid = attrelid
     where relkind = 'r' and relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped and relname <> 'migration'`)
  const declared = tables.flatMap(({ name, columns }) =>
    columns.map((column) => ({
      table: name,
      column: column.name,
      type: column.getSQLType().replace(/^timestamp \((\d)\)/, 'timestamp($1)'),
      required: column.notNull,
    })),
  )
  expect(declared.length).toBeGreaterThan(90)
  const inOrder = (left: { table: string; column: string }, right: { table: string; column: string }) =>
    `${left.table}.${left.column}` < `${right.table}.${right.column}` ? -1 : 1
  expect(rows.toSorted(inOrder)).toEqual(declared.toSorted(inOrder))
})

test('外键只在一个镇之内', () => {
  const keys = tables.flatMap(({ foreignKeys }) => foreignKeys.map((key) => key.reference()))
  expect(keys.length).toBeGreaterThan(4)
  for (const { columns, foreignColumns } of keys)
    expect([columns[0]?.name, foreignColumns[0]?.name]).toEqual(['tenant_id', 'tenant_id'])
})
