import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { centipoints } from '../../primitives/centipoints.ts'
import type { Interpretation } from '../../regulation/diagnostic.ts'
import { passageOf, readAs } from '../normalised-text.ts'
import { readClauses, type ClauseContext, type ClauseReading, type DraftRule } from './read-clauses.ts'

function read(text: string, context: Partial<ClauseContext> = {}): ClauseReading {
  return readClauses(passageOf(text), {
    itemTitle: '',
    itemPoints: centipoints(1000),
    interpretations: [],
    place: 'item',
    ...context,
  })
}

/** The fields of a rule as a scheme file shows them, without its place and sentence. */
function plain({ source: _source, sentence: _sentence, origin: _origin, points, ...fields }: DraftRule): object {
  const hundredths = { ...fields, ...(points === null ? {} : { points }) }
  return JSON.parse(
    JSON.stringify(hundredths, (key, value: unknown) =>
      typeof value === 'number' && key !== '' ? value / 100 : value,
    ),
  )
}

const rulesOf = (text: string, context: Partial<ClauseContext> = {}) => read(text, context).rules.map(plain)

type Case = readonly [clause: string, rules: readonly object[]]

const deduct = (condition: string | undefined, points: number, unit?: string, others: object = {}): object => ({
  effect: 'deduct',
  points,
  ...(unit === undefined ? {} : { unit }),
  ...(condition === undefined ? {} : { condition }),
  ...others,
})

const clauses: readonly Case[] = [
  [
    '上班时间上网聊天、炒股、玩游戏、打牌,发现一次扣2分;',
    [deduct('上班时间上网聊天、炒股、玩游戏、打牌', 2, '次')],
  ],
  [
    '上班迟到(上班时间后30分为迟到,季迟到满10次后)、早退,发现一次扣2分;',
    [
      deduct('上班迟到（上班时间后30分为迟到）', 2, '次', { grace: { count: 10, window: 'quarter' } }),
      deduct('早退', 2, '次'),
    ],
  ],
  [
    '严格执行请假制度,凡不按规定(请假1天分管领导批准;2天或2天以上,主管领导批准)办理请假手续的,发现一次扣2分;事假可与工龄假相抵扣,超一天扣1分;',
    [
      deduct('凡不按规定（请假1天分管领导批准；2天或2天以上，主管领导批准）办理请假手续', 2, '次'),
      deduct('事假可与工龄假相抵扣，超出', 1, '天'),
    ],
  ],
  [
    '违反效能建设被群众举报,经查证属实的,发现一次扣5分,被上级通报一次扣10分。',
    [deduct('违反效能建设被群众举报，经查证属实', 5, '次'), deduct('被上级通报', 10, '次')],
  ],
  ['出现“吃、拿、卡、要情况,经查实扣5分;', [deduct('出现“吃、拿、卡、要情况，经查实', 5)]],
  ['受到撤职以上处分的,绩效考核以0分计算。', [{ effect: 'zero', condition: '受到撤职以上处分' }]],
  ['本细则未提及的,由镇考核领导小组视情况予以扣分。', [{ effect: 'discretionary', condition: '本细则未提及' }]],
  [
    '按学习部署做好读书笔记,不少于10000字,每少1000字扣1分。',
    [
      deduct('按学习部署做好读书笔记，不少于10000字', 1, '字', {
        per: 1000,
        shortfall: { target: 10000, unit: '字', step: 1000 },
      }),
    ],
  ],
  [
    '党务公开少一期扣2分,新闻报道按要求少一次扣2分。',
    [deduct('党务公开', 2, '期', { missing: true }), deduct('新闻报道按要求', 2, '次', { missing: true })],
  ],
  ['工作不及时,每次扣1分,工作未做,每次扣2分。', [deduct('工作不及时', 1, '次'), deduct('工作未做', 2, '次')]],
  [
    '未及时受理反映情况一次扣1分,造成不良影响一次扣3分。',
    [deduct('未及时受理反映情况', 1, '次'), deduct('未及时受理反映情况', 3, '次', { severity: '造成不良影响' })],
  ],
  [
    '因工作不到位,造成不良影响扣10分,造成重大损失扣5分。',
    [
      deduct('因工作不到位', 10, undefined, { severity: '造成不良影响' }),
      deduct('因工作不到位', 5, undefined, { severity: '造成重大损失' }),
    ],
  ],
  [
    '一般档案遗失每件扣5分,重要档案遗失每件扣10分。',
    [deduct('一般档案遗失', 5, '件'), deduct('重要档案遗失', 10, '件')],
  ],
  ['虚报、瞒报发现一起扣2分;', [deduct('虚报、瞒报', 2, '起')]],
  [
    '重大纠纷隐患48小时内上报,出现失误每次扣10分。',
    [deduct('重大纠纷隐患48小时内上报，出现失误', 10, '次', { deadline: '48小时内' })],
  ],
  [
    '未达标扣10分;已达标,全区排名末位扣5分,全市排末三位扣10分。',
    [
      deduct('未达标', 10),
      deduct('已达标', 5, undefined, { rank: '全区排名末位' }),
      deduct('已达标', 10, undefined, { rank: '全市排末三位' }),
    ],
  ],
  [
    '每件扣5分,扣除当月考评奖20元及年终目标管理奖50元。',
    [
      deduct(undefined, 5, '件'),
      { effect: 'money', yuan: 20, payItem: '当月考评奖', unit: '件' },
      { effect: 'money', yuan: 50, payItem: '年终目标管理奖', unit: '件' },
    ],
  ],
  ['接受宴请的,视情节扣5-10分。', [{ effect: 'discretionary', min: 5, max: 10, condition: '接受宴请' }]],
  [
    '缺勤15天(含15天)以上取消绩效工资考评资格。',
    [{ effect: 'veto', consequence: '取消绩效工资考评资格', condition: '缺勤15天（含15天）以上' }],
  ],
  [
    '有2项及以上不合格,当年个人年度考核不得确定为优秀等次。',
    [{ effect: 'veto', consequence: '当年个人年度考核不得确定为优秀等次', condition: '有2项及以上不合格' }],
  ],
  ['发生重大事故的实行一票否决。', [{ effect: 'veto', condition: '发生重大事故' }]],
  [
    '完成任务计15分不完成任务扣2分没有贫困村的乡镇计10分',
    [
      { effect: 'award', points: 15, condition: '完成任务' },
      deduct('不完成任务', 2),
      { effect: 'award', points: 10, condition: '没有贫困村的乡镇' },
    ],
  ],
  [
    '政策生育率:达到90%记满分,每少一个百分点扣2分;',
    [
      { effect: 'award', points: 10, condition: '政策生育率：达到90%' },
      deduct('政策生育率：达到90%', 2, '个百分点', { shortfall: { target: 90, unit: '个百分点', step: 1 } }),
    ],
  ],
  [
    '全年要有12篇学习笔记,少一篇扣0.5分;',
    [deduct('全年要有12篇学习笔记', 0.5, '篇', { shortfall: { target: 12, unit: '篇', step: 1 } })],
  ],
  ['每小项不完成任务扣1分', [deduct('不完成任务', 1, '项')]],
  ['每向乡政府上交一件麻纱扣2分', [deduct('向乡政府上交麻纱', 2, '件')]],
  ['专项考核每有1项不合格,扣10分。', [deduct('专项考核不合格', 10, '项')]],
  ['每耽误一次扣5分。', [deduct('耽误', 5, '次')]],
  ['招商引资按完成率计分,得分不封顶。', [{ effect: 'proportional', uncapped: true, condition: '招商引资' }]],
  ['未完成的,此项不得分。', [{ effect: 'forfeit', condition: '未完成' }]],
  ['造成损失的,扣完该项分。', [{ effect: 'forfeit', severity: '造成损失' }]],
  ['弄虚作假的,该项计0分。', [{ effect: 'forfeit', condition: '弄虚作假' }]],
  ['受财政部表彰的加10分', [{ effect: 'add', points: 10, level: '国家', condition: '受财政部表彰' }]],
  [
    '获国家、省、市级表彰的,分别加5、3、2分。',
    [
      { effect: 'add', points: 5, level: '国家', condition: '获国家、省、市级表彰' },
      { effect: 'add', points: 3, level: '省', condition: '获国家、省、市级表彰' },
      { effect: 'add', points: 2, level: '市', condition: '获国家、省、市级表彰' },
    ],
  ],
  [
    '获得表彰,国家级加5分,省级3分,市级2分。',
    [
      { effect: 'add', points: 5, level: '国家', condition: '获得表彰' },
      { effect: 'add', points: 3, level: '省', condition: '获得表彰' },
      { effect: 'add', points: 2, level: '市', condition: '获得表彰' },
    ],
  ],
  [
    '信息被采用一条加0.5分,最多加5分。',
    [{ effect: 'add', points: 0.5, unit: '条', cap: 5, condition: '信息被采用' }],
  ],
  [
    '责任人每次扣2分,负责人扣1分。',
    [deduct(undefined, 2, '次', { subject: '责任人' }), deduct(undefined, 1, undefined, { subject: '负责人' })],
  ],
  ['未完成目标任务扣社区专干5分', [deduct('未完成目标任务', 5, undefined, { subject: '社区专干' })]],
  ['迟到一次扣二分', [deduct('迟到', 2, '次')]],
  ['遲到、早退或抽查脫崗1次扣0.2分', [deduct('遲到、早退或抽查脫崗', 0.2, '次')]],
  ['旷工半天扣1.5分', [deduct('旷工', 1.5, '天', { per: 0.5 })]],
  ['迟到(每发现一次扣2分)', [deduct('迟到', 2, '次')]],
  ['迟到,扣 2 分 / 次', [deduct('迟到', 2, '次')]],
  [
    '1、迟到一次扣1分;(2)早退一次扣1分;③旷工一天扣3分。',
    [deduct('迟到', 1, '次'), deduct('早退', 1, '次'), deduct('旷工', 3, '天')],
  ],
  ['每季第11次起迟到每次扣1分', [deduct('迟到', 1, '次', { grace: { count: 10, window: 'quarter' } })]],
  ['缺勤3次以上扣2分', [deduct('缺勤3次以上', 2)]],
]

describe('计分条款', () => {
  test.each(clauses)('%s', (clause, expected) => {
    expect(rulesOf(clause)).toEqual(expected)
  })

  test.each(clauses.map(([clause]) => clause))('全角标点一样读：%s', (clause) => {
    const fullWidth = clause.replace(
      /[,;:()]/g,
      (mark) => ({ ',': '，', ';': '；', ':': '：', '(': '（', ')': '）' })[mark] ?? mark,
    )
    expect(rulesOf(fullWidth)).toEqual(rulesOf(clause))
  })

  test.each([
    '以上五项扣完40分为止。',
    '采取百分制,结合一票否决指标。',
    '考核采取扣分和加分制。',
    '总分值减去所扣的分为该项目所得分。',
    '全年综合得分在950分以上,给予每分考核奖8元。',
    '以上加分中只取最高一档。',
    '总得分=各单项得分之和+加减分之和。',
    '考核总分100分,其中工作实绩60分。',
    '张三考核得分为90分,实际得分为81分。',
    '工作取得十分显著的成绩,更加十分重视。',
    '事假可与工龄假相抵扣。',
    '90分以上为优秀,80分以上为良好。',
    '每月前三次迟到不扣分。',
  ])('不是条款：%s', (prose) => {
    const reading = read(prose)
    expect(reading.rules).toEqual([])
    expect(reading.diagnostics).toEqual([])
  })

  test('出处盖住写明效果和分值的原文，坏数字整个在内', () => {
    const text = '串门聊天,发现一次扣2023分。'
    const start = text.indexOf('2023')
    const repaired = readAs(passageOf(text, 100), [{ start, end: start + 4, word: '10' }])
    const [rule] = readClauses(repaired, {
      itemTitle: '',
      itemPoints: null,
      interpretations: [],
      place: 'item',
    }).rules
    expect(rule?.points).toBe(1000)
    expect(rule?.source).toMatchObject({ start: 100, end: 100 + text.length - 1 })
  })
})

describe('不猜：读不准的都问', () => {
  const [ask, answered] = [
    (text: string, context: Partial<ClauseContext> = {}) => read(text, context).diagnostics,
    (text: string, reading: string, context: Partial<ClauseContext> = {}) => {
      const span = read(text, context).diagnostics[0]?.span ?? { start: 0, end: 0 }
      const interpretations: Interpretation[] = [{ act: 'choose-reading', span, reading }]
      return read(text, { ...context, interpretations })
    },
  ]

  test('扣完1分：暂按扣1分，可选扣完该项分', () => {
    const [question] = ask('失误1次扣完1分')
    expect(question).toMatchObject({ code: 'ambiguous-reading', severity: 'warning', quote: '失误1次扣完1分' })
    expect(rulesOf('失误1次扣完1分')).toEqual([deduct('失误', 1, '次')])
    const reading = answered('失误1次扣完1分', 'used-up-forfeit')
    expect(reading.rules.map(plain)).toEqual([{ effect: 'forfeit', condition: '失误' }])
    expect(reading.diagnostics[0]?.settled).toMatchObject({ reading: 'used-up-forfeit' })
  })

  test('一篇或1000字：有目标的计量在先，可选另一种', () => {
    const text = '读书笔记不少于10000字,每少一篇或1000字扣1分。'
    expect(ask(text)[0]?.readings?.map(({ key }) => key)).toEqual(['measure-字', 'measure-篇'])
    expect(answered(text, 'measure-篇').rules.map(plain)).toEqual([
      deduct('读书笔记不少于10000字', 1, '篇', { missing: true }),
    ])
  })

  test('24分可能是2-4分掉了横线：不能就这样采用', () => {
    const small = { itemPoints: centipoints(500) }
    expect(ask('工作失误扣24分', small)[0]).toMatchObject({ code: 'ambiguous-reading', severity: 'error' })
    expect(answered('工作失误扣24分', 'dash-lost', small).rules.map(plain)).toEqual([
      { effect: 'discretionary', min: 2, max: 4, condition: '工作失误' },
    ])
    expect(ask('工作失误扣24分', { itemPoints: centipoints(3000) })).toEqual([])
  })

  test.each([
    ['旷工3天扣5分', 'ambiguous-reading', ['each-step', 'once']],
    ['月累计迟到3次以上的,每次扣1分', 'ambiguous-reading', ['threshold-all', 'threshold-beyond']],
    ['每季度上报信息不少于3条,每少1条扣0.5分', 'ambiguous-reading', ['target-as-written', 'target-of-year']],
    ['迟到满3次后每次扣1分', 'ambiguous-reading', ['grace-year', 'grace-quarter', 'grace-month']],
    [
      '此两项征收面达到80%,到位率为100%,每少一个百分点扣0.5分',
      'ambiguous-reading',
      ['target-none', 'target-80', 'target-100'],
    ],
    ['迟到一次扣2', 'ambiguous-reading', ['unitless-points', 'unitless-yuan']],
    ['按完成情况计分', 'ambiguous-reading', ['by-proportion', 'by-discretion']],
    ['工作达标,视情况记分', 'ambiguous-reading', ['by-discretion', 'by-proportion']],
    ['罚款50至100元', 'ambiguous-reading', ['amount-open', 'amount-low', 'amount-high']],
    ['未完成的扣 分', 'number-lost', undefined],
    ['扣发一个月考评奖', 'number-lost', undefined],
    ['不按规定每扣2分', 'no-unit', undefined],
    ['获一、二、三等奖的分别加3、2分', 'unreadable-clause', undefined],
    ['一等奖10分', 'unreadable-clause', undefined],
    ['采用情况:市级每篇2分', 'unreadable-clause', undefined],
  ])('%s → %s', (text, code, keys) => {
    const [question, ...others] = ask(text)
    expect([question?.code, question?.readings?.map(({ key }) => key)]).toEqual([code, keys])
    expect(others).toEqual([])
  })

  test('标为不计分的，保留记录', () => {
    const text = '一等奖10分'
    const interpretations: Interpretation[] = [
      { act: 'leave', span: { start: 0, end: 6 }, code: 'unreadable-clause' },
    ]
    expect(read(text, { interpretations }).diagnostics[0]?.settled?.act).toBe('leave')
  })
})

/** Scoring words as a reader of the regulation would underline them. */
const underlined = /扣|加\d+分|得\d+分|计\d+分|记\d+分|不得分|否决|罚\d+元|取消/g

function unaccounted(text: string, reading: ClauseReading): string[] {
  const spans = [
    ...reading.rules.flatMap(({ source }) => (source === null ? [] : [source])),
    ...reading.diagnostics.map(({ span }) => span),
    ...reading.explained.map(({ span }) => span),
  ]
  return [...text.matchAll(underlined)]
    .filter((word) => !spans.some(({ start, end }) => start <= word.index && word.index < end))
    .map((word) => `${word[0]}：${text.slice(Math.max(0, word.index - 10), word.index + 10)}`)
}

describe('没有一处计分用语无声消失', () => {
  const folder = new URL('../../../../../shared/regulations/', import.meta.url)
  const files = ['seed', ...Array.from({ length: 12 }, (_, i) => `dev-${String(i + 1).padStart(2, '0')}`)]

  test.each(files)('%s.txt', (file) => {
    const text = readFileSync(new URL(`${file}.txt`, folder), 'utf8')
    for (const place of ['item', 'outside', 'rewards'] as const)
      expect(unaccounted(text, read(text, { place }))).toEqual([])
  })

  test('任意拼接的条款碎片', () => {
    const pieces = [
      '扣2分',
      '加3分',
      '得5分',
      '记10分',
      '计8分',
      '不得分',
      '一票否决',
      '罚50元',
      '取消',
      '扣',
      '扣分',
      '折扣',
      '每次',
      '发现一次',
      '迟到',
      ',',
      ';',
      '。',
      '(',
      ')',
      '的',
      '造成不良影响',
      '每少',
      '1000字',
      '不少于',
      '满10次后',
      '季',
      '该项',
      '视情节',
      '5-10分',
      '最多',
      '不封顶',
      '封顶',
      '20元',
      '为止',
      '扣完',
      '优秀',
      '评优',
      '全区末位',
      '分别',
      '、',
    ]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), (chosen) => {
        const text = chosen.join('')
        expect(unaccounted(text, read(text))).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
