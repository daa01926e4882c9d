import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { oneItem, person, rule } from '../../test/builders/town.ts'
import { decimal, times, fraction } from '../../test/properties/fraction.ts'
import { poolFen, sharesOf } from '../../test/properties/oracle-pay.ts'
import { noticeResult } from '../../test/support/notice-result.ts'
import {
  adopt,
  asColleague,
  employ,
  startTown,
  type Answered,
  type SignedInTown,
} from '../../test/support/town-app.ts'
import { readTable } from '../documents/read-table.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import type { FinalPayList, FinalResult } from './contract/final-results.ts'

const scheme = {
  ...oneItem([
    rule('late', { points: 1, condition: '迟到' }),
    rule('fine', { effect: 'money', points: null, yuan: 20 }),
  ]),
}

let town: SignedInTown
let second: SignedInTown
let leader: SignedInTown
let finance: SignedInTown
let staff: SignedInTown

beforeAll(async () => {
  town = await startTown('2025-12-31T15:50:00Z')
  second = await asColleague(town, { userName: '林复核', roles: ['office'] })
  leader = await asColleague(town, { userName: '韦同意', roles: ['leadingGroup'] })
  finance = await asColleague(town, { userName: '季出纳', roles: ['finance'] })
  await adopt(town, scheme, '2025-01-01')
  await employ(town, [
    person('001', { name: '何青' }),
    person('002', { name: '单晓云', from: localDate('2025-07-01') }),
    person('003', { name: '吕平', employment: '编外' }),
    person('004', { name: '分管的人', post: '分管领导', inChargeOf: ['党办'] }),
  ])
  staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  await record('late', '2', '001')
  await record('fine', '1', '003')
})
beforeEach(() => {
  town.clock.now = new Date(town.clock.now.getTime() + 1000)
})
afterAll(() => town.stop())

async function recordOnly(ruleId: string, quantity: string, staffNumber: string): Promise<string> {
  const body = {
    about: { kind: 'people', staffNumbers: [staffNumber] },
    ruleId,
    quantity,
    occurredOn: '2025-08-06',
  }
  const recorded = await town.send('POST', '/api/entries', { key: randomUUID(), body })
  return recorded.body.entries[0].id
}
const confirm = (id: string) =>
  second.send('POST', '/api/entries/confirmations', { key: randomUUID(), body: { entryIds: [id] } })
async function record(ruleId: string, quantity: string, staffNumber: string) {
  await confirm(await recordOnly(ruleId, quantity, staffNumber))
}

type What = 'final-results' | 'pay-lists'
const preview = async (what: What, more = '') =>
  (await town.send('GET', `/api/${what}/preview?year=2025${more}`)).body
const propose = (what: What, body: object, as = town) =>
  as.send('POST', `/api/${what}`, { body: { year: 2025, note: '', ...body } })
const decide = (what: What, as: SignedInTown, { body }: Answered, verb: string, sent: object) =>
  as.send('POST', `/api/${what}/${String(body.id)}/${verb}`, { body: sent })
const approve = (what: What, proposed: Answered, as = leader) =>
  decide(what, as, proposed, 'approval', { minutes: '领导小组纪要〔2026〕1号' })
const code = ({ status, body }: Answered) => [status, body.error?.code]
const read = (what: What, as: SignedInTown) => as.send('GET', `/api/${what}?year=2025`)

/** The frozen list worked out again by the other program of the property tests. */
function expectExact(list: FinalPayList, result: FinalResult) {
  const people = result.people
  const pool = poolFen(
    list.perPersonFen / 100,
    people.map(({ days }) => days.onRoster),
    365,
  )
  const shares = sharesOf(
    pool,
    people.map(({ score, days, moneyFen }) => ({
      score: times(decimal(score), fraction(1n, 100n)),
      days: days.onRoster,
      takenFen: BigInt(moneyFen),
    })),
  )
  expect(BigInt(list.poolFen)).toBe(pool)
  expect(list.lines.map(({ payFen, netFen }) => [BigInt(payFen), BigInt(netFen)])).toEqual(
    shares?.map(({ payFen, netFen }) => [payFen, netFen]),
  )
  expect(list.lines.reduce((sum, { payFen }) => sum + payFen, 0)).toBe(list.poolFen)
  expect(list.total.payFen).toBe(list.poolFen)
  expect(list.subtotals.reduce((sum, { payFen }) => sum + payFen, 0)).toBe(list.poolFen)
}

describe('年度结果定稿', () => {
  test('年度没有结束、有记录没确认：不能提请，说出缺什么', async () => {
    expect(await preview('final-results')).toMatchObject({ ready: false, code: 'year-running' })
    const early = await propose('final-results', { digest: '0'.repeat(64) })
    expect(code(early)).toEqual([422, 'figures-not-ready'])
    expect(early.body.error.message).toContain('2025年度还没有结束')
    town.clock.now = new Date('2025-12-31T16:01:00Z')
    const pending = await recordOnly('late', '1', '002')
    expect(await preview('final-results')).toMatchObject({
      ready: false,
      code: 'result-incomplete',
      unconfirmed: 1,
      message: '年度结果还不能定稿：还有 1 条记录待确认。',
    })
    await confirm(pending)
    expect(await preview('final-results')).toMatchObject({ ready: true, changes: null })
  })

  test('预览以后数字变了，提请不成；提请的就是看到的', async () => {
    const shown = await preview('final-results')
    await record('late', '1', '001')
    expect(code(await propose('final-results', { digest: shown.digest }))).toEqual([409, 'figures-changed'])
    const now = await preview('final-results')
    expect(now.digest).not.toBe(shown.digest)
    const proposed = await propose('final-results', { digest: now.digest, note: '请审定' })
    expect(proposed.body).toMatchObject({ state: 'open', proposedBy: '管理员', result: now.result })
    expect(proposed.body.result).toMatchObject({
      format: 'gongdao-result/1',
      number: 1,
      asOf: '2025-12-31',
      schemes: [{ version: 1, effectiveFrom: '2025-01-01' }],
      people: [
        { staffNumber: '001', days: { onRoster: 365, ofYear: 365 } },
        { staffNumber: '002', days: { onRoster: 184, ofYear: 365 } },
        { staffNumber: '003', moneyFen: 2000 },
        { staffNumber: '004', post: '分管领导', rank: 1 },
      ],
    })
    expect(code(await propose('final-results', { digest: now.digest }))).toEqual([409, 'proposal-open'])
    expect((await read('final-results', leader)).body).toMatchObject({ approved: [], latest: { state: 'open' } })
    expect(code(await approve('final-results', proposed, town))).toEqual([403, 'not-allowed'])
  })

  test('提请以后又有新的确认：不能通过，要重新提请', async () => {
    const { latest } = (await read('final-results', leader)).body
    const stale = { body: latest, status: 200, response: new Response() }
    await record('late', '1', '003')
    expect(code(await approve('final-results', stale))).toEqual([409, 'figures-changed'])
    const rejected = await decide('final-results', leader, stale, 'rejection', { reason: '有新记录' })
    expect(rejected.body).toMatchObject({ state: 'rejected', reason: '有新记录' })
    const proposed = await propose('final-results', { digest: (await preview('final-results')).digest })
    const approved = await approve('final-results', proposed)
    expect(approved.body).toMatchObject({
      state: 'approved',
      decidedBy: '韦同意',
      reason: '领导小组纪要〔2026〕1号',
    })
    expect((await read('final-results', leader)).body.approved).toHaveLength(1)
    expect(await preview('final-results')).toMatchObject({ ready: false, code: 'result-unchanged' })
  })

  test('没有公示定稿，不能定工资清单', async () => {
    const asked = { perPerson: '2000', digest: '0'.repeat(64) }
    expect(await preview('pay-lists', '&perPerson=2000')).toMatchObject({
      ready: false,
      code: 'notice-not-final',
      message: '2025年度第1号结果还没有公示定稿。请先在“通报”里公示，期满且异议办结、定稿以后再定工资清单。',
    })
    expect(code(await propose('pay-lists', asked))).toEqual([422, 'figures-not-ready'])
    await noticeResult(town, 2025)
    expect(await preview('pay-lists', '&perPerson=2000')).toMatchObject({ ready: true })
  })

  test('双肩挑的人不能通过自己提请的', async () => {
    const both = await asColleague(town, { userName: '双肩挑', roles: ['office', 'leadingGroup'] })
    const shown = await preview('pay-lists', '&perPerson=2000')
    const proposed = await propose('pay-lists', { digest: shown.digest, perPerson: '2000' }, both)
    expect(proposed.status).toBe(200)
    expect(code(await approve('pay-lists', proposed, both))).toEqual([409, 'proposer-decides'])
    const withdrawn = await decide('pay-lists', town, proposed, 'withdrawal', { reason: '' })
    expect(withdrawn.body).toMatchObject({ state: 'withdrawn', reason: null })
    expect(code(await approve('pay-lists', proposed))).toEqual([409, 'proposal-settled'])
  })
})

describe('工资清单定稿', () => {
  test('没有金额说没有金额；金额写错了说明白；有了金额，分毫不差地冻结', async () => {
    expect(await preview('pay-lists')).toMatchObject({ ready: false, code: 'no-amount' })
    expect(code(await town.send('GET', '/api/pay-lists/preview?year=2025&perPerson=x'))).toEqual([
      422,
      'amount-not-yuan',
    ])
    const shown = await preview('pay-lists', '&perPerson=1,999.99')
    const other = await propose('pay-lists', { digest: shown.digest, perPerson: '2000' })
    expect(code(other)).toEqual([409, 'figures-changed'])
    const proposed = await propose('pay-lists', { digest: shown.digest, perPerson: '1,999.99' })
    expect(proposed.body.payList).toEqual(shown.payList)
    const { body } = await approve('pay-lists', proposed)
    const { approved } = (await read('final-results', leader)).body
    expect(body.payList).toMatchObject({ format: 'gongdao-pay-list/1', resultNumber: 1, perPersonFen: 199_999 })
    expectExact(body.payList, approved[0].result)
    expect(await preview('pay-lists', '&perPerson=1999.99')).toMatchObject({ code: 'pay-list-unchanged' })
  })

  test('财务看得到整张清单，别的成绩页面都看不到；职工只看到本人一行', async () => {
    const whole = await read('pay-lists', finance)
    expect(whole.body.approved[0].payList.lines).toHaveLength(4)
    expect(whole.body.latest).toBeNull()
    for (const path of [
      '/api/standings?period=2025',
      '/api/final-results?year=2025',
      '/api/pay?year=2025',
      '/api/entries',
      '/api/pay-lists/preview?year=2025',
    ])
      expect([path, (await finance.send('GET', path)).status]).toEqual([path, 403])
    const own = await read('pay-lists', staff)
    expect(own.body).toMatchObject({ approved: null, latest: null, own: [{ line: { staffNumber: '001' } }] })
    expect(own.body.own).toHaveLength(1)
    expect(JSON.stringify(own.body)).not.toContain('单晓云')
    expect(own.body.own[0].unitValue).toBe(whole.body.approved[0].payList.unitValue)
    expect((await staff.send('GET', '/api/pay-lists/own?year=2025')).body.own).toEqual(own.body.own)
    expect(code(await read('final-results', staff))).toEqual([403, 'not-allowed'])
  })

  test('下载的清单与冻结的一致；职工下载的只有本人', async () => {
    const { id, payList } = (await read('pay-lists', finance)).body.approved[0]
    const cellsOf = async (as: SignedInTown) => {
      const { response } = await as.send('GET', `/api/pay-lists/${String(id)}/file`)
      const table = await readTable(new Uint8Array(await response.arrayBuffer()), '清单.xlsx')
      if (!table.ok) throw new Error('the list is a table')
      return table.value.rows.flatMap(({ cells }) => cells)
    }
    const whole = await cellsOf(finance)
    for (const { name, payFen } of payList.lines) {
      expect(whole).toContain(name)
      expect(whole).toContain(String(payFen / 100))
    }
    const own = await cellsOf(staff)
    expect(own).toContain('何青')
    expect(own).not.toContain('单晓云')
    const results = (await read('final-results', leader)).body.approved
    expect((await leader.send('GET', `/api/final-results/${String(results[0].id)}/file`)).status).toBe(200)
    expect((await finance.send('GET', `/api/pay-lists/${randomUUID()}/file`)).status).toBe(404)
  })

  test('更正以后提请第2号：列出谁变了、补发追扣多少；第1号一个字不变', async () => {
    const before = (await read('pay-lists', finance)).body.approved
    const firstResult = (await read('final-results', leader)).body.approved[0]
    await record('late', '5', '002')
    const shown = await preview('final-results')
    expect(shown.changes.map(({ name }: { name: string }) => name)).toEqual(['何青', '单晓云'])
    const result = await approve('final-results', await propose('final-results', { digest: shown.digest }))
    expect(result.body).toMatchObject({ result: { number: 2 }, changes: shown.changes })
    expect(await preview('pay-lists', '&perPerson=1999.99')).toMatchObject({ code: 'notice-not-final' })
    await noticeResult(town, 2025)
    const pay = await preview('pay-lists', '&perPerson=1999.99')
    const list = await approve(
      'pay-lists',
      await propose('pay-lists', { digest: pay.digest, perPerson: '1999.99' }),
    )
    expect(list.body.payList).toMatchObject({ number: 2, resultNumber: 2 })
    expectExact(list.body.payList, result.body.result)
    const differences: { differenceFen: number }[] = list.body.changes
    // The pool is the same: what one loses the others get, the unpaid money aside.
    expect(differences.reduce((sum, { differenceFen }) => sum + differenceFen, 0)).toBe(0)
    const after = (await read('pay-lists', finance)).body.approved
    expect(after.slice(1)).toEqual(before)
    expect((await read('final-results', leader)).body.approved[1]).toEqual(firstResult)
  })

  test('看清单、下载、提请和通过都在审计里；看本人的不记', async () => {
    const admin = new pg.Client({ connectionString: town.database.adminUrl })
    await admin.connect()
    const { rows } = await admin.query('select kind, by, operation, object, reason from audit_row')
    await admin.end()
    const kept = (by: string, operation: string) =>
      rows.filter((row) => row.by === by && row.operation === operation).map(({ kind }) => kind)
    expect(kept('季出纳', 'readPayLists')[0]).toBe('look')
    expect(kept('季出纳', 'downloadPayList')[0]).toBe('export')
    expect(kept('韦同意', 'approvePayList')).toEqual(['write', 'write'])
    expect(kept('何青', 'readPayLists')).toEqual([])
    const approval = rows.find(({ by, operation }) => by === '韦同意' && operation === 'approveFinalResult')
    expect(approval).toMatchObject({ object: { label: '2025年度结果第1号' }, reason: '领导小组纪要〔2026〕1号' })
  })

  test('数据库自己也守着：通过的不能再改，冻结的数字没有人能改', async () => {
    const client = await town.pool.connect()
    const attempt = async (statement: string) => {
      await client.query('begin')
      await client.query(`set local app.tenant_id = '${town.tenantId}'`)
      const outcome = await client
        .query(statement)
        .then(({ rowCount }) => rowCount)
        .catch((error: Error) => error.message)
      await client.query('rollback')
      return outcome
    }
    expect(await attempt("update proposal set state = 'withdrawn' where state = 'approved'")).toBe(0)
    expect(await attempt("update proposal set snapshot = '{}'")).toContain('permission denied')
    expect(await attempt("update proposal set subject = '{}'")).toContain('permission denied')
    expect(await attempt('delete from proposal')).toContain('permission denied')
    const open = `insert into proposal (tenant_id, id, kind, subject, note, proposed_at, proposed_by, state)
      values ('${town.tenantId}', '${randomUUID()}', 'adoption', '{}', '', now(), '管理员', 'open')`
    const decide = (by: string) =>
      `update proposal set state = 'approved', decided_at = now(), decided_by = '${by}' where state = 'open'`
    expect(await attempt(`${open}; ${decide('管理员')}`)).toContain('proposal_by_two')
    expect(
      await attempt(`${open}; ${open.replace(/'[0-9a-f-]{36}', 'adoption'/, `'${randomUUID()}', 'adoption'`)}`),
    ).toContain('proposal_one_open')
    client.release()
  })
})
