import { describe, expect, test } from 'vitest'
import { lintScheme } from './lint-scheme.ts'
import { schemeFormat, schemeSchema, type Scheme, type SchemeFile } from './scheme.ts'
import { severityGrade } from './severity-order.ts'

type FileCategory = SchemeFile['categories'][number]
type FileRule = NonNullable<
  NonNullable<NonNullable<FileCategory['sheets']>[number]['items']>[number]['rules']
>[number]

const source = (start: number, quote: string) => ({ start, end: start + quote.length, quote })

const rule = (id: string, fields: Partial<FileRule>): FileRule => ({ id, effect: 'deduct', points: 1, ...fields })

const item = (id: string, points: number | null, rules: FileRule[] = [rule(`${id}-r1`, {})]) => ({
  id,
  title: `项目${id}`,
  points,
  source: source(10, '项目'),
  rules,
})

function scheme(categories: FileCategory[], others: Partial<SchemeFile> = {}): Scheme {
  return schemeSchema.parse({ format: schemeFormat, total: 100, categories, ...others })
}

const publicItems: FileCategory = {
  id: 'c1',
  title: '公共项目',
  points: 20,
  sheets: [{ id: 's1', title: '公共项目', points: 20, items: [item('1', 10), item('2', 10)] }],
}

const businessSheets = [
  { id: 's2', title: '党办', office: '党办', points: 60, items: [item('3', 60)] },
  { id: 's3', title: '政府办', office: '政府办', points: 60, items: [item('4', 40), item('5', 20)] },
]

const business: FileCategory = { id: 'c2', title: '业务工作', points: 60, sheets: businessSheets }

const rated: FileCategory = {
  id: 'c3',
  title: '综合评议',
  points: 20,
  kind: 'rated',
  raterGroups: [{ group: '同事', weight: 100 }],
}

/** Public 20 with 10 + 10, business 60 for each office, rated 20 with groups: nothing to say. */
const sound = [publicItems, business, rated]

const brief = (found: ReturnType<typeof lintScheme>) =>
  found.map(({ severity, code, message }) => [severity, code, message])

function withItem(changed: ReturnType<typeof item>): Scheme {
  const sheets = [{ id: 's1', title: '公共项目', points: 20, items: [changed, item('2', 10)] }]
  return scheme([{ ...publicItems, sheets }, business, rated])
}

describe('方案自查', () => {
  test('完好的方案没有话说', () => {
    expect(lintScheme(scheme(sound))).toEqual([])
  })

  test('空方案', () => {
    expect(brief(lintScheme(scheme([])))).toEqual([
      ['error', 'no-scoring-clause', '方案里还没有一条计分条款，请先添加类别、项目和条款。'],
    ])
  })

  test('类别之和与总分', () => {
    const [found] = lintScheme(scheme(sound, { total: 120 }))
    expect(found).toMatchObject({ severity: 'error', code: 'sum-mismatch', span: { start: 0, end: 0 }, quote: '' })
    expect(found?.message).toBe('总分应为120分，各类别合计100分（100/120），缺20分，请补上或改正分值。')
  })

  test('每个问题都说明是方案的哪一部分，手工补的部分没有原文也找得到', () => {
    const byHand = {
      id: 'hand-sheet-1',
      title: '司法所',
      office: '司法所',
      points: 60,
      items: [
        { id: 'hand-item-1', title: '接访', points: 50, rules: [rule('hand-rule-1', { points: 55 })] },
        { id: 'hand-item-2', title: '调解', points: 20 },
      ],
    }
    const found = lintScheme(
      scheme([{ ...publicItems, points: 30 }, { ...business, sheets: [...businessSheets, byHand] }, rated]),
    )
    expect(found.map(({ code, about }) => [code, about])).toEqual([
      ['sum-mismatch', { kind: 'scheme', id: null }],
      ['sum-mismatch', { kind: 'category', id: 'c1' }],
      ['sum-mismatch', { kind: 'sheet', id: 'hand-sheet-1' }],
      ['deduction-exceeds-item', { kind: 'rule', id: 'hand-rule-1' }],
      ['unused-points', { kind: 'item', id: 'hand-item-2' }],
    ])
    expect(found.every(({ span }) => span.start === 0 && span.end === 0)).toBe(true)
  })

  test('条款都未归类：只说缺分值，不拿 0 去比总分', () => {
    const sheets = [{ id: 's', title: '未归类', items: [item('1', null)] }]
    const found = lintScheme(scheme([{ id: 'c1', title: '未归类', points: null, sheets }]))
    expect(found.map(({ code }) => code)).toEqual(['number-lost'])
  })

  test('一个办公室的项目不足：40/60', () => {
    const short = {
      id: 's4',
      title: '农业办',
      office: '农业办',
      points: 60,
      items: [item('6', 40)],
      source: source(77, '7、农业办'),
    }
    const found = lintScheme(scheme([publicItems, { ...business, sheets: [...businessSheets, short] }, rated]))
    expect(brief(found)).toEqual([
      ['error', 'sum-mismatch', '考核表“农业办”应为60分，各项合计40分（40/60），缺20分，请补上或改正分值。'],
    ])
    expect(found[0]).toMatchObject({ span: { start: 77, end: 82 }, quote: '7、农业办' })
  })

  test('考核表的分值与类别不符', () => {
    const wide = { id: 's4', title: '司法所', office: '司法所', points: 70, items: [item('6', 70)] }
    expect(
      brief(lintScheme(scheme([publicItems, { ...business, sheets: [...businessSheets, wide] }, rated]))),
    ).toEqual([
      ['error', 'sum-mismatch', '司法所的考核表应为60分，分值合计70分（70/60），多10分，请补上或改正分值。'],
    ])
  })

  test('有分值而没有项目、没有条款、没有评议组', () => {
    const found = lintScheme(
      scheme([
        { id: 'c1', title: '公共项目', points: 20 },
        {
          id: 'c2',
          title: '业务工作',
          points: 60,
          sheets: [
            { id: 's2', title: '党办', office: '党办', points: 60, items: [item('3', 60, [])] },
            { id: 's3', title: '政府办', office: '政府办', points: 60 },
            { id: 's4', title: '司法所', office: '司法所', points: 60, items: [item('4', 60)] },
          ],
        },
        { id: 'c3', title: '综合评议', points: 20, kind: 'rated' },
      ]),
    )
    expect(found.map(({ severity, code }) => [severity, code])).toEqual([
      ['error', 'unused-points'],
      ['warning', 'unused-points'],
      ['error', 'unused-points'],
      ['warning', 'unused-points'],
    ])
  })

  test('分值缺失：项目、条款、奖励是错误，只有党纪政纪处分是提醒', () => {
    expect(lintScheme(withItem(item('1', null)))).toMatchObject([{ severity: 'error', code: 'number-lost' }])
    expect(lintScheme(withItem(item('1', 10, [rule('r', { points: null })])))).toMatchObject([
      { severity: 'error', code: 'number-lost' },
    ])
    expect(
      lintScheme(withItem(item('1', 10, [rule('r', { effect: 'money', points: null, yuan: null })]))),
    ).toMatchObject([{ severity: 'error', code: 'number-lost', message: expect.stringContaining('扣款金额') }])
    expect(
      lintScheme(scheme(sound, { rewards: [rule('r', { points: null, condition: '党纪、政纪处分' })] })),
    ).toMatchObject([{ severity: 'warning', code: 'number-lost' }])
    expect(
      lintScheme(scheme(sound, { rewards: [rule('r', { points: null, condition: '获得表彰' })] })),
    ).toMatchObject([{ severity: 'error', code: 'number-lost' }])
  })

  test('扣分超过项目分值', () => {
    const found = lintScheme(
      withItem(item('1', 10, [rule('r', { points: 15, condition: '造成损失', source: source(5, '扣15分') })])),
    )
    expect(brief(found)).toEqual([
      ['warning', 'deduction-exceeds-item', '项目1：项目只有10分，“造成损失”却扣15分，请核对原件。'],
    ])
    expect(found[0]?.span).toEqual({ start: 5, end: 9 })
    expect(lintScheme(withItem(item('1', 10, [rule('r', { points: 10 })])))).toEqual([])
  })

  test('裁量计分超过项目分值也说；裁量加分以满分为限，不必说', () => {
    const decided = (direction: 'add' | 'award') =>
      rule('r', { effect: 'discretionary', points: null, direction, min: 8, max: 12, condition: '评定' })
    expect(brief(lintScheme(withItem(item('1', 10, [decided('award')]))))).toEqual([
      ['warning', 'deduction-exceeds-item', '项目1：项目只有10分，“评定”却计12分，请核对原件。'],
    ])
    expect(lintScheme(withItem(item('1', 10, [decided('add')])))).toEqual([])
  })

  test('轻的后果扣得比重的还多', () => {
    const condition = '工作不到位'
    const light = rule('r1', { condition, severity: '造成不良影响', points: 10 })
    const grave = rule('r2', { condition, severity: '造成重大损失', points: 5 })
    expect(lintScheme(withItem(item('1', 10, [light, grave])))).toMatchObject([
      { severity: 'warning', code: 'severity-not-monotone' },
    ])
    expect(lintScheme(withItem(item('1', 10, [{ ...light, points: 5 }, grave])))).toEqual([])
    expect(lintScheme(withItem(item('1', 10, [light, { ...grave, condition: '另一件事' }])))).toEqual([])
  })

  test('两档得分有重叠', () => {
    const award = (id: string, condition: string, points: number) =>
      rule(id, { effect: 'award', condition, points })
    const bands = [award('r1', '90%—95%', 8), award('r2', '80%-90%', 5), award('r3', '80%以下', 1)]
    expect(brief(lintScheme(withItem(item('1', 10, bands))))).toEqual([
      ['warning', 'overlapping-bands', '项目1：“90%—95%”与“80%-90%”两档有重叠，落在重叠处的按哪一档计分请写明。'],
    ])
    expect(lintScheme(withItem(item('1', 10, [award('r1', '90%-95%', 8), award('r2', '80%-89%', 5)])))).toEqual([])
  })

  test('按数量扣而没有单位', () => {
    expect(lintScheme(withItem(item('1', 10, [rule('r', { per: 5 })])))).toMatchObject([
      { severity: 'warning', code: 'no-unit' },
    ])
  })

  test.each([
    ['造成不良影响', '造成重大损失'],
    ['造成一定影响', '造成恶劣影响'],
    ['情节轻微', '情节严重'],
    ['造成严重后果', '造成特别严重后果'],
  ])('%s 轻于 %s', (light, grave) => {
    expect(severityGrade(light)).toBeLessThan(severityGrade(grave) ?? 0)
  })

  test('没见过的程度不比较', () => {
    expect(severityGrade('造成群众上访')).toBeNull()
  })
})
