import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formOf } from '../../test/audited/watch-audit.ts'
import { person } from '../../test/builders/town.ts'
import { asColleague, employ, startTown, type Answered, type SignedInTown } from '../../test/support/town-app.ts'
import { accept, assert } from '../domain/primitives/result.ts'

// 2026-11-20 10:00 in the town, a Friday.
let office: SignedInTown
let one: SignedInTown
let two: SignedInTown
beforeAll(async () => {
  office = await startTown()
  await employ(office, [
    person('001', { name: '何青' }),
    person('002', { name: '单晓云', office: '综治办' }),
    person('003', { name: '吕平', office: '综治办' }),
    person('004', { name: '郑领导', office: '', post: '分管领导', inChargeOf: ['党办'] }),
  ])
  one = await asColleague(office, { userName: '何青', roles: [], staffNumber: '001' })
  two = await asColleague(office, { userName: '单晓云', roles: [], staffNumber: '002' })
})
afterAll(() => office.stop())

const code = ({ status, body }: Answered) => [status, body.error?.code]
const post = (who: SignedInTown, path: string, body: object = {}, key: string = randomUUID()) =>
  who.send('POST', path, { body, key })
const factsOf = async (register: 'duty' | 'gathering') => {
  const read = await office.services.inTown(office.tenantId, 'read', async ({ proposedEntries }) =>
    accept(await proposedEntries.list({ registers: [register], states: ['open'] })),
  )
  assert(read.ok, 'reading refuses nothing')
  return read.value.map(({ observation }) => [observation.kind, observation.staffNumber, observation.occurredOn])
}
type Turn = { id: string; revision: number; staffNumber: string; post: string; state: string }
const month = async () => (await office.send('GET', '/api/duty?month=2026-11')).body
const turnsOn = async (day: string): Promise<Turn[]> =>
  (await month()).days.find((one: { day: string }) => one.day === day).turns
const at = (moment: string) => {
  office.clock.now = new Date(`${moment}:00+08:00`)
}

describe('排班', () => {
  const span = { from: '2026-11-20', to: '2026-11-30' }

  test('先预览，再确认；重复按不多一条；看过以后变了的，不认', async () => {
    const preview = (await office.send('POST', '/api/duty/preview', { body: span })).body
    expect(preview.places).toHaveLength(33)
    const members = preview.counts.filter(({ post: of }: { post: string }) => of === 'member')
    for (const dayClass of ['workday', 'weekend']) {
      const counts = members.map(({ after }: { after: Record<string, number> }) => after[dayClass])
      expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
    }
    // Two of three each day cannot help running; the one leader is on every day.
    expect(preview.findings[0].words).toMatch(/连着两天值班/)
    expect(code(await post(office, '/api/duty/roster', { ...span, digest: '0'.repeat(64) }))).toEqual([
      409,
      'duty-roster-changed',
    ])
    const key = randomUUID()
    const apply = () => post(office, '/api/duty/roster', { ...span, digest: preview.digest }, key)
    expect((await apply()).body).toEqual({ added: 33, takenBack: 0 })
    expect((await apply()).body).toEqual({ added: 33, takenBack: 0 })
    expect(await turnsOn('2026-11-23')).toHaveLength(3)
    expect(code(await post(office, '/api/duty/roster', { ...span, digest: preview.digest }))).toEqual([
      409,
      'duty-roster-full',
    ])
  })

  test('重排只动还没开始的；跨年的分开排；工作人员只看不排', async () => {
    const again = { ...span, again: true }
    const { replaced, kept, digest } = (await office.send('POST', '/api/duty/preview', { body: again })).body
    expect([replaced, kept]).toEqual([30, 3])
    expect((await post(office, '/api/duty/roster', { ...again, digest })).status).toBe(200)
    expect(await turnsOn('2026-11-23')).toHaveLength(3)
    const across = { from: '2026-12-01', to: '2027-01-05' }
    expect(code(await office.send('POST', '/api/duty/preview', { body: across }))).toEqual([400, 'input-invalid'])
    expect(code(await one.send('POST', '/api/duty/preview', { body: span }))).toEqual([403, 'not-allowed'])
    expect((await one.send('GET', '/api/duty?month=2026-11')).status).toBe(200)
  })

  test('导出的值班表一天一行，另有各人次数', async () => {
    const sheet = await one.send('GET', '/api/duty/sheet?month=2026-11&format=csv')
    const text = await sheet.response.text()
    expect(text).toContain('2026-11-23,一,工作日,郑领导,')
    expect((await one.send('GET', '/api/duty/sheet?month=2026-11')).status).toBe(200)
  })
})

describe('排好的值班表导进来', () => {
  const path = '/api/imports/registers/duty'
  const upload = (text: string, mode: 'check' | 'commit') =>
    office.send('POST', path, { body: formOf(text, { mode }), key: randomUUID() })
  const decemberTurns = async () =>
    (await office.send('GET', '/api/duty?month=2026-12')).body.days.flatMap(
      ({ turns }: { turns: Turn[] }) => turns,
    )

  test('有一处错，什么都不导入，说得出哪一行哪一列；改好了一人一班，再导入一条不多', async () => {
    const sheet = (member: string) =>
      `清源镇12月值班表\r\n日期,星期,带班领导,值班员\r\n2026-12-07,一,郑领导,${member}\r\n2026-12-08,二,郑领导,吕平`
    const wrong = (await upload(sheet('无此人、何青'), 'commit')).body
    expect(wrong).toMatchObject({ stored: 0, problems: [{ row: 3, column: '值班员', code: 'unknown-person' }] })
    expect(await decemberTurns()).toEqual([])
    const right = sheet('单晓云、何青')
    expect((await upload(right, 'check')).body).toMatchObject({ problems: [], summary: '将登记 5 条。' })
    expect((await upload(right, 'commit')).body).toMatchObject({ stored: 5 })
    expect((await upload(right, 'commit')).body).toMatchObject({ stored: 0, problems: [] })
    expect(await decemberTurns()).toHaveLength(5)
  })

  test('导出的值班表，换过人、查过岗以后再导入也一条不多', async () => {
    const [turn] = await decemberTurns()
    const changes = {
      staffNumber: turn.staffNumber,
      post: turn.post,
      shift: 'whole',
      note: '带队',
      reason: '注明',
    }
    await office.send('PUT', `/api/duty/turns/${turn.id}`, { body: { revision: turn.revision, ...changes } })
    const exported = await office.send('GET', '/api/duty/sheet?month=2026-12')
    const bytes = new Uint8Array(await exported.response.arrayBuffer())
    const back = formOf('', { mode: 'commit' })
    back.set('file', new File([bytes], '值班表.xlsx'))
    const report = (await office.send('POST', path, { body: back, key: randomUUID() })).body
    expect([report.problems, report.stored]).toEqual([[], 0])
    for (const { id } of await decemberTurns()) {
      const { revision } = (await decemberTurns()).find((one: Turn) => one.id === id)
      await post(office, `/api/duty/turns/${id}/withdrawal`, { revision, reason: '另排' })
    }
  })
})

describe('签到、换班、查岗', () => {
  const findTurn = async (day: string, staffNumber: string) => {
    const found = (await turnsOn(day)).find((turn) => turn.staffNumber === staffNumber)
    assert(found !== undefined, `${staffNumber} is on duty on ${day}`)
    return found
  }
  const act = (who: SignedInTown, turn: Turn, what: string, body: object = {}) =>
    post(who, `/api/duty/turns/${turn.id}/${what}`, { revision: turn.revision, ...body })

  beforeAll(async () => {
    // Three turns at known days, in place of what was planned.
    for (const day of ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-25'])
      for (const turn of await turnsOn(day))
        await post(office, `/api/duty/turns/${turn.id}/withdrawal`, {
          revision: turn.revision,
          reason: '另排',
        })
    const add = (staffNumber: string, first: string) =>
      post(office, '/api/registers/duty', {
        staffNumber,
        office: null,
        first,
        last: first,
        body: { post: 'member', shift: 'whole' },
      })
    await add('003', '2026-11-19')
    await add('001', '2026-11-20')
    await add('002', '2026-11-20')
    await add('001', '2026-11-23')
    await add('002', '2026-11-24')
    await add('003', '2026-11-25')
  })

  test('换班：对方同意才换，两边一起换；没被请求的人看不到', async () => {
    const [mine, theirs] = [await findTurn('2026-11-23', '001'), await findTurn('2026-11-24', '002')]
    const ask = { to: '002', inReturn: theirs.id, reason: '看病' }
    expect(code(await act(two, mine, 'swap', ask))).toEqual([404, 'record-unknown'])
    const asked = (await act(one, mine, 'swap', ask)).body.turn
    expect(asked.swap).toMatchObject({ toName: '单晓云', inReturn: '2026-11-24', reason: '看病' })
    const three = await asColleague(office, { userName: '吕平', roles: [], staffNumber: '003' })
    const yes = { answer: 'swap-accepted' }
    expect(code(await act(three, asked, 'swap-answer', yes))).toEqual([404, 'record-unknown'])
    expect((await act(two, asked, 'swap-answer', yes)).body.turn).toMatchObject({ staffNumber: '002', swap: null })
    await findTurn('2026-11-24', '001')
    await findTurn('2026-11-23', '002')
  })

  test('那天已经有班的人不能接；撤回以后还是自己的', async () => {
    const mine = await findTurn('2026-11-24', '001')
    const other = await findTurn('2026-11-25', '003')
    await office.send('PUT', `/api/duty/turns/${other.id}`, {
      body: { revision: 1, staffNumber: '002', post: 'member', shift: 'whole', note: null, reason: '调整' },
    })
    const ask = { to: '003', inReturn: other.id, reason: '有事' }
    expect(code(await act(one, mine, 'swap', ask))).toEqual([409, 'duty-return-gone'])
    const asked = (await act(one, mine, 'swap', { ...ask, inReturn: null })).body.turn
    const back = await act(one, asked, 'swap-answer', { answer: 'swap-taken-back' })
    expect(back.body.turn).toMatchObject({ staffNumber: '001', swap: null })
  })

  test('签到要在上班时间；查岗不在的提出建议，改过来就收回', async () => {
    const later = await findTurn('2026-11-24', '001')
    expect(code(await act(one, later, 'check-in'))).toEqual([409, 'duty-outside-hours'])
    const mine = await findTurn('2026-11-20', '001')
    const checked = (await act(one, mine, 'check-in')).body.turn
    expect(checked).toMatchObject({ state: 'present', checkedInAt: '2026-11-20T02:00:00.000Z' })
    expect(code(await act(one, checked, 'check-in'))).toEqual([409, 'duty-checked-in-already'])
    const missed = (await act(office, await findTurn('2026-11-20', '002'), 'check', { found: 'missing' })).body
      .turn
    expect(missed.state).toBe('missing')
    expect(await factsOf('duty')).toEqual([['duty-missed', '002', '2026-11-20']])
    await act(office, missed, 'check', { found: 'present', words: '在村里' })
    expect(await factsOf('duty')).toEqual([])
  })

  test('定了没签到算缺岗，过去没签到的就提出来；免排的得是花名册里的人', async () => {
    const { settings } = await month()
    const set = (changes: object) =>
      office.send('PUT', '/api/duty-settings', { body: { ...settings, ...changes } })
    const exempt = [{ staffNumber: '999', from: null, to: null, reason: '孕期' }]
    expect(code(await set({ exempt }))).toEqual([422, 'record-person-unknown'])
    expect((await set({ missedWithoutCheckIn: true })).status).toBe(200)
    expect(await factsOf('duty')).toEqual([['duty-missed', '003', '2026-11-19']])
    await set({ missedWithoutCheckIn: false })
    expect(await factsOf('duty')).toEqual([])
    expect(code(await one.send('PUT', '/api/duty-settings', { body: settings }))).toEqual([403, 'not-allowed'])
  })
})

describe('会议与活动', () => {
  const call = async (changes: object = {}): Promise<string> => {
    const body = { kind: 'meeting', title: '例会', startsAt: '11:00', place: null, ...changes }
    const form = { staffNumber: null, office: null, first: '2026-11-20', last: '2026-11-20', body }
    return (await post(office, '/api/registers/gathering', form)).body.record.id
  }
  const screen = async (id: string) => (await office.send('GET', `/api/gatherings/${id}/screen`)).body
  const sign = (who: SignedInTown, id: string, typed: string) =>
    who.send('POST', `/api/gatherings/${id}/sign-in`, { body: { code: typed } })
  const roll = (id: string, isClosed: boolean) =>
    office.send('POST', `/api/gatherings/${id}/roll`, { body: { isClosed } })

  test('照屏幕上的码签到，迟到的看得出；点名结束后没来的各提一件，事后说明了的收回', async () => {
    at('2026-11-20T10:50')
    const id = await call()
    const early = await screen(id)
    expect(early.gathering).toMatchObject({ calledCount: 4, cameCount: 0, missingCount: 4 })
    expect(code(await one.send('GET', `/api/gatherings/${id}/screen`))).toEqual([403, 'not-allowed'])
    expect((await sign(one, id, early.code)).body.gathering).toMatchObject({ mine: 'on-time', cameCount: 1 })
    expect(code(await sign(one, id, early.code))).toEqual([409, 'gathering-signed-in-already'])
    expect(code(await roll(id, true))).toEqual([409, 'gathering-too-early'])
    at('2026-11-20T11:07')
    expect(code(await sign(two, id, early.code))).toEqual([422, 'gathering-code-wrong'])
    const late = (await sign(two, id, (await screen(id)).code)).body
    expect(late.attendance.find((row: { staffNumber: string }) => row.staffNumber === '002')).toMatchObject({
      status: 'late',
      minutesLate: 7,
    })
    await office.send('POST', `/api/gatherings/${id}/ticks`, { body: { staffNumbers: ['004'], isPresent: true } })
    expect(await factsOf('gathering')).toEqual([])
    expect((await roll(id, true)).body.gathering).toMatchObject({ state: 'ended', missingCount: 1 })
    expect(await factsOf('gathering')).toEqual([['meeting-absence', '003', '2026-11-20']])
    const excuse = (reason: string | null) =>
      office.send('POST', `/api/gatherings/${id}/excuses`, { body: { staffNumber: '003', reason } })
    await excuse('下村处理纠纷')
    expect(await factsOf('gathering')).toEqual([])
    const seen = (await one.send('GET', `/api/gatherings/${id}`)).body.attendance
    expect(seen.find((row: { staffNumber: string }) => row.staffNumber === '003')).toMatchObject({
      status: 'excused',
      reason: null,
    })
    await excuse(null)
    expect(await factsOf('gathering')).toHaveLength(1)
    const { revision } = (await screen(id)).gathering
    await post(office, `/api/gatherings/${id}/withdrawal`, { revision, reason: '没有开' })
    expect(await factsOf('gathering')).toEqual([])
    expect(code(await one.send('GET', `/api/gatherings/${id}`))).toEqual([409, 'record-withdrawn-already'])
  })

  test('纸上签到的名单导进来：有错都不记，再导入不重复；导出的签到表原样导入也不变', async () => {
    at('2026-11-20T10:50')
    const id = await call({ title: '纸签会' })
    const path = `/api/gatherings/${id}/sign-in-list`
    const upload = (text: string) =>
      office.send('POST', path, { body: formOf(text, { mode: 'commit' }), key: randomUUID() })
    const read = async () => (await office.send('GET', `/api/gatherings/${id}`)).body
    const wrong = (await upload('姓名\r\n何青\r\n无此人')).body
    expect(wrong).toMatchObject({ stored: 0, problems: [{ row: 3, column: '姓名' }] })
    expect((await read()).gathering.cameCount).toBe(0)
    const right = '姓名,到会情况,原因\r\n何青,已到,\r\n吕平,有事,下村\r\n单晓云,,'
    expect((await upload(right)).body).toMatchObject({ stored: 2, summary: '已登记到会 1 人、请假或有事 1 人。' })
    expect((await read()).gathering).toMatchObject({ cameCount: 1, excusedCount: 1, missingCount: 2 })
    const { revision } = (await read()).gathering
    const again = (await upload(right)).body
    expect([again.problems, again.stored]).toEqual([[], 0])
    const exported = await (await office.send('GET', `/api/gatherings/${id}/sheet?format=csv`)).response.text()
    expect(exported).toContain('003,吕平,综治办,有事,,,,下村')
    const back = (await upload(exported)).body
    expect([back.problems, back.stored]).toEqual([[], 0])
    expect((await read()).gathering.revision).toBe(revision)
    expect(
      code(await one.send('POST', path, { body: formOf('姓名', { mode: 'check' }), key: randomUUID() })),
    ).toEqual([403, 'not-allowed'])
    at('2026-11-20T11:30')
    await roll(id, true)
    const year = await (await office.send('GET', '/api/exports/gatherings?year=2026&format=csv')).response.text()
    expect(year).toMatch(/纸签会,,点名结束,4,1,0,1,2,吕平,单晓云、郑领导/)
    const closed = (await read()).gathering
    await post(office, `/api/gatherings/${id}/withdrawal`, { revision: closed.revision, reason: '没有开' })
  })

  test('改了时间、地点，签到还在；猜码的要等，码对了也要等', async () => {
    at('2026-11-20T13:50')
    const id = await call({ title: '学习会', kind: 'study', startsAt: '14:00', people: ['001', '002'] })
    await sign(one, id, (await screen(id)).code)
    const { revision } = (await screen(id)).gathering
    const changed = await office.send('PUT', `/api/gatherings/${id}`, {
      body: {
        revision,
        kind: 'study',
        title: '学习会',
        day: '2026-11-20',
        startsAt: '14:30',
        place: '二楼',
        offices: [],
        people: ['001', '002'],
        code: 'changing',
        reason: '改期',
      },
    })
    expect(changed.body.gathering).toMatchObject({ startsAt: '14:30', cameCount: 1 })
    const right: string = (await screen(id)).code
    const wrong = right === '000000' ? '000001' : '000000'
    const outcomes: unknown[] = []
    for (let guess = 0; guess < 6; guess += 1) outcomes.push(code(await sign(two, id, wrong))[1])
    expect(outcomes.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'gathering-code-wrong'))
    expect(outcomes[5]).toBe('gathering-code-throttled')
    expect(code(await sign(two, id, right))).toEqual([429, 'gathering-code-throttled'])
    at('2026-11-20T13:59')
    expect((await sign(two, id, (await screen(id)).code)).status).toBe(200)
    const listed = (await two.send('GET', '/api/gatherings?year=2026')).body.gatherings
    expect(listed[0]).toMatchObject({ title: '学习会', calledCount: 2, cameCount: 2, mine: 'on-time' })
  })
})

describe('表格进出', () => {
  const upload = (register: string, rows: readonly string[], mode: 'check' | 'commit') =>
    office.send('POST', `/api/imports/registers/${register}`, {
      body: formOf(rows.join('\r\n'), { mode }),
      key: randomUUID(),
    })

  test('会议表：核对不存，确认才存；签过到再导同一张表，一条不多也不说不同', async () => {
    const rows = ['类型,名称,日期,开始时间,地点,签到码', '会议,防汛部署会,2026-11-24,09:00,二楼,固定']
    const found = async () =>
      (await office.send('GET', '/api/gatherings?year=2026')).body.gatherings.filter(
        ({ title }: { title: string }) => title === '防汛部署会',
      )
    expect((await upload('gathering', rows, 'check')).body).toMatchObject({
      problems: [],
      summary: '将登记 1 条。',
    })
    expect(await found()).toEqual([])
    expect((await upload('gathering', rows, 'commit')).body.stored).toBe(1)
    const [{ id }] = await found()
    await office.send('POST', `/api/gatherings/${id}/ticks`, { body: { staffNumbers: ['001'], isPresent: true } })
    const again = (await upload('gathering', rows, 'commit')).body
    expect([again.problems, again.summary]).toEqual([[], '已登记 0 条，1 条已有、不重复登记。'])
    const moved = rows.map((row) => row.replace('二楼', '三楼'))
    expect((await upload('gathering', moved, 'commit')).body.problems).toMatchObject([{ code: 'known-otherwise' }])

    const sheet = await (await office.send('GET', `/api/gatherings/${id}/sheet?format=csv`)).response.text()
    expect(sheet).toMatch(/001,何青,党办,到会,,点名/)
    expect(sheet).toMatch(/003,吕平,综治办,未到/)
    expect(code(await one.send('GET', `/api/gatherings/${id}/sheet`))[0]).toBe(403)
  })

  test('值班表：认得人和岗位；不认得的指出行和列，什么也不存', async () => {
    const header = '日期,工号,姓名,岗位,班次,备注'
    const wrong = [header, '2026-12-08,001,何青,值班员,全天,', '2026-12-08,999,无名,守夜人,全天,']
    const refused = (await upload('duty', wrong, 'commit')).body
    expect(refused.stored).toBe(0)
    expect(refused.problems.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual([
      [3, '工号'],
      [3, '岗位'],
    ])
    const right = (await upload('duty', wrong.slice(0, 2), 'commit')).body
    expect([right.problems, right.stored]).toEqual([[], 1])
    const december = (await office.send('GET', '/api/duty?month=2026-12')).body.days
    expect(december[7].turns).toMatchObject([{ staffNumber: '001', post: 'member' }])
    const { steps } = (await office.send('GET', `/api/registers/duty/${String(december[7].turns[0].id)}/history`))
      .body
    expect(steps).toHaveLength(1)
  })
})
