import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person, rule, schemeOf } from '../../test/builders/town.ts'
import { adopt, employ, startTown, type SignedInTown } from '../../test/support/town-app.ts'

const scheme = schemeOf({
  total: 5,
  categories: [
    {
      id: 'public',
      title: '公共项目',
      points: 5,
      sheets: [
        {
          id: 'everyone',
          title: '公共',
          points: 5,
          items: [
            {
              id: 'study',
              title: '政治学习',
              points: 5,
              rules: [
                rule('notes', {
                  points: 1,
                  condition: '读书笔记',
                  shortfall: { target: 10_000, unit: '字', step: 1000 },
                }),
              ],
            },
          ],
        },
      ],
    },
  ],
})

let town: SignedInTown

beforeAll(async () => {
  town = await startTown('2026-11-20T02:00:00Z')
  await adopt(town, scheme, '2025-01-01')
  await employ(town, [person('001'), person('002')])
})
afterAll(() => town.stop())

const lastYear = { first: '2025-01-01', last: '2025-12-31' }
const settle = (kind: string, ruleId = 'notes', window = lastYear) =>
  town.send('POST', '/api/registers/settlements', {
    key: randomUUID(),
    body: { ruleId, window, kind, reason: '领导小组会议决定' },
  })
const scores = async () =>
  (await town.send('GET', '/api/standings?period=2025')).body.rows.map(
    ({ score }: { score: number | null }) => score,
  )

describe('没有人登记的登记册', () => {
  test('认定之前人人待评，不算作零', async () => {
    expect(await scores()).toEqual([null, null])
    const { body } = await town.send('GET', '/api/registers/unkept?year=2025')
    expect(body.registers).toMatchObject([
      { ruleId: 'notes', itemTitle: '政治学习', window: lastYear, decision: null },
    ])
  })

  test('不适用：这一条当年不扣；改认已核：没有登记的按零计，扣足', async () => {
    expect((await settle('waived')).status).toBe(200)
    expect(await scores()).toEqual([500, 500])
    const { body } = await settle('checked')
    expect(body.registers[0].decision).toMatchObject({ kind: 'checked', by: '管理员', reason: '领导小组会议决定' })
    expect(await scores()).toEqual([0, 0])
  })

  test('不是无人登记的条款，不能认定', async () => {
    const refused = await settle('waived', '没有这一条')
    expect(refused.status).toBe(409)
    expect(refused.body.error.code).toBe('register-not-unkept')
  })

  test('还没过完的年度谈不上无人登记：不列出，也不能认定', async () => {
    expect((await town.send('GET', '/api/registers/unkept?year=2026')).body.registers).toEqual([])
    const refused = await settle('waived', 'notes', { first: '2026-01-01', last: '2026-12-31' })
    expect(refused.body.error.code).toBe('register-not-unkept')
  })
})
