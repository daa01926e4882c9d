import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditRows } from '../../test/support/audit-rows.ts'
import { oneItem, person, rule } from '../../test/builders/town.ts'
import {
  adopt,
  asColleague,
  employ,
  startTown,
  type Answered,
  type SignedInTown,
} from '../../test/support/town-app.ts'
import { localDate } from '../domain/primitives/local-date.ts'
import { remindTowns } from './reminders/remind-towns.ts'

let town: SignedInTown
/** 考核办的另一人，自己在花名册上是 001. */
let second: SignedInTown
let third: SignedInTown

beforeAll(async () => {
  town = await startTown()
  await adopt(
    town,
    oneItem([
      rule('late', { points: 1, condition: '迟到' }),
      rule('criticised', { points: 2, condition: '受到区级通报批评', level: '区' }),
      rule('criticised-city', { points: 4, condition: '受到市级通报批评', level: '市' }),
      rule('judged', { effect: 'discretionary', points: null, min: 1, max: 5, condition: '受到警告处分' }),
    ]),
    '2026-01-01',
  )
  await employ(town, [
    person('001', { name: '何青', office: '党办' }),
    person('002', { name: '单晓云', office: '综治办' }),
    person('003', { name: '吕平', office: '综治办' }),
    person('004', { name: '周主官', office: '党办' }),
  ])
  second = await asColleague(town, { userName: '何青', roles: ['office'], staffNumber: '001' })
  third = await asColleague(town, { userName: '周更正', roles: ['office'] })
})
afterAll(() => town.stop())

const path = '/api/registers/superior-result'
const notice = {
  kind: 'criticism',
  subject: null,
  level: '区',
  rank: null,
  percent: null,
  sanction: null,
  documentNumber: null,
  documentTitle: '关于作风的通报',
  issuedBy: '区委办',
  note: null,
}
const day = '2026-06-30'
const recordOf = (matter: string, more: object = {}, body: object = {}) => ({
  staffNumber: '002',
  office: null,
  first: day,
  last: day,
  ...more,
  body: { ...notice, matter, ...body },
})
async function add(matter: string, more: object = {}, body: object = {}) {
  const added = await town.send('POST', path, { body: recordOf(matter, more, body), key: randomUUID() })
  expect(added.status, JSON.stringify(added.body)).toBe(200)
  return added.body.record
}
async function proposals(state = 'open', who = town) {
  return (await who.send('GET', `/api/proposed-entries?state=${state}&pageSize=500`)).body.proposals
}
async function ofMatter(matter: string, state = 'open') {
  // oxlint-disable-next-line typescript/no-explicit-any -- rows as they are answered
  return (await proposals(state)).filter((one: any) => one.matter === matter)
}
async function proposed(matter: string, more: object = {}, body: object = {}) {
  const record = await add(matter, more, body)
  const [proposal] = await ofMatter(matter)
  return { record, id: String(proposal.id), proposal }
}
const adoptAs = (
  who: SignedInTown,
  proposalIds: readonly string[],
  change: object | null = null,
  key = randomUUID(),
) => who.send('POST', '/api/proposed-entries/adoptions', { body: { proposalIds, change }, key })
const dismiss = (proposalIds: readonly string[], reason = '已核对，不属实', key = randomUUID()) =>
  town.send('POST', '/api/proposed-entries/dismissals', { body: { proposalIds, reason }, key })
const entriesOf = async (staffNumber: string) =>
  (await town.send('GET', `/api/entries?staffNumber=${staffNumber}&pageSize=500`)).body.entries
const said = ({ status, body }: Answered) => [status, body.error?.code]
const changed = {
  ruleId: 'late',
  quantity: '2',
  occurredOn: day,
  level: null,
  note: '改记迟到',
  reason: '核对后属迟到',
}

describe('登记提出建议', () => {
  test('有条款、有登记、有前后分；采纳以前台账里没有', async () => {
    const { proposal, id } = await proposed('甲事', { staffNumber: '003' })
    expect(proposal).toMatchObject({
      name: '吕平',
      kindTitle: '通报批评',
      rule: { ruleId: 'criticised', effect: 'deduct' },
      boundFrom: 'suggested',
      barred: null,
    })
    expect(await entriesOf('003')).toEqual([])
    const preview = await town.send('POST', '/api/proposed-entries/preview', {
      body: { proposalIds: [id], change: null },
    })
    expect(preview.body.each[0]).toMatchObject({
      problem: null,
      effects: [{ itemBefore: 1000, itemAfter: 800 }],
    })
    const read = await town.send('GET', `/api/proposed-entries/${id}`)
    expect(read.body.records).toMatchObject([{ register: 'superior-result', isWithdrawn: false }])
  })

  test('重新核对、提醒的任务再读，也不多一条', async () => {
    const before = (await proposals()).length
    const again = await town.send('POST', '/api/proposed-entries/refresh', { body: {} })
    expect(again.body).toEqual({ added: 0, superseded: 0 })
    await remindTowns(town.services)
    expect(await proposals()).toHaveLength(before)
  })

  test('没有决定以前登记改了：换成新的；撤回了：收回', async () => {
    const { record } = await proposed('乙事')
    const body = { ...recordOf('乙事', {}, { level: '市' }), days: undefined }
    const change = await town.send('PUT', `${path}/${record.id}`, {
      body: { revision: 1, reason: '级别填错', record: body },
      key: randomUUID(),
    })
    expect(change.status).toBe(200)
    expect(await ofMatter('乙事')).toMatchObject([{ level: '市', rule: { ruleId: 'criticised-city' } }])
    await town.send('POST', `${path}/${record.id}/withdrawal`, {
      body: { revision: 2, reason: '登记重复' },
      key: randomUUID(),
    })
    expect(await ofMatter('乙事')).toEqual([])
    expect(await ofMatter('乙事', 'superseded')).toHaveLength(2)
  })
})

describe('采纳、改后采纳、不采纳', () => {
  test('采纳后是一条待确认的记录，依据写明登记；同一提交编号再来是同一答复，再采纳不行', async () => {
    const { id, record } = await proposed('丙事')
    const key = randomUUID()
    const [first, again] = [await adoptAs(town, [id], null, key), await adoptAs(town, [id], null, key)]
    expect(first.body).toMatchObject({ adopted: 1, proceedingIds: [], reversed: 0 })
    expect(again.body).toEqual(first.body)
    expect(said(await adoptAs(third, [id]))).toEqual([409, 'proposals-decided'])
    const entries = (await entriesOf('002')).filter(({ matter }: { matter: string }) => matter === '丙事')
    expect(entries).toMatchObject([
      {
        ruleId: 'criticised',
        level: '区',
        state: 'recorded',
        basis: expect.stringContaining(record.id.slice(0, 8)),
      },
    ])
    const origin = await town.send('GET', `/api/entries/${entries[0].id}/origin`)
    expect(origin.body.proposal).toMatchObject({ id, state: 'adopted' })
    const lines = async (who: SignedInTown) =>
      (await who.send('GET', `/api/entry-origins?ids=${String(entries[0].id)}`)).body.origins
    expect(await lines(town)).toMatchObject([
      { register: 'superior-result', record: { id: record.id, summary: expect.stringContaining('通报批评') } },
    ])
    const self = await asColleague(town, { userName: '单晓云', roles: ['staff'], staffNumber: '002' })
    expect(await lines(self)).toEqual([{ entryId: entries[0].id, register: 'superior-result', record: null }])
    const stranger = await asColleague(town, { userName: '吕平', roles: ['staff'], staffNumber: '003' })
    expect(await lines(stranger)).toEqual([])
    const rows = await auditRows(town)
    expect(rows.findLast(({ operation }) => operation === 'adoptProposedEntries')).toMatchObject({
      object: { kind: 'proposed-entry', id },
    })
  })

  test('改后采纳：按改的记，理由留下；没有理由的、一次改几条的不行', async () => {
    const { id } = await proposed('丁事')
    const { reason: _none, ...without } = changed
    expect((await adoptAs(town, [id], without)).status).toBe(400)
    expect((await adoptAs(town, [id, randomUUID()], changed)).status).toBe(400)
    expect((await adoptAs(town, [id], changed)).status).toBe(200)
    const entries = (await entriesOf('002')).filter(({ matter }: { matter: string }) => matter === '丁事')
    expect(entries).toMatchObject([{ ruleId: 'late', quantity: 200, note: '改记迟到（改后采纳：核对后属迟到）' }])
    expect(await ofMatter('丁事', 'adopted')).toMatchObject([{ reason: '核对后属迟到' }])
  })

  test('登记不认的，一条也不成：数量不对说那一句，几条里有一条不行都不行', async () => {
    const good = await proposed('戊事')
    const bad = await proposed('己事', { staffNumber: '003' })
    const refused = await adoptAs(town, [bad.id], { ...changed, quantity: '半' })
    expect(refused.body.error).toMatchObject({ code: 'quantity-unreadable', place: 'quantity' })
    const withUnknown = await adoptAs(town, [good.id, randomUUID()])
    expect(said(withUnknown)).toEqual([404, 'proposals-unknown'])
    expect(await ofMatter('戊事')).toHaveLength(1)
    expect((await adoptAs(town, [good.id, bad.id])).body).toMatchObject({ adopted: 2 })
  })

  test('不采纳要写理由；以后再核对不再提', async () => {
    const { id } = await proposed('庚事')
    expect((await dismiss([id], ' ')).status).toBe(400)
    expect((await dismiss([id])).body).toEqual({ dismissed: 1, left: [] })
    await town.send('POST', '/api/proposed-entries/refresh', { body: {} })
    expect(await ofMatter('庚事')).toEqual([])
    expect(await ofMatter('庚事', 'dismissed')).toMatchObject([{ reason: '已核对，不属实', decidedBy: '管理员' }])
  })

  test('说的是本人的，本人不能办', async () => {
    const { id } = await proposed('辛事', { staffNumber: '001' })
    expect(said(await adoptAs(second, [id]))).toEqual([409, 'proposals-own'])
    expect((await proposals('open', second)).find((one: { id: string }) => one.id === id)).toMatchObject({
      barred: 'aboutOneself',
    })
    expect((await adoptAs(town, [id])).status).toBe(200)
  })

  test('主要领导看得到各人的建议，自己的要成了记录才看得到', async () => {
    const leader = await asColleague(town, { userName: '周主官', roles: ['principal'], staffNumber: '004' })
    const { id } = await proposed('午事', { staffNumber: '004' })
    const seen = async () => (await leader.send('GET', `/api/proposed-entries/${id}`)).status
    expect((await proposals('open', leader)).map((one: { id: string }) => one.id)).not.toContain(id)
    expect(await seen()).toBe(404)
    expect((await adoptAs(town, [id])).status).toBe(200)
    expect(await seen()).toBe(200)
  })

  test('裁量条款：采纳就是提请裁量，台账里还没有；登记撤了，先去撤回提请', async () => {
    const { id, record } = await proposed('壬事', {}, { kind: 'sanction', level: null, sanction: '警告' })
    const adopted = await adoptAs(town, [id])
    expect(adopted.body).toMatchObject({ adopted: 1, entryIds: [] })
    const [proceedingId] = adopted.body.proceedingIds
    expect((await town.send('GET', `/api/proceedings/${proceedingId}`)).body).toMatchObject({ state: 'proposed' })
    await town.send('POST', `${path}/${record.id}/withdrawal`, {
      body: { revision: 1, reason: '登记错人' },
      key: randomUUID(),
    })
    const [reversal] = await ofMatter('壬事')
    expect(reversal).toMatchObject({ sort: 'reversal', became: 'discretion' })
    expect((await adoptAs(town, [reversal.id])).body.error.message).toContain('请到“异议与复核”撤回那件提请')
    await town.send('POST', `/api/discretions/${proceedingId}/withdrawal`, {
      body: { seen: 1, words: '登记错人' },
      key: randomUUID(),
    })
    await town.send('POST', '/api/proposed-entries/refresh', { body: {} })
    expect(await ofMatter('壬事')).toEqual([])
  })
})

describe('事后变了', () => {
  test('登记撤回，提冲销；登记人和确认人不能采纳，第三人可以；再核对不再提', async () => {
    const { id, record } = await proposed('癸事')
    const [entryId] = (await adoptAs(town, [id])).body.entryIds
    await second.send('POST', '/api/entries/confirmations', { body: { entryIds: [entryId] }, key: randomUUID() })
    await town.send('POST', `${path}/${record.id}/withdrawal`, {
      body: { revision: 1, reason: '通报已撤销' },
      key: randomUUID(),
    })
    const [reversal] = await ofMatter('癸事')
    expect(reversal).toMatchObject({ sort: 'reversal', entryId })
    const refused = await adoptAs(town, [reversal.id])
    expect(refused.body.error.message).toContain('须由没有登记也没有确认过它的人来更正')
    expect((await adoptAs(third, [reversal.id])).body).toMatchObject({ adopted: 1, reversed: 1 })
    expect((await entriesOf('002')).find((one: { id: string }) => one.id === entryId)).toMatchObject({
      state: 'reversed',
    })
    await town.send('POST', '/api/proposed-entries/refresh', { body: {} })
    expect(await ofMatter('癸事')).toEqual([])
  })

  test('结了账的月份：采纳前说是迟录，采纳后就是迟录', async () => {
    const table = { month: '2026-03', reason: '测试结账' }
    const { digest } = (await town.send('POST', '/api/months/preview', { body: table })).body
    await town.send('POST', '/api/months/close', { body: { ...table, digest }, key: randomUUID() })
    const { id } = await proposed('子事', { first: '2026-03-09', last: '2026-03-09' })
    const preview = await town.send('POST', '/api/proposed-entries/preview', {
      body: { proposalIds: [id], change: null },
    })
    expect(preview.body.each[0].warnings.join('')).toContain('迟录')
    await adoptAs(town, [id])
    const entries = (await entriesOf('002')).filter(({ matter }: { matter: string }) => matter === '子事')
    expect(entries).toMatchObject([{ state: 'recorded', late: { closedOn: '2026-11-20' } }])
  })
})

describe('一次办几百条，有的已经变了', () => {
  const send = (operation: 'adoptions' | 'dismissals', body: object) =>
    second.send('POST', `/api/proposed-entries/${operation}`, { body, key: randomUUID() })

  test('要么都办要么都不办；也可以只办还能办的，没办的逐条说明', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => `批${String(index)}事`)
    const made = []
    for (const matter of numbers) made.push(await proposed(matter))
    const proposalIds = made.map(({ id }) => id)
    for (const { record } of made.slice(0, 4))
      await town.send('POST', `${path}/${record.id}/withdrawal`, {
        body: { revision: 1, reason: '登记重复' },
        key: randomUUID(),
      })
    await dismiss([proposalIds[4] ?? ''])
    await adoptAs(town, [proposalIds[5] ?? ''])
    const own = await proposed('批本人事', { staffNumber: '001' })
    const unbound = await proposed('批无款事', {}, { kind: 'target-missed', level: null, subject: '无此项目' })
    const all = [...proposalIds, own.id, unbound.id]
    const before = (await entriesOf('002')).length
    expect(said(await send('adoptions', { proposalIds: all, change: null }))).toEqual([409, 'proposals-decided'])
    expect(await entriesOf('002')).toHaveLength(before)
    const { body } = await send('adoptions', { proposalIds: all, change: null, leavesOut: true })
    expect(body).toMatchObject({ adopted: 6, reversed: 0 })
    expect(await entriesOf('002')).toHaveLength(before + 6)
    const reasons = body.left.map(({ proposalId, why }: { proposalId: string; why: string }) => [proposalId, why])
    expect(reasons).toEqual(
      expect.arrayContaining([
        ...proposalIds.slice(0, 4).map((id) => [id, '登记情况有变，建议已收回。']),
        [proposalIds[4], '已由管理员定为不采纳。'],
        [proposalIds[5], '已由管理员采纳。'],
        [own.id, '说的是您本人，须由考核办的另一人来办。'],
        [unbound.id, expect.stringContaining('还没有对应的条款')],
      ]),
    )
    expect(reasons).toHaveLength(8)
    const none = await send('dismissals', { proposalIds: [own.id], reason: '不采纳', leavesOut: true })
    expect(none.body).toMatchObject({ dismissed: 0, left: [{ proposalId: own.id, name: '何青' }] })
    expect((await town.send('GET', `/api/proposed-entries/${own.id}`)).body.proposal.state).toBe('open')
  })

  test('登记没动，周围变了：采纳前再核对，不再成立的不采纳', async () => {
    const whole = { staffNumber: null, office: '综治办' }
    await add('整室事', whole)
    const ids = (await ofMatter('整室事')).map(({ id }: { id: string }) => id)
    expect(ids).toHaveLength(2)
    await employ(town, [person('003', { name: '吕平', office: '综治办', to: localDate('2026-05-31') })])
    const { body } = await send('adoptions', { proposalIds: ids, change: null, leavesOut: true })
    expect(body).toMatchObject({ adopted: 1, left: [{ staffNumber: '003', why: '登记情况有变，建议已收回。' }] })
  })
})

describe('撤回以后又登记', () => {
  async function enteredAnew(matter: string, decide: (id: string) => Promise<Answered>, state: string) {
    const { id, record } = await proposed(matter)
    expect((await decide(id)).status).toBe(200)
    const withdrawal = { body: { revision: 1, reason: '登记有误' }, key: randomUUID() }
    await town.send('POST', `${path}/${record.id}/withdrawal`, withdrawal)
    const again = await add(matter)
    expect(again).toMatchObject({ id: record.id, revision: 3, state: 'standing' })
    expect(await ofMatter(matter)).toEqual([])
    const history = await town.send('GET', `${path}/${record.id}/history`)
    expect(history.body.steps.map(({ step }: { step: string }) => step)).toEqual(['added', 'withdrawn', 'added'])
    return ofMatter(matter, state)
  }

  test('不采纳过的不再提；采纳过的，冲销的建议收回，不另提一条', async () => {
    expect(await enteredAnew('寅事', (id) => dismiss([id]), 'dismissed')).toHaveLength(1)
    expect(await enteredAnew('卯事', (id) => adoptAs(town, [id]), 'adopted')).toHaveLength(1)
  })
})

describe('登记对应条款', () => {
  test('考核办另选一条，建议随之改；定为不对应，收回；别的版本没有', async () => {
    const { proposal } = await proposed('丑事')
    expect(proposal.rule.ruleId).toBe('criticised')
    const choose = (ruleId: string | null, version = 1) =>
      town.send('PUT', '/api/rule-bindings', { body: { version, kind: 'criticism', variant: '区', ruleId } })
    expect((await choose('late')).status).toBe(200)
    expect(await ofMatter('丑事')).toMatchObject([{ boundFrom: 'chosen', rule: { ruleId: 'late' } }])
    expect(said(await choose('nothing'))).toEqual([422, 'binding-rule-unknown'])
    expect(said(await choose('late', 9))).toEqual([404, 'binding-version-unknown'])
    expect((await choose(null)).body.superseded).toBeGreaterThan(0)
    expect(await ofMatter('丑事')).toEqual([])
    const { rows } = (await town.send('GET', '/api/rule-bindings')).body
    expect(rows.find((row: { variant: string }) => row.variant === '区')).toMatchObject({
      from: 'chosen',
      ruleId: null,
    })
    await choose('criticised')
    expect(await ofMatter('丑事')).toHaveLength(1)

    const { id, record } = await proposed('不对应事')
    await adoptAs(town, [id])
    await choose(null)
    await town.send('POST', `${path}/${record.id}/withdrawal`, {
      body: { revision: 1, reason: '登记有误' },
      key: randomUUID(),
    })
    const [reversal] = await ofMatter('不对应事')
    expect((await adoptAs(third, [reversal.id])).body).toMatchObject({ reversed: 1 })
    await add('不对应事')
    expect(await ofMatter('不对应事')).toEqual([])
  })
})
