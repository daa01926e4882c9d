import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { finding, startStaffedTown, type StaffedTown } from '../../test/support/staffed-town.ts'

let town: StaffedTown

describe('保存之前看得到影响', () => {
  beforeAll(async () => {
    town = await startStaffedTown()
  })
  afterAll(() => town.stop())
  const preview = async (changes: object) =>
    (await town.send('POST', '/api/entries/preview', { body: { ...finding, ...changes } })).body

  test('工作纪律 10 → 8，总分 30 → 28，什么都不存', async () => {
    expect(await preview({})).toEqual({
      effects: [
        {
          year: 2026,
          staffNumber: '001',
          name: '何青',
          office: '党办',
          itemTitle: '工作纪律',
          itemBefore: 1000,
          itemAfter: 800,
          scoreBefore: 3000,
          scoreAfter: 2800,
          soFarBefore: 3000,
          soFarAfter: 2800,
          remark: null,
        },
      ],
      warnings: [],
    })
    expect(await town.ledgerRows()).toEqual([])
  })

  test('还在免扣次数内：分不动，说明为什么', async () => {
    const { effects } = await preview({ ruleId: 'late', quantity: '3' })
    expect(effects).toMatchObject([{ itemBefore: 1000, itemAfter: 1000 }])
    expect(effects[0].remark).toContain('10次')
  })

  test('还有待确认的，说明没有算进来', async () => {
    const pending = await town.recordOne({ ruleId: 'late', quantity: '9' })
    const { effects } = await preview({ ruleId: 'late', quantity: '3' })
    expect(effects[0].remark).toMatch(/此条另有1条待确认（9次）未算入$/)
    await town.reverse(pending)
    const { effects: after } = await preview({ ruleId: 'late', quantity: '3' })
    expect(after[0].remark).not.toContain('待确认')
  })

  test('扣发工资的不动分', async () => {
    const { effects } = await preview({ ruleId: 'fine', quantity: '2' })
    expect(effects).toMatchObject([
      { scoreBefore: 3000, scoreAfter: 3000, remark: '从绩效工资中扣发40.00元，不扣分' },
    ])
  })

  test('扣完为止', async () => {
    const { effects } = await preview({ quantity: '9' })
    expect(effects).toMatchObject([{ itemAfter: 0, scoreAfter: 2000 }])
    expect(effects[0].remark).toContain('扣完为止')
  })

  test('预览出来的就是确认以后的', async () => {
    const { effects } = await preview({ quantity: '2' })
    await town.confirm([await town.recordOne({ quantity: '2' })])
    const { effects: next } = await preview({ quantity: '1' })
    expect(next[0].itemBefore).toBe(effects[0].itemAfter)
    expect(next[0].scoreBefore).toBe(effects[0].scoreAfter)
  })

  test('不能登记的，预览就说不能', async () => {
    expect((await preview({ quantity: '0' })).error.place).toBe('quantity')
  })
})

describe('确认之前看得到影响', () => {
  beforeEach(async () => {
    town = await startStaffedTown()
    return () => town.stop()
  })
  const preview = (entryIds: readonly string[]) =>
    town.send('POST', '/api/entries/confirmations/preview', { body: { entryIds } })

  test('一人同一项目的几条合成一行，几个人各有一行；看过以后什么都没有变', async () => {
    const ids = [
      await town.recordOne(),
      await town.recordOne({ quantity: '2' }),
      await town.recordOne({ about: { kind: 'people', staffNumbers: ['002'] }, ruleId: 'unsafe' }),
    ]
    const rows = await town.ledgerRows()
    const { body } = await preview(ids)
    expect(body.effects).toMatchObject([
      {
        name: '何青',
        itemTitle: '工作纪律',
        itemBefore: 1000,
        itemAfter: 400,
        scoreBefore: 3000,
        scoreAfter: 2400,
      },
      { name: '单晓云', itemTitle: '公众安全感', itemBefore: 2000, itemAfter: 1500, scoreAfter: 2500 },
    ])
    expect(await town.ledgerRows()).toEqual(rows)
  })

  test('看到的就是确认以后的', async () => {
    const ids = [await town.recordOne(), await town.recordOne({ ruleId: 'late', quantity: '12' })]
    const { body } = await preview(ids)
    await town.confirm(ids)
    const { rows } = (await town.send('GET', '/api/standings?period=2026')).body
    expect(rows.find(({ staffNumber }: { staffNumber: string }) => staffNumber === '001').soFar).toBe(
      body.effects[0].soFarAfter,
    )
  })

  test('不在这一批里的待确认记录，说明没有算进来', async () => {
    await town.recordOne({ ruleId: 'late', quantity: '9' })
    const { body } = await preview([await town.recordOne({ ruleId: 'late', quantity: '3' })])
    expect(body.effects[0].remark).toMatch(/此条另有1条待确认（9次）未算入$/)
  })

  test('已经确认和更正的没有变化，找不到的说有几条', async () => {
    const [confirmed, reversed] = [await town.recordOne(), await town.recordOne()]
    await town.confirm([confirmed])
    await town.reverse(reversed)
    expect((await preview([confirmed, reversed])).body).toEqual({ effects: [] })
    const unknown = await preview([confirmed, randomUUID()])
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'entries-unknown'])
  })
})

describe('更正（冲销）之前看得到影响', () => {
  beforeEach(async () => {
    town = await startStaffedTown()
    return () => town.stop()
  })
  const preview = (entryId: string) => town.send('GET', `/api/entries/${entryId}/reversal/preview`)

  test('工作纪律 8 → 10，总分 28 → 30，什么都不存；冲销以后就是这样', async () => {
    const id = await town.recordOne()
    await town.confirm([id])
    const rows = await town.ledgerRows()
    const { body } = await preview(id)
    expect(body.effects).toMatchObject([
      {
        year: 2026,
        itemTitle: '工作纪律',
        itemBefore: 800,
        itemAfter: 1000,
        scoreBefore: 2800,
        scoreAfter: 3000,
        remark: null,
      },
    ])
    expect(await town.ledgerRows()).toEqual(rows)
    await town.reverse(id)
    const standings = (await town.send('GET', '/api/standings?period=2026')).body.rows
    expect(standings[0]).toMatchObject({ staffNumber: '001', soFar: body.effects[0].soFarAfter })
  })

  test('取走免扣次数里的一条，后面的跟着少扣', async () => {
    const [first, second] = [
      await town.recordOne({ ruleId: 'late', quantity: '9', occurredOn: '2026-05-06' }),
      await town.recordOne({ ruleId: 'late', quantity: '3', occurredOn: '2026-05-07' }),
    ]
    await town.confirm([first, second])
    const { effects } = (await preview(first)).body
    expect(effects).toMatchObject([{ itemBefore: 800, itemAfter: 1000 }])
  })

  test('还没确认的：分不动，说明为什么', async () => {
    const { effects } = (await preview(await town.recordOne())).body
    expect(effects).toMatchObject([
      { scoreBefore: 3000, scoreAfter: 3000, remark: '这条还没有确认，本来就没有计分' },
    ])
  })

  test('扣发工资的：不再扣发', async () => {
    const id = await town.recordOne({ ruleId: 'fine', quantity: '2' })
    await town.confirm([id])
    expect((await preview(id)).body.effects[0].remark).toBe('不再从绩效工资中扣发40.00元')
  })

  test('扣到底的项目取回一条仍为0，说明扣完为止', async () => {
    const [lesser, whole] = [await town.recordOne(), await town.recordOne({ quantity: '6' })]
    await town.confirm([lesser, whole])
    expect((await preview(lesser)).body.effects).toMatchObject([
      { itemBefore: 0, itemAfter: 0, remark: '扣完为止' },
    ])
  })

  test('已经更正的没有变化，找不到的说找不到', async () => {
    const id = await town.recordOne()
    await town.reverse(id)
    expect((await preview(id)).body).toEqual({ effects: [] })
    expect((await preview(randomUUID())).status).toBe(404)
  })
})
