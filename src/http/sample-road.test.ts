import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asColleague, startTown, type SignedInTown } from '../../test/support/town-app.ts'
import { readTable } from '../documents/read-table.ts'
import { loadSampleTown } from './load-sample-town.ts'
import type { PayAnswer, StandingRow } from './contract/results.ts'

let town: SignedInTown
const key = () => randomUUID()

beforeAll(async () => {
  town = await startTown('2026-11-20T02:00:00Z')
  // Twice at once, as a double click does.
  const [loaded, again] = await Promise.all([town.send('POST', '/api/sample'), town.send('POST', '/api/sample')])
  expect(loaded.body.town).toMatchObject({ name: '青禾镇（示例）', isSample: true })
  expect(again.body).toEqual(loaded.body)
})
afterAll(() => town.stop())

const readPay = async (query = ''): Promise<PayAnswer> =>
  (await town.send('GET', `/api/pay?year=2025${query}`)).body
const readStandings = async (query = 'period=2025') => (await town.send('GET', `/api/standings?${query}`)).body
const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0)

describe('示例镇走完全程', () => {
  test('载入两次还是同一个镇，登录后默认打开有记录的年份', async () => {
    const { body: first } = await town.send('GET', '/api/session')
    await town.send('POST', '/api/sample')
    const { body: again } = await town.send('GET', '/api/session')
    expect(first.towns).toHaveLength(2)
    expect(again.towns).toEqual(first.towns)
    expect(again.assessmentYear).toBe(2025)
    expect(again.progress.unconfirmedEntries).toBe(6)
  })

  test('成绩：人人有分，排名组内名次不断档，筛选不改名次', async () => {
    const { rows, missing } = await readStandings()
    expect(missing).toEqual([])
    expect(rows.length).toBeGreaterThan(55)
    const staff: StandingRow[] = rows.filter(({ rankingGroup }: StandingRow) => rankingGroup === '工作人员')
    for (const row of staff) {
      const better = staff.filter(({ score }) => (score ?? 0) > (row.score ?? 0)).length
      expect(row.rank).toBe(better + 1)
    }
    const office = await readStandings(`period=2025&office=${encodeURIComponent('党办')}`)
    expect(office.rows).toEqual(rows.filter((row: StandingRow) => row.office === '党办'))
  })

  test('成绩单：各行相加就是成绩', async () => {
    const { body } = await town.send('GET', '/api/people/020/score-sheet?period=2025')
    const items = body.sheet.categories.flatMap(({ sheets }: { sheets: { items: unknown[] }[] }) =>
      sheets.flatMap((one) => one.items),
    )
    for (const { score, lines } of items)
      expect(sum(lines.map(({ change }: { change: number }) => change))).toBe(score)
    const rated = body.sheet.categories.find(({ kind }: { kind: string }) => kind === 'rated')
    expect(sum(items.map(({ score }: { score: number }) => score)) + rated.score).toBe(body.sheet.work)
    expect(body.sheet.score).toBe(body.sheet.work + body.sheet.reward)
    expect(body.town).toBe('青禾镇（示例）')
  })

  test('没有到的日子不算：三月底的余额里没有四月的事', async () => {
    const march = await readStandings('period=2025-03')
    expect(march.asOf).toBe('2025-03-31')
    const year = await readStandings()
    const deductions = (rows: StandingRow[]) => sum(rows.map(({ periodChange }) => periodChange))
    expect(deductions(march.rows)).not.toBe(deductions(year.rows))
    expect((await readStandings('period=2025-03&asOf=2025-12-31')).asOf).toBe('2025-12-31')
  })

  test('绩效工资：合计与总额一分不差，小计相加等于合计', async () => {
    const pay = await readPay()
    if (!pay.complete) throw new Error(pay.message)
    expect(pay.balanceFen).toBe(0)
    expect(sum(pay.rows.map(({ payFen }) => payFen))).toBe(pay.poolFen)
    expect(sum(pay.rows.map(({ contributedFen }) => contributedFen))).toBe(pay.poolFen)
    for (const figure of ['people', 'contributedFen', 'payFen', 'moneyFen', 'netFen'] as const)
      expect(sum(pay.subtotals.map((one) => one[figure]))).toBe(pay.total[figure])
    for (const { payFen, moneyFen, netFen, unpaidRestFen } of pay.rows)
      expect(netFen - unpaidRestFen).toBe(payFen - moneyFen)
  })

  test('每人提出额可改，写错了说明白', async () => {
    const pay = await readPay('&perPerson=1,500.50')
    expect(pay.complete && pay.perPersonFen).toBe(150_050)
    for (const typed of ['0', '-1', '半', '1.005'])
      expect(
        (await town.send('GET', `/api/pay?year=2025&perPerson=${encodeURIComponent(typed)}`)).body.error.code,
      ).toBe('amount-not-yuan')
  })

  test('导出的表格与页面一致', async () => {
    const pay = await readPay()
    const { response } = await town.send('GET', '/api/pay.xlsx?year=2025')
    const table = await readTable(new Uint8Array(await response.arrayBuffer()), '发放表.xlsx')
    if (!table.ok || !pay.complete) throw new Error('both are there')
    const cells = table.value.rows.flatMap(({ cells: row }) => row)
    for (const { name } of pay.rows) expect(cells).toContain(name)
    expect(cells).toContain(String(pay.poolFen / 100))
    expect((await town.send('GET', '/api/standings.xlsx?period=2025')).status).toBe(200)
  })
})

describe('示例的两版方案', () => {
  test('第2版从2026年起施行，带着第1版的算例；2025年仍按第1版', async () => {
    const { body } = await town.send('GET', '/api/scheme-versions')
    expect(
      body.versions.map((one: { version: number; effectiveFrom: string }) => [one.version, one.effectiveFrom]),
    ).toEqual([
      [1, '2025-01-01'],
      [2, '2026-01-01'],
    ])
    const [first, second] = await Promise.all(
      [1, 2].map(
        async (version) => (await town.send('GET', `/api/scheme-versions/${String(version)}`)).body.scheme,
      ),
    )
    expect(first.examples.length).toBeGreaterThan(8)
    expect(second.examples).toEqual(first.examples)
    expect((await readStandings()).schemeVersion).toBe(1)
    const { body: comparison } = await town.send('GET', '/api/scheme-versions/compare?from=1&to=2')
    expect(comparison.counts).toMatchObject({ added: 1, removed: 1 })
    expect(comparison.counts.changed).toBeGreaterThan(3)
  })
})

describe('综合评议', () => {
  const mark = (fields: object) =>
    town.send('POST', '/api/ratings', {
      key: key(),
      body: { year: 2025, staffNumber: '020', group: '同事', mark: '80', source: '补评', ...fields },
    })
  const rating = async () => {
    const { body } = await town.send('GET', '/api/ratings?year=2025')
    return { body, own: body.people.find(({ staffNumber }: { staffNumber: string }) => staffNumber === '020') }
  }

  test('补一个评分，成绩随之变；撤回后还原', async () => {
    const before = await rating()
    const categoryId = before.body.categories[0].id
    const added = await mark({ categoryId })
    expect(added.body.rating.score).not.toBe(before.own.score)
    const markId = added.body.rating.groups
      .flatMap(({ marks }: { marks: { id: string; source: string }[] }) => marks)
      .find(({ source }: { source: string }) => source === '补评').id
    const withdrawn = await town.send('POST', `/api/ratings/${markId}/withdrawal`, { body: { reason: '录错人' } })
    expect(withdrawn.body.rating).toEqual(before.own)
    const twice = await town.send('POST', `/api/ratings/${markId}/withdrawal`, { body: { reason: '录错人' } })
    expect(twice.body.error.code).toBe('mark-withdrawn-already')
  })

  test.each([
    [{ mark: '101' }, 'mark-not-0-to-100'],
    [{ mark: '半' }, 'mark-not-0-to-100'],
    [{ staffNumber: '9999' }, 'mark-person-unknown'],
    [{ staffNumber: '003' }, 'mark-of-rolled-up-leader'],
    [{ group: '邻居' }, 'mark-group-unknown'],
    [{ group: null }, 'mark-groups-exist'],
    [{ categoryId: '没有' }, 'mark-category-unknown'],
  ])('%j 不收，说明原因', async (fields, code) => {
    const categoryId = (await rating()).body.categories[0].id
    const refused = await mark({ categoryId, ...fields })
    expect(refused.status).toBe(code === 'mark-groups-exist' ? 409 : 422)
    expect(refused.body.error.code).toBe(code)
  })

  test('缺一组评分的人：成绩待评，全镇没有发放表，说出缺谁的什么', async () => {
    const { own } = await rating()
    const group = own.groups.find(({ marks }: { marks: unknown[] }) => marks.length === 1) ?? own.groups[0]
    for (const { id } of group.marks)
      await town.send('POST', `/api/ratings/${id}/withdrawal`, { body: { reason: '试一试' } })
    const pay = await readPay()
    expect(pay.complete).toBe(false)
    expect(!pay.complete && pay.missing.find(({ staffNumber }) => staffNumber === '020')?.missing).toEqual([
      { code: 'no-rating', category: '综合评议', group: group.group },
    ])
    const { rows } = await readStandings()
    expect(rows.find(({ staffNumber }: StandingRow) => staffNumber === '020')).toMatchObject({
      score: null,
      partial: true,
      rank: null,
    })
    expect((await town.send('GET', '/api/pay.xlsx?year=2025')).body.error.code).toBe('pay-incomplete')
    const { response } = await town.send('GET', '/api/standings.xlsx?period=2025')
    const sheet = await readTable(new Uint8Array(await response.arrayBuffer()), '成绩.xlsx')
    const own020 = sheet.ok ? sheet.value.rows.find(({ cells }) => cells[0] === '020') : undefined
    expect(own020?.cells.at(-1)).toBe(`综合评议缺${group.group}的评分`)
  })

  test('同一来源的评分表不能导入两次', async () => {
    const send = async (mode: string, source: string) => {
      const form = new FormData()
      form.set('file', new File(['工号,得分,评议组\n021,90,同事\n022,88,同事\n'], '评分.csv'))
      form.set('mode', mode)
      form.set('year', '2025')
      form.set('source', source)
      return (await town.send('POST', '/api/imports/ratings', { key: key(), body: form })).body
    }
    expect(await send('check', '二次评议')).toMatchObject({ rows: 2, stored: 0, problems: [] })
    expect(await send('commit', '二次评议')).toMatchObject({ stored: 2, problems: [] })
    const again = await send('commit', '二次评议')
    expect(again.stored).toBe(0)
    expect(again.problems[0].message).toContain('二次评议')
  })

  test('评分表里有给自己的评分：整张不存，请另一人导入', async () => {
    expect((await town.send('GET', '/api/session')).body).toMatchObject({ userName: '丁岚', staffNumber: '008' })
    const form = new FormData()
    form.set('file', new File(['工号,得分,评议组\n008,100,同事\n022,88,同事\n'], '评分.csv'))
    for (const [name, value] of Object.entries({ mode: 'commit', year: '2025', source: '自评' }))
      form.set(name, value)
    const { body } = await town.send('POST', '/api/imports/ratings', { key: key(), body: form })
    expect(body).toMatchObject({ stored: 0 })
    expect(body.problems).toContainEqual(expect.objectContaining({ row: 2, code: 'about-oneself' }))
  })
})

describe('示例与真实的镇', () => {
  test('几个人同时载入：没有一个出错', async () => {
    const fresh = await startTown()
    const names = ['同时甲', '同时乙', '同时丙']
    const offices = []
    for (const userName of names) offices.push(await asColleague(fresh, { userName, roles: ['office'] }))
    const loaded = await Promise.all(offices.map((office) => office.send('POST', '/api/sample')))
    expect(loaded.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(loaded.map(({ body }) => body.town.id)).size).toBe(3)
    await fresh.stop()
  })

  test('启动时载入的示例镇等着第一个来的人；两人同时来，各有各的镇', async () => {
    const fresh = await startTown()
    const waiting = await loadSampleTown(fresh.services, null)
    const offices = []
    for (const userName of ['先到', '后到'])
      offices.push(await asColleague(fresh, { userName, roles: ['office'] }))
    const loaded = await Promise.all(offices.map((office) => office.send('POST', '/api/sample')))
    const towns = loaded.map(({ body }) => body.town.id)
    expect(towns.filter((id) => id === waiting)).toHaveLength(1)
    expect(new Set(towns).size).toBe(2)
    await fresh.stop()
  })

  test('另一个窗口切换了镇：还停在原来镇的页面，一步都不能做', async () => {
    const { body: session } = await town.send('GET', '/api/session')
    const other = session.towns.find(({ id }: { id: string }) => id !== session.town.id)
    const asked = (townId: string) => town.send('GET', '/api/people', { headers: { 'x-gongdao-town': townId } })
    expect((await asked(session.town.id)).status).toBe(200)
    expect((await asked(other.id)).body.error.code).toBe('town-switched')
  })

  test('示例镇看不见真实的镇，移除后什么都不留', async () => {
    const { body: inSample } = await town.send('GET', '/api/session')
    const sampleId = inSample.town.id
    expect((await town.send('DELETE', '/api/sample')).status).toBe(200)
    const { body: after } = await town.send('GET', '/api/session')
    expect(after.town).toMatchObject({ name: '清源镇', isSample: false })
    expect(after.progress).toMatchObject({ people: 0, entries: 0, marks: 0 })
    const left = await town.services.inTown(sampleId, 'read', async (stores) => ({
      ok: true as const,
      value: [(await stores.roster.people()).length, (await stores.versions.list()).length],
    }))
    expect(left.ok && left.value).toEqual([0, 0])
    expect((await town.send('GET', '/api/standings?period=2025')).body.error.code).toBe('no-scheme-for-period')
  })
})
