import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'

let town: StaffedTown

describe('确认和更正', () => {
  beforeEach(async () => {
    town = await startStaffedTown()
    return () => town.stop()
  })

  test('确认后成为已确认，谁何时确认都在；再确认一次不算数也不出错', async () => {
    const ids = [await town.recordOne(), await town.recordOne()]
    town.clock.now = new Date('2026-11-20T08:00:00Z')
    expect((await town.confirm(ids)).body).toEqual({ confirmed: 2 })
    expect((await town.confirm(ids)).body).toEqual({ confirmed: 0 })
    const { entries } = await town.list('state=confirmed')
    expect(entries).toMatchObject([
      { id: ids[1], state: 'confirmed', confirmedAt: '2026-11-20T08:00:00.000Z', confirmedBy: '林复核' },
      { id: ids[0], state: 'confirmed' },
    ])
  })

  test('两个人同时确认同一批，每条只确认一次', async () => {
    const ids = [await town.recordOne(), await town.recordOne(), await town.recordOne()]
    const answers = await Promise.all([town.confirm(ids), town.confirm(ids)])
    expect(answers.map(({ body }) => body.confirmed)).toEqual(expect.arrayContaining([0, 3]))
    expect((await town.ledgerRows()).filter(({ kind }) => kind === 'confirmation').length).toBe(3)
  })

  test('待确认的和已确认的都能更正，原记录一字不动', async () => {
    const [waiting, confirmed] = [await town.recordOne(), await town.recordOne()]
    await town.confirm([confirmed])
    const before = await town.ledgerRows()
    for (const id of [waiting, confirmed]) {
      const { status, body } = await town.reverse(id)
      expect(status).toBe(200)
      expect(body.entry).toMatchObject({ id, state: 'reversed', reversal: { by: '周更正', reason: '录错人' } })
    }
    expect((await town.ledgerRows()).slice(0, before.length)).toEqual(before)
  })

  test('更正过的不能再更正，也不能再确认', async () => {
    const [id, other] = [await town.recordOne(), await town.recordOne()]
    await town.reverse(id)
    const again = await town.reverse(id)
    expect([again.status, again.body.error.message]).toEqual([
      409,
      '这条记录已由周更正更正（冲销）过，不能再次更正。',
    ])
    const confirmed = await town.confirm([other, id])
    expect([confirmed.status, confirmed.body.error.code]).toEqual([409, 'entries-reversed'])
    expect((await town.list('state=recorded')).entries).toMatchObject([{ id: other }])
  })

  test('两个人同时更正一条，只成一次', async () => {
    const id = await town.recordOne()
    const answers = await Promise.all([town.reverse(id), town.reverse(id)])
    expect(answers.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]))
  })

  test('找不到的记录一条都不动', async () => {
    const id = await town.recordOne()
    expect((await town.confirm([id, randomUUID()])).status).toBe(404)
    expect((await town.reverse(randomUUID())).status).toBe(404)
    expect((await town.list('state=recorded')).total).toBe(1)
  })

  test('更正必须写原因', async () => {
    const { status, body } = await town.reverse(await town.recordOne(), '  ')
    expect([status, body.error.message]).toEqual([400, '请填写更正原因'])
  })
})
