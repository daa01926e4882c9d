import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placedRules, schemeToFile, type Scheme } from '../scheme/scheme.ts'
import { compileRegulation, isAdoptable, type Compilation } from './compile-regulation.ts'
import type { Diagnostic } from './diagnostic.ts'

const regulations = new URL('../../../../shared/regulations/', import.meta.url)
const regulationText = (name: string) => readFileSync(new URL(name, regulations), 'utf8')
const seed = regulationText('seed.txt')
const compiled = compileRegulation(seed)

/** 党办:10,10,5 … : sheets with the points of their items, and each item's number of rules. */
function outlineOf(scheme: Scheme): string[] {
  return scheme.categories.flatMap((category) => [
    `${category.title} ${String((category.points ?? 0) / 100)} ${category.kind}`,
    ...category.sheets.map((sheet) => {
      const items = sheet.items.map((item) => `${String((item.points ?? 0) / 100)}×${String(item.rules.length)}`)
      return `  ${sheet.office ?? '全体'} ${String((sheet.points ?? 0) / 100)}: ${items.join(' ')}`
    }),
  ])
}

function countsByCode(diagnostics: readonly Diagnostic[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { code } of diagnostics) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

function only({ diagnostics }: Compilation, code: Diagnostic['code']): Diagnostic[] {
  return diagnostics.filter((diagnostic) => diagnostic.code === code)
}

describe('种子办法（原样，受损）', () => {
  test('类别、考核表、项目、分值和条款数与原文逐项相符', () => {
    expect(compiled.scheme.title).toBe('完善考核制度方法')
    expect(compiled.scheme.total).toBe(10_000)
    expect(outlineOf(compiled.scheme)).toEqual([
      '公共工程 20 deductive',
      '  全体 20: 10×14 5×3 5×2',
      '业务工作 60 deductive',
      '  党办 60: 10×1 10×1 10×1 5×1 5×1 5×2 5×2 5×1 5×1',
      '  政府办 60: 10×1 5×1 5×1 5×2 5×2 5×1 5×2 5×2 3×1 5×1 4×1 3×1',
      '  国土所(规划办) 60: 10×1 10×3 10×3 20×3 10×3',
      '  司法所 60: 20×1 20×2 10×1 10×1',
      '  综治办 60: 20×1 10×1 10×1 10×1 10×3',
      '  计生办 60: 5×1 10×1 20×1 10×1 10×1 5×1',
      '  农业办 60: 10×1 10×1 5×1 5×1 10×1',
      '综合评议 20 rated',
    ])
  })

  test('全体人员的项目以标题为名，办公室的项目以首句为名', () => {
    const [everyone, offices] = compiled.scheme.categories
    expect(everyone?.sheets[0]?.items.map((item) => item.title)).toEqual(['工作纪律', '廉洁自律', '政治学习'])
    expect(offices?.sheets[0]?.items[6]?.title).toBe('定期完成党务公开和撰写新闻报道工作')
    expect(offices?.sheets[5]?.items.map((item) => item.title)).toEqual([
      '制定镇人口与方案生育开展规划和年度方案',
      '指导催促各村(居)委会及辖区单位的方案生育工作',
      '负责生育证、独生子女证的审核、发放和管理',
      '协调有关部门加强对流动人口的方案生育管理工作',
      '严格按照XX省人口与方案生育条例等有关规定',
      '完成政府和上级方案生育部门交办的其他工作',
    ])
  })

  test('问题清单：该报的都报，不该报的一个不报', () => {
    const { 'word-repaired': words, ...counts } = countsByCode(compiled.diagnostics)
    expect(words).toBeGreaterThan(30)
    expect(counts).toMatchObject({
      'chunk-break': 13,
      'number-repaired': 3,
      'sum-mismatch': 1,
      'missing-section': 1,
      'unused-points': 1,
      'number-lost': 1,
      'doubtful-amount': 1,
      'undefined-role': 1,
      'text-truncated': 1,
      'deduction-exceeds-item': 2,
      'severity-not-monotone': 1,
    })
    expect(only(compiled, 'sum-mismatch')[0]?.message).toContain('农业办”应为60分，各项合计40分')
    expect(only(compiled, 'text-truncated')[0]?.message).toContain('共17页，这里只有前6页')
    expect(only(compiled, 'text-truncated')[0]?.message).toContain('“农业办”还缺20分')
    expect(only(compiled, 'deduction-exceeds-item').map(({ quote }) => quote)).toEqual([
      '因工作不到位,造成不良影响扣2023分',
      '造成重大损失扣2023分',
    ])
    expect(only(compiled, 'undefined-role')[0]?.quote).toBe('主管领导')
    expect(only(compiled, 'doubtful-amount')[0]?.quote).toBe('2022元')
    expect(only(compiled, 'unreadable-clause')).toEqual([])
    expect(isAdoptable(compiled.diagnostics, compiled.scheme)).toBe(false)
  })

  test('2023 读作 10：有七组合计作证，长数字随之，年份与页面不动', () => {
    const [proof, words, pieces] = only(compiled, 'number-repaired')
    expect(proof?.message).toContain('2023 → 10')
    expect(proof?.message).toContain('7组分值中7组合计全部相符')
    expect(words?.message).toBe('“2023000”随“2023 → 10”读作“10000”。')
    expect(pieces?.message).toBe('“202300”随“2023 → 10”读作“1000”。')
    const rules = schemeToFile(compiled.scheme).categories[0]?.sheets?.[0]?.items ?? []
    const late = rules[0]?.rules?.find((rule) => rule.grace !== undefined)
    expect(late).toMatchObject({ effect: 'deduct', points: 2, grace: { count: 10, window: 'quarter' } })
    const noticed = rules[0]?.rules?.find((rule) => rule.source?.quote.includes('被上级通报'))
    expect(noticed).toMatchObject({ points: 10, source: { quote: '被上级通报一次扣2023分' } })
    const notes = rules[2]?.rules?.[0]
    expect(notes).toMatchObject({ per: 1000, shortfall: { target: 10_000, unit: '字', step: 1000 } })
  })

  test('不修复时照原样读，每组合计都报不符', () => {
    const asIs = compileRegulation(seed, { repair: false })
    expect(only(asIs, 'number-repaired')).toEqual([])
    expect(only(asIs, 'sum-mismatch')).toHaveLength(8)
    expect(asIs.scheme.categories[0]?.sheets[0]?.items[0]?.points).toBe(202_300)
  })

  test('领导取平均、绩效工资、考核周期、奖励阶梯各归其位', () => {
    const { rollUps, pay, cadence, rewards } = schemeToFile(compiled.scheme)
    expect(rollUps?.map(({ post, of }) => [post, of])).toEqual([
      ['主要领导', '分管领导'],
      ['分管领导', '工作人员'],
    ])
    expect(pay).toMatchObject({ perPerson: 2022, formula: 'pool-by-score' })
    expect(cadence?.map(({ step }) => step)).toEqual(['周督查', '月考核', '季通报', '年终综合评定'])
    expect(rewards?.map(({ effect, level, points, origin }) => [effect, level, points, origin])).toEqual([
      ['add', '区', 1, 'default'],
      ['add', '市', 2, 'default'],
      ['add', '省', 3, 'default'],
      ['add', '国家', 5, 'default'],
      ['deduct', '区', 1, 'default'],
      ['deduct', '市', 2, 'default'],
      ['deduct', '省', 3, 'default'],
      ['deduct', '国家', 5, 'default'],
      ['deduct', undefined, null, undefined],
    ])
  })

  test('页面杂项不成条款，截断处的两半接成一句', () => {
    const quotes = [...placedRules(compiled.scheme)].map(({ rule }) => rule.source?.quote ?? '')
    expect(quotes.filter((quote) => /上传人|文档|猜你喜欢|许可证/.test(quote))).toEqual([])
    const joined = [...placedRules(compiled.scheme)].find(({ rule }) => rule.condition?.includes('办理请假手续'))
    expect(joined?.rule.source?.quote).toContain('政府办登\n\n5、记)办理请假手续')
    expect(only(compiled, 'chunk-break')[0]?.message).toContain('勤奋敬业、敢想敢干')
  })

  test('每个计分用语都有着落', () => {
    const { tokens, underRule, underDiagnostic, explained, unexplained } = compiled.coverage
    expect(tokens).toBeGreaterThan(80)
    expect(unexplained).toEqual([])
    expect(underRule + underDiagnostic + explained.length).toBe(tokens)
  })

  test('方案文件符合格式，编号不重，两次编译完全一样', () => {
    const file = schemeToFile(compiled.scheme)
    expect(file.format).toBe('gongdao-scheme/1')
    const ids = [...placedRules(compiled.scheme)].map(({ rule }) => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(compileRegulation(seed)).toEqual(compiled)
  })
})

describe('同一办法的不同样子', () => {
  const outline = outlineOf(compiled.scheme)
  const body = seed.slice(seed.indexOf('1、完善'), seed.indexOf('展开阅读全文'))
  const joined = body.replace(/\n+\d+、/g, '').replace(/^1、/, '')
  const wrapped = (text: string) =>
    text
      .split(' ')
      .flatMap((paragraph) => paragraph.match(/.{1,36}/g) ?? [])
      .join('\n')
  test.each([
    ['CRLF 换行', seed.replace(/\n/g, '\r\n')],
    ['全角标点', seed.replace(/[,;():]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))],
    ['全角数字', seed.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
    ['每段一行', body.replace(/ /g, '\n')],
    ['没有截断', joined],
    ['没有空格', joined.replace(/ /g, '')],
    ['页宽断行', wrapped(joined)],
    ['字间有空格', joined.replace(/扣/g, ' 扣 ').replace(/分/g, ' 分')],
    ['数字完好', joined.replace(/2023/g, '10')],
    ['换成别的数', joined.replace(/2023/g, '1234')],
  ])('%s：读出同样的方案', (_, text) => {
    expect(outlineOf(compileRegulation(text).scheme)).toEqual(outline)
  })

  test('完好的数字不修复', () => {
    expect(only(compileRegulation(joined.replace(/2023/g, '10')), 'number-repaired')).toEqual([])
  })

  test('和年份同形的绩效工资数不随分值修复', () => {
    const { scheme } = compileRegulation(joined.replace(/2023/g, '2022'))
    expect(schemeToFile(scheme).pay?.perPerson).toBe(2022)
  })

  test('有一组合计对不上就不修复，只说明像什么、哪组不符', () => {
    const short = joined.replace('负责做好普法工作,未按上级要求完成普法任务,每次扣5分(20分)。', '')
    const result = compileRegulation(short)
    expect(only(result, 'number-repaired').map(({ message }) => message)).toEqual([
      '“2023”若读作“10”，8组分值中有6组合计相符，但司法所、农业办仍不符，没有证明，未作改动；请先核对司法所、农业办。',
    ])
    expect(result.scheme.categories[0]?.sheets[0]?.items[0]?.points).toBe(202_300)
  })

  test('两个数都能解释时不修复', () => {
    const text =
      '一、纪律(20分)\n1、出勤(7分)\n迟到一次扣1分。\n2、会风(8分)\n缺席一次扣1分。\n二、学习(20分)\n1、笔记(7分)\n少一篇扣1分。\n2、测试(8分)\n不合格扣1分。'
    const result = compileRegulation(text)
    expect(only(result, 'number-repaired')).toEqual([])
    expect(only(result, 'sum-mismatch')).toHaveLength(2)
  })
})

describe('其他办法', () => {
  test.each([
    ['dev-02.txt', 10_000, ['出勤情况', '本职工作', '中心工作', '民主测评']],
    ['dev-03.txt', 10_000, ['考评办法']],
    [
      'dev-05.txt',
      10_000,
      ['农经工作', '农村综合改革', '惠农政策执行', '财政监督、内部管理', '队伍建设、中心工作'],
    ],
    ['dev-06.txt', 20_000, ['计划生育', '社会管理综合治理', '安全生产']],
    ['dev-07.txt', 100_000, ['扶贫攻坚和小康建设', '农业和农村工作']],
    ['dev-12.txt', null, ['未归类']],
  ])('%s 的总分和类别', (name, total, titles) => {
    const { scheme } = compileRegulation(regulationText(name))
    expect(scheme.total).toBe(total)
    expect(scheme.categories.map((category) => category.title)).toEqual(titles)
  })

  test('分值写在项目后面、记(10分)、(10分): 都认得', () => {
    const { scheme } = compileRegulation(regulationText('dev-06.txt'))
    expect(scheme.categories[1]?.sheets[0]?.items.map((item) => [item.title, item.points])).toEqual([
      ['按要求认真做好“村为主”工作', 1000],
      ['治安防范', 1000],
      ['做好纠纷调解工作', 1000],
      ['工作', 1000],
    ])
  })

  test('繁体原文照引，按简体理解', () => {
    const { scheme } = compileRegulation(regulationText('dev-02.txt'))
    const rule = scheme.categories[0]?.sheets[0]?.items[0]?.rules[0]
    expect(rule?.source?.quote).toBe('遲到、早退或抽查脫崗1次扣0.2分')
    expect(rule?.condition).toBe('迟到、早退或抽查脱岗')
  })

  test.each(['dev-01.txt', 'dev-08.txt', 'dev-09.txt'])('%s 没有计分条款：类别为空，一个错误', (name) => {
    const result = compileRegulation(regulationText(name))
    expect(result.scheme.categories).toEqual([])
    expect(result.diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'no-scoring-clause',
    ])
    expect(isAdoptable(result.diagnostics, result.scheme)).toBe(false)
  })

  test('办公室职责、评议组权重各归其位', () => {
    const { scheme } = compileRegulation(`乡镇机关绩效管理办法
考核实行百分制，由业务工作（80分）和民主测评（20分）组成。
一、业务工作（80分）
（一）党政综合办公室（80分）
1、公文处理（20分）：出现错漏，每处扣0.5分；
2、会务接待（60分）：会务保障不到位，每次扣2分。
（二）农业农村办公室职责（80分）
1、粮食生产（80分）：发生疫情，每起扣5分。
二、民主测评（20分）
由主要领导（占40%）、分管领导（占30%）、干部职工（占30%）测评打分。`)
    const file = schemeToFile(scheme)
    expect(file.categories[0]?.sheets?.map(({ office, points }) => [office, points])).toEqual([
      ['党政综合办公室', 80],
      ['农业农村办公室', 80],
    ])
    expect(file.categories[1]).toMatchObject({
      kind: 'rated',
      sheets: [],
      raterGroups: [
        { group: '主要领导', weight: 40 },
        { group: '分管领导', weight: 30 },
        { group: '干部职工', weight: 30 },
      ],
    })
  })

  test('条文式办法：第几条就是项目或类别，总则不计分', () => {
    const { scheme } = compileRegulation(`第一章 总则
第一条 考核总分100分，其中：德40分、绩60分。
第二章 考核内容
第二条 德（40分）
（一）不服从组织安排的，每次扣2分。
第三条 绩（60分）
任务未完成的，每项扣5分。
第三章 加分
第四条 受到区级表彰的加1分。`)
    expect(outlineOf(scheme)).toEqual(['德 40 deductive', '  全体 40: 40×1', '绩 60 deductive', '  全体 60: 60×1'])
    expect(scheme.rewards.map(({ effect, level, points }) => [effect, level, points])).toEqual([
      ['add', '区', 100],
    ])
  })

  test('新闻和空文本同样说明没有条款', () => {
    for (const text of ['', '  \n', '本报讯 昨日，全镇召开春季造林动员会，会议由镇长主持。'])
      expect(compileRegulation(text).diagnostics.map(({ code }) => code)).toEqual(['no-scoring-clause'])
  })
})

describe('答复', () => {
  const answer = (code: Diagnostic['code']) => only(compiled, code)[0]
  test('同意改词后按新词读，原问题留在清单里并注明已答复', () => {
    const offered = only(compiled, 'word-repaired').find(
      ({ quote, span }) => quote === '效劳' && span.start > 1500,
    )
    const interpretation = offered?.fix?.interpretation
    if (offered === undefined || interpretation === undefined) throw new Error('种子里应有可改的词')
    const again = compileRegulation(seed, { interpretations: [interpretation] })
    const kept = again.diagnostics.find(
      ({ span, code }) => code === 'word-repaired' && span.start === offered.span.start,
    )
    expect(kept?.settled).toEqual(interpretation)
    expect(again.diagnostics).toHaveLength(compiled.diagnostics.length)
    const rule = [...placedRules(again.scheme)].find(({ rule: { source } }) =>
      source?.quote.startsWith('效劳态度差'),
    )
    expect(rule?.rule.condition).toContain('服务态度差')
  })

  test('改词全部同意：结构和分值不变，引文仍是原文，每条都注明已答复', () => {
    const offered = only(compiled, 'word-repaired').flatMap(({ fix }) =>
      fix === undefined ? [] : [fix.interpretation],
    )
    const again = compileRegulation(seed, { interpretations: offered })
    expect(again.scheme.categories[0]?.title).toBe('公共项目')
    expect(again.scheme.categories[0]?.source?.quote).toBe('(一)公共工程(20分)')
    expect(outlineOf(again.scheme).slice(1)).toEqual(outlineOf(compiled.scheme).slice(1))
    const words = only(again, 'word-repaired')
    expect(words).toHaveLength(offered.length)
    expect(words.filter(({ settled }) => settled === undefined)).toEqual([])
  })

  test('合计不符不能注明保留，只能补上；读不懂的一句注明不计分就不再妨碍采用', () => {
    const leaving = (text: string) => {
      const errors = compileRegulation(text).diagnostics.filter(({ severity }) => severity === 'error')
      const interpretations = errors.map(({ span, code }) => ({ act: 'leave' as const, span, code }))
      const again = compileRegulation(text, { interpretations })
      return { codes: errors.map(({ code }) => code), isAdoptable: isAdoptable(again.diagnostics, again.scheme) }
    }
    expect(leaving(seed)).toEqual({ codes: ['sum-mismatch'], isAdoptable: false })
    const unread = '考核实行百分制。\n一、工作纪律（100分）\n脱岗，每次扣2分。\n奖扣分另行扣减扣除。'
    expect(leaving(unread)).toEqual({ codes: ['unreadable-clause'], isAdoptable: true })
  })

  test('主管领导可选定为分管领导', () => {
    const chosen = answer('undefined-role')?.readings?.[1]?.interpretation
    if (chosen === undefined) throw new Error('应有两种理解可选')
    const again = compileRegulation(seed, { interpretations: [chosen] })
    expect(only(again, 'undefined-role')[0]?.settled).toEqual(chosen)
    const leave = [...placedRules(again.scheme)].find(({ rule }) => rule.condition?.includes('办理请假手续'))
    expect(leave?.rule.condition).toMatch(/2天以上.分管领导批准/)
    expect(leave?.rule.source?.quote).toContain('主管领导')
  })
})

describe('出处', () => {
  const citationsOf = (scheme: Scheme) =>
    [
      ...scheme.categories.flatMap((category) => [
        category.source,
        ...category.sheets.flatMap((sheet) => [sheet.source, ...sheet.items.map((item) => item.source)]),
      ]),
      ...[...placedRules(scheme)].map(({ rule }) => rule.source),
      ...scheme.rollUps.map(({ source }) => source),
      ...scheme.cadence.map(({ source }) => source),
      scheme.pay?.source,
    ].flatMap((source) => (source === null || source === undefined ? [] : [source]))
  /** Quotes that are not the stored words at their place. */
  const misquotes = (text: string): string[] => {
    const { scheme, diagnostics } = compileRegulation(text)
    const spans = diagnostics.map(({ span, quote }) => ({ ...span, quote }))
    return [...citationsOf(scheme), ...spans]
      .filter(({ start, end, quote }) => text.slice(start, end) !== quote)
      .map(({ quote }) => quote)
  }

  test.each(['seed', ...Array.from({ length: 12 }, (_, i) => `dev-${String(i + 1).padStart(2, '0')}`)])(
    '%s 的每处引文都是存档原文那一段',
    (name) => {
      expect(misquotes(regulationText(`${name}.txt`))).toEqual([])
    },
  )

  test('任意文字都不出错，引文仍然准确', () => {
    const pieces = [
      '扣2分',
      '(10分)',
      '一、',
      '1、',
      '(一)',
      '每次',
      '\n',
      ' ',
      '2023',
      '党办(60分)',
      '否决',
      '加3分',
      '𠮷',
      '①',
      '。',
      '百分制',
      '表彰加分',
      '视情节扣5-10分',
    ]
    const noise = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 6 })), {
      maxLength: 60,
    })
    expect.hasAssertions()
    fc.assert(
      fc.property(noise, (parts) => {
        expect(misquotes(parts.join(''))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})
