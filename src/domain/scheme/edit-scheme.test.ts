import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applySchemeEdit, applySchemeEdits, schemeEditSchema, type SchemeEdit } from './edit-scheme.ts'
import { takenIds } from './edits/place-in-scheme.ts'
import { lintScheme } from './lint-scheme.ts'
import { placedRules, schemeFormat, schemeSchema, schemeToFile, type Scheme, type SchemeFile } from './scheme.ts'

const empty: Scheme = schemeSchema.parse({ format: schemeFormat, categories: [] })

const compiled: Scheme = schemeSchema.parse({
  format: schemeFormat,
  total: 100,
  categories: [
    {
      id: 'c1',
      title: '公共项目',
      points: 20,
      origin: 'text',
      sheets: [
        {
          id: 'c1-s1',
          title: '公共项目',
          points: 20,
          items: [
            {
              id: 'c1-s1-i1',
              title: '工作纪律',
              points: 20,
              rules: [
                {
                  id: 'r1',
                  effect: 'deduct',
                  points: 2,
                  unit: '次',
                  condition: '早退',
                  source: { start: 3, end: 9, quote: '早退一次扣2分' },
                  sentence: '「早退」：每次扣2分。',
                  origin: 'text',
                },
                {
                  id: 'r2',
                  effect: 'deduct',
                  points: 1,
                  unit: '字',
                  per: 1000,
                  shortfall: { target: 10000, unit: '字', step: 1000 },
                },
              ],
            },
          ],
        },
      ],
    },
    { id: 'c2', title: '综合评议', points: 20, kind: 'rated', source: { start: 50, end: 54, quote: '综合评议' } },
  ],
  rewards: [
    { id: 'w1', effect: 'add', points: 1, level: '区', condition: '表彰', origin: 'default' },
    { id: 'w2', effect: 'add', points: 2, level: '市', condition: '表彰', origin: 'default' },
    { id: 'w3', effect: 'deduct', points: null, condition: '党纪政纪处分' },
  ],
  pay: { perPerson: 2022, formula: 'pool-by-score', source: { start: 60, end: 70, quote: '每人提出2022元' } },
})

function edited(scheme: Scheme, ...edits: readonly SchemeEdit[]): SchemeFile {
  const result = applySchemeEdits(scheme, edits)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return schemeToFile(result.value)
}

function refusalOf(edit: SchemeEdit): object {
  const result = applySchemeEdit(compiled, edit)
  return result.ok ? { code: 'accepted' } : result.refusal
}

function ruleOf(file: SchemeFile, id: string) {
  const found = [...placedRules(schemeSchema.parse(file))].find(({ rule }) => rule.id === id)
  return found === undefined ? null : schemeToFile({ ...empty, rewards: [found.rule] }).rewards?.[0]
}

describe('从空白起手工建方案', () => {
  const built = edited(
    empty,
    { act: 'set-title', title: '某镇考核办法' },
    { act: 'set-total', total: 100 },
    { act: 'add-category', title: '业务工作', points: 80, kind: 'deductive' },
    { act: 'add-sheet', category: 'hand-category-1', office: '农业办', points: 80 },
    { act: 'add-item', sheet: 'hand-sheet-1', title: '防汛', points: 80 },
    {
      act: 'add-rule',
      place: { item: 'hand-item-1' },
      rule: { effect: 'deduct', points: 0.5, unit: '次', condition: '未按要求完成,迟报;' },
    },
    { act: 'add-category', title: '综合评议', points: 20, kind: 'rated' },
    { act: 'set-roll-ups', rollUps: [{ post: '分管领导', of: '工作人员' }] },
    { act: 'set-pay', pay: { perPerson: 2000, formula: 'pool-by-score' } },
  )

  test('建好的方案没有自查问题，样样标明出自人手', () => {
    expect(lintScheme(schemeSchema.parse(built))).toEqual([])
    const [category] = built.categories
    expect([category?.origin, category?.sheets?.[0]?.origin, category?.sheets?.[0]?.items?.[0]?.origin]).toEqual([
      'person',
      'person',
      'person',
    ])
    expect(ruleOf(built, 'hand-rule-1')).toMatchObject({
      points: 0.5,
      condition: '未按要求完成，迟报',
      sentence: '「未按要求完成，迟报」：每次扣0.5分。',
      origin: 'person',
      source: null,
    })
  })

  test('没说由谁评议的，用建议的评议组并标为建议值', () => {
    expect(built.categories[1]).toMatchObject({
      origin: 'default',
      raterGroups: [
        { group: '主要领导', weight: 30 },
        { group: '分管领导', weight: 30 },
        { group: '同事', weight: 20 },
        { group: '村居与服务对象', weight: 20 },
      ],
    })
  })

  test('给全体人员的考核表以类别为名', () => {
    const file = edited(
      empty,
      { act: 'add-category', title: '公共项目', points: 20, kind: 'deductive' },
      { act: 'add-sheet', category: 'hand-category-1', office: null, points: 20 },
    )
    expect(file.categories[0]?.sheets?.[0]).toMatchObject({ title: '公共项目', office: null })
  })
})

describe('改条款', () => {
  test('改了分值，出处不变，句子重写', () => {
    const file = edited(compiled, { act: 'change-rule', rule: 'r1', fields: { points: 3 } })
    expect(ruleOf(file, 'r1')).toMatchObject({
      points: 3,
      unit: '次',
      sentence: '「早退」：每次扣3分。',
      source: { start: 3, end: 9, quote: '早退一次扣2分' },
      origin: 'person',
    })
  })

  test('换了效果，旧效果专用的字段去掉', () => {
    const file = edited(compiled, { act: 'change-rule', rule: 'r1', fields: { effect: 'zero' } })
    expect(ruleOf(file, 'r1')).toEqual({
      id: 'r1',
      effect: 'zero',
      points: null,
      condition: '早退',
      sentence: '「早退」：绩效考核以0分计算。',
      source: { start: 3, end: 9, quote: '早退一次扣2分' },
      origin: 'person',
    })
  })

  test('null 去掉一个字段', () => {
    const file = edited(compiled, { act: 'change-rule', rule: 'r1', fields: { unit: null } })
    expect(ruleOf(file, 'r1')).not.toHaveProperty('unit')
  })

  test('有目标的条款改单位和步长，目标跟着改', () => {
    const file = edited(compiled, { act: 'change-rule', rule: 'r2', fields: { per: 2000 } })
    expect(ruleOf(file, 'r2')).toMatchObject({ per: 2000, shortfall: { target: 10000, unit: '字', step: 2000 } })
  })

  test('单位统一写法', () => {
    const file = edited(compiled, { act: 'change-rule', rule: 'r1', fields: { unit: '日', per: 1 } })
    expect(ruleOf(file, 'r1')).toMatchObject({ unit: '天' })
    expect(ruleOf(file, 'r1')).not.toHaveProperty('per')
  })

  test('补上奖惩里缺失的分值', () => {
    const file = edited(compiled, { act: 'change-rule', rule: 'w3', fields: { points: 5 } })
    expect(file.rewards?.[2]).toMatchObject({ points: 5, origin: 'person' })
  })

  test('改奖励阶梯：留下的档次编号不变', () => {
    const file = edited(compiled, {
      act: 'set-reward-ladder',
      effect: 'add',
      condition: '获得表彰',
      rungs: [
        { level: '市', points: 3 },
        { level: '省', points: 4 },
      ],
    })
    expect(file.rewards?.map(({ id, level, points }) => [id, level, points])).toEqual([
      ['w2', '市', 3],
      ['hand-rule-1', '省', 4],
      ['w3', undefined, null],
    ])
  })
})

describe('改类别、考核表、项目和总体', () => {
  test('综合评议设定评议组和缺组时的做法', () => {
    const file = edited(compiled, {
      act: 'change-category',
      category: 'c2',
      fields: { raterGroups: [{ group: '同事', weight: 100 }], missingRaterGroup: 'spread' },
    })
    expect(file.categories[1]).toMatchObject({
      raterGroups: [{ group: '同事', weight: 100 }],
      missingRaterGroup: 'spread',
      origin: 'person',
      source: { start: 50 },
    })
  })

  test('改表、改项目、设考核期', () => {
    const file = edited(
      compiled,
      { act: 'change-sheet', sheet: 'c1-s1', fields: { office: '党办', title: '党办' } },
      { act: 'change-item', item: 'c1-s1-i1', fields: { points: 15, window: 'month' } },
      { act: 'set-window', window: 'quarter' },
    )
    expect(file.categories[0]?.sheets?.[0]).toMatchObject({ office: '党办', title: '党办', points: 20 })
    expect(file.categories[0]?.sheets?.[0]?.items?.[0]).toMatchObject({ points: 15, window: 'month' })
    expect(file.window).toBe('quarter')
  })

  test('取消考核期，回到一年一算', () => {
    const file = edited(compiled, { act: 'set-window', window: 'month' }, { act: 'set-window', window: null })
    expect(file).not.toHaveProperty('window')
  })

  test('更正每人提出额，出处仍在', () => {
    const file = edited(compiled, { act: 'set-pay', pay: { perPerson: 2000.5, formula: 'pool-by-score' } })
    expect(file.pay).toMatchObject({ perPerson: 2000.5, source: { quote: '每人提出2022元' } })
  })

  test.each([
    [{ act: 'remove-rule', rule: 'r1' }, 'r1'],
    [{ act: 'remove-rule', rule: 'w1' }, 'w1'],
    [{ act: 'remove-item', item: 'c1-s1-i1' }, 'c1-s1-i1'],
    [{ act: 'remove-sheet', sheet: 'c1-s1' }, 'c1-s1'],
    [{ act: 'remove-category', category: 'c1' }, 'c1'],
  ] as const)('删除 %o', (edit, id) => {
    expect(takenIds(schemeSchema.parse(edited(compiled, edit))).has(id)).toBe(false)
  })
})

describe('不合适的改动', () => {
  const refusals: readonly (readonly [SchemeEdit, object])[] = [
    [
      { act: 'add-sheet', category: 'c9', office: null, points: 1 },
      { code: 'unknown-id', part: 'category', id: 'c9' },
    ],
    [
      { act: 'add-item', sheet: 's9', title: '项目', points: 1 },
      { code: 'unknown-id', part: 'sheet', id: 's9' },
    ],
    [
      { act: 'change-item', item: 'i9', fields: {} },
      { code: 'unknown-id', part: 'item', id: 'i9' },
    ],
    [
      { act: 'change-rule', rule: 'r9', fields: {} },
      { code: 'unknown-id', part: 'rule', id: 'r9' },
    ],
    [
      { act: 'remove-sheet', sheet: 's9' },
      { code: 'unknown-id', part: 'sheet', id: 's9' },
    ],
    [
      { act: 'set-total', total: -1 },
      { code: 'negative-amount', field: 'total', amount: -1 },
    ],
    [
      { act: 'add-category', title: '公共', points: -0.5, kind: 'deductive' },
      { code: 'negative-amount', field: 'points', amount: -0.5 },
    ],
    [
      { act: 'add-sheet', category: 'c1', office: null, points: 20 },
      { code: 'duplicate-office', office: null, sheet: 'c1-s1' },
    ],
    [
      { act: 'add-sheet', category: 'c2', office: '党办', points: 20 },
      { code: 'rated-category', category: 'c2' },
    ],
    [
      { act: 'change-category', category: 'c1', fields: { kind: 'rated' } },
      { code: 'rated-category', category: 'c1' },
    ],
    [
      { act: 'change-category', category: 'c2', fields: { raterGroups: [{ group: '同事', weight: 0 }] } },
      { code: 'no-rater-weight' },
    ],
    [
      { act: 'add-rule', place: { item: 'c1-s1-i1' }, rule: { effect: 'deduct', unit: '次' } },
      { code: 'amount-missing', effect: 'deduct' },
    ],
    [
      { act: 'change-rule', rule: 'r1', fields: { points: null } },
      { code: 'amount-missing', effect: 'deduct' },
    ],
    [
      { act: 'change-rule', rule: 'r1', fields: { min: 1 } },
      { code: 'field-not-carried', effect: 'deduct', field: 'min' },
    ],
    [
      { act: 'change-rule', rule: 'r1', fields: { per: 0 } },
      { code: 'zero-step', field: 'per' },
    ],
    [
      { act: 'change-rule', rule: 'r1', fields: { effect: 'discretionary', min: 5, max: 2 } },
      { code: 'bounds-reversed', min: 5, max: 2 },
    ],
    [
      { act: 'add-rule', place: 'rewards', rule: { effect: 'forfeit' } },
      { code: 'effect-needs-item', effect: 'forfeit' },
    ],
    [
      { act: 'set-roll-ups', rollUps: [{ post: '分管领导', of: '分管领导' }] },
      { code: 'roll-up-of-itself', post: '分管领导' },
    ],
    [
      {
        act: 'set-reward-ladder',
        effect: 'add',
        condition: '表彰',
        rungs: [
          { level: '市', points: 1 },
          { level: '市', points: 2 },
        ],
      },
      { code: 'duplicate-level', level: '市' },
    ],
  ]

  test.each(refusals)('%o', (edit, refusal) => {
    expect(refusalOf(edit)).toEqual(refusal)
  })

  test('一串改动在第几处被拒', () => {
    const result = applySchemeEdits(compiled, [
      { act: 'set-total', total: 50 },
      { act: 'remove-rule', rule: 'r9' },
    ])
    expect(result).toMatchObject({ ok: false, refusal: { index: 1, refusal: { code: 'unknown-id' } } })
  })

  test.each([
    [{ act: 'set-total', total: 1.005 }, '分值最多两位小数'],
    [{ act: 'set-pay', pay: { perPerson: 0.001, formula: 'other' } }, '金额最多两位小数'],
  ])('数字位数不对，在门口就拦下：%o', (body, message) => {
    expect(schemeEditSchema.safeParse(body).error?.issues[0]?.message).toBe(message)
  })
})

describe('编号与回放', () => {
  const someEdit: fc.Arbitrary<SchemeEdit> = fc.oneof(
    fc.constant<SchemeEdit>({ act: 'add-category', title: '新类别', points: 10, kind: 'deductive' }),
    fc.integer({ min: 1, max: 3 }).map<SchemeEdit>((n) => ({
      act: 'add-sheet',
      category: `hand-category-${n}`,
      office: `办公室${n}`,
      points: 10,
    })),
    fc
      .integer({ min: 1, max: 3 })
      .map<SchemeEdit>((n) => ({ act: 'add-item', sheet: `hand-sheet-${n}`, title: '项目', points: 5 })),
    fc.constantFrom('c1-s1-i1', 'hand-item-1', 'hand-item-2').map<SchemeEdit>((item) => ({
      act: 'add-rule',
      place: { item },
      rule: { effect: 'deduct', points: 1 },
    })),
    fc.constantFrom('r1', 'r2', 'hand-rule-1').map<SchemeEdit>((rule) => ({ act: 'remove-rule', rule })),
    fc.constantFrom('c1', 'hand-category-1').map<SchemeEdit>((category) => ({ act: 'remove-category', category })),
  )

  test('编号不重复，原方案不变，同样的改动得同样的方案', () => {
    const before = JSON.stringify(schemeToFile(compiled))
    fc.assert(
      fc.property(fc.array(someEdit, { maxLength: 15 }), (edits) => {
        const replay = (): Scheme =>
          edits.reduce((scheme, edit) => {
            const result = applySchemeEdit(scheme, edit)
            return result.ok ? result.value : scheme
          }, compiled)
        const scheme = replay()
        let parts = 0
        for (const category of scheme.categories) {
          parts += 1 + category.sheets.length
          for (const sheet of category.sheets) for (const item of sheet.items) parts += 1 + item.rules.length
        }
        expect(takenIds(scheme).size).toBe(parts + scheme.rewards.length + scheme.vetoes.length)
        expect(replay()).toEqual(scheme)
        expect(JSON.stringify(schemeToFile(compiled))).toBe(before)
      }),
    )
  })

  test('存下来再读，一字不变', () => {
    const edit = schemeEditSchema.parse({ act: 'change-rule', rule: 'r1', fields: { points: 2.5, grace: null } })
    expect(schemeEditSchema.parse(JSON.parse(JSON.stringify(edit)))).toEqual(edit)
  })
})
