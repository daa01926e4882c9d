import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person, rule, schemeOf } from '../../test/builders/town.ts'
import { adopt, asColleague, employ, startTown, type SignedInTown } from '../../test/support/town-app.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'

type Part = { readonly title: string; readonly rules: Parameters<typeof rule>[] }

/** 评议 first or last, so that the same parts have other ids: they are given by place. */
function numbered(parts: readonly Part[], ratedFirst: boolean): Scheme {
  const rated = { title: '综合评议', points: 20, kind: 'rated' as const }
  const duties = {
    title: '公共项目',
    points: 10 * parts.length,
    sheets: [
      {
        id: 's',
        title: '公共',
        points: 10 * parts.length,
        items: parts.map(({ title, rules }, item) => ({
          id: `i${String(item + 1)}`,
          title,
          points: 10,
          rules: rules.map(([words, fields], place) => ({
            ...rule(words, fields),
            id: `i${String(item + 1)}-r${String(place + 1)}`,
            condition: words,
          })),
        })),
      },
    ],
  }
  const categories = ratedFirst ? [rated, duties] : [duties, rated]
  return schemeOf({
    categories: categories.map((category, place) => ({ ...category, id: `c${String(place + 1)}` })),
  })
}

const notes = (target: number): Parameters<typeof rule> => [
  '读书笔记',
  { points: 1, shortfall: { target, unit: '篇', step: 1 } },
]
const first = numbered(
  [
    { title: '工作纪律', rules: [['迟到', { points: 1 }]] },
    { title: '卫生', rules: [['不打扫', { points: 2 }]] },
    { title: '学习', rules: [notes(2)] },
  ],
  false,
)
const second = numbered(
  [
    { title: '学习', rules: [notes(3)] },
    {
      title: '工作纪律',
      rules: [
        ['旷工', { points: 5 }],
        ['迟到', { points: 3 }],
      ],
    },
  ],
  true,
)

let town: SignedInTown
/** Who recorded may not confirm. */
let colleague: SignedInTown

const send = (path: string, body: unknown, as = town) => as.send('POST', path, { key: randomUUID(), body })
const finding = (ruleId: string, occurredOn: string) => ({
  about: { kind: 'people', staffNumbers: ['001'] },
  ruleId,
  quantity: '1',
  occurredOn,
})
const record = async (ruleId: string, day: string) => {
  const { body } = await send('/api/entries', finding(ruleId, day))
  const entryIds = body.entries.map(({ id }: { id: string }) => id)
  await send('/api/entries/confirmations', { entryIds }, colleague)
}
const standing = async () => (await town.send('GET', '/api/standings?period=2025')).body
const sheet = async () => (await town.send('GET', '/api/people/001/score-sheet?period=2025')).body.sheet

beforeAll(async () => {
  town = await startTown('2026-01-10T02:00:00Z')
  colleague = await asColleague(town, { userName: '林复核', roles: ['office'] })
  await adopt(town, first, '2025-01-01')
  await employ(town, [person('001', { name: '何青' })])
  await record('i1-r1', '2025-05-06')
  await record('i2-r1', '2025-05-07')
  await send('/api/ratings', {
    year: 2025,
    staffNumber: '001',
    categoryId: 'c2',
    group: null,
    mark: '90',
    source: '民主评议表',
  })
  town.clock.now = new Date('2026-01-10T02:01:00Z')
  await adopt(town, second, '2025-07-01', 2)
  await record('i2-r2', '2025-08-06')
})
afterAll(() => town.stop())

describe('一年里换了方案', () => {
  test('各按当日的版本计分，评议接着算，取消的项目点名', async () => {
    const answer = await standing()
    expect(answer.schemeVersion).toBe(2)
    expect(answer.removed).toEqual([{ what: 'item', title: '卫生', version: 2, entries: 1, people: 1 }])
    const { categories, otherLines } = await sheet()
    expect(categories[0]).toMatchObject({ title: '综合评议', score: 1800 })
    const duties = categories[1].sheets[0].items.find(({ title }: { title: string }) => title === '工作纪律')
    expect(duties.score).toBe(600)
    expect(
      duties.lines.map(({ change, ruleId, schemeVersion }: Record<string, unknown>) => [
        change,
        ruleId,
        schemeVersion,
      ]),
    ).toEqual([
      [1000, null, undefined],
      [-100, 'i1-r1', 1],
      [-300, 'i2-r2', undefined],
    ])
    expect(otherLines).toMatchObject([
      { ruleId: 'i2-r1', schemeVersion: 1, reason: { code: 'removed', version: 2 } },
    ])
  })

  test('台账里各条写的是当日那一版的话', async () => {
    const { entries } = (await town.send('GET', '/api/entries')).body
    expect(
      entries.map((entry: Record<string, unknown>) => [entry.itemTitle, entry.ruleSentence, entry.schemeVersion]),
    ).toEqual([
      ['工作纪律', '迟到的计分条款', 2],
      ['卫生', '不打扫的计分条款', 1],
      ['工作纪律', '迟到的计分条款', 1],
    ])
  })

  test('登记之前看影响：旧日子按旧版，取消的项目不动分并说明', async () => {
    const effects = async (ruleId: string, day: string) =>
      (await town.send('POST', '/api/entries/preview', { body: finding(ruleId, day) })).body.effects
    expect(await effects('i1-r1', '2025-06-01')).toMatchObject([
      { itemTitle: '工作纪律', itemBefore: 600, itemAfter: 500 },
    ])
    expect(await effects('i2-r1', '2025-06-01')).toMatchObject([
      { itemTitle: '卫生', itemBefore: null, itemAfter: null, remark: '该项目已被第2版取消，不计分' },
    ])
  })

  test('旧版时有了总评分，换版以后不能再加评议组的评分', async () => {
    const body = { year: 2025, staffNumber: '001', categoryId: 'c1', group: '同事', mark: '80', source: '补评' }
    const { status, body: answer } = await send('/api/ratings', body)
    expect([status, answer.error.code]).toEqual([409, 'mark-whole-exists'])
  })

  test('登记册按年末的版本要求；注明已核以后，再换一版也还管用', async () => {
    const { registers } = (await town.send('GET', '/api/registers/unkept?year=2025')).body
    expect(registers).toMatchObject([{ ruleId: 'i1-r1', itemTitle: '学习' }])
    const window = { first: '2025-01-01', last: '2025-12-31' }
    const body = { ruleId: 'i1-r1', window, kind: 'checked', reason: '已逐人核对' }
    expect((await send('/api/registers/settlements', body)).status).toBe(200)
    const study = async () =>
      (await sheet()).categories
        .flatMap(({ sheets }: { sheets: { items: { title: string; score: number }[] }[] }) =>
          sheets.flatMap(({ items }) => items),
        )
        .find(({ title }: { title: string }) => title === '学习').score
    expect(await study()).toBe(700)
    town.clock.now = new Date('2026-01-10T02:02:00Z')
    await adopt(town, first, '2025-12-01', 3)
    expect(await study()).toBe(800)
  })

  test('撤回旧版时打的评分，评分表照常打开', async () => {
    const { people } = (await town.send('GET', '/api/ratings?year=2025')).body
    const { whole } = people[0]
    expect(whole).toMatchObject({ mark: 9000 })
    const { status, body } = await send(`/api/ratings/${String(whole.id)}/withdrawal`, { reason: '打错了人' })
    expect([status, body.rating.whole]).toEqual([200, null])
  })
})
