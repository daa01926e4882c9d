import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person } from '../../test/builders/town.ts'
import { asColleague, employ, startTown, type Answered, type SignedInTown } from '../../test/support/town-app.ts'
import { accept, assert } from '../domain/primitives/result.ts'

// 2026-11-20, a Friday, ten in the morning.
let town: SignedInTown
let staff: SignedInTown
let mate: SignedInTown
let deputy: SignedInTown
let other: SignedInTown
let principal: SignedInTown
let inspector: SignedInTown

beforeAll(async () => {
  town = await startTown()
  await employ(town, [
    person('001', { name: '何青' }),
    person('002', { name: '单晓云' }),
    person('003', { name: '吕平' }),
    person('010', { name: '李分管', office: '', post: '分管领导', inChargeOf: ['党办'] }),
    person('011', { name: '王分管', office: '', post: '分管领导', inChargeOf: ['综治办'] }),
    person('020', { name: '赵书记', office: '', post: '主要领导' }),
  ])
  const as = (userName: string, staffNumber: string) => asColleague(town, { userName, roles: [], staffNumber })
  staff = await as('何青', '001')
  mate = await as('单晓云', '002')
  deputy = await as('李分管', '010')
  other = await as('王分管', '011')
  principal = await as('赵书记', '020')
  inspector = await asColleague(town, { userName: '督查甲', roles: ['inspector'] })
})
afterAll(() => town.stop())

const code = ({ status, body }: Answered) => [status, body?.error?.code]
const post = (who: SignedInTown, path: string, body: object, key: string = randomUUID()) =>
  who.send('POST', path, { body, key })
const wanted = (first: string, last = first, fields: object = {}) => ({
  kind: 'personal',
  first,
  last,
  reason: '送孩子就医',
  ...fields,
})
const ask = async (who: SignedInTown, ...days: Parameters<typeof wanted>) => {
  const asked = await post(who, '/api/own-leave', wanted(...days))
  expect(asked.status, JSON.stringify(asked.body)).toBe(200)
  return asked.body
}
const decide = (who: SignedInTown, { id, revision }: { id: string; revision: number }, fields: object = {}) =>
  who.send('POST', `/api/leave-decisions/${id}`, { body: { revision, outcome: 'approved', ...fields } })
const setBalance = (days: number | null, staffNumber = '001') =>
  town.send('PUT', '/api/leave-balances', { body: { year: 2026, balances: [{ staffNumber, days }] } })
const proposals = async (kind: string) => {
  const read = await town.services.inTown(town.tenantId, 'read', async ({ proposedEntries }) =>
    accept(
      (await proposedEntries.list({ states: ['open'] })).filter(({ observation }) => observation.kind === kind),
    ),
  )
  assert(read.ok, 'reading refuses nothing')
  return read.value.map(({ observation }) => [
    observation.staffNumber,
    observation.occurredOn,
    observation.quantity,
  ])
}
const settings = (standIns: readonly object[]) =>
  town.send('PUT', '/api/leave-settings', { body: { shortLeave: 100, usualBalance: null, standIns } })

describe('请假', () => {
  test('先看再请：几天、谁批、工龄假还剩几天；请了不能重', async () => {
    await setBalance(100)
    const preview = await staff.send('POST', '/api/own-leave/preview', {
      body: wanted('2026-11-23', '2026-11-24'),
    })
    expect(preview.body).toMatchObject({
      days: 200,
      wayWords: '由主要领导赵书记审批',
      balance: { before: { left: 100 }, after: { left: 0, over: 100 } },
    })
    const short = await staff.send('POST', '/api/own-leave/preview', { body: wanted('2026-11-23') })
    expect(short.body.wayWords).toBe('由分管领导李分管审批')
    const asked = await ask(staff, '2026-11-23')
    expect(asked).toMatchObject({ state: 'asked', stateWords: '待批', days: 100, spanWords: '11月23日' })
    expect(code(await post(staff, '/api/own-leave', wanted('2026-11-23')))).toEqual([409, 'leave-overlaps'])
    expect(code(await post(staff, '/api/own-leave', wanted('2026-11-21', '2026-11-22')))).toEqual([
      422,
      'leave-no-days',
    ])
    expect(
      code(await post(staff, '/api/own-leave', wanted('2026-11-25', '2026-11-25', { reason: null }))),
    ).toEqual([422, 'leave-reason-missing'])
    expect((await decide(deputy, asked, { outcome: 'refused', reason: '当天有督查' })).body).toMatchObject({
      state: 'refused',
      decision: { name: '李分管', reason: '当天有督查' },
    })
    // What was refused stands in no one's way.
    const again = await ask(staff, '2026-11-23')
    await staff.send('POST', `/api/own-leave/${again.id}/withdrawal`, { body: { revision: 1 } })
  })

  test('一天以内分管领导批，别的领导看不见；批不了自己的；超过一天主要领导批', async () => {
    const asked = await ask(staff, '2026-11-26')
    expect(code(await decide(other, asked))).toEqual([404, 'record-unknown'])
    expect(code(await decide(principal, asked))).toEqual([409, 'leave-not-approver'])
    expect(code(await decide(staff, asked))).toEqual([403, 'not-allowed'])
    const waiting = async (who: SignedInTown) =>
      (await who.send('GET', '/api/leave-decisions')).body.waiting.map(({ id }: { id: string }) => id)
    expect(await waiting(deputy)).toContain(asked.id)
    expect(await waiting(principal)).not.toContain(asked.id)
    expect((await decide(deputy, asked)).body).toMatchObject({ state: 'approved', stateWords: '待备案' })
    expect(code(await decide(deputy, asked))).toEqual([409, 'record-changed'])
    const own = await ask(deputy, '2026-11-26', '2026-11-26')
    expect(code(await decide(deputy, own))).toEqual([409, 'leave-own'])
    expect((await decide(principal, own)).body.decision).toMatchObject({ name: '赵书记', onBehalfOf: null })
    expect((await ask(principal, '2026-12-01', '2026-12-03')).state).toBe('approved')
  })

  test('领导不在，代理人批，批语写明代谁；同办公室有人不在的告诉他', async () => {
    const named = { absent: '010', standIn: '011', from: '2026-11-20', to: '2026-11-21' }
    expect(code(await settings([{ ...named, standIn: '001' }]))).toEqual([422, 'record-faulty'])
    expect((await settings([named])).status).toBe(200)
    const asked = await ask(mate, '2026-11-26', '2026-11-26', { begins: 'noon' })
    expect(asked).toMatchObject({ days: 50, wayWords: '由王分管代李分管审批' })
    const [waiting] = (await other.send('GET', '/api/leave-decisions')).body.waiting
    expect(waiting.away).toEqual([{ day: '2026-11-26', names: ['何青'], members: 3, isShort: true }])
    expect(code(await decide(deputy, asked))).toEqual([409, 'leave-not-approver'])
    expect((await decide(other, asked)).body.decision).toMatchObject({ name: '王分管', onBehalfOf: '李分管' })
    await settings([])
  })

  test('备案、销假、超假；补假要写原因', async () => {
    const late = await ask(mate, '2026-11-16', '2026-11-16', { kind: 'sick', reason: '急诊，补假' })
    expect(late.isAfterwards).toBe(true)
    const approved = (await decide(deputy, late)).body
    const registered = await town.send('POST', `/api/registers/leave/${late.id}/registration`, {
      body: { revision: approved.revision },
    })
    expect(registered.body.record).toMatchObject({ state: 'registered', stateWords: '已备案' })
    const back = await mate.send('POST', `/api/own-leave/${late.id}/return`, {
      body: { revision: 3, on: '2026-11-18', at: 'noon' },
    })
    expect(back.body).toMatchObject({ state: 'overstayed', backOn: '2026-11-18' })
    expect(await proposals('overstayed-leave')).toEqual([
      ['002', '2026-11-17', 100],
      ['002', '2026-11-18', 50],
    ])
    const steps = await town.send('GET', `/api/registers/leave/${late.id}/history`)
    expect(steps.body.steps.map(({ stepWords }: { stepWords: string }) => stepWords)).toEqual([
      '登记',
      '批准',
      '备案',
      '销假',
    ])
    expect(code(await post(mate, '/api/own-leave', wanted('2026-11-13', '2026-11-13', { reason: null })))).toEqual(
      [422, 'leave-reason-missing'],
    )
  })

  test('事假超过工龄假的逐天提建议，没有登记天数的不提；改了天数跟着变', async () => {
    const noted = await post(town, '/api/registers/leave', {
      staffNumber: '001',
      office: null,
      first: '2026-11-02',
      last: '2026-11-03',
      body: { kind: 'personal', reason: '纸质假条', decision: null },
    })
    expect(noted.body.record).toMatchObject({ state: 'registered', summary: '何青 11月2日—11月3日 事假' })
    expect(await proposals('personal-leave-over')).toEqual([['001', '2026-11-03', 100]])
    await setBalance(null)
    expect(await proposals('personal-leave-over')).toEqual([])
    await setBalance(150)
    expect(await proposals('personal-leave-over')).toEqual([['001', '2026-11-03', 50]])
    const { people } = (await staff.send('GET', '/api/leave-balances?year=2026')).body
    expect(people).toMatchObject([{ staffNumber: '001', granted: 150, personal: 300, over: 150 }])
    const sheet = new FormData()
    sheet.set('file', new File(['工号,姓名,工龄假天数\n001,何青,5\n009,谁,x\n'], '工龄假.csv'))
    sheet.set('year', '2026')
    sheet.set('mode', 'check')
    const checked = await town.send('POST', '/api/imports/leave-balances', { body: sheet, key: randomUUID() })
    expect(checked.body.problems.map(({ row, column }: { row: number; column: string }) => [row, column])).toEqual(
      [
        [3, '工号'],
        [3, '工龄假天数'],
      ],
    )
  })

  test('月历按看得见的人', async () => {
    const month = async (who: SignedInTown) =>
      (await who.send('GET', '/api/leave-calendar?month=2026-11')).body.people.map(
        ({ name }: { name: string }) => name,
      )
    expect(await month(staff)).toEqual(['何青'])
    expect(await month(deputy)).toEqual(['何青', '单晓云', '吕平', '李分管'])
    expect(await month(town)).toHaveLength(6)
  })
})

describe('去向告示牌', () => {
  const show = (who: SignedInTown, fields: object) => post(who, '/api/whereabouts', fields)
  const statusOf = (answered: Answered, staffNumber: string) =>
    answered.body.people.find((one: { staffNumber: string }) => one.staffNumber === staffNumber)

  test('一下就登记，后说的算；请假的自己上牌；预计返回过了的点出来', async () => {
    const shown = await show(staff, { kind: 'village', place: '石桥村', backAt: '15:30' })
    expect(statusOf(shown, '001')).toMatchObject({
      kind: 'village',
      words: '下村（石桥村）',
      backAt: '15:30',
      since: '10:00',
    })
    expect(code(await show(staff, { kind: 'out', backAt: '09:00' }))).toEqual([422, 'record-faulty'])
    town.clock.now = new Date('2026-11-20T02:05:00Z')
    expect(statusOf(await show(staff, { kind: 'in' }), '001')).toMatchObject({ kind: 'in', since: '10:05' })
    const away = await ask(staff, '2026-11-20', '2026-11-20', { begins: 'morning', ends: 'noon' })
    await decide(deputy, away)
    expect(statusOf(await mate.send('GET', '/api/whereabouts'), '001')).toMatchObject({
      kind: 'leave',
      words: '请假 11月20日上午',
    })
  })

  test('要求登记的，没说话就是未登记；督查员记去向不明，别人看不见，撤得回', async () => {
    const set = await town.send('PUT', '/api/whereabouts/settings', { body: { unsaid: 'unknown' } })
    expect(statusOf(set, '003')).toMatchObject({ kind: 'unknown', isAccounted: false })
    const found = { staffNumber: '003', place: '党办办公室', words: '电话未接' }
    expect(code(await post(staff, '/api/whereabouts/checks', found))).toEqual([403, 'not-allowed'])
    const noted = await post(inspector, '/api/whereabouts/checks', found)
    expect(statusOf(noted, '003')).toMatchObject({ isNoted: true })
    expect(statusOf(await staff.send('GET', '/api/whereabouts'), '003')).toMatchObject({ isNoted: false })
    expect(await proposals('whereabouts-unknown')).toEqual([['003', '2026-11-20', 100]])
    const [record] = (await inspector.send('GET', '/api/registers/whereabouts?state=checked')).body.records
    await inspector.send('POST', `/api/registers/whereabouts/${record.id}/withdrawal`, {
      body: { revision: 1, reason: '在会议室' },
    })
    expect(await proposals('whereabouts-unknown')).toEqual([])
  })
})
