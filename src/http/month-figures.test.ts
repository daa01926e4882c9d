import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asColleague, type SignedInTown } from '../../test/support/town-app.ts'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'
import type { MonthFigures } from './contract/month-figures.ts'

let town: StaffedTown
let changes: ReadonlyMap<string, number>

beforeAll(async () => {
  town = await startStaffedTown()
  const one = async (staffNumber: string, ruleId: string, occurredOn: string, quantity = '1') =>
    town.recordOne({ about: { kind: 'people', staffNumbers: [staffNumber] }, ruleId, occurredOn, quantity })
  const confirmed = [
    await one('001', 'absent', '2026-05-06'),
    await one('001', 'typo', '2026-05-06', '3'),
    await one('001', 'late', '2026-06-02', '12'),
    await one('002', 'unsafe', '2026-05-20'),
    await one('002', 'absent', '2026-06-30', '2'),
    await one('003', 'fine', '2026-06-01'),
  ]
  const reversed = await one('003', 'absent', '2026-05-07')
  await town.confirm([...confirmed, reversed])
  await town.reverse(reversed)
  await one('003', 'absent', '2026-06-03')
  changes = await readChanges()
})
afterAll(() => town.stop())

async function figures(month: string, who: SignedInTown = town): Promise<MonthFigures> {
  return (await who.send('GET', `/api/month-figures?month=${month}`)).body
}

function sum(rows: MonthFigures['rows']): number {
  return rows.reduce((total, { points }) => total + points, 0)
}

/** Anew and another way: the entries the ledger lists, each with what its line on the score sheet took off. */
async function recount(query: string): Promise<number> {
  const { entries } = await town.list(`${query}&pageSize=500`)
  return entries.reduce((total: number, { id }: { readonly id: string }) => total - (changes.get(id) ?? 0), 0)
}

/** By entry, of everyone's score sheet. */
async function readChanges(): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  for (const staffNumber of ['001', '002', '003']) {
    const { sheet } = (await town.send('GET', `/api/people/${staffNumber}/score-sheet?period=2026`)).body
    for (const { sheets } of sheet.categories)
      for (const { items } of sheets)
        for (const { lines } of items)
          for (const { entryId, change } of lines) if (entryId !== null) found.set(entryId, change)
  }
  return found
}

describe('本月扣分情况', () => {
  test('每个月、每个办公室都和台账逐条加起来的一样，到百分之一分', async () => {
    const { rows, offices, whose } = await figures('2026-06')
    expect(whose).toBe('town')
    expect(sum(rows)).toBe(200 + 150 + 200 + 500 + 400)
    for (const [month, last] of [
      ['2026-05', '31'],
      ['2026-06', '30'],
      ['2026-07', '31'],
    ] as const) {
      const days = `state=confirmed&from=${month}-01&to=${month}-${last}`
      expect(sum(rows.filter(({ on }) => on.startsWith(month)))).toBe(await recount(days))
      for (const [index, office] of offices.entries())
        expect(sum(rows.filter(({ on, office: at }) => on.startsWith(month) && at === index))).toBe(
          await recount(`${days}&office=${encodeURIComponent(office)}`),
        )
    }
  })

  test('每一格背后的就是台账里它的那几条：按日、按条款', async () => {
    const { rows, rules, offices, people } = await figures('2026-06')
    for (const { on, office, rule, points, lines, of } of rows) {
      expect(of).toHaveLength(lines)
      expect(of.map((line) => [line.points, people[line.person]?.staffNumber])).toEqual(
        of.map(({ entryId }) => [-(changes.get(entryId ?? '') ?? 0), expect.stringMatching(/^00[123]$/)]),
      )
      const words = encodeURIComponent(rules[rule]?.sentence ?? '')
      const where = `from=${on}&to=${on}&office=${encodeURIComponent(offices[office] ?? '')}&words=${words}`
      expect(points).toBe(await recount(`state=confirmed&${where}`))
    }
    expect(rows.length).toBe(5)
  })

  test('只看得到自己管得到的：本人、分管办公室；财务和管理员看不到', async () => {
    const staff = await asColleague(town, { userName: '何青', roles: [], staffNumber: '001' })
    const own = await figures('2026-06', staff)
    expect(own).toMatchObject({ whose: 'self', offices: ['党办'], scores: [] })
    expect(sum(own.rows)).toBe(await recount('state=confirmed&staffNumber=001'))
    for (const role of ['finance', 'systemAdmin', 'auditAdmin'] as const) {
      const other = await asColleague(town, { userName: `别的${role}`, roles: [role] })
      expect((await other.send('GET', '/api/month-figures?month=2026-06')).body.error.code).toBe('not-allowed')
    }
  })

  test('成绩从低到高，人头按月数；没有方案的年度说明白', async () => {
    const { scores, heads, isProvisional, offices } = await figures('2026-06')
    const standings = (await town.send('GET', '/api/standings?period=2026')).body
    const listed = standings.rows.map(({ soFar }: { readonly soFar: number }) => soFar)
    expect(scores).toEqual(listed.toSorted((one: number, other: number) => one - other))
    expect(scores).toHaveLength(4)
    expect([...scores]).toEqual(scores.toSorted((one, other) => one - other))
    expect(isProvisional).toBe(false)
    const people = (month: string) =>
      Object.fromEntries(
        heads.filter((head) => head.month === month).map((head) => [offices[head.office], head.people]),
      )
    expect(people('2026-03')).toEqual({ 党办: 2, 综治办: 2 })
    expect(people('2026-04')).toEqual({ 党办: 1, 综治办: 2 })
    const early = await town.send('GET', '/api/month-figures?month=2024-06')
    expect(early.body.error.code).toBe('no-scheme-for-period')
  })
})
