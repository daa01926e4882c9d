import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oneItem, rule } from '../../test/builders/town.ts'
import { cloneDatabase, type TestDatabase } from '../../test/support/database.ts'
import { testSigner } from '../../test/support/test-signer.ts'
import type { LogStore } from '../commands/log-store.ts'
import { encodeLedgerRow } from '../domain/ledger/canonical-encoding.ts'
import type { LedgerRow } from '../domain/ledger/ledger-row.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { quantity } from '../domain/primitives/quantity.ts'
import { accept, assert, refuse } from '../domain/primitives/result.ts'
import { openCheckpoint, originOf } from '../domain/proof/checkpoint.ts'
import { fromHex } from '../domain/proof/hash-bytes.ts'
import { decodeLeaf } from '../domain/proof/leaf.ts'
import { leafHash } from '../domain/proof/merkle-tree.ts'
import { isConsistent, isIncluded } from '../domain/proof/verify-tree.ts'
import { createStorage, type Storage } from './create-storage.ts'
import { logEarlierRows } from './log-earlier-rows.ts'
import { sha256 } from './sha256.ts'

let database: TestDatabase
let pool: pg.Pool
let signInPool: pg.Pool
let owner: pg.Pool
let storage: Storage

beforeAll(async () => {
  database = await cloneDatabase()
  pool = new pg.Pool({ connectionString: database.appUrl })
  signInPool = new pg.Pool({ connectionString: database.signInUrl })
  owner = new pg.Pool({ connectionString: database.adminUrl })
  for (const each of [pool, signInPool, owner]) each.on('error', () => {})
  storage = createStorage({ app: pool, signIn: signInPool }, testSigner)
})
afterAll(async () => {
  await Promise.all([pool.end(), signInPool.end(), owner.end()])
  await database.drop()
})

const at = new Date('2026-03-09T01:02:03.004Z')

function recording(tenantId: string, position: number): LedgerRow {
  return {
    tenantId,
    position,
    id: randomUUID(),
    recordedAt: at.toISOString(),
    recordedBy: '张三',
    idempotencyKey: `key-${String(position)}`,
    kind: 'recording',
    recording: {
      staffNumber: '001',
      schemeVersion: 1,
      ruleId: 'late',
      clause: '迟到每次扣1分',
      quantity: quantity(100),
      occurredOn: localDate('2026-03-09'),
      level: null,
      matter: null,
      discretion: null,
      place: '会议室',
      note: '迟到十分钟',
      basis: null,
    },
  }
}

/** Adds rows as the product does; answers them. */
async function append(tenantId: string, count: number): Promise<readonly LedgerRow[]> {
  const added = await storage.inTown(tenantId, 'write', async ({ ledger }) => {
    const last = await ledger.lastPosition()
    const rows = Array.from({ length: count }, (_, index) => recording(tenantId, last + 1 + index))
    await ledger.append(rows)
    return accept(rows)
  })
  assert(added.ok, 'rows are added')
  return added.value
}

async function read<Value>(tenantId: string, ask: (log: LogStore) => Promise<Value>): Promise<Value> {
  const answer = await storage.inTown<Value, never>(tenantId, 'read', async ({ log }) => accept(await ask(log)))
  assert(answer.ok, 'a question is answered')
  return answer.value
}

const headOf = (tenantId: string) => read(tenantId, (log) => log.head())
const problemsOf = async (tenantId: string) => (await read(tenantId, (log) => log.compare())).problems

describe('日志随台账一起写', () => {
  test('每一行台账是一片叶，通过的方案也是；包含证明都核对得过', async () => {
    const town = randomUUID()
    await storage.inTown(town, 'write', async ({ versions }) =>
      accept(
        await versions.add({
          version: 1,
          scheme: oneItem([rule('late')]),
          regulationId: null,
          effectiveFrom: localDate('2026-01-01'),
          adoptedAt: at,
          adoptedBy: '张三',
          basis: '会议',
        }),
      ),
    )
    const rows = await append(town, 5)
    const head = await headOf(town)
    expect(head.size).toBe(6)
    for (const row of rows) {
      const leaf = await read(town, (log) => log.leafOf('ledger-row', row.id))
      assert(leaf !== null, 'the row has its leaf')
      expect(decodeLeaf(leaf.content)).toMatchObject({ kind: 'recording', id: row.id, position: row.position })
      const proof = await read(town, (log) => log.inclusionProof(leaf.index, head.size))
      const tree = { size: head.size, root: fromHex(head.root) }
      const placed = { hash: leafHash(leaf.content, sha256), index: leaf.index }
      expect(isIncluded(placed, tree, proof.map(fromHex), sha256)).toBe(true)
    }
    expect(await read(town, (log) => log.leafOf('adoption', '1'))).toMatchObject({ index: 0 })
    expect(await read(town, (log) => log.compare())).toMatchObject({
      head,
      ledgerRows: 5,
      erased: 0,
      problems: [],
    })
  })

  test('没写成的不留叶', async () => {
    const town = randomUUID()
    await append(town, 1)
    const head = await headOf(town)
    await storage.inTown(town, 'write', async ({ ledger }) => {
      await ledger.append([recording(town, 2)])
      return refuse('undone')
    })
    expect(await headOf(town)).toEqual(head)
  })

  test('从任何一个早先的校验值到现在都续得上，一次写多少都一样', async () => {
    const town = randomUUID()
    const heads = []
    for (const count of [1, 1, 2, 7, 1, 20]) {
      await append(town, count)
      heads.push(await headOf(town))
    }
    const now = heads.at(-1)
    assert(now !== undefined, 'there are heads')
    for (const head of heads) {
      const proof = await read(town, (log) => log.consistencyProof(head.size, now.size))
      const [earlier, later] = [head, now].map(({ size, root }) => ({ size, root: fromHex(root) }))
      assert(earlier !== undefined && later !== undefined, 'two heads')
      expect(isConsistent(earlier, later, proof.map(fromHex), sha256)).toBe(true)
      expect(await read(town, (log) => log.headAt(head.size))).toEqual(head)
    }
    expect(await read(town, (log) => log.headAt(now.size + 1))).toBeNull()
  })

  test('两个人同时写，叶仍然一片接一片', async () => {
    const town = randomUUID()
    await Promise.all(Array.from({ length: 12 }, () => append(town, 3)))
    expect((await headOf(town)).size).toBe(36)
    expect(await problemsOf(town)).toEqual([])
  })

  test('两个镇的日志互不相干', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    await append(one, 2)
    await append(other, 3)
    expect([(await headOf(one)).size, (await headOf(other)).size]).toEqual([2, 3])
  })
})

describe('日志启用以前的', () => {
  /** As an older program wrote it: rows without leaves. */
  async function withoutLog(town: string, count: number): Promise<void> {
    await append(town, count)
    for (const table of ['log_leaf', 'log_opening', 'log_node', 'checkpoint'])
      await owner.query(`delete from ${table} where tenant_id = $1`, [town])
  }

  test('第一次再写时，先有一片叶说明，再按顺序编入以前的，然后才是新的', async () => {
    const town = randomUUID()
    await withoutLog(town, 4)
    await append(town, 1)
    const leaves = await read(town, (log) => log.leavesBetween(0, 99))
    const decoded = leaves.map(({ content }) => decodeLeaf(content))
    expect(decoded[0]).toMatchObject({ kind: 'earlier', versions: 0, ledgerRows: 4 })
    expect(decoded.slice(1).map((leaf) => (leaf.kind === 'recording' ? leaf.position : null))).toEqual([
      1, 2, 3, 4, 5,
    ])
    expect(await problemsOf(town)).toEqual([])
  })

  test('启动时把各镇以前的都编入，再启动不再编', async () => {
    const town = randomUUID()
    await owner.query(
      'insert into tenant (id, name, created_at, code, is_sample) values ($1, $2, now(), $3, false)',
      [town, '旧镇', town.slice(0, 8)],
    )
    await withoutLog(town, 3)
    const said: string[] = []
    let ms = 0
    const clock = () => new Date(at.getTime() + (ms += 2000))
    expect(await logEarlierRows({ app: pool, signIn: signInPool }, clock, (line) => said.push(line))).toBe(3)
    expect(said).toEqual(['旧镇以前的台账已编入日志：3 条'])
    expect((await headOf(town)).size).toBe(4)
    expect(await logEarlierRows({ app: pool, signIn: signInPool }, clock, (line) => said.push(line))).toBe(0)
    expect(await problemsOf(town)).toEqual([])
  })

  test('没有以前的镇，没有这片叶', async () => {
    const town = randomUUID()
    await append(town, 1)
    expect(
      decodeLeaf((await read(town, (log) => log.leavesBetween(0, 1)))[0]?.content ?? new Uint8Array(0)).kind,
    ).toBe('recording')
  })
})

describe('改了就看得出来', () => {
  const checkpoint = (town: string) => read(town, (log) => log.checkpoint(at))

  test('改一行台账的字', async () => {
    const town = randomUUID()
    const [, second] = await append(town, 3)
    assert(second?.kind === 'recording', 'a recording')
    const changed = encodeLedgerRow({ ...second, recording: { ...second.recording, note: '没有迟到' } })
    await owner.query('update ledger_row set canonical = $1 where id = $2', [Buffer.from(changed), second.id])
    expect(await problemsOf(town)).toEqual([
      { kind: 'subject-changed', index: 1, subject: second.id, of: 'ledger-row' },
    ])
  })

  test('只改表里的一栏，编码没动', async () => {
    const town = randomUUID()
    const [first] = await append(town, 2)
    await owner.query(`update ledger_row set body = jsonb_set(body, '{quantity}', '900') where id = $1`, [
      first?.id,
    ])
    expect(await problemsOf(town)).toMatchObject([{ kind: 'subject-changed', index: 0 }])
  })

  test('连叶一起改：叶与存下的摘要对不上，根与签出过的对不上', async () => {
    const town = randomUUID()
    const [first] = await append(town, 3)
    await checkpoint(town)
    await owner.query(
      `update log_leaf set content = overlay(content placing '\\x00'::bytea from 30) where tenant_id = $1 and leaf_index = 0`,
      [town],
    )
    const kinds = (await problemsOf(town)).map(({ kind, of }) => `${kind} ${of}`)
    expect(kinds).toEqual(['leaf-changed ledger-row', 'root-differs tree', 'root-differs checkpoint'])
    expect(first).toBeDefined()
  })

  test('把历史整个重写一遍（台账、叶、盐、节点全是新的），签出过的校验值认出来', async () => {
    const town = randomUUID()
    await append(town, 3)
    const signed = await checkpoint(town)
    for (const table of ['log_leaf', 'log_opening', 'log_node', 'ledger_row'])
      await owner.query(`delete from ${table} where tenant_id = $1`, [town])
    await append(town, 3)
    expect(await problemsOf(town)).toEqual([
      { kind: 'root-differs', index: 3, subject: signed?.root, of: 'checkpoint' },
    ])
  })

  test('删去最后一行台账、删去最后一片叶、塞进一行没有叶的', async () => {
    const [one, other, third] = [randomUUID(), randomUUID(), randomUUID()]
    for (const town of [one, other, third]) await append(town, 3)
    await checkpoint(other)
    await owner.query('delete from ledger_row where tenant_id = $1 and position = 3', [one])
    expect(await problemsOf(one)).toMatchObject([{ kind: 'subject-missing', index: 2 }])
    await owner.query('delete from log_leaf where tenant_id = $1 and leaf_index = 2', [other])
    expect((await problemsOf(other)).map(({ kind }) => kind)).toEqual(['not-logged', 'root-differs'])
    const row = recording(third, 4)
    await owner.query(
      `insert into ledger_row (tenant_id, position, id, kind, entry_id, canonical, body, recorded_at, recorded_by,
         staff_number, occurred_on) values ($1, 4, $2, 'recording', $2, $3, '{}', $4, '张三', '001', '2026-03-09')`,
      [third, row.id, Buffer.from(encodeLedgerRow(row)), at],
    )
    expect(await problemsOf(third)).toEqual([
      { kind: 'not-logged', index: null, subject: row.id, of: 'ledger-row' },
    ])
  })

  test('抽走中间一片叶：说缺了哪一条，缺的只说一次', async () => {
    const town = randomUUID()
    const rows = await append(town, 6)
    await checkpoint(town)
    await owner.query('delete from log_leaf where tenant_id = $1 and leaf_index = 2', [town])
    const problems = await problemsOf(town)
    expect(problems.map(({ kind, index }) => `${kind} ${String(index)}`)).toEqual([
      'leaf-missing 2',
      'root-differs 5',
      'root-differs 6',
    ])
    expect(rows).toHaveLength(6)
  })

  test('改了中间的节点，从它出的证明就不成立', async () => {
    const town = randomUUID()
    await append(town, 8)
    const head = await headOf(town)
    await owner.query('delete from log_node where tenant_id = $1 and level = 1 and node_index = 1', [town])
    const leaf = await read(town, async (log) => (await log.leavesBetween(0, 1))[0])
    const proof = await read(town, (log) => log.inclusionProof(0, 8))
    const placed = { hash: leafHash(leaf?.content ?? new Uint8Array(0), sha256), index: 0 }
    const tree = { size: 8, root: fromHex(head.root) }
    expect(isIncluded(placed, tree, proof.map(fromHex), sha256)).toBe(false)
  })
})

describe('删去个人信息', () => {
  test('盐删了，日志照样对得上，只是那些字再也打不开', async () => {
    const town = randomUUID()
    await append(town, 4)
    const before = await headOf(town)
    await owner.query('delete from log_opening where tenant_id = $1 and leaf_index < 2', [town])
    expect(await read(town, (log) => log.compare())).toMatchObject({ head: before, erased: 2, problems: [] })
    await append(town, 1)
    expect(await problemsOf(town)).toEqual([])
    expect((await read(town, (log) => log.leavesBetween(0, 3))).map(({ salts }) => salts === null)).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('签出的校验值', () => {
  test('只读时要的也留底，同一大小只签一次，谁都验得过', async () => {
    const town = randomUUID()
    expect(await read(town, (log) => log.checkpoint(at))).toBeNull()
    await append(town, 2)
    const [one, other] = await Promise.all([
      read(town, (log) => log.checkpoint(at)),
      read(town, (log) => log.checkpoint(at)),
    ])
    expect(one?.note).toBe(other?.note)
    const kept = await read(town, (log) => log.checkpoints(10))
    expect(kept.map(({ size, note }) => ({ size, note }))).toEqual([{ size: 2, note: one?.note }])
    const opened = openCheckpoint(one?.note ?? '', originOf(town), testSigner.keys, {
      sha256,
      verify: testSigner.verify,
    })
    expect(opened).toMatchObject({ ok: true, value: { head: await headOf(town) } })
  })

  test('留底被人改了，比对时说得出来', async () => {
    const town = randomUUID()
    await append(town, 2)
    await read(town, (log) => log.checkpoint(at))
    await owner.query(`update checkpoint set note = replace(note, 'gongdao/', 'gongdao2/') where tenant_id = $1`, [
      town,
    ])
    expect(await problemsOf(town)).toMatchObject([{ kind: 'signature-wrong', of: 'checkpoint' }])
  })

  test('应用自己的数据库身份改不了也删不了日志', async () => {
    const town = randomUUID()
    await append(town, 1)
    for (const table of ['log_leaf', 'log_opening', 'log_node', 'checkpoint', 'kept_head']) {
      const client = await pool.connect()
      try {
        await client.query('begin')
        await client.query(`set local app.tenant_id = '${town}'`)
        await expect(client.query(`delete from ${table}`)).rejects.toThrow('permission denied')
      } finally {
        await client.query('rollback')
        client.release()
      }
    }
  })
})
