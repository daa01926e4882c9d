import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'

let town: StaffedTown

describe('台账列表', () => {
  let ids: Record<string, string>
  beforeAll(async () => {
    town = await startStaffedTown()
    ids = {
      absent: await town.recordOne({ note: '100%属实' }),
      unsafe: await town.recordOne({ about: { kind: 'people', staffNumbers: ['002'] }, ruleId: 'unsafe' }),
      late: await town.recordOne({ ruleId: 'late', occurredOn: '2026-02-03' }),
      reversed: await town.recordOne(),
    }
    await town.confirm([ids['unsafe'] ?? ''])
    await town.reverse(ids['reversed'] ?? '')
  })
  afterAll(() => town.stop())

  test.each<[string, readonly string[]]>([
    ['', ['reversed', 'late', 'unsafe', 'absent']],
    ['state=recorded', ['late', 'absent']],
    ['state=confirmed', ['unsafe']],
    ['state=reversed', ['reversed']],
    ['staffNumber=002', ['unsafe']],
    ['office=综治办', ['unsafe']],
    ['from=2026-03-01', ['reversed', 'unsafe', 'absent']],
    ['to=2026-03-01', ['late']],
    ['state=recorded&staffNumber=001', ['late', 'absent']],
    ['state=reversed&words=脱岗每次', ['reversed']],
    ['words=单晓', ['unsafe']],
    ['words=shanxiao', ['unsafe']],
    ['words=100%25', ['absent']],
    ['words=_00', ['']],
    ['words=脱岗每次', ['reversed', 'absent']],
    ['words=公众安全感', ['unsafe']],
    ['words=工作纪律', ['reversed', 'late', 'absent']],
    ['page=2&pageSize=3', ['absent']],
  ])('按 %s 找到 %j', async (query, expected) => {
    const { entries } = await town.list(query)
    const found = entries.map(({ id }: { id: string }) => Object.entries(ids).find(([, one]) => one === id)?.[0])
    expect(found).toEqual(expected.filter((name) => name !== ''))
  })

  test('总数不受分页影响', async () => {
    expect((await town.list('page=2&pageSize=3')).total).toBe(4)
  })

  test.each([
    ['page=9', 4],
    ['page=9&office=党办', 3],
    ['page=1&office=农业办', 0],
    ['state=recorded', 2],
    ['state=confirmed', 1],
    ['state=reversed', 1],
  ])('按 %s 一共 %i 条，翻过头也知道', async (query, total) => {
    expect((await town.list(query)).total).toBe(total)
  })

  test('工作台的数字：更正过的不算', async () => {
    const { body } = await town.send('GET', '/api/session')
    expect(body).toMatchObject({
      schemeVersion: { version: 1, effectiveFrom: '2026-01-01' },
      progress: { hasDraft: false, people: 4, entries: 3, unconfirmedEntries: 2, marks: 0 },
    })
  })

  test('确认以后又更正的，只算更正过的', async () => {
    await town.confirm([ids['late'] ?? ''])
    await town.reverse(ids['late'] ?? '')
    const totals = async (state: string) => (await town.list(`state=${state}`)).total
    expect([await totals('recorded'), await totals('confirmed'), await totals('reversed')]).toEqual([1, 1, 2])
    const { body } = await town.send('GET', '/api/session')
    expect(body.progress).toMatchObject({ entries: 2, unconfirmedEntries: 1 })
  })
})
