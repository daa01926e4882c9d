import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'

let town: StaffedTown

describe('可选的条款', () => {
  beforeAll(async () => {
    town = await startStaffedTown()
  })
  afterAll(() => town.stop())
  const ruleIds = async (path: string) =>
    (await town.send('GET', path)).body.rules.map(({ ruleId }: { ruleId: string }) => ruleId)

  test('只有此人当天考核表上的', async () => {
    expect(await ruleIds('/api/people/001/rules?on=2026-05-06')).toEqual([
      'late',
      'absent',
      'judged',
      'lost',
      'fine',
      'typo',
    ])
    expect(await ruleIds('/api/people/002/rules?on=2026-05-06')).toContain('unsafe')
    expect(await ruleIds(`/api/offices/${encodeURIComponent('综治办')}/rules?on=2026-05-06`)).toContain('unsafe')
  })

  test('不在岗的日子、施行以前的日子，一选人就说明为什么', async () => {
    const refused = async (path: string) => (await town.send('GET', path)).body.error
    const off = await refused('/api/people/004/rules?on=2026-05-06')
    expect(off).toMatchObject({ code: 'off-roster', place: 'occurredOn' })
    expect(off.message).toContain('2026-05-06')
    const early = await refused('/api/people/001/rules?on=2025-05-06')
    expect(early.message).toContain('最早自2026-01-01起施行')
  })

  test('不能登记的说明为什么，要裁量的给出范围', async () => {
    const { rules } = (await town.send('GET', '/api/people/001/rules?on=2026-05-06')).body
    const byId = Object.fromEntries(rules.map((one: { ruleId: string }) => [one.ruleId, one]))
    expect(byId['lost'].blocked).toContain('缺失')
    expect(byId['absent']).toMatchObject({
      blocked: null,
      points: 200,
      unit: '次',
      isCountUnit: true,
      itemTitle: '工作纪律',
    })
    expect(byId['judged'].discretion).toEqual({ min: 100, max: 500 })
    expect(byId['fine'].yuan).toBe(2000)
  })
})
