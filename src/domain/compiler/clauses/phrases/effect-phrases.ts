import { centipoints, type Centipoints } from '../../../primitives/centipoints.ts'
import { fen } from '../../../primitives/fen.ts'
import type { RuleFields } from '../../../scheme/effects/index.ts'
import { readNumeral } from '../numerals.ts'
import { phrasePattern, type Phrase, type PhraseWords } from './phrase.ts'

/** What is unclear about an effect, named; `questions.ts` holds the sentence and the readings. */
export type Doubt =
  | { readonly kind: 'used-up'; readonly points: Centipoints | null }
  | { readonly kind: 'amount-lost' }
  | { readonly kind: 'amount-range'; readonly low: number; readonly high: number }
  | { readonly kind: 'points-or-yuan'; readonly amount: number }
  | { readonly kind: 'proportion-or-discretion'; readonly first: 'proportional' | 'discretionary' }

/** What an effect phrase says by itself; the words before it say when, how often and to whom. */
export type EffectReading = {
  readonly fields: Pick<RuleFields, 'effect'> & Partial<RuleFields>
  readonly doubt?: Doubt
  /** The phrase sets the item's full points: 记满分. */
  readonly full?: true
  /** 加分, 减分 without an amount: a ladder outside the items, a lost amount inside. */
  readonly bare?: true
  /** 分别加5、3、2分: one amount for each of the things listed before it. */
  readonly amounts?: readonly number[]
  /** 省级3分 after 国家级加5分: the effect of the one before. */
  readonly continues?: true
}

function amountOf(word: string | undefined): number | null {
  return word === undefined ? null : readNumeral(word)
}

function pointsOf(word: string | undefined): Centipoints | null {
  const amount = amountOf(word)
  return amount === null ? null : centipoints(amount)
}

/** 元, or 万元 as ten thousand of them. */
function yuanOf(words: PhraseWords): RuleFields['yuan'] {
  const amount = amountOf(words['amount'])
  return amount === null ? null : fen(words['wan'] === undefined ? amount : amount * 10_000)
}

/** 扣社区专干5分: who pays stands between 扣 and the amount; 扣基础分2分 names no one. */
function payerOf(words: PhraseWords): Partial<RuleFields> {
  const who = words['who']
  const isPerson = who !== undefined && /(?:人|人员|干部|专干|领导|者|同志|科室|单位|部门|班子|书记|主任|所长|站长)$/.test(who)
  return isPerson ? { subject: who } : {}
}

function trailingUnit(words: PhraseWords): Partial<RuleFields> {
  return words['after'] === undefined ? {} : { unit: words['after'] }
}

function pointsEffect(effect: 'deduct' | 'add' | 'award', words: PhraseWords): EffectReading {
  const points = pointsOf(words['amount'])
  const fields = { effect, points, ...payerOf(words), ...trailingUnit(words) }
  return points === null ? { fields, doubt: { kind: 'amount-lost' } } : { fields }
}

function amountsOf(words: PhraseWords): number[] {
  return (words['amounts'] ?? '').split(/[、,/和及]/).map((word) => readNumeral(word.replace(/分$/, '')) ?? 0)
}

/** After the 分 of an amount these make another word: 分钟, 十分之一, 十分重视. */
const notPoints = '(?![之析钟类别布明重])'
const take = '(?:倒扣|扣除|扣减|扣掉|扣去|扣罚|扣|减去|(?<!增|加)减)(?:分值|分数|分)?'
const who = '(?<who>(?![完光分])[^,;:。()\\d「」-]{1,12}?)??'
const give = '(?<![更增参递附另叠])(?:奖励?|给予|另|再)?加(?:计|记)?(?:分值|分)?'
const grant = '(?<![取变显觉使值懂求赢难可博所共合总统累预])(?:得|计|记|给)(?:基础分|基本分|基分)?'
const after = '(?:/(?<after>{单位}))?'
const thisItem = '(?:该|此|本)(?:大|小|单|子)?项(?:目|工作|考核|指标|内容)?(?:的)?(?:考核)?(?:得分|分值|分数|成绩)?'
const zeroPoints = '(?:以|按|计|记|为|得|打|扣)+(?:0|零)分(?:计算|处理|计)?'
const judged = '(?:视|看|根据|依|酌)(?:其|具体)?(?:情节|情况|情形|情|性质|后果|程度|影响|工作|完成)*(?:轻重|大小|程度|情况)?(?:酌情)?,?(?:予以|给予|进行|适当|酌情|每次|分别|可|由)*'

export const effectPhrases: readonly Phrase<EffectReading>[] = [
  {
    name: 'deduct',
    pattern: phrasePattern(`${take}${who}(?<amount>{数})分${notPoints}${after}`),
    examples: ['扣2分', '扣除0.5分', '扣二分', '倒扣基础分2分', '扣社区专干5分', '减3分', '扣2分/次', '扣分2分'],
    read: (words) => pointsEffect('deduct', words),
  },
  {
    name: 'deduct-minus',
    pattern: phrasePattern('(?<![\\d分%)])-(?<amount>{数})分'),
    examples: ['-2分', '-0.5分'],
    read: (words) => pointsEffect('deduct', words),
  },
  {
    name: 'deduct-used-up',
    pattern: phrasePattern(`扣(?:完|光)(?<amount>{数})分${notPoints}`),
    examples: ['扣完1分'],
    read: (words) => {
      const points = pointsOf(words['amount'])
      return { fields: { effect: 'deduct', points }, doubt: { kind: 'used-up', points } }
    },
  },
  {
    name: 'deduct-lost',
    pattern: phrasePattern('(?:扣|减)(?:若干|[×xX*_＿□]+)分'),
    examples: ['扣若干分', '扣XX分', '扣×分'],
    read: () => ({ fields: { effect: 'deduct', points: null }, doubt: { kind: 'amount-lost' } }),
  },
  {
    name: 'deduct-bare-number',
    pattern: phrasePattern('扣(?:除|减|罚)?(?<amount>\\d+(?:\\.\\d+)?)(?![\\d.分元%万个至-])'),
    examples: ['扣2', '扣0.5'],
    read: (words) => {
      const amount = amountOf(words['amount'])
      const points = amount === null ? null : centipoints(amount)
      const fields = { effect: 'deduct' as const, points }
      return amount === null
        ? { fields, doubt: { kind: 'amount-lost' } }
        : { fields, doubt: { kind: 'points-or-yuan', amount } }
    },
  },
  {
    name: 'discretionary-range',
    pattern: phrasePattern(
      `(?:${judged})?${take}${who}(?<low>{数})分?(?:-|至|到)(?<high>{数})分${notPoints}(?:不等)?`,
    ),
    examples: ['视情节扣5-10分', '扣2-4分', '视情节轻重扣5分至10分', '酌情扣1到3分', '视情节扣1至3分'],
    read: (words) => {
      const low = pointsOf(words['low'])
      const high = pointsOf(words['high'])
      if (low === null || high === null)
        return { fields: { effect: 'discretionary' }, doubt: { kind: 'amount-lost' } }
      const bounds = low <= high ? { min: low, max: high } : { min: high, max: low }
      return { fields: { effect: 'discretionary', ...payerOf(words), ...bounds } }
    },
  },
  {
    name: 'discretionary-most',
    pattern: phrasePattern(
      `(?:${judged})?(?:${take}(?<high>{数})分(?:以内|以下)|(?:最多|最高)(?:可)?扣(?<most>{数})分(?=以内))|${judged}(?:最多|最高|不超过)?${take}(?:最多|最高|不超过)(?<judgedMost>{数})分`,
    ),
    examples: ['视情节扣5分以内', '扣3分以内', '视情节扣不超过5分'],
    read: (words) => {
      const max = pointsOf(words['high'] ?? words['most'] ?? words['judgedMost'])
      return { fields: { effect: 'discretionary', ...(max === null ? {} : { max }) } }
    },
  },
  {
    name: 'discretionary-least',
    pattern: phrasePattern(`(?:${judged})?(?:${take}(?<low>{数})分以上|${judged}${take}(?:至少|不少于)(?<least>{数})分)`),
    examples: ['视情节扣5分以上', '扣2分以上'],
    read: (words) => {
      const min = pointsOf(words['low'] ?? words['least'])
      return { fields: { effect: 'discretionary', ...(min === null ? {} : { min }) } }
    },
  },
  {
    name: 'discretionary-judged-amount',
    pattern: phrasePattern(`${judged}${take}(?<amount>{数})分${notPoints}(?![以至到-])`),
    examples: ['视情节扣5分', '酌情扣24分'],
    read: (words) => {
      const points = pointsOf(words['amount'])
      return { fields: { effect: 'discretionary', ...(points === null ? {} : { max: points }) } }
    },
  },
  {
    name: 'discretionary',
    pattern: phrasePattern(
      `${judged}(?:扣减|扣除|扣|减)分(?!\\d)|适当(?:予以|给予)?(?:扣|减)分|(?:予以|给予)适当扣分`,
    ),
    examples: ['视情况予以扣分', '酌情扣分', '视情节轻重扣分', '视情节扣分', '适当扣分'],
    read: () => ({ fields: { effect: 'discretionary' } }),
  },
  {
    name: 'discretionary-or-proportional',
    pattern: phrasePattern(`${judged}(?:记|计|给|打|得)分(?!\\d)`),
    examples: ['视情况记分', '酌情计分'],
    read: () => ({ fields: { effect: 'discretionary' }, doubt: { kind: 'proportion-or-discretion', first: 'discretionary' } }),
  },
  {
    name: 'add',
    pattern: phrasePattern(`${give}${who}(?<amount>{数})分${notPoints}${after}|奖励?(?<prize>{数})分${notPoints}`),
    examples: ['加3分', '另加2分', '奖励5分', '加0.5分', '再加1分', '加分2分', '加1分/条'],
    read: (words) => pointsEffect('add', { ...words, amount: words['amount'] ?? words['prize'] }),
  },
  {
    name: 'add-range',
    pattern: phrasePattern(`(?:${judged})?${give}(?<low>{数})分?(?:-|至|到)(?<high>{数})分${notPoints}`),
    examples: ['加1-3分', '酌情加2至5分'],
    read: (words) => {
      const [low, high] = [amountOf(words['low']) ?? 0, amountOf(words['high']) ?? 0]
      return { fields: { effect: 'add', points: null }, doubt: { kind: 'amount-range', low, high } }
    },
  },
  {
    name: 'add-lost',
    pattern: phrasePattern('加(?:若干|[×xX*_＿□]+)分'),
    examples: ['加若干分', '加XX分'],
    read: () => ({ fields: { effect: 'add', points: null }, doubt: { kind: 'amount-lost' } }),
  },
  {
    name: 'several-amounts',
    pattern: phrasePattern(
      '分别(?:给予|予以|按)?(?<verb>扣除?|减|加|得|计|记)(?<amounts>{数}分?(?:[、,/和及]{数}分?)+)(?<=分)',
    ),
    examples: ['分别加5、3、2分', '分别扣1分、2分、3分', '分别加3分、2分和1分'],
    read: (words) => {
      const verb = words['verb'] ?? ''
      const effect = /[扣减]/.test(verb) ? 'deduct' : verb === '加' ? 'add' : 'award'
      return { fields: { effect, points: null }, amounts: amountsOf(words) }
    },
  },
  {
    name: 'further-rung',
    pattern: phrasePattern(
      '(?<=[,、;])(?<rung>(?:国家|中央|省部|省|市|县|区|乡镇|镇)级?|(?:特|一|二|三)等奖|第[一二三四五]名?)(?<amount>{数})分',
    ),
    examples: [],
    read: (words) => ({
      ...pointsEffect('add', words),
      continues: true,
    }),
  },
  {
    name: 'award',
    pattern: phrasePattern(`${grant}(?<amount>{数})分${notPoints}`),
    examples: ['计15分', '得5分', '记10分', '得1分', '计基础分10分'],
    read: (words) => pointsEffect('award', words),
  },
  {
    name: 'award-full',
    pattern: phrasePattern('(?:得|计|记|给|打)(?:满|全)分'),
    examples: ['记满分', '得满分', '计满分', '得全分'],
    read: () => ({ fields: { effect: 'award', points: null }, full: true }),
  },
  {
    name: 'award-lost',
    pattern: phrasePattern('计若干分'),
    examples: ['计若干分'],
    read: () => ({ fields: { effect: 'award', points: null }, doubt: { kind: 'amount-lost' } }),
  },
  {
    name: 'forfeit',
    pattern: phrasePattern(
      `${thisItem}(?:均|一律|都)?(?:不(?:得|计|记|给)分|${zeroPoints}|(?:0|零)分|(?:全部)?扣(?:完|光|除)|一票否决)|(?<!不)(?:不(?:予)?(?:得|计|记|给)分|(?:得|计|记|打)(?:0|零)分)|(?:扣(?:完|光|除|去|掉)?|取消)(?:该|此|本)(?:大|小|单|子)?项(?:目)?(?:的)?(?:全部|所有|考核)?(?:分数|分值|得分|分)|(?:全部|全额)扣(?:完|除|光)|扣(?:除|完|光)?(?:全部|所有|全|满)(?:分数|分值|分)`,
    ),
    examples: [
      '该项不得分',
      '此项不得分',
      '不得分',
      '扣完该项分',
      '扣除该项全部分值',
      '该项计0分',
      '本项目得零分',
      '得0分',
      '扣全分',
      '本项工作不计分',
    ],
    read: () => ({ fields: { effect: 'forfeit' } }),
  },
  {
    name: 'zero',
    pattern: phrasePattern(
      `(?:个人|全年|当年|年度|年终|当月|本年度)*(?:的)?(?:绩效|目标)?(?:考核|考评|总|全年)+(?:总)?(?:成绩|得分|总分|分数|结果|分)?(?:一律|均|直接)?${zeroPoints}`,
    ),
    examples: ['绩效考核以0分计算', '年度考核计0分', '当年绩效考核得0分', '考核总分以零分计算', '全年考核成绩为0分'],
    read: () => ({ fields: { effect: 'zero' } }),
  },
  {
    name: 'proportional',
    pattern: phrasePattern(
      '按(?:照)?(?:实际|任务|目标|工作)*(?:的)?(?:完成)?(?:任务|目标)?(?:的)?(?:比例|百分比|完成率|完成比例|得分率|比率|进度比例)(?:的)?(?:折算|相应|计算)*(?:得|计|记|给|扣|折|赋)(?:分|算)',
    ),
    examples: ['按比例得分', '按完成率计分', '按完成比例得分', '按比例计分', '按照实际完成比例折算得分', '按比例扣分'],
    read: () => ({ fields: { effect: 'proportional' } }),
  },
  {
    name: 'proportional-or-discretionary',
    pattern: phrasePattern('按(?:照)?(?:任务|工作)?(?:实际)?完成(?:任务|工作)?(?:的)?(?:情况|质量|进度|程度)(?:得|计|记|给|打)分'),
    examples: ['按完成情况计分', '按实际完成情况得分'],
    read: () => ({ fields: { effect: 'proportional' }, doubt: { kind: 'proportion-or-discretion', first: 'proportional' } }),
  },
  {
    name: 'veto',
    pattern: phrasePattern('(?:实行|给予|予以|按|进行)?[“"‘「]?一票否决[”"’〞」]?(?:处理)?'),
    examples: ['一票否决', '实行一票否决', '予以“一票否决”'],
    read: () => ({ fields: { effect: 'veto' } }),
  },
  {
    name: 'veto-of',
    pattern: phrasePattern(
      '(?<consequence>(?:取消|停发|不予发放|不发|不予兑现|不享受|不得享受)(?:其|当事人|个人|本人|所在|单位)*(?:当年|当月|年度|全年|本年度|年终|本月|季度)*(?:的|度)?[^,;。()]{0,12}?(?:评优|评先|评选|先进|优秀|资格|绩效工资|绩效奖金?|奖金|奖励|津贴|考评奖|考核奖|奖)+(?:评先|评优|评选|考评|考核|资格|发放|的?参评)*)',
    ),
    examples: ['取消评优', '取消绩效工资', '取消绩效工资考评资格', '取消当年评先评优资格', '不予发放绩效奖金'],
    read: (words) => ({ fields: { effect: 'veto', consequence: words['consequence'] } }),
  },
  {
    name: 'veto-grade',
    pattern: phrasePattern(
      '(?<consequence>(?:当年|年度|全年|个人|本年度|年终|考核)*(?:不得|不能|不予|不可|不)(?:被)?(?:参与|参加|推荐|确定|评定|评选|评为|评|定|列|授予|申报|享受|晋升|晋级|提拔)+(?:为|参加|各类)*[^,;。]{0,14}?(?:优秀|先进|等次|称职|合格|评优|评先|奖励|资格|优|先|称号|荣誉)(?:\\([^)]*\\))?(?:及以上)?(?:等次|资格|个人|称号)?)',
    ),
    examples: [
      '不得确定为优秀',
      '当年个人年度考核不得确定为优秀等次',
      '不得评先评优',
      '不能确定为称职(合格)及以上等次',
      '不予评优',
    ],
    read: (words) => ({ fields: { effect: 'veto', consequence: words['consequence'] } }),
  },
  {
    name: 'veto-quoted',
    pattern: phrasePattern('处理(?<quoted>{引})'),
    examples: [],
    read: (words) => ({ fields: { effect: 'veto', consequence: words['quoted'] } }),
  },
  {
    name: 'money',
    pattern: phrasePattern(
      '(?:(?:扣|罚)(?:除|发|罚|减|款)?|处罚|罚款|处以?)(?:(?<quotedItem>{引})|(?<payItem>[^,;。()\\d「」]{0,14}?))(?:人民币)?(?<amount>{数})(?<wan>万)?元(?:/(?<after>{单位}))?',
    ),
    examples: ['扣20元', '罚款50元', '扣除当月考评奖20元', '扣发综合治理奖1000元', '罚100元', '扣50元/次'],
    read: (words) => ({ fields: { effect: 'money', yuan: yuanOf(words), ...payItemOf(words), ...trailingUnit(words) } }),
  },
  {
    name: 'money-more',
    pattern: phrasePattern('(?<=元)(?:及|和|、|与|以及|并扣)(?<payItem>[^,;。()\\d「」]{1,14}?)(?<amount>{数})(?<wan>万)?元'),
    examples: [],
    read: (words) => ({ fields: { effect: 'money', yuan: yuanOf(words), ...payItemOf(words) } }),
  },
  {
    name: 'money-range',
    pattern: phrasePattern(
      '(?:(?:扣|罚)(?:除|发|罚|减|款)?|处罚|罚款)(?<payItem>[^,;。()\\d「」]{0,14}?)(?<low>{数})元?(?:-|至|到)(?<high>{数})元',
    ),
    examples: ['扣除当月考评奖50-100元', '罚款50至100元'],
    read: (words) => ({
      fields: { effect: 'money', yuan: null, ...payItemOf(words) },
      doubt: { kind: 'amount-range', low: amountOf(words['low']) ?? 0, high: amountOf(words['high']) ?? 0 },
    }),
  },
  {
    name: 'money-lost',
    pattern: phrasePattern(
      '(?:扣|罚)(?:(?<quotedItem>{引}))?若干元|(?:扣发|扣除|扣罚|停发)(?<payItem>[^,;。()「」\\d元分]{0,10}?(?:奖金|奖|工资|津贴|补贴|绩效))(?![^,;。]{0,8}(?:\\d|元))',
    ),
    examples: ['扣若干元', '扣发一个月考评奖', '扣除当月绩效'],
    read: (words) => ({
      fields: { effect: 'money', yuan: null, ...payItemOf(words) },
      doubt: { kind: 'amount-lost' },
    }),
  },
  {
    name: 'bare',
    pattern: phrasePattern('(?<![所应])(?<verb>扣|减|加)分(?!\\d|值|数)'),
    examples: ['扣分', '减分', '加分'],
    read: (words) => ({
      fields: { effect: words['verb'] === '加' ? 'add' : 'deduct', points: null },
      bare: true,
      doubt: { kind: 'amount-lost' },
    }),
  },
]

function payItemOf(words: PhraseWords): Partial<RuleFields> {
  const payItem = words['quotedItem'] ?? (words['payItem'] ?? '').replace(/^的/, '')
  return payItem === '' ? {} : { payItem }
}
