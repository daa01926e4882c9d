import { describe, expect, test } from 'vitest'
import { assert } from '../../primitives/result.ts'
import { applySchemeEdit, type SchemeEdit } from '../edit-scheme.ts'
import { schemeFormat, schemeSchema, type Scheme } from '../scheme.ts'

const rule = (id: string, fields: object = {}) => ({
  id,
  effect: 'deduct' as const,
  points: 1,
  source: { start: 3, end: 9, quote: '扣1分' },
  origin: 'text' as const,
  ...fields,
})

/** 公共项目 with two items, 业务工作 with one, and two clauses that the text left without an item. */
const compiled: Scheme = schemeSchema.parse({
  format: schemeFormat,
  categories: [
    {
      id: 'c1',
      title: '公共项目',
      points: 20,
      sheets: [
        {
          id: 's1',
          title: '公共项目',
          points: 20,
          items: [
            { id: 'i1', title: '工作纪律', points: 10, rules: [rule('r1'), rule('r2')] },
            { id: 'i2', title: '廉洁自律', points: 10, rules: [rule('r3')] },
          ],
        },
      ],
    },
    {
      id: 'c2',
      title: '业务工作',
      points: 60,
      sheets: [{ id: 's2', title: '党政办', office: '党政办', points: 60, items: [] }],
    },
    {
      id: 'c3',
      title: '未归类',
      points: null,
      sheets: [
        {
          id: 's3',
          title: '未归类',
          points: null,
          items: [
            { id: 'i3', title: '信息报送', points: null, rules: [rule('r4'), rule('r5')] },
            {
              id: 'i4',
              title: '其他',
              points: null,
              rules: [rule('r6', { effect: 'proportional', points: null })],
            },
          ],
        },
      ],
    },
  ],
  rewards: [rule('w1', { effect: 'add' })],
})

function moved(...edits: readonly SchemeEdit[]): Scheme {
  return edits.reduce((scheme, edit) => {
    const result = applySchemeEdit(scheme, edit)
    assert(result.ok, `it fits: ${JSON.stringify(result)}`)
    return result.value
  }, compiled)
}

function refusalOf(edit: SchemeEdit): object {
  const result = applySchemeEdit(compiled, edit)
  return result.ok ? { code: 'accepted' } : result.refusal
}

/** 项目:条款 of each sheet. */
const outline = (scheme: Scheme) =>
  scheme.categories.flatMap(({ sheets }) =>
    sheets.map(({ id, items }) => [
      id,
      ...items.map((item) => `${item.id}:${item.rules.map((one) => one.id).join(',')}`),
    ]),
  )

describe('移动条款', () => {
  test('未归类的条款移进项目：排在指定的一条之前，记为手工，原文依据还在', () => {
    const scheme = moved({ act: 'move-rule', rule: 'r4', place: { item: 'i1' }, before: 'r2' })
    expect(outline(scheme)).toEqual([['s1', 'i1:r1,r4,r2', 'i2:r3'], ['s2'], ['s3', 'i3:r5', 'i4:r6']])
    const found = scheme.categories[0]?.sheets[0]?.items[0]?.rules[1]
    expect(found).toMatchObject({ id: 'r4', origin: 'person', source: { quote: '扣1分' } })
  })

  test('同一项目里换次序，不算改动', () => {
    const scheme = moved({ act: 'move-rule', rule: 'r1', place: { item: 'i1' }, before: null })
    expect(outline(scheme)[0]).toEqual(['s1', 'i1:r2,r1', 'i2:r3'])
    expect(scheme.categories[0]?.sheets[0]?.items[0]?.rules[1]?.origin).toBe('text')
  })

  test('未归类搬空了，空项目、空类别一起去掉；只搬一半，另一半还在', () => {
    const half = moved(
      { act: 'move-rule', rule: 'r4', place: { item: 'i1' }, before: null },
      { act: 'move-rule', rule: 'r5', place: { item: 'i1' }, before: null },
    )
    expect(outline(half)).toEqual([['s1', 'i1:r1,r2,r4,r5', 'i2:r3'], ['s2'], ['s3', 'i4:r6']])
    const all = applySchemeEdit(half, { act: 'move-rule', rule: 'r6', place: { item: 'i2' }, before: 'r3' })
    expect(all.ok && all.value.categories.map(({ title }) => title)).toEqual(['公共项目', '业务工作'])
  })

  test('有分值的项目搬空了还在：它的分数要有着落', () => {
    expect(outline(moved({ act: 'move-rule', rule: 'r3', place: { item: 'i1' }, before: null }))[0]).toEqual([
      's1',
      'i1:r1,r2,r3',
      'i2:',
    ])
  })

  test('移到奖励与减分，也移得回来；按比例得分的移不出项目', () => {
    const scheme = moved({ act: 'move-rule', rule: 'r4', place: 'rewards', before: 'w1' })
    expect(scheme.rewards.map(({ id }) => id)).toEqual(['r4', 'w1'])
    expect(refusalOf({ act: 'move-rule', rule: 'r6', place: 'rewards', before: null })).toEqual({
      code: 'effect-needs-item',
      effect: 'proportional',
    })
  })

  test.each([
    [
      { act: 'move-rule', rule: 'r9', place: 'rewards', before: null },
      { part: 'rule', id: 'r9' },
    ],
    [
      { act: 'move-rule', rule: 'r1', place: { item: 'i9' }, before: null },
      { part: 'item', id: 'i9' },
    ],
    [
      { act: 'move-rule', rule: 'r1', place: { item: 'i2' }, before: 'r2' },
      { part: 'rule', id: 'r2' },
    ],
    [
      { act: 'move-item', item: 'i9', sheet: 's1', before: null },
      { part: 'item', id: 'i9' },
    ],
    [
      { act: 'move-item', item: 'i1', sheet: 's9', before: null },
      { part: 'sheet', id: 's9' },
    ],
    [
      { act: 'move-item', item: 'i1', sheet: 's2', before: 'i2' },
      { part: 'item', id: 'i2' },
    ],
  ] as const)('对象不在了，不收：%o', (edit, what) =>
    expect(refusalOf(edit)).toEqual({ code: 'unknown-id', ...what }),
  )
})

describe('移动项目', () => {
  test('未归类的项目整个移进办公室的考核表', () => {
    const scheme = moved({ act: 'move-item', item: 'i3', sheet: 's2', before: null })
    expect(outline(scheme)).toEqual([
      ['s1', 'i1:r1,r2', 'i2:r3'],
      ['s2', 'i3:r4,r5'],
      ['s3', 'i4:r6'],
    ])
    expect(scheme.categories[1]?.sheets[0]?.items[0]?.origin).toBe('person')
    const all = applySchemeEdit(scheme, { act: 'move-item', item: 'i4', sheet: 's2', before: 'i3' })
    expect(all.ok && outline(all.value)).toEqual([
      ['s1', 'i1:r1,r2', 'i2:r3'],
      ['s2', 'i4:r6', 'i3:r4,r5'],
    ])
  })

  test('表内换次序；移到自己之前等于没动', () => {
    expect(outline(moved({ act: 'move-item', item: 'i2', sheet: 's1', before: 'i1' }))[0]).toEqual([
      's1',
      'i2:r3',
      'i1:r1,r2',
    ])
    expect(moved({ act: 'move-item', item: 'i2', sheet: 's1', before: 'i2' })).toEqual(compiled)
  })
})
