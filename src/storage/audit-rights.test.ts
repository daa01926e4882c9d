import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts'

const town = '00000000-0000-4000-8000-000000000001'
const other = '00000000-0000-4000-8000-000000000002'

function insert(id: number, kind: string): string {
  const rowId = `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`
  return `insert into audit_row values ('${town}', '${rowId}', now(), '张三', 'office', 'recordEntry', '${kind}',
    'done', null, null, null, null, '', '')`
}

let database: TestDatabase
let app: pg.Client
let signIn: pg.Client
beforeAll(async () => {
  database = await cloneDatabase()
  app = new pg.Client({ connectionString: database.appUrl })
  signIn = new pg.Client({ connectionString: database.signInUrl })
  await Promise.all([app.connect(), signIn.connect()])
  await run(app, town, insert(1, 'look'))
})
afterAll(async () => {
  await Promise.all([app.end(), signIn.end()])
  await database.drop()
})

async function run(client: pg.Client, tenantId: string | null, statement: string): Promise<pg.QueryResult> {
  await client.query('begin')
  try {
    if (tenantId !== null) await client.query(`set local app.tenant_id = '${tenantId}'`)
    const answer = await client.query(statement)
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function rowsIn(tenantId: string): Promise<number> {
  return (await run(app, tenantId, 'select id from audit_row')).rowCount ?? 0
}

const changes = [
  `update audit_row set reason = '改过'`,
  'delete from audit_row',
  'truncate audit_row',
  'drop table audit_row',
  'alter table audit_row disable row level security',
]

describe('审计只增不改，由数据库守住', () => {
  // With the town set: otherwise the policy would hide the row and prove nothing about the right.
  test.each(changes)('应用身份不能 %s', async (statement) => {
    await expect(run(app, town, statement)).rejects.toThrow(/permission denied|must be owner/)
    expect(await rowsIn(town)).toBe(1)
  })

  test.each(changes)('登录身份不能 %s', async (statement) => {
    await expect(run(signIn, town, statement)).rejects.toThrow(/permission denied|must be owner/)
    expect(await rowsIn(town)).toBe(1)
  })

  test('别的镇和没有选镇的连接看不到，也写不进', async () => {
    expect(await rowsIn(other)).toBe(0)
    await expect(run(app, other, insert(2, 'write'))).rejects.toThrow('row-level security')
    await expect(run(app, null, insert(2, 'write'))).rejects.toThrow('row-level security')
  })

  test('登录身份只能加登录和改动，读不到', async () => {
    await expect(run(signIn, null, 'select * from audit_row')).rejects.toThrow('permission denied')
    for (const kind of ['look', 'export'])
      await expect(run(signIn, null, insert(3, kind))).rejects.toThrow('row-level security')
    await run(signIn, null, insert(4, 'sign-in'))
    expect(await rowsIn(town)).toBe(2)
  })

  test('安装的总表只有登录身份能加，两个身份都改不了', async () => {
    const event = `insert into installation_event values ('${town}', now(), null, 'signIn', 'refused', '', '')`
    await expect(run(app, null, event)).rejects.toThrow('permission denied')
    await run(signIn, null, event)
    for (const client of [app, signIn])
      for (const statement of ['update installation_event set what = what', 'delete from installation_event'])
        await expect(run(client, null, statement)).rejects.toThrow('permission denied')
  })

  test('更正申请答复过就不能再改', async () => {
    const request = `insert into correction_request values ('${town}', '${town}', '001', now(), '何青', '写错了', 'open')`
    await run(app, town, request)
    const answer = `update correction_request set state = 'done', answer = '改好了', answered_at = now(), answered_by = '张三'`
    expect((await run(app, town, answer)).rowCount).toBe(1)
    expect((await run(app, town, answer)).rowCount).toBe(0)
    await expect(run(app, town, `update correction_request set words = '别的'`)).rejects.toThrow(
      'permission denied',
    )
  })
})
