import { describe, expect, it } from 'vitest'
import { entry, itemOf, oneItem, person, points, rule, schemeOf, sheetOfOne } from '../../../test/builders/town.ts'
import { assessVersions, sheetUnder, versionsOf } from '../../../test/builders/versions.ts'
import { localDate } from '../primitives/local-date.ts'
import { quantity } from '../primitives/quantity.ts'
import { lineReasonSentence } from './line-reason-sentence.ts'

const deed = (id: string, condition: string, fields: Parameters<typeof rule>[1] = {}) =>
  rule(id, { condition, sentence: `${condition}，${id}`, ...fields })

describe('年中换版：记录按发生当日有效的版本计', () => {
  const first = oneItem([deed('r1', '迟到', { points: 1 })])
  const second = oneItem([deed('r1', '迟到', { points: 3 })])
  const versions = versionsOf(['2026-01-01', first], ['2026-07-01', second])
  const entries = [entry('r1', 1, '2026-06-30'), entry('r1', 1, '2026-07-01')]

  it('改了分值：各按各的，并写明按第几版', () => {
    const item = itemOf(sheetUnder(versions, entries))
    expect(item.score).toBe(points(6))
    expect(item.lines.map(({ change, schemeVersion, ruleId }) => [change, schemeVersion, ruleId])).toEqual([
      [points(10), undefined, null],
      [points(-1), 1, 'r1'],
      [points(-3), undefined, 'r1'],
    ])
  })

  it('换版之前的日子截止，仍按第一版，后面的记录只列出', () => {
    const sheet = sheetUnder(versions, entries, { asOf: localDate('2026-06-30') })
    expect(itemOf(sheet).score).toBe(points(9))
    expect(itemOf(sheet).lines.at(-1)).toMatchObject({ schemeVersion: 2, reason: { code: 'after-as-of' } })
  })

  it('编号挪了位也认得：同一编号在两版里是两条，同一条在两版里是两个编号', () => {
    const moved = oneItem([deed('r1', '旷工', { points: 5 }), deed('r2', '迟到', { points: 3 })])
    const item = itemOf(
      sheetUnder(versionsOf(['2026-01-01', first], ['2026-07-01', moved]), [
        entry('r1', 1, '2026-03-01'),
        entry('r2', 1, '2026-08-01'),
      ]),
    )
    expect(item.lines.map(({ change, ruleId }) => [change, ruleId])).toEqual([
      [points(10), null],
      [points(-1), 'r1'],
      [points(-3), 'r2'],
    ])
  })

  it('第二版没动的条款就是同一条，宽限接着累计', () => {
    const grace = { grace: { count: 10, window: 'quarter' as const }, points: 1 }
    const same = versionsOf(
      ['2026-01-01', oneItem([deed('r1', '迟到', grace)])],
      ['2026-08-16', oneItem([deed('x', '旷工'), { ...deed('r1', '迟到', grace), id: 'y' }])],
    )
    const item = itemOf(sheetUnder(same, [entry('r1', 9, '2026-08-01'), entry('y', 3, '2026-09-01')]))
    expect(item.score).toBe(points(8))
    expect(item.lines.map(({ ruleId }) => ruleId)).toEqual([null, 'r1', 'y'])
  })

  it('季度中改了宽限：一个季度一笔累计，各按当日的条款起扣', () => {
    const withGrace = (count: number) =>
      oneItem([deed('r', '迟到', { points: 1, grace: { count, window: 'quarter' } })])
    const item = itemOf(
      sheetUnder(versionsOf(['2026-01-01', withGrace(10)], ['2026-05-16', withGrace(5)]), [
        entry('r', 8, '2026-04-10'),
        entry('r', 1, '2026-05-20'),
        entry('r', 6, '2026-07-01'),
      ]),
    )
    expect(item.lines.map(({ change, reason }) => [change, reason?.code ?? null])).toEqual([
      [points(10), null],
      [points(0), 'within-grace'],
      [points(-1), null],
      [points(-1), 'within-grace'],
    ])
  })

  it('单条封顶也接着累计', () => {
    const capped = (cap: number) => oneItem([deed('r', '迟到', { points: 2, cap })])
    const item = itemOf(
      sheetUnder(versionsOf(['2026-01-01', capped(4)], ['2026-07-01', capped(5)]), [
        entry('r', 3, '2026-03-01'),
        entry('r', 3, '2026-08-01'),
      ]),
    )
    expect(item.score).toBe(points(5))
  })

  it('第二版取消的条款，项目还在：当时的记录照当时的扣', () => {
    const kept = oneItem([deed('b', '旷工')])
    const item = itemOf(
      sheetUnder(versionsOf(['2026-01-01', oneItem([deed('a', '炒股', { points: 4 })])], ['2026-07-01', kept]), [
        entry('a', 1, '2026-03-01'),
      ]),
    )
    expect(item.score).toBe(points(6))
    expect(item.lines.at(-1)).toMatchObject({ ruleId: 'a', schemeVersion: 1, clause: '炒股，a' })
  })

  it('三版：中间一版改的也按中间一版', () => {
    const amount = (plain: number) => oneItem([deed('r', '迟到', { points: plain })])
    const three = versionsOf(['2026-01-01', amount(1)], ['2026-04-01', amount(2)], ['2026-10-01', amount(1)])
    const days = ['2026-02-01', '2026-05-01', '2026-11-01'].map((day) => entry('r', 1, day))
    expect(itemOf(sheetUnder(three, days)).lines.map(({ change }) => change)).toEqual([10, -1, -2, -1].map(points))
  })
})

describe('年中换版：项目取消了', () => {
  const two = schemeOf({
    categories: [
      {
        id: 'c',
        title: '公共项目',
        points: 10,
        sheets: [
          {
            id: 's',
            title: '公共',
            points: 10,
            items: [
              { id: 'i', title: '工作纪律', points: 6, rules: [deed('r1', '迟到')] },
              { id: 'j', title: '卫生', points: 4, rules: [deed('r2', '不打扫', { points: 1 })] },
            ],
          },
        ],
      },
    ],
  })
  const versions = versionsOf(['2026-01-01', two], ['2026-07-01', oneItem([deed('r2', '迟到')])])

  it('记录列出而不计分，写明被哪一版取消；同号的新条款不受牵连', () => {
    const sheet = sheetUnder(versions, [entry('r2', 1, '2026-03-01'), entry('r1', 1, '2026-03-02')])
    expect(itemOf(sheet).score).toBe(points(8))
    const [line] = sheet.otherLines
    expect(line).toMatchObject({ ruleId: 'r2', schemeVersion: 1, clause: '不打扫，r2', change: points(0) })
    expect(line?.reason).toEqual({ code: 'removed', what: 'item', title: '卫生', version: 2 })
    expect(line?.reason && lineReasonSentence(line.reason)).toBe('该项目已被第2版取消，不计分')
  })

  it('没确认的、冲销的先说自己的原因', () => {
    const sheet = sheetUnder(versions, [
      entry('r2', 1, '2026-03-01', { state: 'recorded' }),
      entry('r2', 1, '2026-03-01', { state: 'reversed' }),
    ])
    expect(sheet.otherLines.map(({ reason }) => reason?.code)).toEqual(['unconfirmed', 'reversed'])
  })
})

describe('年中换版：换掉的条款不牵连没有记录的人', () => {
  it('得分档换成扣分：没有评定过的从满分起，评定过的从评定的分起', () => {
    const versions = versionsOf(
      ['2026-01-01', oneItem([deed('达标', '达标', { effect: 'award', points: 7 })])],
      ['2026-07-01', oneItem([deed('扣', '差错', { points: 2 })])],
    )
    const entries = [entry('达标', 1, '2026-04-01'), entry('扣', 1, '2026-08-01')]
    expect(itemOf(sheetUnder(versions, entries)).score).toBe(points(5))
    expect(itemOf(sheetUnder(versions, entries.slice(1))).score).toBe(points(8))
    expect(itemOf(sheetUnder(versions, [])).score).toBe(points(10))
    const changes = itemOf(sheetUnder(versions, entries)).lines.map(({ change }) => change)
    expect(changes.reduce((sum, change) => sum + change, 0)).toBe(points(5))
  })

  const notes = (target: number, each: number) =>
    deed('笔记', '读书笔记', { points: each, shortfall: { target, unit: '篇', step: 1 } })

  it('全年的目标年中改了：只按年末那一版算一次，完成数接着累计', () => {
    const versions = versionsOf(
      ['2026-01-01', oneItem([notes(4, 1)])],
      ['2026-07-01', oneItem([{ ...notes(6, 2), id: '新笔记' }])],
    )
    const roster = [person('001'), person('002')]
    const entries = [entry('笔记', 3, '2026-03-01'), entry('新笔记', 2, '2026-09-01')]
    const sheets = assessVersions(versions, entries, { roster })
    expect(sheets.map((sheet) => itemOf(sheet).score)).toEqual([points(8), points(0)])
    expect(
      itemOf(sheets[0] ?? sheetUnder(versions, [])).lines.filter(({ kind }) => kind === 'shortfall'),
    ).toHaveLength(1)
  })

  it('目标取消了：谁也不扣，登记过的写明条款已取消', () => {
    const versions = versionsOf(
      ['2026-01-01', oneItem([notes(4, 1)])],
      ['2026-07-01', oneItem([deed('扣', '差错')])],
    )
    const sheets = assessVersions(versions, [entry('笔记', 1, '2026-03-01')], {
      roster: [person('001'), person('002')],
    })
    expect(sheets.map((sheet) => itemOf(sheet).score)).toEqual([points(10), points(10)])
    expect(itemOf(sheets[0] ?? sheetUnder(versions, [])).lines[1]?.reason).toMatchObject({
      code: 'removed',
      what: 'rule',
      version: 2,
    })
  })

  it('按季的目标：已过的季度按当季末的版本，新目标从新版的季度起', () => {
    const quarterly = (target: number) => oneItem([notes(target, 1)], { window: 'quarter' })
    const versions = versionsOf(['2026-01-01', quarterly(2)], ['2026-07-01', quarterly(4)])
    const entries = ['2026-02-01', '2026-05-01', '2026-08-01', '2026-11-01'].map((day) => entry('笔记', 1, day))
    const { windows } = itemOf(sheetUnder(versions, entries))
    expect(windows.map(({ score }) => score)).toEqual([points(9), points(9), points(7), points(7)])
  })

  it('登记册有没有人填，跨着两版看；已核的决定也管着两版', () => {
    const versions = versionsOf(['2026-01-01', oneItem([notes(4, 1)])], ['2026-07-01', oneItem([notes(6, 1)])])
    expect(itemOf(sheetUnder(versions, [])).score).toBeNull()
    const others = assessVersions(versions, [entry('笔记', 4, '2026-03-01', { staffNumber: '002' })], {
      roster: [person('001'), person('002')],
    })
    expect(others.map((sheet) => itemOf(sheet).score)).toEqual([points(4), points(8)])
    const checked = {
      ruleId: '笔记',
      kind: 'checked',
      span: { first: localDate('2026-01-01'), last: localDate('2026-12-31') },
    } as const
    expect(itemOf(sheetUnder(versions, [], { registerDecisions: [checked] })).score).toBe(points(4))
  })
})

describe('年中换版：奖励、等级与领导', () => {
  const rewarding = (plain: number, id = 'w') =>
    schemeOf({ rewards: [deed(id, '表彰', { effect: 'add', points: plain })] })

  it('奖励按当日的版本', () => {
    const sheet = sheetUnder(versionsOf(['2026-01-01', rewarding(2)], ['2026-07-01', rewarding(3, 'z')]), [
      entry('w', 1, '2026-05-01'),
      entry('z', 1, '2026-08-01'),
    ])
    expect(sheet.reward).toBe(points(5))
    expect(sheet.rewards?.lines.map(({ schemeVersion }) => schemeVersion)).toEqual([1, undefined])
  })

  it('同一事项跨着两版报来，只按最高一档计一次', () => {
    const ladder = (light: number, grave: number) =>
      oneItem([
        deed('轻', '失误', { points: light }),
        deed('重', '失误', { points: grave, severity: '造成重大损失' }),
      ])
    const item = itemOf(
      sheetUnder(versionsOf(['2026-01-01', ladder(1, 5)], ['2026-07-01', ladder(2, 6)]), [
        entry('轻', 1, '2026-06-30', { matter: '甲事' }),
        entry('重', 1, '2026-07-02', { matter: '甲事' }),
      ]),
    )
    expect(item.score).toBe(points(4))
    expect(item.lines[1]?.reason?.code).toBe('lower-rung')
  })

  it('取平均分的领导：扣款也按当日的版本', () => {
    const fined = (yuan: number) =>
      schemeOf({
        categories: oneItem([]).categories.map(({ sheets: _sheets, ...rest }) => ({
          ...rest,
          points: 10,
          sheets: [
            {
              id: 's',
              title: '公共',
              points: 10,
              items: [
                {
                  id: 'i',
                  title: '工作纪律',
                  points: 10,
                  rules: [deed('牌', '不戴牌', { effect: 'money', points: null, yuan })],
                },
              ],
            },
          ],
        })),
        rollUps: [{ post: '分管领导', of: '工作人员', method: 'mean' }],
      })
    const [leader] = assessVersions(
      versionsOf(['2026-01-01', fined(20)], ['2026-07-01', fined(50)]),
      [entry('牌', 1, '2026-03-01'), entry('牌', 1, '2026-08-01')],
      { roster: [person('001', { post: '分管领导', inChargeOf: ['党办'] }), person('002')] },
    )
    expect(leader?.moneyFen).toBe(7000)
  })
})

describe('年中换版：补录与追溯', () => {
  it('记录时还是第一版，后来第二版追溯到之前施行：按第二版的同一条', () => {
    const versions = versionsOf(
      ['2026-01-01', oneItem([deed('a', '迟到', { points: 1 }), deed('b', '炒股')])],
      ['2026-03-01', oneItem([deed('b', '迟到', { points: 3 })])],
    )
    const recorded = [
      entry('a', 1, '2026-04-01', { schemeVersion: 1 }),
      entry('b', 1, '2026-04-02', { schemeVersion: 1, quantity: quantity(100) }),
    ]
    const sheet = sheetUnder(versions, recorded)
    expect(itemOf(sheet).score).toBe(points(7))
    expect(sheet.otherLines[0]?.reason).toEqual({ code: 'removed', what: 'rule', title: '工作纪律', version: 2 })
  })

  it('只有一版时，与直接计分一字不差', () => {
    const scheme = oneItem([deed('r', '迟到')])
    const entries = [entry('r', 2, '2026-03-01'), entry('无', 1, '2026-03-02')]
    expect(sheetUnder(versionsOf(['2026-03-01', scheme]), entries)).toEqual(sheetOfOne(scheme, entries))
  })
})
