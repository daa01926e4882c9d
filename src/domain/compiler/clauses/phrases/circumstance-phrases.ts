import type { CalendarWindow } from '../../../primitives/local-date.ts'
import { quantity, type Quantity } from '../../../primitives/quantity.ts'
import { canonicalUnit } from '../../../scheme/units.ts'
import { readNumeral } from '../numerals.ts'
import { phrasePattern, type Phrase, type PhraseWords } from './phrase.ts'

export type EndCircumstance = { readonly field: 'severity' | 'rank' | 'subject' }

/** Circumstances that end the words before an effect and are cut from the deed. */
export const endCircumstances: readonly Phrase<EndCircumstance>[] = [
  {
    name: 'severity-effect',
    pattern: phrasePattern(
      '(?<value>(?:造成|产生|引起|导致|引发)(?:了)?[^,;、的。()]{0,8}?(?:影响|后果|损失|危害|事故)|造成[^,;、的。()]{0,6}?(?:伤亡|死亡|受伤|上访|舆情|被动|延误|混乱))',
    ),
    examples: ['造成不良影响', '造成重大损失', '造成一定影响', '造成严重后果', '产生恶劣影响'],
    read: () => ({ field: 'severity' }),
  },
  {
    name: 'severity-degree',
    pattern: phrasePattern(
      '(?<value>(?:情节|后果|性质)(?:较轻|轻微|一般|较重|较为严重|特别严重|严重|恶劣|特别恶劣))',
    ),
    examples: ['情节严重', '情节轻微', '后果特别严重', '性质恶劣'],
    read: () => ({ field: 'severity' }),
  },
  {
    name: 'rank-last',
    pattern: phrasePattern(
      '在?(?<value>(?:全[国省市县区镇乡州街局]|[省市县区镇])?(?:考核|综合|得分|评比|考评){0,4}(?:排名?(?:在|列|位)?|名列|位列|位居|列|名次(?:为)?|居)?(?:最后|末位|末尾|倒数第?{数}(?:[、和至]第?{数})?(?:位|名)?|(?:最后|后|末|前){数}(?:位|名)|末{数}位|第{数}(?:位|名))|(?:考核|综合|得分){0,4}(?:排名|位居|位列|居|列)第{数})(?:的?(?:科室|办公室|单位|部门|站所|村居|社区|村|个人|人员))?',
    ),
    examples: ['全区排名末位', '全市排末三位', '全市后三位', '全区末位', '排名第一名', '排名第一', '全县倒数第一'],
    read: () => ({ field: 'rank' }),
  },
  {
    name: 'subject',
    pattern: phrasePattern(
      '(?<=^|[,、;对给由的])(?<value>(?:直接|主要|相关|有关|具体|第一)?责任人(?:员)?|(?:所在)?(?:科室|办公室|部门|单位|主要|分管|站所|相关)?负责人|其他(?:工作)?人员|其他(?:干部|同志|成员|班子成员)|当事人|(?:包片|带班|分管|主要)领导|经办人|责任(?:科室|单位|部门)|站所长|驻村干部)(?:各|均)?',
    ),
    examples: [],
    read: () => ({ field: 'subject' }),
  },
]

/** 48小时内: stays in the deed, and is told apart for the registers. */
export const deadlinePattern = phrasePattern(
  '(?<value>{数}个?(?:工作日|小时|天|日|分钟)(?:之|以)?内|(?:每月|每季度?|每年|次月|当月)?(?:{数}月)?{数}[日号](?:之|以)?前|(?:每?月|季|年)底前)',
)

export type Grace = {
  readonly count: Quantity
  readonly unit: string
  readonly window: CalendarWindow | null
}

const windowOf: Readonly<Record<string, CalendarWindow>> = { 月: 'month', 季: 'quarter', 年: 'year' }
const windowWord = '(?:(?:每|全|当|一|本)?个?(?<window>月|季|年)(?:度)?(?:内|中)?)?'

export type Threshold = { readonly count: Quantity; readonly unit: string; readonly window: CalendarWindow }

const threshold = phrasePattern(
  '(?:每|全|当)?个?(?<window>月|季|年)(?:度)?(?:内|中)?(?:累计)?[^,，;；。\\d]{0,6}?(?:累计)?(?:(?<verb>超过|满|达到?)(?<beyond>{数})(?<unit>{单位})|(?<from>{数})(?<fromUnit>{单位})(?:及)?以上)的?$',
)

/** 月累计迟到3次以上的: says from when on, and not whether the first three are free. */
export function readThreshold(words: string): Threshold | null {
  const found = threshold.exec(words)?.groups
  const window = windowOf[found?.['window'] ?? '']
  if (found === undefined || window === undefined) return null
  const beyond = readNumeral(found['beyond'] ?? '')
  const from = readNumeral(found['from'] ?? '')
  const free = beyond ?? (from === null ? null : from - 100)
  if (free === null || free <= 0) return null
  return { count: quantity(free), unit: canonicalUnit(found['unit'] ?? found['fromUnit'] ?? ''), window }
}

/** 季迟到满10次后: the first units in a calendar window are free. */
export const gracePhrases: readonly Phrase<Grace>[] = [
  {
    name: 'after',
    pattern: phrasePattern(
      `${windowWord}(?:累计)?(?<what>[^,;()。\\d]{0,6}?)(?:累计)?(?:满|超过|超|达到?)(?<count>{数})(?<unit>{单位})?(?:的)?(?:之后|以后|后)(?:的)?`,
    ),
    examples: ['季迟到满10次后', '每季满10次后', '月累计迟到超过3次后', '全年超过5天后', '每季满10后'],
    read: (words) => ({
      count: quantity(readNumeral(words['count'] ?? '') ?? 0),
      unit: words['unit'] ?? '',
      window: windowOf[words['window'] ?? ''] ?? null,
    }),
  },
  {
    name: 'from-the-nth',
    pattern: phrasePattern(`${windowWord}(?:累计)?(?:自|从)?第(?<nth>{数})(?<unit>{单位})(?:起|开始)`),
    examples: ['每季第11次起', '从第4次开始'],
    read: (words) => ({
      count: quantity(Math.max(0, (readNumeral(words['nth'] ?? '') ?? 0) - 100)),
      unit: words['unit'] ?? '',
      window: windowOf[words['window'] ?? ''] ?? null,
    }),
  },
]

export type Target = {
  readonly count: Quantity
  readonly unit: string
  /** 每季度不少于3条: the target is for each of several windows of the year. */
  readonly timesAYear: number
}

const timesAYear: Readonly<Record<string, number>> = { 周: 52, 月: 12, 季: 4, 半年: 2 }

function targetOf(words: PhraseWords): Target {
  return {
    count: quantity(readNumeral(words['count'] ?? '') ?? 0),
    unit: words['unit'] ?? '',
    timesAYear: timesAYear[words['window'] ?? ''] ?? 1,
  }
}

const everyWindow = '(?:每个?(?<window>周|月|季|半年)度?[^,;。每]{0,12}?)?'

/** 不少于10000字, 达到90%, 要有12篇: what is to be reached. */
export const targetPhrases: readonly Phrase<Target>[] = [
  {
    name: 'at-least',
    pattern: phrasePattern(
      `${everyWindow}(?:不(?:得)?(?:少于|低于)|不得少于|少于|未达到?|达不到|低于|不足|不到|≥|>=|至少(?:完成|撰写|报送|有|写|上报)?|达到?|要有|应有|须有|须达到?|应达到?|(?:完成|撰写|报送|上报|开展|召开|组织)(?:(?!每)\\p{Script=Han}){0,6}?|(?:任务|目标|指标)(?:为|是)?|每人|为)(?<count>{数})(?<unit>{单位})(?!(?:以下|以内|内))`,
    ),
    examples: [
      '不少于10000字',
      '达到90%',
      '要有12篇',
      '不低于95%',
      '报送24条',
      '至少完成12篇',
      '每季度上报信息不少于3条',
    ],
    read: targetOf,
  },
  {
    name: 'or-more',
    pattern: phrasePattern(`${everyWindow}(?<count>{数})(?<unit>{单位})(?:\\([^)]*\\))?(?:及)?以上`),
    examples: ['90%以上', '12篇及以上', '24条以上', '每月2次以上'],
    read: targetOf,
  },
]

/** The rungs of a ladder, highest first, and the words that name them. */
const levelWords: readonly (readonly [level: string, words: RegExp])[] = [
  ['国家', /国家|中央|国务院|全国|财政部|部级|省部|部委/u],
  ['省', /省(?!心|力|去|略)/u],
  ['市', /(?<!县级|城|超|集)市(?!场|民|政(?!府)|容)/u],
  ['区', /[区县](?:级|委|政府|局|里|内|直|一级|以上|表彰|通报|批评|\()/u],
]

const honourWords = /表彰|奖|荣誉|称号|先进|文明|推广|通报|批评|处分|采用|采纳|刊|转发|肯定|批示|发表|级/u

/** The rung a clause speaks of (SPEC §4.3: 县 reads as 区); several that share one amount are joined by 、. */
export function readLevel(text: string): string | null {
  if (!honourWords.test(text)) return null
  const levels = levelWords.filter(([, words]) => words.test(text)).map(([level]) => level)
  return levels.length === 0 ? null : levels.join('、')
}
