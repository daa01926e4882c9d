import { oneUnit, quantity, type Quantity } from '../../../../primitives/quantity.ts'
import { readNumeral } from '../../numerals.ts'
import { phrasePattern, type PhraseTable, type PhraseWords } from '../phrase.ts'

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

/** The step that a pattern's words name; without a count it is one unit. */
export function stepOf(words: PhraseWords, certain: { missing: boolean; repeats: boolean }): Step {
  const other =
    words['otherUnit'] === undefined
      ? {}
      : { other: { count: countOf(words['otherCount']), unit: words['otherUnit'] } }
  return { count: countOf(words['count']), unit: words['unit'], ...certain, ...other, deed: words['deed'] ?? '' }
}

/** Words before a count that add nothing to it: 发现一次, 每发生一起. */
export const found = '(?:被?(?:发现|查实|查出|查到)|发生|出现|有)?'
const fewer =
  '(?:(?<=每)(?:少|低)于(?:目标|计划|任务)?|(?:少|低)于(?:目标|计划)|下滑|缺少|减少|降低|下降|降|少报|少|缺|低|差|欠)'

/** Read from the end of the words before an effect; the first row that fits there wins. */
export const stepPhrases: PhraseTable<Step> = {
  title: '计次',
  frame: '信息报送工作，{例}扣2分。',
  rows: [
    {
      name: 'each-percent',
      pattern: phrasePattern(
        `每(?:(?<fewer>少|欠|低|差|缺|短|降低|下降|减少)|超过|超|多|提高|上升|增加|增长|高)?(?:[^,;。每\\d]{0,4}?)百分之(?<percent>{数})`,
      ),
      examples: ['每超百分之一', '每欠百分之五', '每百分之十'],
      read: (words) => ({
        ...stepOf(
          { ...words, count: words['percent'], unit: '%' },
          { missing: words['fewer'] !== undefined, repeats: true },
        ),
      }),
    },
    {
      name: 'each-missing',
      pattern: phrasePattern(
        `每?(?<![至不减])${fewer}(?:开展|召开|组织|参加|完成|报送|上报|撰写|走访|入户|巡查|巡河|巡林|检查|督查|学习|培训|值班|公开|公示|更新|提交|宣传|播放|听课|报|开|写|办|交|建|征|收|做|派|配|植|种)?(?<count>{数})?(?<unit>{单位})(?:或(?:者)?(?<otherCount>{数})(?<otherUnit>{单位}))?`,
      ),
      examples: [
        '每少一篇或1000字',
        '少一期',
        '每少一个百分点',
        '每低1%',
        '缺一次',
        '每少1000字',
        '每降低一个百分点',
        '少走访1户',
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
        '(?<=每(?:超过|超出|超|多|逾期|延期|延误|晚|迟|上升|提前|推迟|滞后|拖延|拖|提高|提升|增加|增长|升高|新增)|每(?![周月季年日天人村名户站所]|支部|单位|科室|部门|社区|个月|半年|学期|{单位})[^,;。每\\d]{1,10})(?<count>{数})(?<unit>{单位})',
      ),
      examples: [],
      inContext: [
        { clause: '每超过2天扣1分。', words: '2天' },
        { clause: '每完成100万元加1分。', words: '100万元' },
      ],
      read: (words) => stepOf(words, { missing: false, repeats: true }),
    },
    {
      name: 'one',
      pattern: phrasePattern(
        `${found}(?<![第后末前近统\\d.零一二三四五六七八九十百千]|超过|不足|低于|高于|达到?|满|少于|多于)(?<count>1|一)(?<unit>{单位})`,
      ),
      examples: ['发现一次', '一次', '1次', '发现一起', '1天'],
      inContext: [{ clause: '脱岗、串岗、一次扣2分。', words: '一次' }],
      read: (words) => stepOf(words, { missing: false, repeats: true }),
    },
    {
      name: 'one-verified',
      pattern: phrasePattern('(?<count>1|一)(?<unit>{单位}),?(?<deed>经?(?:调查|查证|核查|核实|查|核)(?:属)?实)'),
      examples: ['一次经查实', '1起经查证属实', '一次查实'],
      read: (words) => stepOf(words, { missing: false, repeats: true }),
    },
    {
      name: 'several',
      pattern: phrasePattern(
        `${found}(?<![第后末前近\\d.至到、-]|[零一二三四五六七八九十百千]|达不到|达到?|不足|低于|高于|超过?|满|少于|(?:连续|接连)[^,;。\\d]{0,6})(?<count>{数})(?<unit>(?!元|万元|亿元|%|个?百分点|个点){单位})`,
      ),
      examples: ['15天', '发现两次', '半天'],
      // Half a day is how absence is counted; two days may also be a threshold.
      read: (words) => stepOf(words, { missing: false, repeats: words['count'] === '半' }),
    },
    {
      name: 'by-unit',
      pattern: phrasePattern('按(?<unit>次|件|人|人次|户|天|日|项|处|个|起|例|篇|条|台|亩|头)(?:数|计算?)?'),
      examples: ['按户', '按次', '按件数'],
      read: (words) => stepOf(words, { missing: false, repeats: true }),
    },
    {
      name: 'each-of-a-kind',
      pattern: phrasePattern(
        '每(?<unit>着火点|火点|网点|摊位|样品|点位|案件|路段|标段|楼栋|单元|班级|学生|党员|院落|鱼塘|企业|项目|问题|事项|单位|科室|支部|部门|(?![未不没逾超多少低缺迟漏错违被])\\p{Script=Han})',
      ),
      examples: ['每着火点', '每匹', '每艘'],
      read: (words) => stepOf(words, { missing: false, repeats: true }),
    },
    {
      name: 'each-count-of-a-kind',
      pattern: phrasePattern(
        '每(?:超过|超出|增加|新增|减少|增长|提高|上升|多|超)?(?<count>{数})(?<unit>(?![分名个])\\p{Script=Han}{1,3}|个(?![月工百点])\\p{Script=Han}{1,2})',
      ),
      examples: ['每200毫克', '每增加100万美元'],
      read: (words) => stepOf(words, { missing: false, repeats: true }),
    },
    {
      name: 'each-point-lost',
      pattern: phrasePattern('每(?:被)?(?:扣|失|丢|少得)(?:除|减|掉)?(?<count>{数})(?<unit>分),?'),
      examples: [],
      inContext: [{ clause: '迎检中被扣分的，每扣0.1分扣社区1分。', words: '每扣0.1分' }],
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
  ],
}

/** 每扣2分: a step is meant, and nothing says of what. */
export const stepWithoutUnit: Step = {
  count: oneUnit,
  unit: undefined,
  missing: false,
  repeats: true,
  deed: '',
}
