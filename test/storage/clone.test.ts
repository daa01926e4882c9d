import pg from 'pg'
import { expect, test } from 'vitest'
import { cloneDatabase } from '../support/database.ts'

test('每个测试文件各有一个库', async () => {
  const [one, two] = await Promise.all([cloneDatabase(), cloneDatabase()])
  const client = new pg.Client({ connectionString: one.appUrl })
  await client.connect()
  expect((await client.query('select current_database() as name, current_user as "user"')).rows[0]).toEqual({
    name: one.name,
    user: 'gongdao_app',
  })
  await client.end()
  await one.drop()
  await two.drop()
})
