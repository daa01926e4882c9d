import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { LogStore } from '../src/commands/log-store.ts'
import { encodeLedgerRow } from '../src/domain/ledger/canonical-encoding.ts'
import type { LedgerRow } from '../src/domain/ledger/ledger-row.ts'
import { localDate } from '../src/domain/primitives/local-date.ts'
import { quantity } from '../src/domain/primitives/quantity.ts'
import { accept, assert } from '../src/domain/primitives/result.ts'
import { createStorage } from '../src/storage/create-storage.ts'
import { chooseStorageHome } from '../src/storage/embedded/storage-home.ts'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { appendLeaves } from '../src/storage/log-leaves.ts'
import { migrate } from '../src/storage/migrate.ts'
import { ledgerRow } from '../src/storage/schema.ts'
import { withTown } from '../src/storage/town-transaction.ts'
import { testSigner } from '../test/support/test-signer.ts'

/**
 * What the log costs: the same rows added with their leaves and without, turn by turn in one run, one at a time and a
 * thousand at a time; then proofs, heads and the comparison of everything on a log of so many leaves.
 */
const leaves = Number(process.argv[2] ?? 100_000)
const singles = 300
const at = new Date('2026-03-09T01:02:03.004Z')

function recording(tenantId: string, position: number): LedgerRow {
  return {
    tenantId,
    position,
    id: randomUUID(),
    recordedAt: at.toISOString(),
    recordedBy: '郝嘉言',
    idempotencyKey: randomUUID(),
    kind: 'recording',
    recording: {
      staffNumber: '001',
      schemeVersion: 1,
      ruleId: 'late',
      clause: '上班迟到的，每次扣1分',
      quantity: quantity(100),
      occurredOn: localDate('2026-03-09'),
      level: null,
      matter: '三月第二周督查',
      discretion: null,
      place: '便民服务中心',
      note: '迟到十五分钟',
      basis: null,
    },
  }
}

const folder = mkdtempSync(join(tmpdir(), 'gongdao-bench-'))
if (process.getuid?.() === 0) chmodSync(folder, 0o755)
const database = await startEmbedded({ home: chooseStorageHome({ GONGDAO_DATA: folder }), say: () => {} })
const pool = new pg.Pool({ connectionString: database.appUrl, max: 1 })
pool.on('error', () => {})
const storage = createStorage({ app: pool, signIn: pool }, testSigner)
try {
  await migrate(database.ownerUrl)
  await compareAppends()
  await measureLongLog()
} finally {
  await pool.end()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** One transaction, with the leaves or without. */
async function append(town: string, count: number, first: number, withLog: boolean): Promise<void> {
  const rows = Array.from({ length: count }, (_, offset) => recording(town, first + offset))
  const done = await withTown<void, never>(pool, town, 'write', async (opened) => {
    if (withLog)
      await appendLeaves(
        opened,
        rows.map((row) => ({ kind: 'ledger-row', row })),
      )
    await opened.db.insert(ledgerRow).values(
      rows.map((row) => ({
        tenantId: town,
        position: row.position,
        id: row.id,
        kind: row.kind,
        entryId: row.id,
        canonical: encodeLedgerRow(row),
        body: row.kind === 'recording' ? row.recording : {},
        staffNumber: '001',
        occurredOn: '2026-03-09',
        recordedAt: at,
        recordedBy: row.recordedBy,
        idempotencyKey: row.idempotencyKey,
      })),
    )
    return accept(undefined)
  })
  assert(done.ok, 'rows are added')
}

async function compareAppends(): Promise<void> {
  for (const [title, count, rounds] of [
    ['一条一条登记', 1, singles],
    ['一次一千条', 1000, 5],
  ] as const) {
    const [logged, plain] = [randomUUID(), randomUUID()]
    const times: { readonly logged: number[]; readonly plain: number[] } = { logged: [], plain: [] }
    for (let round = 0; round < rounds + 1; round += 1) {
      const first = 1 + round * count
      const own = await timed(() => append(logged, count, first, true))
      const other = await timed(() => append(plain, count, first, false))
      if (round > 0) times.logged.push(own)
      if (round > 0) times.plain.push(other)
    }
    const [own, other] = [median(times.logged), median(times.plain)]
    say(`${title}：有日志 ${own.toFixed(2)} : 没有日志 ${other.toFixed(2)} 毫秒，${(own / other).toFixed(2)} 倍`)
  }
}

async function measureLongLog(): Promise<void> {
  const town = randomUUID()
  for (let first = 1; first <= leaves; first += 1000)
    await append(town, Math.min(1000, leaves - first + 1), first, true)
  say(`${String(leaves)} 片叶的日志：`)
  const ask = async (title: string, question: (log: LogStore) => Promise<unknown>, rounds = 200) => {
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1)
      times.push(
        await timed(async () => {
          await storage.inTown(town, 'read', async ({ log }) => accept(await question(log)))
        }),
      )
    say(`  ${title}：${median(times).toFixed(2)} 毫秒`)
  }
  const anywhere = () => 1 + Math.floor(Math.random() * (leaves - 1))
  await ask('空问一次（事务本身）', () => Promise.resolve(null))
  await ask('日志头', (log) => log.head())
  await ask('一条的包含证明', (log) => log.inclusionProof(anywhere(), leaves))
  await ask('从任一大小的续接证明', (log) => log.consistencyProof(anywhere(), leaves))
  await ask('任一大小的日志头', (log) => log.headAt(anywhere()))
  await ask('全部核对', (log) => log.compare(), 1)
  const { rows } = await pool.query<{ leaf: string; opening: string; node: string }>(
    `select pg_total_relation_size('log_leaf') as leaf, pg_total_relation_size('log_opening') as opening,
            pg_total_relation_size('log_node') as node`,
  )
  const bytes = Object.values(rows[0] ?? {}).reduce((sum, size) => sum + Number(size), 0)
  say(`  占地：每片叶 ${(bytes / leaves / 1024).toFixed(2)} kB（连索引；含前面量速度时的）`)
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(times: readonly number[]): number {
  return times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
