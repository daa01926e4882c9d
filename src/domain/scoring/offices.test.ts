import { describe, expect, it } from 'vitest'
import {
  assessTown,
  entry,
  mark,
  person,
  points,
  rule,
  schemeOf,
  sheetOfOne,
} from '../../../test/builders/town.ts'
import { localDate } from '../primitives/local-date.ts'
import type { Assignment } from '../roster/assignment.ts'

const offices = [
  {
    id: 'a',
    title: '党办',
    office: '党办',
    items: [{ id: 'ai', title: '党务', points: 60, rules: [rule('甲', { points: 10 })] }],
  },
  {
    id: 'b',
    title: '国土所(规划办)',
    office: '国土所(规划办)',
    items: [{ id: 'bi', title: '国土', points: 60, rules: [rule('乙', { points: 10 })] }],
  },
]
const business = schemeOf({ categories: [{ id: 'c', title: '业务工作', points: 60, sheets: offices }] })
const rollUps = [
  { post: '主要领导', of: '分管领导', method: 'mean' },
  { post: '分管领导', of: '工作人员', method: 'mean' },
] as const
const town = schemeOf({
  categories: [{ id: 'c', title: '业务工作', points: 60, sheets: offices }],
  rewards: [rule('奖', { effect: 'add', points: 3 })],
  rollUps: [...rollUps],
})

const deputy = (staffNumber: string, inChargeOf: readonly string[], fields: Partial<Assignment> = {}) =>
  person(staffNumber, { post: '分管领导', office: '镇领导', inChargeOf, ...fields })
const principal = person('900', { post: '主要领导', office: '镇领导' })

describe('调动：业务工作按天数加权', () => {
  const mover = [
    person('001', { office: '党办', to: localDate('2026-06-30') }),
    person('001', { office: '规划办', from: localDate('2026-07-01') }),
  ]

  it('181天得50分、184天得60分，共55.04分', () => {
    const sheet = sheetOfOne(business, [entry('甲', 1, '2026-03-01')], { roster: mover })
    expect(sheet.categories[0]?.sheets.map(({ days, score }) => [days, score])).toEqual([
      [181, points(50)],
      [184, points(60)],
    ])
    expect([sheet.score, sheet.office]).toEqual([points(55.04), '规划办'])
  })

  it('记录归当日所在办公室的考核表', () => {
    const sheet = sheetOfOne(business, [entry('乙', 1, '2026-06-30'), entry('乙', 1, '2026-07-01')], {
      roster: mover,
    })
    expect(sheet.categories[0]?.sheets[1]?.score).toBe(points(50))
    expect(sheet.otherLines.map(({ reason }) => reason?.code)).toEqual(['not-on-sheet'])
  })

  it('括号里外的名称都认得；没有考核表的办公室，业务部分为空', () => {
    const score = (office: string) => sheetOfOne(business, [], { roster: [person('001', { office })] }).score
    expect([score('国土所'), score('规划办'), score('国土所（规划办）'), score('财政所')]).toEqual([
      6000,
      6000,
      6000,
      null,
    ])
    expect(sheetOfOne(business, [], { roster: [person('001', { office: '财政所' })] }).missing).toEqual([
      { code: 'no-sheet', category: '业务工作', office: '财政所' },
    ])
  })

  it('当年没有一天在岗的人不在成绩单之列', () => {
    expect(assessTown(business, { roster: [person('001', { to: localDate('2025-12-31') })] })).toEqual([])
  })
})

describe('领导取平均分', () => {
  const scored = (roster: readonly Assignment[], entries: Parameters<typeof sheetOfOne>[1] = []) =>
    new Map(assessTown(town, { roster, entries }).map((sheet) => [sheet.staffNumber, sheet]))

  it('分管领导取所分管办公室工作人员的平均分，自己的奖励加在平均分之后', () => {
    const sheets = scored(
      [person('001'), person('002', { office: '规划办' }), deputy('800', ['党办', '国土所'])],
      [
        entry('甲', 1, '2026-03-01'),
        entry('奖', 1, '2026-03-01', { staffNumber: '800' }),
        entry('甲', 1, '2026-03-01', { staffNumber: '800' }),
      ],
    )
    const leader = sheets.get('800')
    expect([leader?.work, leader?.reward, leader?.score]).toEqual([points(55), points(3), points(58)])
    expect(leader?.otherLines.map(({ reason }) => reason?.code)).toEqual(['leader-mean'])
  })

  it('两个分管领导共同分管的办公室，两边都算；主要领导取分管领导成绩（含奖励）的平均', () => {
    const sheets = scored(
      [person('001'), deputy('800', ['党办']), deputy('801', ['党办']), principal],
      [entry('奖', 1, '2026-03-01', { staffNumber: '800' })],
    )
    expect([sheets.get('800')?.score, sheets.get('801')?.score, sheets.get('900')?.score]).toEqual([
      points(63),
      points(60),
      points(61.5),
    ])
  })

  it('90＋3与80，主要领导86.50', () => {
    const hundred = schemeOf({
      categories: [
        {
          id: 'c',
          title: '业务工作',
          points: 100,
          sheets: offices.map((sheet) => ({
            ...sheet,
            items: sheet.items.map((item) => ({ ...item, points: 100 })),
          })),
        },
      ],
      rewards: [rule('奖', { effect: 'add', points: 3 })],
      rollUps: [...rollUps],
    })
    const roster = [
      person('001'),
      person('002', { office: '国土所' }),
      deputy('800', ['党办']),
      deputy('801', ['国土所']),
      principal,
    ]
    const entries = [
      entry('甲', 1, '2026-03-01'),
      entry('乙', 2, '2026-03-01', { staffNumber: '002' }),
      entry('奖', 1, '2026-03-01', { staffNumber: '800' }),
    ]
    expect(assessTown(hundred, { roster, entries }).map(({ score }) => score)).toEqual([
      9000, 8000, 9300, 8000, 8650,
    ])
  })

  it('按在该领导所管办公室的天数加权', () => {
    const roster = [person('001', { to: localDate('2026-06-30') }), person('002'), deputy('800', ['党办'])]
    const leader = scored(roster, [entry('甲', 1, '2026-03-01')]).get('800')
    expect(leader?.score).toBe(points(56.68))
    expect(leader?.rollUp?.members.map(({ days }) => days)).toEqual([181, 365])
  })

  it('没有工作人员的分管领导、没有分管领导的主要领导点名拒绝，其他人照算', () => {
    const sheets = scored([person('001'), deputy('800', ['国土所'])])
    expect([sheets.get('001')?.score, sheets.get('800')?.score, sheets.get('800')?.partial]).toEqual([
      points(60),
      null,
      true,
    ])
    expect(sheets.get('800')?.missing).toEqual([{ code: 'no-staff', offices: ['国土所'] }])
    expect(scored([person('001'), principal]).get('900')?.missing).toEqual([{ code: 'no-deputy' }])
  })

  it('下面有人成绩未齐，领导的成绩也未齐', () => {
    const sheets = scored([
      person('001'),
      person('002', { office: '财政所' }),
      deputy('800', ['党办', '财政所']),
      principal,
    ])
    expect([sheets.get('800')?.score, sheets.get('900')?.score]).toEqual([null, null])
    expect(sheets.get('800')?.missing).toEqual([{ code: 'member-partial', staffNumber: '002', name: '职员002' }])
    expect(sheets.get('800')?.soFar).toBe(points(30))
  })

  it('自己的0分在平均之后生效，主要领导把它平均进去', () => {
    const zeroTown = schemeOf({
      categories: [
        { id: 'c', title: '业务工作', points: 60, sheets: offices },
        {
          id: 'p',
          title: '公共',
          points: 0,
          sheets: [
            {
              id: 's',
              title: '公共',
              items: [
                { id: 'i', title: '廉洁', points: 0, rules: [rule('零', { effect: 'zero', points: null })] },
              ],
            },
          ],
        },
      ],
      rollUps: [...rollUps],
    })
    const roster = [person('001'), deputy('800', ['党办']), deputy('801', ['党办']), principal]
    const scores = assessTown(zeroTown, {
      roster,
      entries: [entry('零', 1, '2026-03-01', { staffNumber: '800' })],
    })
    expect(scores.map(({ score }) => score)).toEqual([6000, 0, 6000, 3000])
  })

  it('办法没有取平均分的条款时，领导与工作人员一样计分', () => {
    const roster = [person('001', { post: '分管领导', inChargeOf: ['党办'] })]
    expect(sheetOfOne(business, [entry('甲', 1, '2026-03-01')], { roster }).score).toBe(points(50))
  })
})

describe('综合评议', () => {
  const rated = schemeOf({ categories: [{ id: 'r', title: '综合评议', points: 20, kind: 'rated' }] })
  const full = [
    mark(95, { raterGroup: '主要领导' }),
    mark(90, { raterGroup: '分管领导' }),
    mark(88, { raterGroup: '同事' }),
    mark(89, { raterGroup: '同事' }),
    mark(90, { raterGroup: '同事' }),
    mark(80, { raterGroup: '村居与服务对象' }),
  ]

  it('各组平均分按30、30、20、20加权，乘20%', () => {
    expect(sheetOfOne(rated, [], { marks: full }).score).toBe(points(17.86))
  })

  it('各组的平均分不先舍入：三分之一留到最后只舍一次', () => {
    const thirds = [
      ...full.filter(({ raterGroup }) => raterGroup !== '同事'),
      ...[88, 89, 89].map((one) => mark(one, { raterGroup: '同事' })),
    ]
    expect(sheetOfOne(rated, [], { marks: thirds }).score).toBe(points(17.85))
  })

  it('没有评议组的一行就是此人的总评分', () => {
    expect(sheetOfOne(rated, [], { marks: [mark(87.5)] }).score).toBe(points(17.5))
  })

  it('缺一组则为空，方案写明分摊的才分摊', () => {
    const marks = full.filter(({ raterGroup }) => raterGroup !== '主要领导')
    const sheet = sheetOfOne(rated, [], { marks })
    expect([sheet.score, sheet.missing]).toEqual([
      null,
      [{ code: 'no-rating', category: '综合评议', group: '主要领导' }],
    ])
    const spread = schemeOf({
      categories: [{ id: 'r', title: '综合评议', points: 20, kind: 'rated', missingRaterGroup: 'spread' }],
    })
    expect(sheetOfOne(spread, [], { marks }).score).toBe(points(17.37))
    expect(sheetOfOne(rated, []).missing).toEqual([{ code: 'no-rating', category: '综合评议', group: null }])
  })
})
