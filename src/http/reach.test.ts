import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person, rule, schemeOf } from '../../test/builders/town.ts'
import { adopt, asColleague, employ, startTown, type SignedInTown } from '../../test/support/town-app.ts'
import { readTable } from '../documents/read-table.ts'
import { localDate } from '../domain/primitives/local-date.ts'

const item = (id: string) => ({ id, title: id, points: 10, rules: [rule(`${id}-rule`, { points: 1 })] })
const scheme = schemeOf({
  total: 20,
  categories: [
    {
      id: 'public',
      title: '公共项目',
      points: 10,
      sheets: [{ id: 's', title: '公共', points: 10, items: [item('纪律')] }],
    },
  ],
})

let town: SignedInTown
let deputy: SignedInTown
let staff: SignedInTown
let inspector: SignedInTown

beforeAll(async () => {
  town = await startTown()
  await adopt(town, scheme, '2026-01-01')
  await employ(town, [
    person('001', { name: '何青', office: '党办' }),
    person('002', { name: '单晓云', office: '国土所(规划办)' }),
    person('003', { name: '吕平', office: '国土所(规划办)', to: localDate('2026-06-30') }),
    person('003', { name: '吕平', office: '党办', from: localDate('2026-07-01') }),
    person('009', { name: '柏舟', office: '', post: '分管领导', inChargeOf: ['规划办'] }),
  ])
  const second = await asColleague(town, { userName: '林复核', roles: ['office'] })
  deputy = await asColleague(town, { userName: '柏舟', roles: [], staffNumber: '009' })
  staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
  inspector = await asColleague(town, { userName: '督查', roles: ['inspector'] })
  for (const [staffNumber, day] of findings) {
    const { body } = await record(town, staffNumber, day)
    await second.send('POST', '/api/entries/confirmations', {
      key: `confirm-${staffNumber}-${day}`,
      body: { entryIds: [body.entries[0].id] },
    })
  }
})
afterAll(() => town.stop())

/** 吕平 was moved from the office in charge to another at midyear. */
const findings = [
  ['001', '2026-03-02'],
  ['001', '2026-03-03'],
  ['002', '2026-03-02'],
  ['003', '2026-03-02'],
  ['003', '2026-08-03'],
  ['003', '2026-08-04'],
] as const

const findingOf = (staffNumber: string, occurredOn: string) => ({
  about: { kind: 'people', staffNumbers: [staffNumber] },
  ruleId: '纪律-rule',
  quantity: '1',
  occurredOn,
})
const record = (as: SignedInTown, staffNumber: string, day: string) =>
  as.send('POST', '/api/entries', { key: `${staffNumber}${day}`, body: findingOf(staffNumber, day) })

type Row = { readonly staffNumber: string; readonly rank: number; readonly occurredOn: string }
const standings = async (as: SignedInTown, more = '') =>
  (await as.send('GET', `/api/standings?period=2026${more}`)).body
const ranks = async (as: SignedInTown) =>
  (await standings(as)).rows.map(({ staffNumber, rank }: Row) => [staffNumber, rank])
const entries = async (as: SignedInTown, query = '') => {
  const { body } = await as.send('GET', `/api/entries?${query}`)
  return [body.total, body.entries.map(({ staffNumber, occurredOn }: Row) => `${staffNumber} ${occurredOn}`)]
}

describe('成绩只到自己管的人，名次还是全镇的', () => {
  test('分管领导看到所分管办公室的人和自己，办公室叫别名也一样', async () => {
    expect(await ranks(town)).toEqual([
      ['001', 2],
      ['002', 1],
      ['003', 3],
      ['009', 1],
    ])
    expect(await ranks(deputy)).toEqual([
      ['002', 1],
      ['009', 1],
    ])
    expect((await standings(deputy)).offices).toEqual(['国土所(规划办)'])
    expect((await standings(deputy, '&office=党办')).rows).toEqual([])
  })

  test('工作人员只看到自己，名次是真的', async () => {
    expect(await ranks(staff)).toEqual([['001', 2]])
    expect((await standings(staff)).offices).toEqual(['党办'])
  })

  test('下载的表也只到那里', async () => {
    const { response } = await staff.send('GET', '/api/standings.xlsx?period=2026')
    const table = await readTable(new Uint8Array(await response.arrayBuffer()), '成绩.xlsx')
    expect(table.ok && JSON.stringify(table.value)).toContain('何青')
    for (const name of ['单晓云', '吕平', '柏舟'])
      expect([name, table.ok && JSON.stringify(table.value).includes(name)]).toEqual([name, false])
  })

  test('管不到的人的成绩单，与没有这个人一样', async () => {
    const sheet = (as: SignedInTown, staffNumber: string) =>
      as.send('GET', `/api/people/${staffNumber}/score-sheet?period=2026`)
    expect((await sheet(deputy, '002')).status).toBe(200)
    expect((await sheet(staff, '001')).status).toBe(200)
    const [beyond, nobody] = [await sheet(staff, '002'), await sheet(staff, '777')]
    expect([beyond.status, nobody.status]).toEqual([404, 404])
    expect(JSON.stringify(beyond.body).replace('002', '777')).toBe(JSON.stringify(nobody.body))
  })

  test('财务和管理员一个人的成绩也看不到', async () => {
    for (const role of ['finance', 'systemAdmin', 'securityAdmin', 'auditAdmin', 'inspector'] as const) {
      const other = await asColleague(town, { userName: `只是${role}`, roles: [role] })
      for (const path of ['/api/standings?period=2026', '/api/people/001/score-sheet?period=2026'])
        expect([role, path, (await other.send('GET', path)).status]).toEqual([role, path, 403])
    }
  })
})

describe('台账只到自己管的人', () => {
  test('分管领导看到人在所分管办公室那时的记录，数也是这些的数', async () => {
    expect(await entries(deputy)).toEqual([2, ['003 2026-03-02', '002 2026-03-02']])
    expect(await entries(deputy, 'words=吕平')).toEqual([1, ['003 2026-03-02']])
    expect(await entries(deputy, 'state=confirmed&pageSize=1')).toEqual([2, ['003 2026-03-02']])
    expect(await entries(deputy, 'office=党办')).toEqual([0, []])
    expect((await entries(town))[0]).toBe(6)
  })

  test('工作人员只看到自己的', async () => {
    expect(await entries(staff)).toEqual([2, ['001 2026-03-03', '001 2026-03-02']])
    expect(await entries(staff, 'staffNumber=002')).toEqual([0, []])
  })

  test('不再分管就不再看到，下一个请求就是', async () => {
    const moved = person('009', { name: '柏舟', office: '', post: '分管领导', inChargeOf: [] })
    await employ(town, [moved])
    expect(await entries(deputy)).toEqual([0, []])
    expect(await ranks(deputy)).toMatchObject([['009', expect.anything()]])
    await employ(town, [{ ...moved, inChargeOf: ['规划办'] }])
    expect((await entries(deputy))[0]).toBe(2)
  })
})

describe('一个字段一个字段地看', () => {
  test('督查员登记前看到项目怎么变，看不到总分', async () => {
    const preview = (as: SignedInTown) =>
      as.send('POST', '/api/entries/preview', { body: findingOf('002', '2026-03-09') })
    const [seen] = (await preview(town)).body.effects
    expect(seen).toMatchObject({ itemBefore: 900, itemAfter: 800, scoreBefore: 900, soFarAfter: 800 })
    expect((await preview(inspector)).body.effects).toEqual([
      { ...seen, scoreBefore: null, scoreAfter: null, soFarBefore: null, soFarAfter: null },
    ])
  })

  test('全镇的数只告诉看得到全镇的人', async () => {
    const progress = async (as: SignedInTown) => (await as.send('GET', '/api/session')).body.progress
    expect(await progress(town)).toMatchObject({ people: 4, entries: 6, unconfirmedEntries: 0, marks: 0 })
    for (const as of [staff, deputy])
      expect(await progress(as)).toMatchObject({
        people: null,
        entries: null,
        unconfirmedEntries: null,
        marks: null,
      })
    expect(await progress(inspector)).toMatchObject({ people: 4, entries: 6, marks: null })
  })
})
