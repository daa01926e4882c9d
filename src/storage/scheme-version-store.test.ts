import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { oneItem, rule } from '../../test/builders/town.ts'
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts'
import type { SchemeVersionStore } from '../commands/draft-store.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { accept, refuse } from '../domain/primitives/result.ts'
import { createStorage, type Storage } from './create-storage.ts'
import { testSigner } from '../../test/support/test-signer.ts'

let database: TestDatabase
let pool: pg.Pool
let storage: Storage

beforeAll(async () => {
  database = await cloneDatabase()
  pool = new pg.Pool({ connectionString: database.appUrl })
  pool.on('error', () => {})
  storage = createStorage({ app: pool, signIn: pool }, testSigner)
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

const addVersion = (versions: SchemeVersionStore, ruleId: string) =>
  versions.add({
    version: 1,
    scheme: oneItem([rule(ruleId)]),
    regulationId: null,
    effectiveFrom: localDate('2026-01-01'),
    adoptedAt: new Date('2026-01-01T00:00:00Z'),
    adoptedBy: '张三',
    basis: '会议',
  })

const ruleIdOf = async (versions: SchemeVersionStore) =>
  (await versions.list())[0]?.scheme.categories[0]?.sheets[0]?.items[0]?.rules[0]?.id

test('撤回的通过不留下痕迹：之后通过的同号版本读到的是它自己', async () => {
  const town = randomUUID()
  const undone = await storage.inTown(town, 'write', async ({ versions }) => {
    await addVersion(versions, 'undone')
    expect(await ruleIdOf(versions)).toBe('undone')
    return refuse('undone')
  })
  expect(undone.ok).toBe(false)
  await storage.inTown(town, 'write', async ({ versions }) => accept(await addVersion(versions, 'adopted')))
  const found = await storage.inTown(town, 'read', async ({ versions }) => accept(await ruleIdOf(versions)))
  expect(found).toEqual(accept('adopted'))
})

test('两个镇的同号版本互不相干', async () => {
  const [one, other] = [randomUUID(), randomUUID()]
  for (const town of [one, other])
    await storage.inTown(town, 'write', async ({ versions }) => accept(await addVersion(versions, `rule-${town}`)))
  for (const town of [one, other, one])
    expect(await storage.inTown(town, 'read', async ({ versions }) => accept(await ruleIdOf(versions)))).toEqual(
      accept(`rule-${town}`),
    )
})
