import { describe, expect, test } from 'vitest'
import { compareSchemes } from './compare-schemes.ts'
import { renderRule } from './render-rule.ts'
import { schemeChangeWords } from './scheme-change-words.ts'
import { schemeFormat, schemeSchema, type Scheme, type SchemeFile } from './scheme.ts'

type FileCategory = SchemeFile['categories'][number]
type FileRule = NonNullable<SchemeFile['rewards']>[number]
type FileItem = NonNullable<NonNullable<FileCategory['sheets']>[number]['items']>[number]

const rule = (id: string, fields: Partial<FileRule>): FileRule => ({ id, effect: 'deduct', points: 1, ...fields })
const item = (id: string, title: string, points: number, rules: FileRule[] = []): FileItem => ({
  id,
  title,
  points,
  rules,
})
const everyone = (items: FileItem[], title = '公共项目'): FileCategory => ({
  id: 'c1',
  title,
  points: 20,
  sheets: [{ id: 'c1-s1', title, points: 20, items }],
})

function scheme(categories: FileCategory[], others: Partial<SchemeFile> = {}): Scheme {
  const parsed = schemeSchema.parse({ format: schemeFormat, title: '考核办法', total: 20, categories, ...others })
  return {
    ...parsed,
    categories: parsed.categories.map((category) => ({
      ...category,
      sheets: category.sheets.map((sheet) => ({
        ...sheet,
        items: sheet.items.map((one) => ({
          ...one,
          rules: one.rules.map((each) => ({ ...each, sentence: renderRule(each) })),
        })),
      })),
    })),
  }
}

const late = rule('r1', { condition: '上班迟到', unit: '次', points: 1 })
const away = rule('r2', { condition: '上班时间脱岗', unit: '次', points: 2 })
const gift = rule('r3', { condition: '收受礼品', unit: '次', points: 5 })
const discipline = item('i1', '工作纪律', 10, [late, away])
const honesty = item('i2', '廉洁自律', 10, [gift])
const first = scheme([everyone([discipline, honesty])])

const sentences = (before: Scheme, after: Scheme) =>
  compareSchemes(before, after).map((change) => schemeChangeWords(change, before, after).sentence)

describe('两版方案的差别', () => {
  test('同一份方案没有差别；只换了编号、出处位置和次序也没有', () => {
    expect(compareSchemes(first, first)).toEqual([])
    const recompiled = scheme([
      everyone([
        { ...honesty, id: 'x9', rules: [{ ...gift, id: 'x8' }] },
        {
          ...discipline,
          id: 'x1',
          rules: [
            { ...away, id: 'x2' },
            { ...late, id: 'x3', source: { start: 7, end: 9, quote: '迟到' } },
          ],
        },
      ]),
    ])
    expect(compareSchemes(first, recompiled)).toEqual([])
  })

  test('分值、单位、宽限改了：逐项说出原来和现在', () => {
    const changed = { ...late, points: 2, unit: '天', grace: { count: 3, window: 'month' as const } }
    const after = scheme([everyone([item('i1', '工作纪律', 10, [changed, away]), honesty])])
    expect(sentences(first, after)).toEqual([
      '“上班迟到”：分值由1分改为2分；单位由“次”改为“天”；宽限定为“每月3天”。',
    ])
    const [change] = compareSchemes(first, after)
    expect(change).toMatchObject({ about: 'rule', moved: false, fields: ['points', 'unit', 'grace'] })
  })

  test('增加、删去的条款，各在其位', () => {
    const cards = rule('r9', { condition: '代他人打卡', points: 3 })
    const after = scheme([everyone([item('i1', '工作纪律', 10, [cards, away]), honesty])])
    const changes = compareSchemes(first, after)
    expect(sentences(first, after)).toEqual([
      '删去条款：「上班迟到」：每次扣1分。',
      '新增条款：「代他人打卡」：扣3分。',
    ])
    expect(
      changes.map((change) => change.about !== 'scheme' && (change.after ?? change.before)?.path.join('/')),
    ).toEqual(['公共项目/工作纪律', '公共项目/工作纪律'])
  })

  test('措辞改了一半以内，还是那一条；改得面目全非，是删一条加一条', () => {
    const reworded = { ...away, id: 'r7', condition: '上班时间擅自脱岗' }
    expect(sentences(first, scheme([everyone([item('i1', '工作纪律', 10, [late, reworded]), honesty])]))).toEqual([
      '“上班时间脱岗”：情形由“上班时间脱岗”改为“上班时间擅自脱岗”。',
    ])
    const other = { ...away, condition: '酒后驾驶' }
    expect(
      compareSchemes(first, scheme([everyone([item('i1', '工作纪律', 10, [late, other]), honesty])])),
    ).toHaveLength(2)
  })

  test('条款移到别的项目：是移动，不是删一条加一条', () => {
    const after = scheme([
      everyone([item('i1', '工作纪律', 10, [late]), item('i2', '廉洁自律', 10, [gift, away])]),
    ])
    expect(sentences(first, after)).toEqual(['“上班时间脱岗”：由“公共项目 / 工作纪律”移到“公共项目 / 廉洁自律”。'])
  })

  test('类别改名、项目改分值：按名称和内容认得出是同一个', () => {
    const after = scheme([
      everyone([item('i1', '工作纪律', 12, [late, away]), item('i2', '廉洁自律', 8, [gift])], '共性项目'),
    ])
    expect(sentences(first, after)).toEqual([
      '类别“公共项目”：名称由“公共项目”改为“共性项目”。',
      '考核表“公共项目”：名称由“公共项目”改为“共性项目”。',
      '项目“工作纪律”：分值由10分改为12分。',
      '项目“廉洁自律”：分值由10分改为8分。',
    ])
  })

  test('一个办公室的考核表按办公室认', () => {
    const office = (title: string, name: string): FileCategory => ({
      id: 'c2',
      title: '业务工作',
      points: 60,
      sheets: [
        { id: 's1', title, office: name, points: 60, items: [item('b1', '信息', 60)] },
        { id: 's2', title: '综治办', office: '综治办', points: 60, items: [item('b2', '信访', 60)] },
      ],
    })
    const [before, after] = [scheme([office('党办', '党政办')]), scheme([office('党政综合办', '党政办')])]
    expect(sentences(before, after)).toEqual(['考核表“党办”：名称由“党办”改为“党政综合办”。'])
  })

  test('方案总体的各部分、奖励、算例', () => {
    const example = {
      id: 'e1',
      title: '迟到两次',
      given: [{ rule: '工作纪律：迟到', quantity: 2, on: '03-15' }],
      expected: { points: -2 },
    }
    const before = scheme([everyone([discipline, honesty])], { examples: [example] })
    const after = scheme([everyone([discipline, honesty])], {
      title: '考核办法（修订）',
      pay: { perPerson: 2000, formula: 'pool-by-score' },
      rollUps: [{ post: '分管领导', of: '工作人员', method: 'mean' }],
      cadence: [{ step: '周督查' }, { step: '月考核' }],
      grades: [{ grade: '优秀', from: 90, quotaPercent: 20 }],
      deadlines: [{ step: '公示', days: 5, kind: 'working' }],
      rewardCap: { points: 10 },
      appraisees: [{ words: '在编在岗人员', appraised: true }],
      rewards: [rule('w1', { effect: 'add', level: '市', points: 2, sentence: '市级加2分。' })],
      examples: [{ ...example, expected: { points: -3 } }],
    })
    expect(sentences(before, after)).toEqual([
      '方案名称由“考核办法”改为“考核办法（修订）”。',
      '绩效工资定为“每人提出2,000.00元，汇成总额后按绩效成绩分配”。',
      '领导取分办法定为“分管领导取工作人员的平均分”。',
      '考核周期定为“周督查、月考核”。',
      '考核对象定为“参加考核：在编在岗人员”。',
      '等次定为“优秀：90分以上，不超过20%”。',
      '时限定为“公示：5个工作日”。',
      '奖励加分上限定为“一年内奖励加分合计最多10分”。',
      '新增条款：市级加2分。',
      '算例“迟到两次”：应得结果由“扣2分”改为“扣3分”。',
    ])
    expect(sentences(after, before)[1]).toBe(
      '绩效工资不再规定（原为“每人提出2,000.00元，汇成总额后按绩效成绩分配”）。',
    )
  })

  test('整个类别删去：类别、项目、条款都列出，跟在原来的位置', () => {
    const extra: FileCategory = {
      id: 'c2',
      title: '临时任务',
      points: 10,
      sheets: [{ id: 's2', title: '临时任务', points: 10, items: [item('t1', '防汛值守', 10, [gift])] }],
    }
    const changes = compareSchemes(scheme([extra, everyone([discipline, honesty])]), first)
    expect(changes.map(({ about }) => about)).toEqual(['category', 'sheet', 'item', 'rule'])
    expect(changes.every((change) => change.about !== 'scheme' && change.after === null)).toBe(true)
  })
})
