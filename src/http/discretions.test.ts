import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditRows } from '../../test/support/audit-rows.ts'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import { asColleague, type Answered, type SignedInTown } from '../../test/support/town-app.ts'

let town: StaffedTown
let leader: SignedInTown
let person: SignedInTown
let confirmer: SignedInTown

beforeAll(async () => {
  town = await startStaffedTown()
  leader = await asColleague(town, { userName: '韦同意', roles: ['leadingGroup'] })
  confirmer = await asColleague(town, { userName: '周确认', roles: ['office'] })
  person = await asColleague(town, { userName: '何青', roles: ['leadingGroup', 'office'], staffNumber: '001' })
})
afterAll(() => town.stop())

const proposal = {
  about: { kind: 'people', staffNumbers: ['001'] },
  ruleId: 'judged',
  quantity: '1',
  occurredOn: '2026-05-06',
  facts: '接待群众时与人争吵，有录像。',
}
const propose = (changes: object = {}, as: SignedInTown = town, key: string = randomUUID()) =>
  as.send('POST', '/api/discretions', { body: { ...proposal, ...changes }, key })
const proposed = async (changes: object = {}, as: SignedInTown = town): Promise<string> =>
  (await propose(changes, as)).body.proceedingId
const read = async (id: string, as: SignedInTown = leader) => (await as.send('GET', `/api/proceedings/${id}`)).body

const decision = {
  seen: 1,
  amounts: [{ staffNumber: '001', points: '3' }],
  reasons: '影响不大，从轻扣分。',
  minutes: {
    title: '领导小组纪要〔2026〕7号',
    meetingOn: '2026-11-20',
    present: ['韦同意', '覃参会'],
    recused: ['黄回避'],
  },
}
const decide = (id: string, changes: object = {}, as: SignedInTown = leader, key: string = randomUUID()) =>
  as.send('POST', `/api/discretions/${id}/decision`, { body: { ...decision, ...changes }, key })
const preview = (id: string, amounts: object[]) =>
  leader.send('POST', `/api/discretions/${id}/decision/preview`, { body: { amounts } })
const said = ({ status, body }: Answered) => [status, body.error?.code, body.error?.message]

describe('提请', () => {
  test('写明事实，不填分值；台账里什么也没有', async () => {
    const before = (await town.ledgerRows()).length
    const { status, body } = await propose({ matter: '五月接访', place: '大厅' })
    expect([status, body.year]).toEqual([200, 2026])
    expect(await read(body.proceedingId)).toMatchObject({
      kind: 'discretion',
      state: 'proposed',
      people: [{ staffNumber: '001', name: '何青' }],
      subject: {
        about: 'deduction',
        min: 100,
        max: 500,
        facts: proposal.facts,
        matter: '五月接访',
        place: '大厅',
      },
    })
    expect(await town.ledgerRows()).toHaveLength(before)
  })

  test('同一编号只提一次，编号一件接一件', async () => {
    const key = randomUUID()
    const first = await propose({}, town, key)
    expect((await propose({}, town, key)).body).toEqual(first.body)
    expect((await propose()).body.number).toBe(first.body.number + 1)
  })

  test.each<[string, object, number, string]>([
    ['没有写事实', { facts: ' ' }, 400, 'input-invalid'],
    ['分值已写定的条款', { ruleId: 'absent' }, 422, 'discretion-not-asked'],
    ['没有的条款', { ruleId: '没有' }, 422, 'unknown-rule'],
    ['当天不在岗', { about: { kind: 'people', staffNumbers: ['004'] } }, 422, 'off-roster'],
    ['同一人两次', { about: { kind: 'people', staffNumbers: ['001', '001'] } }, 422, 'person-repeated'],
    ['还没到的日子', { occurredOn: '2026-12-01' }, 422, 'day-in-future'],
  ])('%s：不收', async (_, changes, status, code) => {
    expect(said(await propose(changes)).slice(0, 2)).toEqual([status, code])
  })

  test('提请自己的不行，督查员可以提，普通人不可以', async () => {
    expect(said(await propose({}, person)).slice(0, 2)).toEqual([409, 'step-barred'])
    const inspector = await asColleague(town, { userName: '督查乙', roles: ['inspector'] })
    expect((await propose({}, inspector)).status).toBe(200)
    const staff = await asColleague(town, { userName: '吕平', roles: [], staffNumber: '003' })
    expect((await propose({}, staff)).status).toBe(403)
  })

  test('决定以前可以撤回，撤回后不再决定', async () => {
    const id = await proposed()
    const path = `/api/discretions/${id}/withdrawal`
    const withdrawn = await town.send('POST', path, { body: { seen: 1, words: '事实不清' }, key: randomUUID() })
    expect(withdrawn.status).toBe(200)
    expect((await read(id)).state).toBe('withdrawn')
    expect(said(await decide(id, { seen: 2 })).slice(0, 2)).toEqual([409, 'step-out-of-turn'])
  })
})

describe('决定', () => {
  let id = ''
  beforeEach(async () => {
    id = await proposed()
  })

  test('决定一经作出就成为记录，写明依据，等考核办确认', async () => {
    const { number } = await read(id)
    const { status, body } = await decide(id)
    expect(status).toBe(200)
    expect(body.entries).toMatchObject([
      {
        staffNumber: '001',
        ruleId: 'judged',
        discretion: 300,
        state: 'recorded',
        recordedBy: '韦同意',
        note: proposal.facts,
        basis: `裁量〔2026〕${String(number)}号，2026-11-20考核领导小组会议，领导小组纪要〔2026〕7号`,
      },
    ])
    const after = await read(id)
    expect(after).toMatchObject({ state: 'entered', isOpen: false })
    expect(after.steps.map(({ deed }: { deed: { kind: string } }) => deed.kind)).toEqual([
      'proposed',
      'decided',
      'entered',
    ])
    const entryIds = [body.entries[0].id]
    expect(
      (await confirmer.send('POST', '/api/entries/confirmations', { body: { entryIds }, key: 'c1' })).status,
    ).toBe(200)
  })

  test('作出决定的人不能再确认这条记录', async () => {
    const both = await asColleague(town, { userName: '身兼两职', roles: ['leadingGroup', 'office'] })
    const minutes = { ...decision.minutes, present: ['身兼两职'] }
    const { body } = await decide(id, { minutes }, both)
    const entryIds = [body.entries[0].id]
    const confirmed = await both.send('POST', '/api/entries/confirmations', { body: { entryIds }, key: 'c2' })
    expect(said(confirmed).slice(0, 2)).toEqual([409, 'entries-own'])
  })

  test('同一编号只决定一次，换个编号再决定不行，记录不翻倍', async () => {
    const key = randomUUID()
    const before = (await town.ledgerRows()).length
    const first = await decide(id, {}, leader, key)
    expect((await decide(id, {}, leader, key)).body).toEqual(first.body)
    expect(said(await decide(id)).slice(0, 2)).toEqual([409, 'proceeding-moved-on'])
    expect(said(await decide(id, { seen: 3 })).slice(0, 2)).toEqual([409, 'step-out-of-turn'])
    expect(await town.ledgerRows()).toHaveLength(before + 1)
  })

  test('两位同时决定，只有一位成', async () => {
    const second = await asColleague(town, { userName: '蒙同时', roles: ['leadingGroup'] })
    const minutes = { ...decision.minutes, present: ['蒙同时'] }
    const before = (await town.ledgerRows()).length
    const both = await Promise.all([decide(id), decide(id, { minutes }, second)])
    expect(both.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409'])
    expect(await town.ledgerRows()).toHaveLength(before + 1)
  })

  test('不予扣分：有决定，没有记录', async () => {
    const before = (await town.ledgerRows()).length
    const { status, body } = await decide(id, { amounts: [{ staffNumber: '001', points: null }] })
    expect([status, body.entries]).toEqual([200, []])
    expect(await read(id)).toMatchObject({ state: 'decided', isOpen: false })
    expect(await town.ledgerRows()).toHaveLength(before)
  })

  test.each<[string, object, number, string]>([
    ['低于办法的幅度', { amounts: [{ staffNumber: '001', points: '0.5' }] }, 422, 'amount-out-of-bounds'],
    ['高于办法的幅度', { amounts: [{ staffNumber: '001', points: '5.01' }] }, 422, 'amount-out-of-bounds'],
    ['分值不是数', { amounts: [{ staffNumber: '001', points: '三分' }] }, 422, 'discretion-unreadable'],
    ['分值为零', { amounts: [{ staffNumber: '001', points: '0' }] }, 422, 'discretion-unreadable'],
    ['写成别人', { amounts: [{ staffNumber: '002', points: '3' }] }, 422, 'amounts-incomplete'],
    ['没有理由', { reasons: '' }, 400, 'input-invalid'],
    ['会还没开', { minutes: { ...decision.minutes, meetingOn: '2026-11-21' } }, 422, 'meeting-in-future'],
    ['会开在提请以前', { minutes: { ...decision.minutes, meetingOn: '2026-11-19' } }, 422, 'meeting-before-asked'],
    ['作决定的人不在场', { minutes: { ...decision.minutes, present: ['覃参会'] } }, 422, 'decider-absent'],
    ['提请人参加决定', { minutes: { ...decision.minutes, present: ['韦同意', '管理员'] } }, 409, 'member-recused'],
    ['当事人参加决定', { minutes: { ...decision.minutes, present: ['韦同意', '何青'] } }, 409, 'member-recused'],
  ])('%s：不成立，台账不动', async (_, changes, status, code) => {
    const before = (await town.ledgerRows()).length
    expect(said(await decide(id, changes)).slice(0, 2)).toEqual([status, code])
    expect((await read(id)).state).toBe('proposed')
    expect(await town.ledgerRows()).toHaveLength(before)
  })

  test('当事人、提请人、回避的人都不能决定', async () => {
    const own = { ...decision.minutes, present: ['何青'] }
    expect(said(await decide(id, { minutes: own }, person)).slice(0, 2)).toEqual([409, 'step-barred'])
    const proposer = await asColleague(town, { userName: '又提又定', roles: ['leadingGroup', 'office'] })
    const ofHis = await proposed({}, proposer)
    const his = { ...decision.minutes, present: ['又提又定'] }
    expect(said(await decide(ofHis, { minutes: his }, proposer)).slice(0, 2)).toEqual([409, 'step-barred'])
    const body = { seen: 1, who: '韦同意', why: '与当事人是亲属' }
    await town.send('POST', `/api/proceedings/${id}/recusals`, { body, key: randomUUID() })
    await leader.send('POST', `/api/proceedings/${id}/recusals`, { body, key: randomUUID() })
    expect(said(await decide(id, { seen: 2 })).slice(0, 2)).toEqual([409, 'step-barred'])
    expect((await decide(id, {}, confirmer)).status).toBe(403)
  })

  test('几个人一起提请：逐人定分，可以有的不扣；缺一个不行', async () => {
    const joint = await proposed({
      about: { kind: 'people', staffNumbers: ['001', '002', '003'] },
      matter: '一起争吵',
    })
    const amounts = [
      { staffNumber: '001', points: '5' },
      { staffNumber: '002', points: null },
      { staffNumber: '003', points: '１.５' },
    ]
    expect(said(await decide(joint, { amounts: amounts.slice(0, 2) })).slice(0, 2)).toEqual([
      422,
      'amounts-incomplete',
    ])
    const { body } = await decide(joint, { amounts })
    const made = body.entries.map((one: { staffNumber: string; discretion: number; matter: string }) => [
      one.staffNumber,
      one.discretion,
      one.matter,
    ])
    expect(made).toEqual([
      ['001', 500, '一起争吵'],
      ['003', 150, '一起争吵'],
    ])
  })

  test('有一个人的记录写不进去，整个决定不成立', async () => {
    const joint = await proposed({ about: { kind: 'people', staffNumbers: ['002', '003'] } })
    const before = (await town.ledgerRows()).length
    await town.send('POST', '/api/people/changes', {
      body: { staffNumbers: ['003'], change: { kind: 'leave', on: '2026-04-30' }, reason: '早已离开' },
      key: randomUUID(),
    })
    const amounts = ['002', '003'].map((staffNumber) => ({ staffNumber, points: '2' }))
    expect(said(await decide(joint, { amounts })).slice(0, 2)).toEqual([422, 'off-roster'])
    expect((await read(joint)).state).toBe('proposed')
    expect(await town.ledgerRows()).toHaveLength(before)
  })
})

describe('决定前看影响', () => {
  test('试算和确认后的一样，只看不动', async () => {
    const id = await proposed({ about: { kind: 'people', staffNumbers: ['002'] } })
    const before = (await town.ledgerRows()).length
    const { body } = await preview(id, [{ staffNumber: '002', points: '4' }])
    expect(body.effects).toMatchObject([{ staffNumber: '002', itemTitle: '工作纪律' }])
    expect(body.effects[0].itemBefore - body.effects[0].itemAfter).toBe(400)
    expect(await town.ledgerRows()).toHaveLength(before)
    expect((await preview(id, [{ staffNumber: '002', points: null }])).body.effects).toEqual([])
    expect((await preview(id, [{ staffNumber: '002', points: '9' }])).status).toBe(422)
  })
})

test('对裁量扣分的异议，提请的人不能答复', async () => {
  const id = await proposed({ occurredOn: '2026-05-20' })
  const { entries } = (await decide(id)).body
  const send = (as: SignedInTown, path: string, body: object) => as.send('POST', path, { body, key: randomUUID() })
  const subject = { about: 'entry', entryId: entries[0].id }
  const filed = (await send(person, '/api/objections', { subject, words: '当天请了假' })).body
  const answer = { seen: 1, outcome: 'rejected', reasons: '没有请假记录' }
  expect(said(await send(town, `/api/objections/${filed.id}/answer`, answer)).slice(0, 2)).toEqual([
    409,
    'step-barred',
  ])
  const view = await read(filed.id, town)
  expect(view.barred).toContainEqual({ step: 'answered', why: 'proposer' })
  expect((await send(confirmer, `/api/objections/${filed.id}/answer`, answer)).status).toBe(200)
})

test('提请、决定都留痕', async () => {
  const id = await proposed()
  await decide(id)
  const rows = (await auditRows(town)).slice(-2)
  expect(rows.map(({ operation, by }) => [operation, by])).toEqual([
    ['proposeDiscretion', '管理员'],
    ['decideDiscretion', '韦同意'],
  ])
  expect(rows[0]).toMatchObject({ object: { kind: 'proceeding', id }, reason: proposal.facts })
  expect(rows[1]).toMatchObject({
    object: { kind: 'proceeding', id },
    after: { state: 'recorded' },
    reason: decision.reasons,
  })
})
