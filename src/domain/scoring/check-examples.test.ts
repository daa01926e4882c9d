import { describe, expect, it } from 'vitest'
import { oneItem, rule, schemeOf } from '../../../test/builders/town.ts'
import { schemeSchema, schemeToFile, type Scheme, type SchemeFile } from '../scheme/scheme.ts'
import { checkExamples } from './check-examples.ts'
import { reckonExample } from './reckon-example.ts'

type ExampleFile = NonNullable<SchemeFile['examples']>[number]
type GivenFile = ExampleFile['given'][number]

/** The scheme with one worked example. */
function withExample(
  scheme: Scheme,
  given: readonly GivenFile[],
  points: number,
  fields: Partial<ExampleFile> = {},
): Scheme {
  const example = { id: 'e', title: '一例', given: [...given], expected: { points }, ...fields }
  return schemeSchema.parse({ ...schemeToFile(scheme), examples: [example] })
}

function said(scheme: Scheme): string[] {
  return checkExamples(scheme).map(({ message }) => message)
}

const late = rule('迟到', {
  condition: '迟到',
  points: 1,
  grace: { count: 10, window: 'quarter' },
  sentence: '迟到，季满10次后每次扣1分',
})

describe('算例：逐种效果', () => {
  it.each<[string, Scheme, readonly GivenFile[], number]>([
    ['扣分，宽限以内不扣', oneItem([late]), [{ rule: '工作纪律：迟到', quantity: 12, on: '03-15' }], -2],
    [
      '两个季度各算各的宽限',
      oneItem([late]),
      [
        { rule: '迟到', quantity: 10, on: '03-31' },
        { rule: '迟到', quantity: 11, on: '04-01' },
      ],
      -1,
    ],
    [
      '加分以满分为限',
      oneItem([rule('扣', { points: 3 }), rule('加', { effect: 'add', points: 5 })]),
      [
        { rule: '扣', on: '01-05' },
        { rule: '加', on: '01-06' },
      ],
      0,
    ],
    [
      '计分档从无到有',
      oneItem([rule('达标', { effect: 'award', points: 8 })]),
      [{ rule: '达标', on: '06-30' }],
      8,
    ],
    [
      '按比例得分',
      oneItem([rule('比例', { effect: 'proportional', points: null })]),
      [{ rule: '比例', quantity: 87.5, on: '12-01' }],
      8.75,
    ],
    ['此项不得分', oneItem([rule('失', { effect: 'forfeit', points: null })]), [{ rule: '失', on: '02-28' }], -10],
    ['总分记零', oneItem([rule('零', { effect: 'zero', points: null })]), [{ rule: '零', on: '02-28' }], -10],
    ['一票否决不动分', oneItem([rule('否', { effect: 'veto', points: null })]), [{ rule: '否', on: '02-28' }], 0],
    [
      '裁量扣分',
      oneItem([rule('裁', { effect: 'discretionary', points: null, min: 1, max: 5 })]),
      [{ rule: '裁', on: '02-28', discretion: 4 }],
      -4,
    ],
    [
      '同一事项就高',
      oneItem([
        rule('失误', { points: 1, condition: '失误' }),
        rule('重大', { points: 6, condition: '失误', severity: '造成重大损失' }),
      ]),
      [
        { rule: '失误', on: '02-27', matter: '甲事' },
        { rule: '重大', on: '02-28', matter: '甲事' },
      ],
      -6,
    ],
    [
      '差额按足一步计，没说到的目标视为完成',
      oneItem([
        rule('笔记', { points: 1, shortfall: { target: 10_000, unit: '字', step: 1000 } }),
        rule('心得', { points: 3, shortfall: { target: 4, unit: '篇', step: 1 } }),
      ]),
      [{ rule: '笔记', quantity: 7500, on: '11-30' }],
      -2,
    ],
  ])('%s', (_, scheme, given, points) => {
    expect(said(withExample(scheme, given, points))).toEqual([])
    expect(said(withExample(scheme, given, points - 1))).toHaveLength(1)
  })
})

describe('算例：话要说清楚', () => {
  const scheme = oneItem([late])

  it('与预期不符时，说出应扣、实扣和依据的条款', () => {
    const changed = oneItem([
      { ...late, grace: { count: 9, window: 'quarter' }, sentence: '迟到，季满9次后每次扣1分' },
    ])
    const [finding] = checkExamples(
      withExample(changed, [{ rule: '工作纪律：迟到', quantity: 12, on: '03-15' }], -2, { title: '迟到十二次' }),
    )
    expect(finding).toMatchObject({
      code: 'example-failed',
      severity: 'error',
      about: { kind: 'example', id: 'e' },
      message:
        '算例“迟到十二次”：应扣2分，按现方案扣3分（工作纪律：迟到，季满9次后每次扣1分），请改正条款或算例。',
    })
  })

  it('预期不扣而扣了，预期加而没加，都说得通', () => {
    expect(said(withExample(scheme, [{ rule: '迟到', quantity: 11, on: '03-15' }], 0))[0]).toContain(
      '应不扣分也不加分，按现方案扣1分',
    )
  })

  it.each<[string, GivenFile, string]>([
    ['条款没有了', { rule: '工作纪律：旷工', on: '03-15' }, '“工作纪律：旷工”找不到对应的计分条款'],
    ['没有这一天', { rule: '迟到', on: '02-30' }, '没有02月30日这一天'],
    ['数量不对', { rule: '迟到', quantity: 1.5, on: '03-15' }, '须为不小于1的整数'],
    ['不该填裁量分', { rule: '迟到', on: '03-15', discretion: 2 }, '不能另填裁量分'],
  ])('%s：说明原因，不猜', (_, given, words) => {
    const [sentence] = said(withExample(scheme, [given], -1))
    expect(sentence).toContain('算例“一例”：')
    expect(sentence).toContain(words)
  })

  it('词语对应两条时请人写细', () => {
    const two = oneItem([rule('甲', { condition: '上班迟到' }), rule('乙', { condition: '开会迟到' })])
    expect(said(withExample(two, [{ rule: '工作纪律：迟到', on: '03-15' }], -2))[0]).toContain('对应多条计分条款')
  })

  it('办公室写错时指出来；填对了在该办公室的考核表上找条款', () => {
    const offices = schemeOf({
      categories: [
        {
          id: 'c',
          title: '业务工作',
          points: 60,
          sheets: [
            {
              id: 's',
              title: '党办',
              office: '党办',
              points: 60,
              items: [{ id: 'i', title: '会务', points: 60, rules: [rule('误', { condition: '耽误会议' })] }],
            },
            {
              id: 't',
              title: '政府办',
              office: '政府办',
              points: 60,
              items: [
                { id: 'j', title: '会务', points: 60, rules: [rule('漏', { condition: '漏发通知', points: 3 })] },
              ],
            },
          ],
        },
      ],
    })
    const given = [{ rule: '会务：漏发', on: '05-06' }]
    expect(said(withExample(offices, given, -3, { office: '政府办' }))).toEqual([])
    expect(said(withExample(offices, given, -3, { office: '党办' }))[0]).toContain('找不到对应的计分条款')
    expect(said(withExample(offices, given, -3, { office: '财政所' }))[0]).toContain('方案里没有“财政所”的考核表')
  })
})

describe('算例：扣款、奖励和领导', () => {
  const scheme = schemeOf({
    ...schemeToFile(oneItem([rule('牌', { effect: 'money', points: null, yuan: 20, condition: '不佩戴工作牌' })])),
    rewards: [
      rule('表彰', { effect: 'add', points: null, condition: '受到表彰' }),
      rule('批评', { effect: 'deduct', points: null, condition: '受到通报批评' }),
    ],
    rollUps: [
      { post: '分管领导', of: '工作人员', method: 'mean' },
      { post: '主要领导', of: '分管领导', method: 'mean' },
    ],
  })

  it('扣款不动分，金额写了才核对', () => {
    const given = [{ rule: '工作纪律：工作牌', quantity: 2, on: '07-01' }]
    expect(said(withExample(scheme, given, 0))).toEqual([])
    expect(said(withExample(scheme, given, 0, { expected: { points: 0, yuan: 40 } }))).toEqual([])
    expect(said(withExample(scheme, given, 0, { expected: { points: 0, yuan: 20 } }))[0]).toContain(
      '应扣发20.00元，按现方案扣发40.00元',
    )
  })

  it('奖励按等级，同一事项只计最高一级', () => {
    const given = [
      { rule: '奖励：表彰', level: '市', on: '07-01', matter: '创卫' },
      { rule: '奖励：表彰', level: '省', on: '09-01', matter: '创卫' },
    ]
    expect(said(withExample(scheme, given, 3))).toEqual([])
  })

  it.each(['分管领导', '主要领导'] as const)('%s取平均分，自己受的批评照扣', (post) => {
    expect(said(withExample(scheme, [{ rule: '奖励：批评', level: '市', on: '07-01' }], -2, { post }))).toEqual([])
    expect(said(withExample(scheme, [{ rule: '工作纪律：工作牌', on: '07-01' }], 0, { post }))).toEqual([])
  })

  it('给页面看的逐行解释，从满分走到结果', () => {
    const floored = withExample(oneItem([late]), [{ rule: '迟到', quantity: 25, on: '03-15' }], -10)
    const [example] = floored.examples ?? []
    if (example === undefined) throw new Error('the scheme has its example')
    const { lines, movedCentipoints } = reckonExample(floored, example)
    expect(movedCentipoints).toBe(-1000)
    expect(lines.map(({ kind, change }) => [kind, change])).toEqual([
      ['base', 1000],
      ['entry', -1500],
      ['limit', 500],
    ])
  })
})
