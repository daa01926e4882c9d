import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts'

const town = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'
const row = '00000000-0000-4000-8000-0000000000aa'
const onRecord = {
  regulation: `insert into regulation values ('${town}', '${row}', '办法', null, '全文', 'hash', now(), '张三')`,
  scheme_version: `insert into scheme_version values ('${town}', 1, '{}', null, '2026-01-01', now(), '张三', '会议')`,
  ledger_row: `insert into ledger_row values ('${town}', 1, '${row}', 'recording', '${row}', '\\x00', '{}', '001', '2026-03-09', now(), '张三', null)`,
  rating_mark: `insert into rating_mark values ('${town}', '${row}', 2026, '001', 'c', null, 9000, '评议表', now(), '张三')`,
  rating_withdrawal: `insert into rating_withdrawal values ('${town}', '${row}', now(), '张三', '录错')`,
  register_decision: `insert into register_decision values ('${town}', '${row}', 'r', '2026-01-01', '2026-12-31', 'checked', '已核', now(), '张三')`,
}

/** A memory rather than a record: the application may let go of what is old. */
const idempotency = (key: string, at: string) =>
  `insert into idempotency values ('${town}', '${key}', 'recordEntry', 'hash', '{}', ${at})`
const everything = { ...onRecord, idempotency: idempotency('key', 'now()') }

let database: TestDatabase
let app: pg.Client
let owner: pg.Client

beforeAll(async () => {
  database = await cloneDatabase()
  app = new pg.Client({ connectionString: database.appUrl })
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await app.connect()
  await owner.connect()
  await app.query(`insert into tenant values ('${town}', '清源镇', false, now())`)
  await inTown(town, Object.values(everything))
})
afterAll(async () => {
  await app.end()
  await owner.end()
  await database.drop()
})

async function inTown(tenantId: string | null, statements: readonly string[]): Promise<pg.QueryResult[]> {
  await app.query('begin')
  try {
    if (tenantId !== null) await app.query(`set local app.tenant_id = '${tenantId}'`)
    const answers: pg.QueryResult[] = []
    for (const statement of statements) answers.push(await app.query(statement))
    await app.query('commit')
    return answers
  } catch (error) {
    await app.query('rollback')
    throw error
  }
}

async function countIn(tenantId: string | null, table: string): Promise<number> {
  const [answer] = await inTown(tenantId, [`select count(*)::int as rows from ${table}`])
  return answer?.rows[0].rows
}

describe.each(Object.keys(onRecord))('存档的表 %s', (table) => {
  // With the town set: otherwise the policy would hide the row and prove nothing about the right.
  test.each([`update ${table} set tenant_id = tenant_id`, `delete from ${table}`, `truncate ${table} cascade`])(
    '应用身份不能 %s',
    async (statement) => {
      expect(await countIn(town, table)).toBe(1)
      await expect(inTown(town, [statement])).rejects.toThrow('permission denied')
      expect(await countIn(town, table)).toBe(1)
    },
  )

  test('别的镇和没有选镇的连接看不到，也写不进', async () => {
    expect(await countIn(other, table)).toBe(0)
    expect(await countIn(null, table)).toBe(0)
    const insert = Object.entries(onRecord).find(([name]) => name === table)?.[1] ?? ''
    await expect(inTown(other, [insert])).rejects.toThrow('row-level security')
    await expect(inTown(null, [insert])).rejects.toThrow('row-level security')
  })
})

describe('给过的回答', () => {
  test('应用身份不能改，也不能整表清空', async () => {
    for (const statement of [`update idempotency set tenant_id = tenant_id`, `truncate idempotency`])
      await expect(inTown(town, [statement])).rejects.toThrow('permission denied')
  })

  test('只删得掉本镇30天以前的', async () => {
    await inTown(town, [idempotency('old', `now() - interval '31 days'`)])
    await inTown(other, ['delete from idempotency'])
    await inTown(null, ['delete from idempotency'])
    expect(await countIn(town, 'idempotency')).toBe(2)
    const [removed] = await inTown(town, ['delete from idempotency returning key'])
    expect(removed?.rows).toEqual([{ key: 'old' }])
  })
})

test('表的主人也要先选定镇才看得到行', async () => {
  expect((await owner.query('select * from ledger_row')).rows).toEqual([])
})

test('每张按镇分的表以 tenant_id 开头建主键和唯一键，并强制按镇隔离', async () => {
  const { rows } = await owner.query<{ name: string; isolated: boolean; forced: boolean; keys: string[] }>(`
    select table_class.relname as name, relrowsecurity as isolated, relforcerowsecurity as forced,
           array_agg(first_column.attname::text) as keys
      from pg_class table_class
      join pg_attribute tenant_column on tenant_column.attrelid = table_class.oid and tenant_column.attname = 'tenant_id'
      join pg_index on pg_index.indrelid = table_class.oid and pg_index.indisunique
      join pg_attribute first_column
        on first_column.attrelid = table_class.oid and first_column.attnum = pg_index.indkey[0]
     where table_class.relkind = 'r' and table_class.relname not in ('session', 'membership')
     group by 1, 2, 3 order by 1`)
  expect(rows.length).toBe(11)
  for (const { name, isolated, forced, keys } of rows)
    expect({ name, isolated, forced, keys: [...new Set(keys)] }).toEqual({
      name,
      isolated: true,
      forced: true,
      keys: ['tenant_id'],
    })
})

describe('移走示例镇', () => {
  test('真实的镇移不走', async () => {
    await expect(app.query(`select remove_sample_town('${town}')`)).rejects.toThrow('not a sample town')
    expect(await countIn(town, 'ledger_row')).toBe(1)
  })

  test('示例镇连同它的一切一起移走，别的镇不动', async () => {
    await app.query(`insert into tenant values ('${other}', '示例', true, now())`)
    await inTown(
      other,
      Object.values(everything).map((insert) => insert.replace(town, other)),
    )
    expect(await countIn(other, 'ledger_row')).toBe(1)
    await app.query(`select remove_sample_town('${other}')`)
    for (const table of Object.keys(everything)) {
      expect(await countIn(other, table)).toBe(0)
      expect(await countIn(town, table)).toBe(1)
    }
    expect((await app.query(`select from tenant where id = '${other}'`)).rowCount).toBe(0)
  })

  test('别的身份不能调用', async () => {
    const { rows } = await owner.query(
      `select has_function_privilege('public', 'remove_sample_town(uuid)', 'execute') as allowed`,
    )
    expect(rows).toEqual([{ allowed: false }])
  })
})
