import { describe, expect, test } from 'vitest'
import { compileRegulation } from '../compile-regulation.ts'
import { normaliseRegulation } from '../normalise.ts'
import { outlineOf } from '../outline.ts'
import { findAppraisees } from './appraisees.ts'
import { findCadence } from './cadence.ts'
import { findDeadlines } from './deadlines.ts'
import { findGrades } from './grades.ts'
import { findPay } from './pay.ts'
import { findRaterGroups } from './rater-groups.ts'
import { replayDraft } from '../replay-draft.ts'
import { findUnpricedRewards } from './rewards.ts'
import { findRollUps } from './roll-ups.ts'

/** The text as the compiler reads it. */
function read(text: string): string {
  return normaliseRegulation(text).body.text
}

describe('领导取平均', () => {
  test.each([
    ['分管领导得分=所分管部门平均分', [['分管领导', '工作人员']]],
    ['分管领导的绩效考核分数，以所分管办公室的平均分为准。', [['分管领导', '工作人员']]],
    ['领导班子成员考核成绩为其分管站所办工作人员的平均成绩', [['分管领导', '工作人员']]],
    ['主要领导取班子成员平均分', [['主要领导', '分管领导']]],
    ['书记、镇长取全体班子成员的平均分', [['主要领导', '分管领导']]],
    ['党政主要领导以全镇干部职工平均分计算', [['主要领导', '工作人员']]],
    ['考核得分低于全镇平均分的扣2分', []],
    ['分管领导的考核取分管各办(站、所)工作人员平均分', [['分管领导', '工作人员']]],
    ['镇党政正职按副职平均得分计', [['主要领导', '分管领导']]],
    ['主要领导由上级考核', []],
    ['取各办平均分', []],
  ])('%s', (text, pairs) => {
    expect(findRollUps(read(text)).known.map(({ post, of }) => [post, of])).toEqual(pairs)
  })

  test.each([
    '联村领导按所联村平均得分计算',
    '站所长取本站所人员平均分',
    '分管领导考核得分=分管部门平均分×60%+民主测评得分×40%',
  ])('“%s”写不进三种职务的平均分，只问', (text) => {
    expect(findRollUps(read(text))).toMatchObject({ known: [], open: [{ start: 0 }] })
  })
})

describe('考核周期', () => {
  test.each([
    ['实行周督查、月考核、季通报、年终综合评定方式', ['周督查', '月考核', '季通报', '年终综合评定']],
    ['日记实、月总结、季考评、年汇总', ['日记实', '月总结', '季考评', '年汇总']],
    ['坚持周调度、月通报、季考评', ['周调度', '月通报', '季考评']],
    ['每季度考核一次，年终进行总评。', ['每季度考核一次', '年终进行总评']],
    ['实行每月通报制度。', ['每月通报']],
    ['采取平时考核与年终考核相结合的方式。', ['平时考核', '年终考核']],
    ['考核每半年进行一次', ['考核每半年进行一次']],
    ['平时考核以季度为周期', ['平时考核以季度为周期']],
    ['每月考核排名末位的扣2分', []],
    ['出勤情况每月公示一次。', []],
    ['年终考核由领导小组负责', []],
  ])('%s', (text, steps) => {
    const found = findCadence(text)
    expect(found.map(({ step }) => step)).toEqual(steps)
    expect(found.map(({ words }) => text.slice(words.start, words.end))).toEqual(steps)
  })
})

describe('绩效工资', () => {
  test('提出额和分法', () => {
    const text = '每人提出2000元为绩效工资总额,除以所有人员绩效考核成绩之和为单位分值。'
    expect(findPay(text)).toMatchObject({ perPerson: 200_000, formula: 'pool-by-score' })
  })

  test('只有提出额，分法未写', () => {
    expect(findPay('年底每人预留3000.5元，用于奖励。')).toMatchObject({ perPerson: 300_050, formula: 'other' })
  })

  test.each([
    ['从每人年终奖金中提取3000元作为考核奖总额，按得分比例分配。', 300_000, 'pool-by-score'],
    ['按人均5000元核定绩效奖金总额，个人奖金=总额÷全体总得分×个人得分。', 500_000, 'pool-by-score'],
    ['每人每月从津贴中扣出200元作为绩效工资总额。', 240_000, 'other'],
  ])('%s', (text, perPerson, formula) => {
    expect(findPay(read(text))).toMatchObject({ perPerson, formula })
  })

  test.each(['迟到的每人罚款20元。', '奖励每人500元。', '绩效工资按月发放。'])('“%s”不是提出额', (text) => {
    expect(findPay(text)).toBeNull()
  })
})

describe('评议组', () => {
  test('权重合计为 100% 才采用', () => {
    expect(findRaterGroups('由主要领导(占40%)、分管领导(占60%)测评')?.map(({ group }) => group)).toEqual([
      '主要领导',
      '分管领导',
    ])
    expect(findRaterGroups('主要领导占40%、分管领导占30%')).toBeNull()
    expect(findRaterGroups('满意率达到90%')).toBeNull()
  })
})

describe('没有写明分值的奖励和减分', () => {
  const rungsOf = (text: string) =>
    findUnpricedRewards(text).rules.map(({ rule }) => [rule.effect, rule.level, rule.points])
  test('从原文写明的级别起，按建议阶梯', () => {
    expect(rungsOf('获市级以上表彰加分')).toEqual([
      ['add', '市', 200],
      ['add', '省', 300],
      ['add', '国家', 500],
    ])
    expect(rungsOf('受到县级通报批评减分')[0]).toEqual(['deduct', '区', 100])
  })

  test('处分没有建议值，只问不填', () => {
    expect(findUnpricedRewards('受到党纪、政纪处分或区级通报批评减分').sanction?.condition).toBe(
      '受到党纪、政纪处分',
    )
  })

  test('加 分的空里原有数字：问，不套阶梯；顺手改了别的，还是不能通过', () => {
    const text = '一、纪律（100分）\n迟到一次扣1分。\n二、工作奖励\n获得市级表彰的加 分。'
    const { scheme, diagnostics } = compileRegulation(text)
    expect(scheme.rewards.map(({ points }) => points)).toEqual([null])
    expect(diagnostics).toContainEqual(expect.objectContaining({ severity: 'error', code: 'number-lost' }))
    const retitled = replayDraft(text, '', [{ kind: 'edit', edit: { act: 'set-title', title: '办法' } }])
    expect(retitled.blocking.map(({ code, quote }) => [code, quote])).toEqual([
      ['number-lost', '获得市级表彰的加 分'],
    ])
  })

  test.each(['获市级表彰加3分', '实行表彰加分制', '工作扎实'])('“%s”不套阶梯', (text) => {
    expect(rungsOf(text)).toEqual([])
  })
})

describe('等次', () => {
  /** 优秀 90– 20%: from, below and quota. */
  const gradesOf = (text: string) =>
    findGrades(read(text)).grades.map(({ grade, from, below, quotaPercent, employment }) =>
      [
        `${employment ?? ''}${grade}`,
        ...(from === undefined && below === undefined ? [] : [`${plain(from)}–${plain(below)}`]),
        ...(quotaPercent === undefined ? [] : [`${plain(quotaPercent)}%`]),
      ].join(' '),
    )
  const plain = (hundredths: number | undefined) => (hundredths === undefined ? '' : String(hundredths / 100))

  test.each([
    [
      '考核得分90分以上为优秀，80—89分为良好，70—79分为一般，70分以下为较差。',
      ['优秀 90–', '良好 80–90', '一般 70–80', '较差 –70'],
    ],
    [
      '90分（含）以上为“好”，80分（含）至90分为“较好”，60分以下为“较差”。“好”等次比例不超过参加考核人数的40%。',
      ['好 90– 40%', '较好 80–90', '较差 –60'],
    ],
    ['等次分为优秀（≥90分）、合格（60-89分）、不合格（<60分）。', ['优秀 90–', '合格 60–90', '不合格 –60']],
    ['优秀：90分及以上；良好：80分（含）－90分；合格：60－80分。', ['优秀 90–', '良好 80–90', '合格 60–80']],
    ['95分以上为一等，90分以上95分以下为二等，85分以上90分以下为三等。', ['一等 95–', '二等 90–95', '三等 85–90']],
    ['达到90分及以上的评定为优秀；达到75分不满90分的评定为良好。', ['优秀 90–', '良好 75–90']],
    ['85分以上的为好，70-84分为较好，59分以下为差。', ['好 85–', '较好 70–85', '差 –59']],
    ['A等（90分以上）、B等（75—89分）。A等比例控制在20%以内。', ['A 90– 20%', 'B 75–90']],
    ['公务员优秀等次比例不超过20%，事业人员优秀比例不超过15%。', ['公务员优秀 20%', '事业优秀 15%']],
    ['按参加考核人数15%的比例评定优秀等次。', ['优秀 15%']],
    ['一等奖不超过5%,二等奖不超过10%', ['一等奖 5%', '二等奖 10%']],
    ['综合得分排名前20%的确定为优秀等次。', ['优秀 20%']],
    ['设一等奖1名，二等奖2名。', []],
    ['满意率达到90%以上的得5分，80%-90%的得3分。', []],
    ['累计扣分10分以上的不得评优，20分以上的评为基本称职。', []],
  ])('%s', (text, grades) => {
    expect(gradesOf(text)).toEqual(grades)
  })
})

describe('时限', () => {
  test.each([
    ['公示期不少于3个工作日。', ['公示 3 working']],
    ['考核结果公示7天。', ['公示 7 calendar']],
    ['考核结果公示1.5天。', []],
    [
      '公示5个工作日，公示期内有异议的，可在3日内向考核办提出，考核办应在7日内答复。',
      ['公示 5 working', '异议 3 calendar', '答复 7 calendar'],
    ],
    [
      '对结果有异议的，可在五个工作日内书面申请复核，领导小组应在十五个工作日内作出复核决定。',
      ['申请复核 5 working', '复核 15 working'],
    ],
    ['公示期满无异议的，报镇党委审定。', []],
    ['群众投诉3日内未答复的扣2分。', []],
  ])('%s', (text, deadlines) => {
    expect(findDeadlines(read(text)).map(({ step, days, kind }) => `${step} ${String(days)} ${kind}`)).toEqual(
      deadlines,
    )
  })
})

describe('考核对象', () => {
  test.each([
    [
      '一、考核对象\n全镇在编在岗干部职工。新录用不满半年的不参加考核。\n二、内容\n认真工作。',
      ['全镇在编在岗干部职工', '不：新录用不满半年的不参加考核'],
    ],
    [
      '考核对象为全体在编在岗的公务员。长期抽调外出达半年以上的不纳入考核范围。',
      ['全体在编在岗的公务员', '不：长期抽调外出达半年以上的不纳入考核范围'],
    ],
    [
      '机关全体工作人员均作为绩效考评的对象。\n(不含科级实职领导干部)',
      ['机关全体工作人员均作为绩效考评的对象', '不：不含科级实职领导干部'],
    ],
    ['镇党委是考核工作的责任主体。', []],
  ])('%s', (text, people) => {
    const words = read(text)
    const found = findAppraisees(words, outlineOf(words).root)
    expect(
      found.map(({ words: { start, end }, appraised }) => `${appraised ? '' : '不：'}${words.slice(start, end)}`),
    ).toEqual(people)
  })
})

describe('一组奖励的上限', () => {
  const schemeOf = (section: string) =>
    compileRegulation(`一、纪律（100分）\n迟到一次扣1分。\n二、${section}`).scheme
  const capOf = (section: string) => (schemeOf(section).rewardCap?.points ?? 0) / 100
  const capsOf = (section: string) => schemeOf(section).rewards.map(({ cap }) => (cap ?? 0) / 100)
  const clauses = '1、获县级表彰加2分。\n2、被采用一篇加1分。'

  test.each([
    [`加分项（最高不超过10分）\n${clauses}`, 10],
    [`加分项\n${clauses}\n3、加分总额不超过15分。`, 15],
    [`加分项\n${clauses}\n3、累计加分以20分为限。`, 20],
    [`工作奖励\n奖励加分全年累计不超过10分。\n${clauses}`, 10],
    [`加分项\n${clauses}`, 0],
  ])('%s', (section, points) => {
    expect(capOf(section)).toBe(points)
    expect(capsOf(section)).toEqual([0, 0])
  })

  test('单项加分不超过5分：每条各有封顶，句子跟着改', () => {
    const section = `加分项\n${clauses}\n3、单项加分不超过5分。`
    expect(capsOf(section)).toEqual([5, 5])
    expect(capOf(section)).toBe(0)
    expect(schemeOf(section).rewards[1]?.sentence).toContain('累计不超过5分')
  })

  test('只限一部分加分的，问清再填', () => {
    const text = `一、纪律（100分）\n迟到一次扣1分。\n二、加分项（最高不超过10分）\n${clauses}\n三、奖励\n1、招商一个加5分。\n2、引税一户加2分。`
    const { scheme, diagnostics } = compileRegulation(text)
    expect(scheme.rewardCap).toBeUndefined()
    expect(diagnostics.filter(({ message }) => message.includes('限的是哪几条加分'))).toHaveLength(1)
  })
})

describe('原文没有写的，用标明的建议值', () => {
  test('计分的办法', () => {
    const { cadence, grades, deadlines } = compileRegulation('一、纪律（100分）\n迟到一次扣1分。').scheme
    expect(cadence).toEqual([{ step: '年终综合评定', source: null, origin: 'default' }])
    expect(grades).toEqual([{ grade: '优秀', quotaPercent: 2000, source: null, origin: 'default' }])
    expect(deadlines?.map(({ step, days, kind, origin }) => [step, days, kind, origin])).toEqual([
      ['公示', 5, 'working', 'default'],
      ['异议', 5, 'working', 'default'],
      ['答复', 5, 'working', 'default'],
      ['申请复核', 5, 'working', 'default'],
      ['复核', 10, 'working', 'default'],
    ])
  })

  test('写明一步，其余仍是建议值', () => {
    const { deadlines } = compileRegulation('一、纪律（100分）\n迟到一次扣1分。\n考核结果公示7天。').scheme
    expect(deadlines?.map(({ days, origin }) => [days, origin])).toEqual([
      [7, undefined],
      [5, 'default'],
      [5, 'default'],
      [5, 'default'],
      [10, 'default'],
    ])
  })

  test('没有计分条款的文字一样也不加', () => {
    const { cadence, grades, deadlines } = compileRegulation('全镇召开年度工作会议，部署重点工作。').scheme
    expect([cadence, grades, deadlines]).toEqual([[], undefined, undefined])
  })
})
