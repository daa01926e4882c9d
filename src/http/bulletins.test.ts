import { randomUUID } from 'node:crypto'
import mammoth from 'mammoth'
import pg from 'pg'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { oneItem, person, rule } from '../../test/builders/town.ts'
import { noticeResult } from '../../test/support/notice-result.ts'
import {
  adopt,
  asColleague,
  employ,
  startTown,
  type Answered,
  type SignedInTown,
} from '../../test/support/town-app.ts'
import { canonicalJson } from '../domain/primitives/canonical-json.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { quantity } from '../domain/primitives/quantity.ts'
import { hexSha256 } from '../storage/hex-sha256.ts'

let town: SignedInTown
let second: SignedInTown
let leader: SignedInTown
let finance: SignedInTown
let staff: SignedInTown

/** 2026-01-05 is a Monday; five working days on is the 12th. */
const published = '2026-01-05T02:00:00Z'

beforeAll(async () => {
  town = await startTown(published)
  await adopt(
    town,
    {
      ...oneItem([rule('late', { points: 1, condition: '迟到' })]),
      grades: [{ grade: '优秀', quotaPercent: quantity(5000), source: { start: 0, end: 2, quote: '优秀' } }],
    },
    '2025-01-01',
  )
  await employ(town, [
    person('A001', { name: '何青' }),
    person('A002', { name: '单晓云', from: localDate('2025-07-01') }),
    person('A003', { name: '何青', office: '综治办', employment: '编外' }),
  ])
  second = await asColleague(town, { userName: '林复核', roles: ['office'] })
  leader = await asColleague(town, { userName: '韦同意', roles: ['leadingGroup'] })
  finance = await asColleague(town, { userName: '季出纳', roles: ['finance'] })
  staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: 'A001' })
  await record('2', 'A001', '2025-02-06')
  await record('3', 'A003', '2025-05-06')
})
afterAll(() => town.stop())

/** The days of a notice are longer than a session: whoever is signed in has just come in. */
async function moveTo(moment: string) {
  town.clock.now = new Date(moment)
  await asAdministrator(
    "update session set created_at = $1, last_seen_at = $1, expires_at = $1::timestamptz + '1 day'",
    [town.clock.now],
  )
}

async function record(quantity: string, staffNumber: string, occurredOn: string) {
  const about = { kind: 'people', staffNumbers: [staffNumber] }
  const recorded = await town.send('POST', '/api/entries', {
    key: randomUUID(),
    body: { about, ruleId: 'late', quantity, occurredOn },
  })
  const body = { entryIds: [recorded.body.entries[0].id] }
  const confirmed = await second.send('POST', '/api/entries/confirmations', { key: randomUUID(), body })
  expect([recorded.status, confirmed.status]).toEqual([200, 200])
}

const code = ({ status, body }: Answered) => [status, body.error?.code]
const drafts = '/api/bulletin-drafts'
const start = (kind: string, period: string, reason?: string) =>
  town.send('POST', drafts, { body: { kind, period, reason } })
const look = async (id: string) => (await town.send('GET', `${drafts}/${id}`)).body
const publish = (id: string, body: object, key: string = randomUUID()) =>
  town.send('POST', `${drafts}/${id}/publication`, { body, key })
async function publishAsShown(kind: string, period: string, reason?: string) {
  const { id } = (await start(kind, period, reason)).body
  const { preview, title } = await look(id)
  expect(preview).toMatchObject({ ready: true })
  return { preview, answered: await publish(id, { digest: preview.digest, title }) }
}
const read = async (id: string, as = town) => (await as.send('GET', `/api/bulletins/${id}`)).body
async function words(id: string, as = town): Promise<string> {
  const { response } = await as.send('GET', `/api/bulletins/${id}/file?format=docx`)
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await response.arrayBuffer()) })
  return value
}

describe('季度通报', () => {
  let id: string

  test('季度没过完不能发；起草两次是同一份；标题输错不发', async () => {
    const running = await look((await start('quarterly', '2026-Q1')).body.id)
    expect(running.preview).toMatchObject({ ready: false, code: 'quarter-running' })
    const first = (await start('quarterly', '2025-Q1')).body
    expect((await start('quarterly', '2025-Q1')).body).toEqual(first)
    const { preview } = await look(first.id)
    expect(preview.warnings.map((one: { code: string }) => one.code)).toEqual(['months-open'])
    expect(preview.content.notice).toMatchObject({ from: '2026-01-05', to: '2026-01-12' })
    const wrong = await publish(first.id, { digest: preview.digest, title: '季度通报' })
    expect(code(wrong)).toEqual([422, 'bulletin-title-wrong'])
    expect(wrong.body.error.message).toContain(first.title)
    expect(code(await publish(first.id, { digest: '0'.repeat(64), title: first.title }))).toEqual([
      409,
      'figures-changed',
    ])
  })

  test('发布的就是预览的；同一个编号再发一次不多出一份；草稿没有了', async () => {
    const draft = (await start('quarterly', '2025-Q1')).body
    const { preview } = await look(draft.id)
    const [body, key] = [{ digest: preview.digest, title: draft.title }, randomUUID()]
    const answered = await publish(draft.id, body, key)
    expect(answered.body).toMatchObject({ number: 1, year: 2025, state: 'notice', notice: { isOver: false } })
    expect((await publish(draft.id, body, key)).body).toEqual(answered.body)
    expect(code(await publish(draft.id, body))).toEqual([404, 'bulletin-draft-unknown'])
    id = answered.body.id
    const shown = await read(id)
    expect(shown.content).toEqual(preview.content)
    expect(shown.contentDigest).toBe(hexSha256(canonicalJson(shown.content)))
    expect(shown.headText).toMatch(/^gongdao-head\/1 \S+ \d+ [0-9a-f]{64} \S+$/)
    expect(shown.openObjections).toBe(0)
    expect((await town.send('GET', '/api/bulletins')).body.bulletins).toHaveLength(1)
  })

  test('表上是累计、本季变动和名次；二季度的事不在一季度里；没有工号', async () => {
    const { content } = await read(id, staff)
    const table = content.blocks.find(({ kind }: { kind: string }) => kind === 'table')
    expect(table.rows).toEqual([
      ['1', '单晓云', '党办', '10.00', '0.00'],
      ['1', '何青', '综治办', '10.00', '0.00'],
      ['3', '何青', '党办', '8.00', '−2.00'],
    ])
    for (const text of [JSON.stringify(content), await words(id, staff)]) expect(text).not.toMatch(/A00\d/)
  })

  test('以后的变动改不了它：再登记、再改名单，读到的一个字不变', async () => {
    const before = await read(id)
    await record('1', 'A001', '2025-03-03')
    expect((await read(id)).content).toEqual(before.content)
    expect(await words(id)).toContain('−2.00')
    const attempt = await attemptAsProduct(`update bulletin set content = '{}' where id = '${id}'`)
    expect(attempt).toContain('permission denied')
  })

  test('公示没满不能定稿；最后一天也不能；次日可以，只一次', async () => {
    const finalise = () => town.send('POST', `/api/bulletins/${id}/finalisation`)
    expect(code(await finalise())).toEqual([409, 'notice-running'])
    await moveTo('2026-01-12T15:59:00Z')
    expect(code(await finalise())).toEqual([409, 'notice-running'])
    expect((await read(id)).notice).toMatchObject({ workingDaysLeft: 0, isOver: false })
    await moveTo('2026-01-12T16:01:00Z')
    expect((await read(id)).notice).toMatchObject({ isOver: true })
    expect((await finalise()).body).toMatchObject({ state: 'final', final: { by: expect.any(String) } })
    expect(code(await finalise())).toEqual([409, 'bulletin-ended'])
    const withdrawal = await town.send('POST', `/api/bulletins/${id}/withdrawal`, { body: { reason: '有误' } })
    expect(code(withdrawal)).toEqual([409, 'bulletin-ended'])
  })

  test('更正是另一号，写明改了谁的什么；原件不动；没有变动就不用更正', async () => {
    const draft = (await start('quarterly', '2025-Q1')).body
    expect((await look(draft.id)).preview).toMatchObject({ ready: false, code: 'reason-missing' })
    await town.send('DELETE', `${drafts}/${String(draft.id)}?seen=${encodeURIComponent(draft.at)}`)
    const before = await read(id)
    const { answered } = await publishAsShown('quarterly', '2025-Q1', '补登3月3日迟到')
    expect(answered.body).toMatchObject({ number: 2, corrects: { number: 1 } })
    const { content } = await read(answered.body.id)
    expect(content.correction).toEqual({
      number: 1,
      reason: '补登3月3日迟到',
      changes: [{ who: '何青（党办）', what: '累计', before: '8.00', after: '7.00' }],
    })
    expect(await words(answered.body.id)).toContain('更正原因：补登3月3日迟到')
    const after = await read(id)
    expect(after.content).toEqual(before.content)
    expect(after.correctedBy).toMatchObject({ number: 2 })
    const blocked = await look((await start('quarterly', '2025-Q1', '再改')).body.id)
    expect(blocked.preview).toMatchObject({ ready: false, code: 'bulletin-in-notice' })
  })

  test('公示期内可以撤回，留下理由；号不再用', async () => {
    const { bulletins } = (await town.send('GET', '/api/bulletins?year=2025')).body
    const [latest] = bulletins
    const withdraw = (reason: string) =>
      town.send('POST', `/api/bulletins/${String(latest.id)}/withdrawal`, { body: { reason } })
    expect((await withdraw(' ')).status).toBe(400)
    expect((await withdraw('数字有误')).body).toMatchObject({
      state: 'withdrawn',
      withdrawn: { reason: '数字有误' },
    })
    expect(await words(latest.id)).toContain('已撤回：数字有误')
    const again = await publishAsShown('quarterly', '2025-Q1', '重发更正')
    expect(again.answered.body).toMatchObject({ number: 3, corrects: { number: 1 } })
  })

  test('草稿被别人改过，再按原来看到的改就不成', async () => {
    const { id: draftId, at } = (await start('quarterly', '2025-Q2')).body
    const { terms, title } = await look(draftId)
    const change = (seen: string) =>
      town.send('PUT', `${drafts}/${String(draftId)}`, {
        body: { title, seen, terms: { ...terms, gradesOnly: true } },
      })
    town.clock.now = new Date(town.clock.now.getTime() + 1000)
    expect((await change(at)).status).toBe(200)
    expect(code(await change(at))).toEqual([409, 'bulletin-draft-changed'])
  })

  test('选了不公布成绩：答复和两种文件里都没有成绩', async () => {
    const { answered } = await publishAsShown('quarterly', '2025-Q2')
    const { content } = await read(answered.body.id, staff)
    expect(content.figures.map(({ score }: { score: number | null }) => score)).toEqual([null, null, null])
    const { response } = await staff.send('GET', `/api/bulletins/${String(answered.body.id)}/file?format=xlsx`)
    const cells = await readSheet(Buffer.from(await response.arrayBuffer()), 2)
    for (const text of [JSON.stringify(content), await words(answered.body.id, staff), JSON.stringify(cells)]) {
      expect(text).toContain('单晓云')
      expect(text).not.toMatch(/7\.00|−3\.00|10\.00/)
    }
  })

  test('不公布过的成绩，更正公布成绩时也不说原来是多少', async () => {
    await moveTo('2026-01-26T02:00:00Z')
    const [latest] = (await town.send('GET', '/api/bulletins?year=2025')).body.bulletins
    expect((await town.send('POST', `/api/bulletins/${String(latest.id)}/finalisation`)).status).toBe(200)
    await record('1', 'A003', '2025-05-07')
    const id = (await start('quarterly', '2025-Q2', '补记一条')).body.id
    const { terms, title, at } = await look(id)
    await town.send('PUT', `${drafts}/${String(id)}`, {
      body: { title, seen: at, terms: { ...terms, gradesOnly: false } },
    })
    const { correction, figures } = (await look(id)).preview.content
    expect(figures.some(({ score }: { score: number | null }) => score !== null)).toBe(true)
    expect(correction.changes.map(({ what }: { what: string }) => what)).not.toContain('累计')
  })
})

describe('年度公示与发放表', () => {
  let payroll: string

  test('年度公示按通过的结果，有名次和等次；没有单位分值', async () => {
    await moveTo('2026-02-02T02:00:00Z')
    const draft = (await start('annual', '2025')).body
    expect((await look(draft.id)).preview).toMatchObject({ ready: false, code: 'result-not-approved' })
    await approve('final-results', {})
    const id = await noticeResult(town, 2025)
    const { content, state } = await read(id, staff)
    expect(state).toBe('final')
    const table = content.blocks.find(({ kind }: { kind: string }) => kind === 'table')
    expect(table.rows[0]).toEqual(['1', '单晓云', '党办', '10.00', '优秀'])
    expect(JSON.stringify(content)).not.toMatch(/单位分值|元\/分|A00\d/)
  })

  test('结果通过以后又有记录：不能照旧公示', async () => {
    await record('1', 'A002', '2025-08-08')
    const { id } = (await start('annual', '2025', '更正')).body
    expect((await look(id)).preview).toMatchObject({ ready: false, code: 'bulletin-unchanged' })
    await approve('final-results', {})
    await record('1', 'A002', '2025-08-09')
    expect((await look(id)).preview).toMatchObject({ ready: false, code: 'result-outdated' })
    await approve('final-results', {})
    const bulletinId = await noticeResult(town, 2025)
    const { correction } = (await read(bulletinId)).content
    expect(correction.changes).toContainEqual({
      who: '单晓云',
      what: '成绩',
      before: '10.00',
      after: '8.00',
    })
  })

  test('发放表：合计与清单相符，有大写；职工看不到，也当没有', async () => {
    await approve('pay-lists', { perPerson: '1000' })
    const { answered } = await publishAsShown('payroll', '2025')
    payroll = answered.body.id
    expect(answered.body).toMatchObject({ state: 'final', audience: 'pay', number: 1 })
    const { content } = await read(payroll, finance)
    const list = (await finance.send('GET', '/api/pay-lists?year=2025')).body.approved[0].payList
    const table = content.blocks.find(({ kind }: { kind: string }) => kind === 'table')
    const yuan = (fen: number) => (fen / 100).toLocaleString('en', { minimumFractionDigits: 2 })
    expect(table.rows.at(-1)).toEqual(
      expect.arrayContaining(['合计', yuan(list.poolFen), yuan(list.total.netFen)]),
    )
    expect(await words(payroll, finance)).toMatch(/实发合计：人民币.+整|实发合计：人民币.+分/)
    expect(code(await staff.send('GET', `/api/bulletins/${payroll}`))).toEqual([404, 'bulletin-unknown'])
    const file = await staff.send('GET', `/api/bulletins/${payroll}/file?format=xlsx`)
    expect(code(file)).toEqual([404, 'bulletin-unknown'])
    const listed = (await staff.send('GET', '/api/bulletins')).body
    expect(JSON.stringify(listed)).not.toContain('发放表')
    expect(listed.drafts).toBeNull()
  })

  test('发放以后的更正是补发追扣表，只列有差额的人', async () => {
    await record('2', 'A001', '2025-09-09')
    await approve('final-results', {})
    await noticeResult(town, 2025)
    const list = (await approve('pay-lists', { perPerson: '1000' })).body
    const { answered } = await publishAsShown('payroll', '2025', '何青成绩更正')
    const { content } = await read(answered.body.id, finance)
    expect(content.title).toContain('补发追扣表')
    const table = content.blocks.find(({ columns }: { columns?: { title: string }[] }) =>
      columns?.some(({ title }) => title === '补发'),
    )
    expect(table.rows).toHaveLength(list.changes.length + 1)
    expect(content.correction.changes).toHaveLength(list.changes.length)
    expect((await read(payroll, finance)).correctedBy).toMatchObject({ number: 2 })
  })

  test('通报和工资表都在日志里，定稿也在；号没有缺', async () => {
    const rows = await asAdministrator(
      `select kind, year, array_agg(number order by number) as numbers,
           bool_and(head_size > 0 and length(head_root) = 64) as is_sealed
         from bulletin group by kind, year order by kind`,
    )
    expect(rows).toEqual([
      { kind: 'annual', year: 2025, numbers: [1, 2, 3], is_sealed: true },
      { kind: 'payroll', year: 2025, numbers: [1, 2], is_sealed: true },
      { kind: 'quarterly', year: 2025, numbers: [1, 2, 3, 4], is_sealed: true },
    ])
  })

  test('个人成绩单：本人可以下载，别人的不行', async () => {
    const path = (number: string) => `/api/people/${number}/score-sheet/file?period=2025&format=docx`
    const own = await staff.send('GET', path('A001'))
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await own.response.arrayBuffer()) })
    expect(value).toContain('何青，党办，工作人员')
    expect(value).toContain('−2.00')
    expect(code(await staff.send('GET', path('A002')))).toEqual([404, 'person-unknown'])
  })

  async function approve(what: 'final-results' | 'pay-lists', more: object): Promise<Answered> {
    town.clock.now = new Date(town.clock.now.getTime() + 1000)
    const query = new URLSearchParams({ year: '2025', ...more }).toString()
    const { digest } = (await town.send('GET', `/api/${what}/preview?${query}`)).body
    const proposed = await town.send('POST', `/api/${what}`, { body: { year: 2025, note: '', digest, ...more } })
    return leader.send('POST', `/api/${what}/${String(proposed.body.id)}/approval`, { body: { minutes: '纪要' } })
  }
})

/** Past every wall of the database. */
async function asAdministrator(statement: string, parameters: unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: town.database.adminUrl })
  await client.connect()
  const { rows } = await client.query(statement, parameters)
  await client.end()
  return rows
}

/** As the product's own role. */
async function attemptAsProduct(statement: string): Promise<string> {
  const client = await town.pool.connect()
  await client.query('begin')
  await client.query(`set local app.tenant_id = '${town.tenantId}'`)
  const outcome = await client
    .query(statement)
    .then(({ rowCount }) => String(rowCount))
    .catch((error: Error) => error.message)
  await client.query('rollback')
  client.release()
  return outcome
}
