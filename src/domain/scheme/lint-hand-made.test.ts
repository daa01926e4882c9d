import { describe, expect, test } from 'vitest'
import { assert } from '../primitives/result.ts'
import type { RuleInput } from './edits/edit-schema.ts'
import { applySchemeEdits, type SchemeEdit } from './edit-scheme.ts'
import { lintScheme } from './lint-scheme.ts'
import { schemeFormat, schemeSchema, type Scheme } from './scheme.ts'

const blank: Scheme = schemeSchema.parse({ format: schemeFormat, title: '试行方案', categories: [] })

function made(...edits: readonly SchemeEdit[]): Scheme {
  const result = applySchemeEdits(blank, edits)
  assert(result.ok, `the edits fit: ${JSON.stringify(result)}`)
  return result.value
}

const found = (scheme: Scheme) =>
  lintScheme(scheme).map(({ severity, code, about }) => [severity, code, about?.kind, about?.id])

const addRule = (rule: RuleInput): SchemeEdit => ({ act: 'add-rule', place: { item: 'hand-item-1' }, rule })

/** 总分20 = 公共项目20 = 一张全员表20 = 一个项目20, with one rule unless others are given. */
const sound: readonly SchemeEdit[] = [
  { act: 'set-total', total: 20 },
  { act: 'add-category', title: '公共项目', points: 20, kind: 'deductive' },
  { act: 'add-sheet', category: 'hand-category-1', office: null, points: 20 },
  { act: 'add-item', sheet: 'hand-sheet-1', title: '工作纪律', points: 20 },
]
const late = addRule({ effect: 'deduct', points: 1, unit: '次', condition: '迟到' })

describe('空白起步、全手工搭的方案，一样自查', () => {
  test('搭好了没有话说', () => {
    expect(found(made(...sound, late))).toEqual([])
  })

  const faults: readonly (readonly [string, Scheme, readonly unknown[]])[] = [
    ['什么都没有', blank, ['error', 'no-scoring-clause', 'scheme', null]],
    ['没有总分', made(...sound.slice(1), late), ['warning', 'number-lost', 'scheme', null]],
    [
      '各类别合计不是总分',
      made(...sound, late, { act: 'set-total', total: 100 }),
      ['error', 'sum-mismatch', 'scheme', null],
    ],
    [
      '各项合计不是考核表的分值',
      made(...sound, late, { act: 'change-item', item: 'hand-item-1', fields: { points: 15 } }),
      ['error', 'sum-mismatch', 'sheet', 'hand-sheet-1'],
    ],
    [
      '类别里没有考核表',
      made(
        ...sound,
        late,
        { act: 'add-category', title: '业务', points: 0, kind: 'deductive' },
        {
          act: 'change-category',
          category: 'hand-category-2',
          fields: { points: 30 },
        },
        { act: 'set-total', total: 50 },
      ),
      ['error', 'unused-points', 'category', 'hand-category-2'],
    ],
    [
      '项目里没有条款',
      made(...sound, { act: 'add-rule', place: 'vetoes', rule: { effect: 'veto' } }),
      ['warning', 'unused-points', 'item', 'hand-item-1'],
    ],
    [
      '一次扣得比项目的分还多',
      made(...sound, addRule({ effect: 'deduct', points: 25, condition: '失职' })),
      ['warning', 'deduction-exceeds-item', 'rule', 'hand-rule-1'],
    ],
    [
      '按数量扣却没有单位',
      made(...sound, addRule({ effect: 'deduct', points: 1, per: 3, condition: '缺报' })),
      ['warning', 'no-unit', 'rule', 'hand-rule-1'],
    ],
    [
      '轻的后果扣得比重的多',
      made(
        ...sound,
        addRule({ effect: 'deduct', points: 10, condition: '失职', severity: '造成不良影响' }),
        addRule({ effect: 'deduct', points: 5, condition: '失职', severity: '造成重大损失' }),
      ),
      ['warning', 'severity-not-monotone', 'rule', 'hand-rule-1'],
    ],
    [
      '两档得分重叠',
      made(
        ...sound,
        addRule({ effect: 'award', points: 15, condition: '完成80%-90%' }),
        addRule({ effect: 'award', points: 20, condition: '完成90%-100%' }),
      ),
      ['warning', 'overlapping-bands', 'rule', 'hand-rule-2'],
    ],
    [
      '几条得分像是要相加',
      made(
        ...sound,
        addRule({ effect: 'award', points: 8, condition: '有制度' }),
        addRule({ effect: 'award', points: 12, condition: '有台账' }),
      ),
      ['warning', 'ambiguous-reading', 'rule', 'hand-rule-1'],
    ],
    [
      '只有加分的项目从满分起，加不上去',
      made(...sound, addRule({ effect: 'add', points: 2, unit: '篇', condition: '信息被采用' })),
      ['warning', 'ambiguous-reading', 'rule', 'hand-rule-1'],
    ],
    [
      '两个等次的分数段重叠',
      made(...sound, late, {
        act: 'set-grades',
        grades: [
          { grade: '优秀', from: 90 },
          { grade: '良好', from: 80, below: 95 },
        ],
      }),
      ['warning', 'overlapping-bands', 'scheme', null],
    ],
  ]

  test.each(faults)('%s', (_what, scheme, finding) => {
    expect(found(scheme)).toEqual([finding])
  })

  test.each([
    [
      '首尾相接的等次不算重叠',
      [
        { grade: '优秀', from: 90 },
        { grade: '良好', from: 80, below: 90 },
      ],
    ],
    [
      '不同编制各有各的等次',
      [
        { grade: '优秀', from: 90 },
        { grade: '优秀', from: 85, employment: '事业' },
      ],
    ],
    [
      '只有比例没有分数段',
      [
        { grade: '优秀', quotaPercent: 20 },
        { grade: '良好', quotaPercent: 30 },
      ],
    ],
  ])('%s', (_what, grades) => {
    expect(found(made(...sound, late, { act: 'set-grades', grades }))).toEqual([])
  })

  test('加分有扣分作底、或不封顶，就加得上去', () => {
    const add = addRule({ effect: 'add', points: 2, condition: '信息被采用' })
    expect(found(made(...sound, late, add))).toEqual([])
    const lifting = addRule({ effect: 'add', points: 2, uncapped: true, condition: '信息被采用' })
    expect(found(made(...sound, lifting))).toEqual([])
  })

  test('互取平均分的领导，当场不收', () => {
    const result = applySchemeEdits(blank, [
      {
        act: 'set-roll-ups',
        rollUps: [
          { post: '分管领导', of: '主要领导' },
          { post: '主要领导', of: '分管领导' },
        ],
      },
    ])
    expect(result).toMatchObject({
      ok: false,
      refusal: { refusal: { code: 'roll-up-in-circle', post: '分管领导', of: '主要领导' } },
    })
  })

  test('三种职务转着圈取平均分：当场不收，文件里带来的也不能通过', () => {
    const circle = [
      { post: '工作人员', of: '主要领导' },
      { post: '主要领导', of: '分管领导' },
      { post: '分管领导', of: '工作人员' },
    ] as const
    expect(applySchemeEdits(blank, [{ act: 'set-roll-ups', rollUps: [...circle] }])).toMatchObject({
      ok: false,
      refusal: { refusal: { code: 'roll-up-in-circle', post: '工作人员', of: '主要领导' } },
    })
    const carried = {
      ...made(...sound, late),
      rollUps: circle.map((one) => ({ ...one, method: 'mean' as const, source: null })),
    }
    const [finding] = lintScheme(carried)
    expect(finding).toMatchObject({ severity: 'error', code: 'roll-up-circle' })
    expect(finding?.message).toBe(
      '取分关系绕成了一圈：工作人员取主要领导的平均分，主要领导取分管领导的平均分，分管领导取工作人员的平均分；谁的成绩都算不出来，请改正。',
    )
  })
})
