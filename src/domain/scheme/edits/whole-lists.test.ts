import { describe, expect, test } from 'vitest'
import { assert } from '../../primitives/result.ts'
import { applySchemeEdit, applySchemeEdits, schemeEditSchema, type SchemeEdit } from '../edit-scheme.ts'
import { schemeFormat, schemeSchema, schemeToFile, type Scheme, type SchemeFile } from '../scheme.ts'

const source = { start: 5, end: 9, quote: '周督查等' }

const fromText: Scheme = schemeSchema.parse({
  format: schemeFormat,
  categories: [],
  cadence: [
    { step: '周督查', source },
    { step: '月考核', source },
  ],
  appraisees: [{ words: '在编在岗人员', appraised: true, source, origin: 'text' }],
  grades: [{ grade: '优秀', from: 90, quotaPercent: 20, source, origin: 'text' }],
  deadlines: [{ step: '公示', days: 5, kind: 'working', source, origin: 'text' }],
  rewardCap: { points: 10, source, origin: 'text' },
})

function edited(...edits: readonly SchemeEdit[]): SchemeFile {
  const result = applySchemeEdits(fromText, edits)
  assert(result.ok, `the edits fit: ${JSON.stringify(result)}`)
  return schemeToFile(result.value)
}

function refusalOf(edit: SchemeEdit): object {
  const result = applySchemeEdit(fromText, edit)
  return result.ok ? { code: 'accepted' } : result.refusal
}

const late: Extract<SchemeEdit, { act: 'add-example' }>['example'] = {
  title: '季迟到12次',
  office: null,
  post: '工作人员',
  given: [{ rule: '工作纪律：迟到', quantity: 12, on: '03-15' }],
  expected: { points: -2, yuan: 40 },
}

describe('方案总体各部分的手工修改', () => {
  test('考核对象：没动的一行还是原文的，改了参加与否的留着依据记为手工，新的没有依据', () => {
    const { appraisees } = edited({
      act: 'set-appraisees',
      appraisees: [
        { words: '在编在岗人员', appraised: true },
        { words: '借调外单位人员', appraised: false },
      ],
    })
    expect(appraisees).toEqual([
      { words: '在编在岗人员', appraised: true, source, origin: 'text' },
      { words: '借调外单位人员', appraised: false, source: null, origin: 'person' },
    ])
    const halfWidth = { words: '公务员,事业人员', appraised: true, source, origin: 'text' as const }
    const again = applySchemeEdit(
      { ...fromText, appraisees: [halfWidth] },
      {
        act: 'set-appraisees',
        appraisees: [{ words: '公务员,事业人员', appraised: true }],
      },
    )
    expect(again.ok && again.value.appraisees).toEqual([halfWidth])
    expect(
      edited({ act: 'set-appraisees', appraisees: [{ words: '在编在岗人员', appraised: false }] }).appraisees,
    ).toEqual([{ words: '在编在岗人员', appraised: false, source, origin: 'person' }])
  })

  test('等次：改了比例的记为手工，依据还在', () => {
    const { grades } = edited({
      act: 'set-grades',
      grades: [
        { grade: '优秀', from: 90, quotaPercent: 15 },
        { grade: '优秀', quotaPercent: 15.5, employment: '公务员' },
        { grade: '称职', from: 60, below: 90 },
      ],
    })
    expect(grades).toEqual([
      { grade: '优秀', from: 90, quotaPercent: 15, source, origin: 'person' },
      { grade: '优秀', quotaPercent: 15.5, employment: '公务员', source: null, origin: 'person' },
      { grade: '称职', from: 60, below: 90, source: null, origin: 'person' },
    ])
  })

  test('时限：按程序的先后排好', () => {
    const { deadlines } = edited({
      act: 'set-deadlines',
      deadlines: [
        { step: '复核', days: 10, kind: 'working' },
        { step: '公示', days: 7, kind: 'calendar' },
      ],
    })
    expect(deadlines).toEqual([
      { step: '公示', days: 7, kind: 'calendar', source, origin: 'person' },
      { step: '复核', days: 10, kind: 'working', source: null, origin: 'person' },
    ])
  })

  test('考核周期：保留的环节还是原文的', () => {
    expect(edited({ act: 'set-cadence', steps: ['周督查', '季通报'] }).cadence).toEqual([
      { step: '周督查', source },
      { step: '季通报', source: null, origin: 'person' },
    ])
  })

  test('奖励加分上限：改数、取消、原样再设', () => {
    expect(edited({ act: 'set-reward-cap', points: 8 }).rewardCap).toEqual({ points: 8, source, origin: 'person' })
    expect(edited({ act: 'set-reward-cap', points: null }).rewardCap).toBeUndefined()
    expect(edited({ act: 'set-reward-cap', points: 10 })).toEqual(schemeToFile(fromText))
  })

  const refusals: readonly (readonly [SchemeEdit, object])[] = [
    [
      {
        act: 'set-appraisees',
        appraisees: [
          { words: '在编人员', appraised: true },
          { words: '在编人员；', appraised: false },
        ],
      },
      { code: 'listed-twice', list: 'appraisees', words: '在编人员' },
    ],
    [
      {
        act: 'set-grades',
        grades: [{ grade: '优秀' }, { grade: '优秀', employment: '公务员' }, { grade: '优秀', from: 90 }],
      },
      { code: 'listed-twice', list: 'grades', words: '优秀' },
    ],
    [
      { act: 'set-grades', grades: [{ grade: '称职', from: 90, below: 90 }] },
      { code: 'band-empty', grade: '称职' },
    ],
    [
      { act: 'set-grades', grades: [{ grade: '优秀', quotaPercent: 100.01 }] },
      { code: 'quota-above-whole', grade: '优秀' },
    ],
    [
      { act: 'set-grades', grades: [{ grade: '优秀', from: -1 }] },
      { code: 'negative-amount', field: 'from', amount: -1 },
    ],
    [
      {
        act: 'set-deadlines',
        deadlines: [
          { step: '公示', days: 5, kind: 'working' },
          { step: '公示', days: 7, kind: 'working' },
        ],
      },
      { code: 'listed-twice', list: 'deadlines', words: '公示' },
    ],
    [
      { act: 'set-cadence', steps: ['周督查', '周督查'] },
      { code: 'listed-twice', list: 'cadence', words: '周督查' },
    ],
    [
      { act: 'set-reward-cap', points: -1 },
      { code: 'negative-amount', field: 'points', amount: -1 },
    ],
    [
      { act: 'remove-example', id: 'hand-example-9' },
      { code: 'unknown-id', part: 'example', id: 'hand-example-9' },
    ],
    [
      { act: 'change-example', id: 'hand-example-9', example: late },
      { code: 'unknown-id', part: 'example', id: 'hand-example-9' },
    ],
    [
      { act: 'add-example', example: { ...late, given: [{ rule: 'r', on: '02-29' }] } },
      { code: 'no-such-day', on: '02-29' },
    ],
    [
      { act: 'add-example', example: { ...late, given: [{ rule: 'r', on: '03-01', quantity: -1 }] } },
      { code: 'negative-amount', field: 'quantity', amount: -1 },
    ],
  ]

  test.each(refusals)('不收：%o', (edit, refusal) => expect(refusalOf(edit)).toEqual(refusal))
})

describe('算例', () => {
  test('写一个、改一个、删一个；改了编号不变', () => {
    const one = edited({ act: 'add-example', example: late })
    expect(one.examples).toEqual([{ id: 'hand-example-1', ...late }])
    const changed = edited(
      { act: 'add-example', example: late },
      { act: 'add-example', example: { ...late, title: '脱岗一次' } },
      { act: 'change-example', id: 'hand-example-1', example: { ...late, expected: { points: -3 } } },
    )
    expect(changed.examples?.map(({ id, expected }) => [id, expected])).toEqual([
      ['hand-example-1', { points: -3 }],
      ['hand-example-2', { points: -2, yuan: 40 }],
    ])
    expect(
      edited({ act: 'add-example', example: late }, { act: 'remove-example', id: 'hand-example-1' }).examples,
    ).toEqual([])
  })

  test('同名的不收，改自己不算同名', () => {
    const result = applySchemeEdits(fromText, [
      { act: 'add-example', example: late },
      { act: 'change-example', id: 'hand-example-1', example: { ...late, office: '党政办' } },
      { act: 'add-example', example: late },
    ])
    expect(result).toMatchObject({
      ok: false,
      refusal: { index: 2, refusal: { code: 'listed-twice', list: 'examples', words: '季迟到12次' } },
    })
  })

  test.each([
    ['没有写事情', { ...late, given: [] }],
    ['日期写错', { ...late, given: [{ rule: 'r', on: '3-15' }] }],
    ['没有第13个月', { ...late, given: [{ rule: 'r', on: '13-01' }] }],
    ['三位小数', { ...late, expected: { points: 0.125 } }],
  ])('%s，在门口就拦下', (_what, example) => {
    expect(schemeEditSchema.safeParse({ act: 'add-example', example }).success).toBe(false)
  })
})
