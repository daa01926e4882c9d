import { describe, expect, it } from 'vitest'
import {
  assessTown,
  entry,
  itemOf,
  oneItem,
  person,
  points,
  rule,
  schemeOf,
  sheetOfOne,
} from '../../../test/builders/town.ts'
import { localDate } from '../primitives/local-date.ts'
import { lineReasonSentence } from './line-reason-sentence.ts'

const day = '2026-05-06'

describe('项目得分：满分＋加分−扣分，最后只截一次', () => {
  const scheme = oneItem([rule('扣', { points: 7 }), rule('加', { effect: 'add', points: 5 })])

  it.each([
    ['先加后扣', ['加', '扣', '扣']],
    ['先扣后加', ['扣', '扣', '加']],
  ])('%s，结果相同', (_, order) => {
    const entries = order.map((ruleId, index) => entry(ruleId, 1, `2026-01-0${String(index + 1)}`))
    expect(itemOf(sheetOfOne(scheme, entries)).score).toBe(points(1))
  })

  it('扣过头为0分，最后一行写明扣完为止，各行变动之和等于得分', () => {
    const item = itemOf(sheetOfOne(scheme, [entry('扣', 2, day)]))
    expect(item.score).toBe(points(0))
    expect(item.lines.map(({ before, change, after }) => [before, change, after])).toEqual([
      [null, points(10), points(10)],
      [points(10), points(-14), points(-4)],
      [points(-4), points(4), points(0)],
    ])
    expect(item.lines.at(-1)?.reason).toEqual({ code: 'floor' })
  })

  it('加分以满分为限，不封顶的条款才抬高上限', () => {
    expect(itemOf(sheetOfOne(scheme, [entry('加', 1, day)])).score).toBe(points(10))
    const open = oneItem([
      rule('加', { effect: 'add', points: 5, uncapped: true }),
      rule('限', { effect: 'add', points: 4 }),
    ])
    expect(itemOf(sheetOfOne(open, [entry('加', 1, day), entry('限', 1, day)])).score).toBe(points(15))
  })

  it('此项不得分：无论还有什么加分', () => {
    const forfeit = oneItem([
      rule('否', { effect: 'forfeit', points: null }),
      rule('加', { effect: 'add', points: 5, uncapped: true }),
    ])
    const item = itemOf(sheetOfOne(forfeit, [entry('加', 3, day), entry('否', 1, day)]))
    expect(item.score).toBe(points(0))
    expect(item.lines.at(-1)?.reason).toEqual({ code: 'item-forfeited' })
    expect(item.lines.reduce((sum, { change }) => sum + change, 0)).toBe(0)
  })

  it('有计分档的项目：没有结果时为空，有了以最近一次为准，其余扣分照扣', () => {
    const award = oneItem([
      rule('完成', { effect: 'award', points: 10 }),
      rule('过九成', { effect: 'award', points: 5 }),
      rule('扣', { points: 1 }),
    ])
    const none = sheetOfOne(award, [entry('扣', 1, day)])
    expect([itemOf(none).score, none.score, none.partial]).toEqual([null, null, true])
    expect(none.missing).toEqual([{ code: 'item-unassessed', item: '工作纪律' }])
    const two = itemOf(
      sheetOfOne(award, [entry('过九成', 1, '2026-06-30'), entry('完成', 1, '2026-03-31'), entry('扣', 1, day)]),
    )
    expect(two.score).toBe(points(4))
    expect(two.lines.find(({ ruleId }) => ruleId === '完成')?.reason?.code).toBe('superseded')
    const sameDay = [entry('完成', 1, day), entry('过九成', 1, day)]
    expect(itemOf(sheetOfOne(award, sameDay)).score).toBe(points(5))
  })

  it.each([
    [87.5, 8.75],
    [33.33, 3.33],
    [0.05, 0.01],
    [0, 0],
    [120, 10],
  ])('按比例得分：完成百分之%s，10分的项目得%s分', (completion, score) => {
    const scheme10 = oneItem([rule('比例', { effect: 'proportional', points: null, unit: '%' })])
    expect(itemOf(sheetOfOne(scheme10, [entry('比例', completion, day)])).score).toBe(points(score))
  })

  it('记工分从0分起，以满分为限', () => {
    const earned = oneItem([rule('记', { effect: 'add', points: 3 })], { kind: 'earned' })
    expect(itemOf(sheetOfOne(earned, [])).score).toBe(points(0))
    expect(itemOf(sheetOfOne(earned, [entry('记', 2, day)])).score).toBe(points(6))
    expect(itemOf(sheetOfOne(earned, [entry('记', 4, day)])).score).toBe(points(10))
  })

  it('单条封顶：超过部分不计，并说明', () => {
    const capped = oneItem([rule('扣', { points: 2, cap: 5 })])
    const item = itemOf(sheetOfOne(capped, [entry('扣', 2, day), entry('扣', 1, day), entry('扣', 1, day)]))
    expect(item.score).toBe(points(5))
    expect(item.lines.map(({ change, reason }) => [change, reason?.code ?? null])).toEqual([
      [points(10), null],
      [points(-4), null],
      [points(-1), 'cap'],
      [points(0), 'cap'],
    ])
  })
})

describe('数量：按单位累计，不按条数', () => {
  const late = oneItem([rule('迟到', { grace: { count: 10, window: 'quarter' } })])

  it('季满10次后起扣：已有9次，再来3次，只扣2次', () => {
    const item = itemOf(sheetOfOne(late, [entry('迟到', 9, '2026-01-05'), entry('迟到', 3, '2026-03-31')]))
    expect(item.score).toBe(points(6))
    expect(item.lines.map((line) => line.chargedSteps)).toEqual([null, 0, 200])
  })

  it('下一季重新累计，没有计的也列出，并说明原因', () => {
    const item = itemOf(sheetOfOne(late, [entry('迟到', 10, '2026-03-31'), entry('迟到', 7, '2026-04-01')]))
    expect(item.score).toBe(points(10))
    const [, , line] = item.lines
    expect(line?.kind).toBe('uncounted')
    expect(line?.reason && lineReasonSentence(line.reason, '次')).toBe('累计7次，季满10次后起扣')
  })

  it('每1000字扣1分：满一步才扣，余数留给下一条', () => {
    const words = oneItem([rule('字', { points: 1, unit: '字', per: 1000 })])
    const item = itemOf(sheetOfOne(words, [entry('字', 999.5, '2026-02-01'), entry('字', 0.5, '2026-03-01')]))
    expect(item.lines.map(({ change }) => change)).toEqual([points(10), 0, points(-1)])
  })

  it('先后按发生日，同日按登记先后，与输入次序无关', () => {
    const first = entry('迟到', 8, '2026-01-05')
    const second = entry('迟到', 8, '2026-01-05')
    const item = itemOf(sheetOfOne(late, [second, first]))
    expect(item.lines.slice(1, 3).map(({ entryId, chargedSteps }) => [entryId, chargedSteps])).toEqual([
      [first.id, 0],
      [second.id, 600],
    ])
  })

  it('免扣次数跟着调动的人走', () => {
    const roster = [
      person('001', { to: localDate('2026-02-14') }),
      person('001', { office: '政府办', from: localDate('2026-02-15') }),
    ]
    const entries = [entry('迟到', 9, '2026-01-05'), entry('迟到', 3, '2026-03-05')]
    expect(itemOf(sheetOfOne(late, entries, { roster })).score).toBe(points(6))
  })
})

describe('就高：一个事项在各档之间只计一次', () => {
  const rungs = oneItem([
    rule('失误', { points: 1, condition: '失误' }),
    rule('重大', { points: 6, severity: '造成重大损失', condition: '失误' }),
    rule('酗酒', { points: 2, condition: '酗酒' }),
  ])

  it('同一事项只计最大的一档，其余就高未计', () => {
    const small = entry('失误', 1, '2026-05-01', { matter: '甲' })
    const large = entry('重大', 1, '2026-05-02', { matter: '甲' })
    const item = itemOf(sheetOfOne(rungs, [small, large]))
    expect(item.score).toBe(points(4))
    expect(item.lines[1]?.reason).toEqual({ code: 'lower-rung', countedEntryId: large.id })
  })

  it('事项不同、没有事项、条款不相干的，各计各的', () => {
    const score = (first: string | null, second: string | null, other = '重大') =>
      itemOf(
        sheetOfOne(rungs, [entry('失误', 1, day, { matter: first }), entry(other, 1, day, { matter: second })]),
      ).score
    expect([score('甲', '乙'), score(null, null), score('甲', '甲', '酗酒')]).toEqual([
      points(3),
      points(3),
      points(7),
    ])
  })

  it('排名的各档也是一样，扣工资的也是一样', () => {
    const ranks = oneItem([
      rule('区末', { points: 5, rank: '全区末位' }),
      rule('市末', { points: 10, rank: '全市后三位' }),
      rule('罚区', { effect: 'money', points: null, yuan: 1, level: '区' }),
      rule('罚市', { effect: 'money', points: null, yuan: 2, level: '市' }),
    ])
    const sheet = sheetOfOne(
      ranks,
      ['区末', '市末', '罚区', '罚市'].map((id) => entry(id, 1, day, { matter: '甲' })),
    )
    expect([itemOf(sheet).score, sheet.moneyFen]).toEqual([points(0), 200])
  })
})

describe('少完成的：有目标数的条款', () => {
  const study = oneItem([
    rule('笔记', { points: 1, unit: '字', per: 1000, shortfall: { target: 10_000, unit: '字', step: 1000 } }),
  ])
  const two = [person('001'), person('002')]
  const kept = (written: number, fields = {}) => [
    entry('笔记', written, day, fields),
    entry('笔记', 10_000, day, { staffNumber: '002' }),
  ]

  it.each([
    [9500, 10],
    [9000, 9],
    [8999.99, 9],
    [0.01, 1],
    [12_000, 10],
  ])('应写10000字，写了%s字，得%s分', (written, score) => {
    expect(itemOf(sheetOfOne(study, kept(written), { roster: two })).score).toBe(points(score))
  })

  it('别人有登记、自己没有的，按完成0计', () => {
    const entries = [entry('笔记', 10_000, day, { staffNumber: '002' })]
    const item = itemOf(sheetOfOne(study, entries, { roster: two }))
    expect(item.score).toBe(points(0))
    expect(item.lines.find(({ kind }) => kind === 'shortfall')).toMatchObject({
      change: points(-10),
      chargedSteps: 1000,
    })
  })

  it('没有一个人登记的，项目为空；考核办注明已核则人人按0计，不适用则不计', () => {
    const span = { first: localDate('2026-01-01'), last: localDate('2026-12-31') }
    const withDecision = (kind: 'checked' | 'waived') =>
      itemOf(sheetOfOne(study, [], { roster: two, registerDecisions: [{ ruleId: '笔记', span, kind }] })).score
    const unkept = sheetOfOne(study, [], { roster: two })
    expect([unkept.score, unkept.partial]).toEqual([null, true])
    expect(unkept.missing).toEqual([{ code: 'register-not-kept', item: '工作纪律', ruleId: '笔记' }])
    expect([withDecision('checked'), withDecision('waived')]).toEqual([points(0), points(10)])
  })

  it('期满之前不扣，只写明还差多少', () => {
    const sheet = sheetOfOne(study, kept(9000), { roster: two, asOf: localDate('2026-12-30') })
    expect(itemOf(sheet).score).toBe(points(10))
    expect(itemOf(sheet).lines.at(-1)?.reason).toEqual({
      code: 'window-open',
      missing: 100_000,
      endsOn: '2026-12-31',
    })
  })

  it('目标按在岗天数折算，舍到整步：184天折成5000字', () => {
    const roster = [person('001', { from: localDate('2026-07-01') }), person('002')]
    const late = (written: number) =>
      itemOf(sheetOfOne(study, kept(written, { occurredOn: localDate('2026-08-01') }), { roster })).score
    expect([late(5000), late(4000)]).toEqual([points(10), points(9)])
  })
})

describe('计分窗口', () => {
  it('按季给满分：取期满各季的平均，按在岗天数加权', () => {
    const scheme = schemeOf({ window: 'quarter', categories: oneItemFile() })
    const whole = sheetOfOne(scheme, [entry('扣', 2, '2026-01-05'), entry('扣', 5, '2026-02-05')])
    expect(itemOf(whole).score).toBe(points(7.53))
    expect(itemOf(whole).windows.map(({ days, score }) => [days, score])).toEqual([
      [90, 0],
      [91, 1000],
      [92, 1000],
      [92, 1000],
    ])
    const early = sheetOfOne(scheme, [entry('扣', 2, '2026-04-05')], { asOf: localDate('2026-06-29') })
    expect(itemOf(early).score).toBe(points(10))
    const joiner = sheetOfOne(scheme, [entry('扣', 1, '2026-06-05')], {
      roster: [person('001', { from: localDate('2026-06-01') })],
    })
    expect(itemOf(joiner).score).toBe(points(9.72))
  })

  it('一个季度也没有期满的，还没有成绩', () => {
    const scheme = schemeOf({ window: 'quarter', categories: oneItemFile() })
    const sheet = sheetOfOne(scheme, [], { asOf: localDate('2026-02-01') })
    expect([sheet.score, sheet.partial]).toEqual([null, true])
  })
})

function oneItemFile() {
  const scheme = oneItem([rule('扣')])
  return scheme.categories.map((category) => ({
    id: category.id,
    title: category.title,
    points: 10,
    sheets: [{ id: 's', title: '公共', items: [{ id: 'i', title: '工作纪律', points: 10, rules: [rule('扣')] }] }],
  }))
}

describe('个人成绩', () => {
  const rewards = [
    rule('表彰', { effect: 'add', points: null, condition: '区级以上表彰' }),
    rule('批评', { points: null, condition: '区级以上通报批评' }),
  ]
  const scheme = schemeOf({ categories: oneItemFile(), rewards })

  it.each([
    ['区', 1],
    ['县', 1],
    ['市级', 2],
    ['省', 3],
    ['国家级', 5],
  ])('奖励按等级：%s加%s分，通报批评同样多地减', (level, amount) => {
    const rewarded = sheetOfOne(scheme, [entry('表彰', 1, day, { level })])
    const criticised = sheetOfOne(scheme, [entry('批评', 1, day, { level })])
    expect([rewarded.reward, criticised.reward]).toEqual([points(amount), points(-amount)])
    expect([rewarded.score, criticised.score]).toEqual([points(10 + amount), points(10 - amount)])
  })

  it('同一事项、同一正负只计最大的一档；没有事项的各计各的', () => {
    const at = (ruleId: string, level: string, matter: string | null) => entry(ruleId, 1, day, { level, matter })
    const one = sheetOfOne(scheme, [
      at('表彰', '区', '甲'),
      at('表彰', '省', '甲'),
      at('批评', '市', '甲'),
      at('批评', '区', '甲'),
    ])
    expect(one.reward).toBe(points(1))
    expect(sheetOfOne(scheme, [at('表彰', '区', null), at('表彰', '省', null)]).reward).toBe(points(4))
  })

  it('成绩可以超过满分，但不低于0', () => {
    const many = Array.from({ length: 5 }, () => entry('批评', 1, day, { level: '国家' }))
    expect(sheetOfOne(scheme, many).score).toBe(points(0))
  })

  it('绩效考核以0分计算：在一切之后，缺什么都不再要紧', () => {
    const zero = oneItem([
      rule('撤职', { effect: 'zero', points: null }),
      rule('完成', { effect: 'award', points: 10 }),
    ])
    const sheet = sheetOfOne(zero, [entry('撤职', 1, day)])
    expect([sheet.score, sheet.soFar, sheet.partial, sheet.missing]).toEqual([0, 0, false, []])
    expect(sheet.zeroedBy?.ruleId).toBe('撤职')
  })

  it('一票否决和扣工资不动分；裁量扣分按领导小组定的分值，不乘数量', () => {
    const other = oneItem([
      rule('否决', { effect: 'veto', points: null }),
      rule('罚款', { effect: 'money', points: null, yuan: 20 }),
      rule('裁量', { effect: 'discretionary', points: null, min: 1, max: 5 }),
    ])
    const sheet = sheetOfOne(other, [
      entry('否决', 1, day),
      entry('罚款', 3, day),
      entry('裁量', 2, day, { discretion: points(3.5) }),
    ])
    expect([sheet.score, sheet.moneyFen]).toEqual([points(6.5), 6000])
    expect(sheet.otherLines.map(({ effect, reason }) => [effect, reason?.code])).toEqual([
      ['veto', 'not-points'],
      ['money', 'not-points'],
    ])
  })

  it('未确认、已冲销、截止日之后的记录都列出，都不计', () => {
    const sheet = sheetOfOne(
      scheme,
      [
        entry('扣', 1, '2026-03-01', { state: 'recorded' }),
        entry('扣', 1, '2026-03-02', { state: 'reversed' }),
        entry('扣', 1, '2026-07-01'),
      ],
      { asOf: localDate('2026-06-30') },
    )
    expect(sheet.score).toBe(points(10))
    expect(
      itemOf(sheet)
        .lines.slice(1)
        .map(({ kind, reason }) => [kind, reason?.code]),
    ).toEqual([
      ['uncounted', 'unconfirmed'],
      ['uncounted', 'reversed'],
      ['uncounted', 'after-as-of'],
    ])
  })

  it('不在岗的日子和别的办公室的条款不计，也不消失', () => {
    const sheet = sheetOfOne(scheme, [entry('扣', 1, '2026-01-01'), entry('没有的条款', 1, day)], {
      roster: [person('001', { from: localDate('2026-02-01') })],
    })
    expect(sheet.score).toBe(points(10))
    expect(sheet.otherLines.map(({ reason }) => reason?.code)).toEqual(['off-roster', 'not-on-sheet'])
  })

  it('同样的记录换个次序，结果一字不差', () => {
    const entries = [
      entry('扣', 1, '2026-03-01'),
      entry('表彰', 1, day, { level: '市', matter: '甲' }),
      entry('表彰', 1, day, { level: '省', matter: '甲' }),
    ]
    expect(assessTown(scheme, { entries: entries.toReversed() })).toEqual(assessTown(scheme, { entries }))
  })
})
