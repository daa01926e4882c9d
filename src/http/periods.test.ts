import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accept, assert } from '../domain/primitives/result.ts'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { asColleague, type Answered, type SignedInTown } from '../../test/support/town-app.ts'

// 2026-11-20; the scheme is in force from 1 January.
let town: StaffedTown
let own: SignedInTown
beforeAll(async () => {
  town = await startStaffedTown()
  own = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
})
afterAll(() => town.stop())

const code = ({ status, body }: Answered) => [status, body.error?.code]
const preview = (month: string, fields: object = {}) =>
  town.send('POST', '/api/months/preview', { body: { month, ...fields } })
const close = (month: string, fields: object, key: string = randomUUID()) =>
  town.send('POST', '/api/months/close', { body: { month, ...fields }, key })
const months = async () => (await town.send('GET', '/api/months?year=2026')).body.months
const bulletins = async () => {
  const read = await town.services.inTown(town.tenantId, 'read', async (stores) =>
    accept(await Promise.all((await stores.bulletins.list()).map(({ id }) => stores.bulletins.find(id)))),
  )
  assert(read.ok, 'reading refuses nothing')
  return read.value
}
const kindsOf = (body: Answered['body']) =>
  body.checks.filter((check: { count: number }) => check.count > 0).map((check: { kind: string }) => check.kind)
const text = (content: unknown) => JSON.stringify(content)

/** Closes a month over whatever is open. */
async function closeOver(month: string) {
  const reason = '月底前处理不完，下月补'
  const { body } = await preview(month, { reason })
  return close(month, { reason, digest: body.digest })
}

describe('月考核', () => {
  test('没有结束的月份不能结账，也没有预览', async () => {
    expect(code(await preview('2026-11'))).toEqual([422, 'month-running'])
    expect(code(await close('2026-11', { digest: '0'.repeat(64) }))).toEqual([422, 'month-running'])
    const states = (await months()).map(({ state }: { state: string }) => state)
    expect(states).toEqual([...Array.from({ length: 10 }, () => 'open'), 'running', 'ahead'])
  })

  test('清单说明什么没有了结；有未了结的不写原因不能结', async () => {
    await town.recordOne({ occurredOn: '2026-02-03' })
    const { body } = await preview('2026-02')
    expect(kindsOf(body)).toEqual(['unconfirmed', 'earlier'])
    expect(body.needsReason).toBe(true)
    expect(code(await close('2026-02', { digest: body.digest }))).toEqual([422, 'close-reason-missing'])
  })

  test('结账发布看到的那张表；同一请求重发、再结一次都不会多出一张', async () => {
    const entryId = await town.recordOne({ occurredOn: '2026-01-06' })
    await town.confirm([entryId])
    const shown = (await preview('2026-01')).body
    expect(shown.needsReason).toBe(false)
    expect(text(shown.content.blocks)).toContain('脱岗每次扣2分')
    expect(text(shown.content.blocks)).toContain('−2.00')
    const key = randomUUID()
    const closed = await close('2026-01', { digest: shown.digest }, key)
    expect([closed.status, closed.body.state]).toEqual([200, 'closed'])
    expect((await close('2026-01', { digest: shown.digest }, key)).body).toEqual(closed.body)
    expect(code(await close('2026-01', { digest: shown.digest }))).toEqual([409, 'month-closed'])
    const all = await bulletins()
    expect(all.map((one) => [one?.kind, one?.period, one?.number, one?.state])).toEqual([
      ['monthly', '2026-01', 1, 'final'],
    ])
    expect(all[0]?.content.blocks).toEqual(shown.content.blocks)
    expect(all[0]?.backing?.assessed?.people.map(({ staffNumber }) => staffNumber)).toContain('001')
  })

  test('看过以后又有变动的，不按旧表发布', async () => {
    const shown = (await preview('2026-03', { reason: '先结' })).body
    await town.recordOne({ occurredOn: '2026-03-09' })
    expect(code(await close('2026-03', { reason: '先结', digest: shown.digest }))).toEqual([
      409,
      'figures-changed',
    ])
  })

  test('结账后登记的标为迟录，原表一字不改，下一张表单独列出', async () => {
    const frozen = (await bulletins())[0]
    const asked = { about: { kind: 'people', staffNumbers: ['001'] }, ruleId: 'absent', quantity: '1' }
    const warned = await town.send('POST', '/api/entries/preview', {
      body: { ...asked, occurredOn: '2026-01-07' },
    })
    expect(warned.body.warnings.join()).toContain('结账')
    const inTime = await town.send('POST', '/api/entries/preview', {
      body: { ...asked, occurredOn: '2026-11-07' },
    })
    expect(inTime.body.warnings).toEqual([])
    const recorded = await town.record({ occurredOn: '2026-01-07' })
    expect(recorded.body.entries[0].late).toEqual({ closedOn: '2026-11-20' })
    const lateId = recorded.body.entries[0].id
    await town.confirm([lateId])
    expect((await bulletins()).find((one) => one?.id === frozen?.id)).toEqual(frozen)
    const [january] = await months()
    expect(january).toMatchObject({ state: 'closed', late: 1 })
    const sheet = (await town.send('GET', '/api/people/001/score-sheet?period=2026')).body
    expect(sheet.late).toEqual([{ entryId: lateId, recordedOn: '2026-11-20', closedOn: '2026-11-20' }])
    const next = (await preview('2026-02', { reason: '先结' })).body
    expect(text(next.content.blocks)).toContain('以前月份的迟录和变动')
    expect(text(next.content.blocks)).toContain('迟录（该月2026-11-20结账）')
    expect((await closeOver('2026-02')).status).toBe(200)
    expect(text((await preview('2026-03')).body.content.blocks)).not.toContain('以前月份的迟录和变动')
  })

  test('不列累计的表里没有累计，也没有机读的成绩', async () => {
    const { content } = (await preview('2026-04', { withoutBalance: true })).body
    expect(content.figures).toBeNull()
    expect(text(content.blocks)).not.toContain('累计')
  })
})

describe('签收', () => {
  test('本人看到还不知道的记录，签收后不再列出；已列入月考核表的不再催签', async () => {
    const entryId = await town.recordOne({ occurredOn: '2026-10-13' })
    const news = (await own.send('GET', '/api/own-news?year=2026')).body.entries
    expect(news[0]).toMatchObject({ id: entryId, toldOn: null, acknowledgedOn: null })
    // January's table told of that one already.
    const days = news.map(({ occurredOn }: { occurredOn: string }) => occurredOn)
    expect(days).not.toContain('2026-01-06')
    const key = randomUUID()
    const body = { entryIds: [entryId] }
    const first = await own.send('POST', '/api/own-news/acknowledgements', { body, key })
    expect([first.status, first.body]).toEqual([200, { acknowledged: 1 }])
    expect((await own.send('POST', '/api/own-news/acknowledgements', { body, key })).body).toEqual(first.body)
    const again = await own.send('POST', '/api/own-news/acknowledgements', { body, key: randomUUID() })
    expect(again.body).toEqual({ acknowledged: 0 })
    expect((await own.send('GET', '/api/own-news?year=2026')).body.entries).toHaveLength(news.length - 1)
    const [listed] = (await town.list('words=脱岗&from=2026-10-13&to=2026-10-13')).entries
    expect(listed).toMatchObject({ toldOn: '2026-11-20', acknowledgedOn: '2026-11-20' })
  })

  test('不是本人的记录签收不了，一条都不算', async () => {
    const ownId = await town.recordOne({ occurredOn: '2026-10-14' })
    const otherId = await town.recordOne({
      about: { kind: 'people', staffNumbers: ['002'] },
      occurredOn: '2026-10-14',
    })
    const body = { entryIds: [ownId, otherId] }
    const refused = await own.send('POST', '/api/own-news/acknowledgements', { body, key: randomUUID() })
    expect(code(refused)).toEqual([404, 'own-entries-unknown'])
    const left = (await own.send('GET', '/api/own-news?year=2026')).body.entries
    expect(left.map(({ id }: { id: string }) => id)).toContain(ownId)
  })
})

describe('工作日历', () => {
  const day = async (wanted: string) =>
    (await own.send('GET', `/api/calendar?year=${wanted.slice(0, 4)}`)).body.days.find(
      (one: { day: string }) => one.day === wanted,
    )

  test('国庆放假，调休的周六上班，都写明是哪个节', async () => {
    expect(await day('2026-10-01')).toMatchObject({ isWorking: false, holiday: '国庆节' })
    expect(await day('2026-10-10')).toMatchObject({ isWorking: true, holiday: '国庆节' })
    expect(await day('2026-03-09')).toMatchObject({ isWorking: true, holiday: null, change: null })
  })

  test('考核办改一天并写明依据，可以改回；别人只能看', async () => {
    const change = { day: '2026-03-09', kind: 'off', note: '市里通知放假' }
    expect(code(await own.send('PUT', '/api/calendar', { body: change }))).toEqual([403, 'not-allowed'])
    expect(code(await town.send('PUT', '/api/calendar', { body: { ...change, note: '' } }))).toEqual([
      400,
      'input-invalid',
    ])
    expect((await town.send('PUT', '/api/calendar', { body: change })).status).toBe(200)
    expect(await day('2026-03-09')).toMatchObject({
      isWorking: false,
      isWorkingNationally: true,
      change: { note: '市里通知放假', by: '管理员' },
    })
    await town.send('PUT', '/api/calendar', { body: { day: '2026-03-09', kind: null } })
    expect(await day('2026-03-09')).toMatchObject({ isWorking: true, change: null })
  })

  test('还没有公布放假安排的年份明说', async () => {
    expect((await own.send('GET', '/api/calendar?year=2026')).body.isAnnounced).toBe(true)
    expect((await own.send('GET', '/api/calendar?year=2090')).body.isAnnounced).toBe(false)
  })
})
