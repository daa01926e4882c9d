import { randomUUID } from 'node:crypto'
import { inspect } from 'node:util'
import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts'
import { accept, refuse } from '../domain/primitives/result.ts'
import { person } from './schema.ts'
import { withTown, type Town } from './town-transaction.ts'

let database: TestDatabase
let pool: pg.Pool
let tenantId: string

beforeAll(async () => {
  database = await cloneDatabase()
  pool = new pg.Pool({ connectionString: database.appUrl, max: 4 })
  pool.on('error', () => {})
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})
beforeEach(() => {
  tenantId = randomUUID()
})

const addPerson = ({ db }: Town, staffNumber: string, of = tenantId) =>
  db
    .insert(person)
    .values({ tenantId: of, staffNumber, name: '张三', pinyin: 'zhangsan', initials: 'zs', position: 0 })

async function staffNumbers(): Promise<string[]> {
  const found = await withTown(pool, tenantId, 'read', async ({ db }) => accept(await db.select().from(person)))
  return found.ok ? found.value.map(({ staffNumber }) => staffNumber) : []
}

describe('一个镇的一次办理', () => {
  test('办成了才留下', async () => {
    await withTown(pool, tenantId, 'write', async (town) => accept(await addPerson(town, '001')))
    expect(await staffNumbers()).toEqual(['001'])
  })

  test('被拒绝的什么都不留', async () => {
    const refused = await withTown(pool, tenantId, 'write', async (town) => {
      await addPerson(town, '001')
      return refuse({ code: 'changed-my-mind' })
    })
    expect(refused).toEqual(refuse({ code: 'changed-my-mind' }))
    expect(await staffNumbers()).toEqual([])
  })

  test('出错的什么都不留，连接还能接着用', async () => {
    for (let round = 0; round < 10; round += 1)
      await expect(
        withTown(pool, tenantId, 'write', async (town) => {
          await addPerson(town, '001')
          throw new Error('断电')
        }),
      ).rejects.toThrow('断电')
    expect(await staffNumbers()).toEqual([])
  })

  test('吞掉了数据库的错误，也不能当作办成了', async () => {
    await expect(
      withTown(pool, tenantId, 'write', async (town) => {
        await addPerson(town, '001')
        await town.db.execute(sql`select 1 / 0`).catch(() => {})
        return accept('done')
      }),
    ).rejects.toThrow('committed')
    expect(await staffNumbers()).toEqual([])
  })

  test('出错的记录里没有写进去的内容，只有语句和原因', async () => {
    const failed: unknown = await withTown(pool, tenantId, 'read', async (town) =>
      accept(await addPerson(town, '工号甲')),
    ).catch((error: unknown) => error)
    const logged = inspect(failed)
    expect(logged).toContain('insert into "person"')
    expect(logged).toContain('read-only')
    expect(logged).not.toContain('工号甲')
  })

  test('提问时写不了', async () => {
    const question = withTown(pool, tenantId, 'read', async (town) => accept(await addPerson(town, '001')))
    await expect(question).rejects.toMatchObject({ cause: { message: expect.stringContaining('read-only') } })
  })

  test('写不进别的镇', async () => {
    const foreign = withTown(pool, tenantId, 'write', async (town) =>
      accept(await addPerson(town, '001', randomUUID())),
    )
    await expect(foreign).rejects.toMatchObject({
      cause: { message: expect.stringContaining('row-level security') },
    })
  })

  test('镇的编号只能是编号', async () => {
    const injected = withTown(pool, "x'; drop table person; --", 'read', async () => accept(null))
    await expect(injected).rejects.toThrow('UUID')
  })
})

test('同一个镇的办理一个接一个，另一个镇不用等', async () => {
  const order: string[] = []
  let finishFirst: () => void = () => {}
  const firstHeld = new Promise<void>((resolve) => {
    finishFirst = resolve
  })
  let started: () => void = () => {}
  const firstStarted = new Promise<void>((resolve) => {
    started = resolve
  })
  const first = withTown(pool, tenantId, 'write', async () => {
    started()
    await firstHeld
    order.push('先')
    return accept(null)
  })
  await firstStarted
  const second = withTown(pool, tenantId, 'write', async () => {
    order.push('后')
    return accept(null)
  })
  await withTown(pool, randomUUID(), 'write', async () => accept(order.push('别的镇')))
  await withTown(pool, tenantId, 'read', async () => accept(order.push('提问')))
  finishFirst()
  await Promise.all([first, second])
  expect(order).toEqual(['别的镇', '提问', '先', '后'])
})
