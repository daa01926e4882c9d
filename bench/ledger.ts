import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { EntryFilter, LedgerStore } from '../src/commands/ledger-store.ts'
import type { EntryState } from '../src/domain/ledger/entry.ts'
import { accept, assert } from '../src/domain/primitives/result.ts'
import { createStorage } from '../src/storage/create-storage.ts'
import { chooseStorageHome } from '../src/storage/embedded/storage-home.ts'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { migrate } from '../src/storage/migrate.ts'
import { testSigner } from '../test/support/test-signer.ts'

/**
 * Asks a long ledger what the pages ask, twice in one run: the product, and the plain query that joins the ledger to
 * its own steps. The counts must agree before any time is printed.
 */
const entries = Number(process.argv[2] ?? 200_000)
const town = '00000000-0000-4000-8000-000000000001'
const rounds = 5

const joined = `from ledger_row
  left join ledger_row confirmed on confirmed.tenant_id = ledger_row.tenant_id
    and confirmed.entry_id = ledger_row.id and confirmed.kind = 'confirmation'
  left join ledger_row reversed on reversed.tenant_id = ledger_row.tenant_id
    and reversed.entry_id = ledger_row.id and reversed.kind = 'reversal'
  where ledger_row.tenant_id = '${town}' and ledger_row.kind = 'recording'`
const inState: Readonly<Record<EntryState, string>> = {
  recorded: 'reversed.id is null and confirmed.id is null',
  confirmed: 'reversed.id is null and confirmed.id is not null',
  reversed: 'reversed.id is not null',
}
const columns =
  'ledger_row.body, ledger_row.position, confirmed.recorded_at, reversed.recorded_at as at, reversed.body as why'

type Question = {
  readonly title: string
  readonly ask: (ledger: LedgerStore) => Promise<number>
  /** The last of these answers how many there are. */
  readonly plain: readonly string[]
}

const everything: EntryFilter = {
  state: null,
  office: null,
  staffNumber: null,
  from: null,
  to: null,
  words: null,
  within: null,
  ruleKeys: [],
}

function page(title: string, filter: Partial<EntryFilter>, condition: string): Question {
  return {
    title,
    ask: async (ledger) => (await ledger.page({ ...everything, ...filter }, { offset: 0, limit: 20 })).total,
    plain: [
      `select ${columns} ${joined} and ${condition} order by ledger_row.position desc limit 20`,
      `select count(*)::int as total ${joined} and ${condition}`,
    ],
  }
}

const questions: readonly Question[] = [
  {
    title: '每次打开页面：各状态的条数',
    ask: async (ledger) => (await ledger.countByState()).recorded,
    plain: [
      `select count(*) filter (where ${inState.confirmed}) as confirmed,
              count(*) filter (where ${inState.reversed}) as reversed,
              count(*) filter (where ${inState.recorded})::int as total ${joined}`,
    ],
  },
  page('台账第一页', {}, 'true'),
  page('待确认', { state: 'recorded' }, inState.recorded),
  page('已确认', { state: 'confirmed' }, inState.confirmed),
  page('已更正', { state: 'reversed' }, inState.reversed),
  page('一个人的', { staffNumber: 'p7' }, `ledger_row.staff_number = 'p7'`),
]

const folder = mkdtempSync(join(tmpdir(), 'gongdao-bench-'))
if (process.getuid?.() === 0) chmodSync(folder, 0o755)
const database = await startEmbedded({ home: chooseStorageHome({ GONGDAO_DATA: folder }), say: () => {} })
try {
  await migrate(database.ownerUrl)
  await compare(database)
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function compare({
  ownerUrl,
  appUrl,
}: {
  readonly ownerUrl: string
  readonly appUrl: string
}): Promise<void> {
  await fill(ownerUrl)
  const pool = new pg.Pool({ connectionString: appUrl, max: 1 })
  // The server's stop ends an idle connection; nothing more is asked then.
  pool.on('error', () => {})
  try {
    process.stdout.write(`${String(entries)} 条记录，公道与普通写法的用时之比：\n`)
    for (const { title, ask, plain } of questions) {
      const own = await timed(() => askStore(pool, ask))
      const other = await timed(() => askPlainly(pool, plain))
      assert(own.answer === other.answer, `${title}: ${String(own.answer)} is not ${String(other.answer)}`)
      const ratio = (other.milliseconds / own.milliseconds).toFixed(1)
      process.stdout.write(
        `  ${title}（${String(own.answer)} 条）：${own.milliseconds.toFixed(0)} : ${other.milliseconds.toFixed(0)} 毫秒，快 ${ratio} 倍\n`,
      )
    }
  } finally {
    await pool.end()
  }
}

async function fill(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query(`set app.tenant_id = '${town}'`)
  await owner.query(
    `insert into tenant (id, name, code, is_sample, created_at) values ('${town}', '长台账镇', 'changtaizhang', false, now())`,
  )
  await owner.query(readFileSync(new URL('ledger.sql', import.meta.url), 'utf8'), [entries, town])
  await owner.query('vacuum analyze ledger_row')
  await owner.end()
}

async function askStore(pool: pg.Pool, ask: Question['ask']): Promise<number> {
  const answer = await createStorage({ app: pool, signIn: pool }, testSigner).inTown(
    town,
    'read',
    async ({ ledger }) => accept(await ask(ledger)),
  )
  assert(answer.ok, 'a question is answered')
  return answer.value
}

async function askPlainly(pool: pg.Pool, statements: readonly string[]): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`set local app.tenant_id = '${town}'`)
    let total = 0
    for (const statement of statements)
      total = (await client.query<{ total: number }>(statement)).rows[0]?.total ?? 0
    return total
  } finally {
    await client.query('commit')
    client.release()
  }
}

/** The median of some rounds; the first warms up and is not timed. */
async function timed(work: () => Promise<number>): Promise<{ answer: number; milliseconds: number }> {
  let answer = await work()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now()
    answer = await work()
    times.push(performance.now() - start)
  }
  times.sort((left, right) => left - right)
  return { answer, milliseconds: times[Math.floor(rounds / 2)] ?? 0 }
}
