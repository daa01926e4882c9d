import { oneUnit, quantity, type Quantity } from '../../../primitives/quantity.ts'
import { readNumeral } from '../numerals.ts'
import { phrasePattern, type Phrase, type PhraseWords } from './phrase.ts'

/** How often the amount is charged, as the words right before it say. */
export type Step = {
  readonly count: Quantity
  /** The unit word as written; undefined when the clause says 每 and no unit follows. */
  readonly unit: string | undefined
  /** 每少…: what is missing is counted. */
  readonly missing: boolean
  /** 每, 超, 少: surely once per step. 旷工3天扣5分 without them may also mean once from 3 days on. */
  readonly repeats: boolean
  /** 一篇或1000字: the other measure of the same step. */
  readonly other?: { readonly count: Quantity; readonly unit: string }
  /** Words of the deed inside the phrase: 统计水分 in 每出现一例统计水分. */
  readonly deed: string
}

function countOf(word: string | undefined): Quantity {
  const count = word === undefined || word === '' ? null : readNumeral(word)
  return count === null || count === 0 ? oneUnit : quantity(count)
}

function stepOf(words: PhraseWords, certain: { missing: boolean; repeats: boolean }): Step {
  const other =
    words['otherUnit'] === undefined
      ? {}
      : { other: { count: countOf(words['otherCount']), unit: words['otherUnit'] } }
  return { count: countOf(words['count']), unit: words['unit'], ...certain, ...other, deed: words['deed'] ?? '' }
}

const found = '(?:被?(?:发现|查实|查出|查到)|发生|出现|有)?'
const fewer =
  '(?:(?<=每)(?:少|低)于(?:目标|计划|任务)?|(?:少|低)于(?:目标|计划)|下滑|缺少|减少|降低|下降|少报|少|缺|低|差|欠)'

/** Read from the end of the words before an effect; the first row that fits there wins. */
export const stepPhrases: readonly Phrase<Step>[] = [
  {
    name: 'each-missing',
    pattern: phrasePattern(
      `每?(?<![至不减])${fewer}(?:开展|召开|组织|参加|完成|报送|上报|撰写|报|开|写|办|交)?(?<count>{数})?(?<unit>{单位})(?:或(?:者)?(?<otherCount>{数})(?<otherUnit>{单位}))?`,
    ),
    examples: [
      '每少一篇或1000字',
      '少一期',
      '每少一个百分点',
      '每低1%',
      '缺一次',
      '每少1000字',
      '每降低一个百分点',
    ],
    read: (words) => stepOf(words, { missing: true, repeats: true }),
  },
  {
    name: 'each',
    pattern: phrasePattern(
      `每${found}(?<count>{数})?(?<unit>{单位})(?:或(?:者)?(?<otherCount>{数})(?<otherUnit>{单位}))?`,
    ),
    examples: ['每次', '每发现一次', '每发生一次', '每件', '每件次', '每1000字', '每天', '每出现一例', '每5次'],
    read: (words) => stepOf(words, { missing: false, repeats: true }),
  },
  {
    name: 'each-beyond',
    pattern: phrasePattern(
      '(?<=每(?:超过|超出|超|多|逾期|延期|延误|晚|迟|上升|提前|推迟|滞后|拖延|拖|提高|提升|增加|增长|升高|新增))(?<count>{数})(?<unit>{单位})',
    ),
    examples: [],
    read: (words) => stepOf(words, { missing: false, repeats: true }),
  },
  {
    name: 'one',
    pattern: phrasePattern(
      `${found}(?<![第后末前近统\\d.零一二三四五六七八九十百千]|超过|不足|低于|高于|达到?|满|少于|多于)(?<count>1|一)(?<unit>{单位})`,
    ),
    examples: ['发现一次', '一次', '1次', '发现一起', '1天'],
    read: (words) => stepOf(words, { missing: false, repeats: true }),
  },
  {
    name: 'several',
    pattern: phrasePattern(
      `${found}(?<![第后末前近\\d.至到、-]|[零一二三四五六七八九十百千]|达不到|达到?|不足|低于|高于|超过?|满|少于)(?<count>{数})(?<unit>(?!元|万元|亿元|%|个?百分点|个点){单位})`,
    ),
    examples: ['15天', '发现两次', '半天'],
    // Half a day is how absence is counted; two days may also be a threshold.
    read: (words) => stepOf(words, { missing: false, repeats: words['count'] === '半' }),
  },
  {
    name: 'each-of-a-kind',
    pattern: phrasePattern('每(?<unit>(?![未不没逾超多少低缺迟漏错违被])\\p{Script=Han})'),
    examples: ['每盏', '每艘'],
    read: (words) => stepOf(words, { missing: false, repeats: true }),
  },
  {
    name: 'each-missing-without-unit',
    pattern: phrasePattern(`每${fewer}(?<count>{数})`),
    examples: ['每少1000'],
    read: (words) => stepOf(words, { missing: true, repeats: true }),
  },
  {
    name: 'each-without-unit',
    pattern: phrasePattern('每(?<count>{数})'),
    examples: ['每5'],
    read: (words) => stepOf(words, { missing: false, repeats: true }),
  },
]

/** 每有1项不合格, 每小项不完成任务: the unit stands before the deed, in the last part of the clause. */
export const stepBeforeDeed: Phrase<Step> = {
  name: 'each-then-deed',
  pattern: phrasePattern(
    `每(?<headVerb>[^,;每]{0,8}?)(?<headCount>{数})(?<headUnit>(?!天|日|月|季|年|周){单位}),(?<headDeed>(?:国家|中央|省|市|区|县|镇|乡镇|街道)级?(?:及?以上)?)|每(?:${found}(?<count>{数})?(?<unit>(?!天|日|月|季|年|周){单位})|(?<verb>[^,;每]{1,8}?)(?<verbCount>{数})(?<verbUnit>(?!日|月|年){单位}))(?<deed>(?!百分点|前|内|之|以[上下内])[^,;]+?),?|(?:发现|发生|出现|查出|有|缺少?|少|漏报?|错报?)(?<one>1|一)(?<oneUnit>(?!日|月|季|年|周|个月){单位})(?<oneDeed>(?!以上|及以上)[^,;的]{1,14}?)的?,?`,
  ),
  examples: ['每有1项不合格', '每小项不完成任务', '每出现一例统计水分', '每向乡政府上交一件麻纱'],
  read: (words) => {
    const step = stepOf(
      {
        ...words,
        count: words['count'] ?? words['verbCount'] ?? words['headCount'],
        unit: words['unit'] ?? words['verbUnit'] ?? words['oneUnit'] ?? words['headUnit'],
      },
      { missing: false, repeats: true },
    )
    const deed = words['deed'] ?? words['oneDeed'] ?? words['headDeed'] ?? ''
    const joint = words['headVerb'] === undefined ? '' : '，'
    return { ...step, deed: `${words['verb'] ?? words['headVerb'] ?? ''}${joint}${deed}` }
  },
}
