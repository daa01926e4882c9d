import { centipoints, type Centipoints } from '../../primitives/centipoints.ts'
import { quantity, type Quantity } from '../../primitives/quantity.ts'
import { readNumeral } from '../clauses/numerals.ts'
import type { Stretch } from '../stated-points.ts'
import { sentencesOf } from './sentences.ts'

export type StatedGrade = {
  readonly grade: string
  /** Lowest score, included. */
  readonly from?: Centipoints
  /** Upper end, excluded. */
  readonly below?: Centipoints
  readonly quotaPercent?: Quantity
  readonly employment?: string
  readonly words: Stretch
}

/** 优秀 ≤ 20 % where the text says nothing of grades (SPEC §4.7). */
export const usualGrade = { grade: '优秀', quotaPercent: quantity(2000) } as const

const longName =
  '基本称职|基本合格|不称职|不合格|不达标|基本达标|称职|合格|优秀|良好|优良|较好|一般|较差|达标|先进|优胜|[一二三四]等奖?|[一二三四]类|[一二三四]档|[甲乙丙丁][等级类]|[A-Da-d](?:[等级类档]|等次)?'
const shortName = '优|良|好|差|中(?!心|层|国)'
const boundary = '(?=[、,;。)等档(:]|的|$|\\s)'
const anyName = `(?:“(?:${longName}|${shortName})”|(?:${longName}|${shortName})${boundary})`
const name = `(?:“(?:${longName}|${shortName})”|${longName})`

const figure = '(\\d{2,4}(?:\\.\\d{1,2})?)'
const included = '(?:\\((?:含|不含|不包括)[^()]{0,6}\\))?'
const subject = '(?:(?:考核|考评|综合|年度|最终|累计|总)*(?:得分|总分|成绩|分数|积分))?(?:在|达到|达|为)?'
/** Two figures (80—89分, 60分以上不满75分), or one with its side (90分及以上, 不足60分, ≥90分). */
const range = [
  `${figure}分?${included}(?:及?以上)?(?:[-~—至到]|,?(?:不满|不足|低于|小于)|(?<=上|\\)),?)${figure}分?(${included}(?:以下|之间)?)`,
  `${figure}分?${included}及?(以上|以下)${included}`,
  `(?:不足|低于|未达到?|小于|不满|<)${figure}分`,
  `(?:≥|>=|>|不低于|高于)${figure}分(?:以上)?`,
].join('|')
const namedAs =
  '(?:(?:的|者|之间)+,?|,(?=[评定确认为]))?(?:[^,。;、()\\d]{0,6}?(?:为|是|属于?|:))?(?:评定|确定|认定|评|定)?为?'
const bandBefore = new RegExp(`${subject}(?:${range})${namedAs}(${anyName})`, 'g')
const bandAfter = new RegExp(`(${name})(?:等次|等级|档次|档|等)?(?:\\(|:|为|是|,)*${subject}(?:${range})\\)?`, 'g')
const percent = '(\\d{1,2}(?:\\.\\d{1,2})?)%'
const quotaAfter = new RegExp(
  `(${anyName}|${name})(?:等次|等级|档次|格次)?(?:的)?(?:人员|人数|名额|比例|单位|干部|个人|者)*[^,。;%\\d]{0,12}?(?:不(?:得)?(?:超过|高于|多于)|控制在|占|按|比例为|为|设定在)[^,。;%\\d]{0,18}?${percent}`,
  'g',
)
const quotaBefore = new RegExp(
  `按[^,。;%\\d]{0,20}${percent}(?:的)?(?:比例|以内)?[^,。;%\\d]{0,12}?(?:评定|确定|评出|产生|推荐|评选)(?:为)?[^,。;%\\d]{0,6}?(${anyName})`,
  'g',
)
/** 排名前20%的为优秀. */
const topShare = new RegExp(`前${percent}[^,。;%\\d]{0,8}?(?:评|确定|评定|认定)?为(${anyName})`, 'g')
const employments: readonly (readonly [RegExp, string])[] = [
  [/公务员|参公|行政编制|行政人员/, '公务员'],
  [/事业(?:编制|人员|单位|干部|站所)/, '事业'],
  [/编外|聘用|合同制|临聘|辅助人员/, '编外'],
]

/**
 * Grades with the bands and quotas the text gives them: 90分以上为优秀, 80—89分为良好, 优秀比例不超过20%. A band ends
 * where the next higher one begins. In the order of the text, what is said of one grade twice put together.
 */
export function findGrades(text: string): {
  readonly grades: readonly StatedGrade[]
  readonly words: readonly Stretch[]
} {
  const bands: StatedGrade[] = []
  const quotas: StatedGrade[] = []
  for (const sentence of sentencesOf(text)) {
    const words = text.slice(sentence.start, sentence.end)
    if (!/[优良好差称合等中一达先]/.test(words) || !/分|%/.test(words)) continue
    bands.push(...bandsIn(words, sentence.start))
    quotas.push(...quotasIn(words, sentence.start))
  }
  const closed = closeBands(distinct(bands))
  const grades = joined(closed, distinct(quotas))
  return { grades, words: bands.map(({ words }) => words) }
}

function bandsIn(words: string, at: number): StatedGrade[] {
  const before = [...words.matchAll(bandBefore)].map((match) => ({
    match,
    grade: match[8],
    figures: match.slice(1, 8),
  }))
  const after = [...words.matchAll(bandAfter)].map((match) => ({
    match,
    grade: match[1],
    figures: match.slice(2, 9),
  }))
  // Which side the names stand on is the same throughout a sentence.
  return (before.length >= after.length ? before : after).flatMap(({ match, grade = '', figures }) => {
    // 累计扣分20分以上的评为…: points taken are no score.
    if (countsDeductions(words.slice(0, match.index))) return []
    const start = at + match.index
    const band = bandOf(figures)
    return band === null
      ? []
      : [{ grade: plainName(grade), ...band, words: { start, end: start + match[0].length } }]
  })
}

/** Whether the figures after these words are points taken or given, not a score: 累计扣分10分以上…,20分以上的评为…. */
function countsDeductions(before: string): boolean {
  const told =
    [...before.matchAll(/扣分|扣满|被扣|减分|加分|得分|总分|成绩|积分|分数|考核结果/g)].at(-1)?.[0] ?? ''
  return /扣|减|加/.test(told) || /[扣加减计记]$/.test(before)
}

/** The groups of a range: low, high, what follows it; one, 以上|以下; below; from. */
function bandOf(figures: readonly (string | undefined)[]): Pick<StatedGrade, 'from' | 'below'> | null {
  const [low, high, tail, one, side, below, from] = figures
  if (low !== undefined && high !== undefined) {
    const [left, right] = [pointsOf(low), pointsOf(high)]
    if (left === null || right === null || left === right) return null
    const [bottom, top] = left < right ? [left, right] : [right, left]
    return { from: bottom, below: /不含|以下/.test(tail ?? '') ? top : centipoints(top + 1) }
  }
  const figure = pointsOf(one ?? below ?? from ?? '')
  if (figure === null) return null
  return side === '以下' || below !== undefined ? { below: figure } : { from: figure }
}

function pointsOf(figure: string): Centipoints | null {
  const hundredths = readNumeral(figure)
  return hundredths === null ? null : centipoints(hundredths)
}

function plainName(words: string): string {
  return words
    .replace(/[“”]/g, '')
    .trim()
    .replace(/^([A-Da-d])[等级类档]?.*$/, (_, letter: string) => letter.toUpperCase())
}

function quotasIn(words: string, at: number): StatedGrade[] {
  if (/满意率|完成率|达标率|合格率/.test(words)) return []
  const after = [...words.matchAll(quotaAfter)].map((match) => ({ match, grade: match[1], figure: match[2] }))
  const before = [...words.matchAll(quotaBefore), ...words.matchAll(topShare)].map((match) => ({
    match,
    grade: match[2],
    figure: match[1],
  }))
  return [...before, ...after].flatMap(({ match, grade, figure }): StatedGrade[] => {
    const share = readNumeral(figure ?? '')
    if (share === null || share <= 0 || grade === undefined) return []
    const start = at + match.index
    const context = words.slice(Math.max(0, match.index - 24), match.index + match[0].length)
    const employment = employments.findLast(([pattern]) => pattern.test(context))?.[1]
    return [
      {
        grade: plainName(grade),
        quotaPercent: quantity(share),
        ...(employment === undefined ? {} : { employment }),
        words: { start, end: start + match[0].length },
      },
    ]
  })
}

function distinct(grades: readonly StatedGrade[]): StatedGrade[] {
  return grades.filter(
    ({ grade, employment }, i) =>
      grades.findIndex((other) => other.grade === grade && other.employment === employment) === i,
  )
}

/** 80—89分 below 90分以上, 59分以下 below 60—69分: a band reaches up to the next one, whole points or not. */
function closeBands(bands: readonly StatedGrade[]): StatedGrade[] {
  const starts = bands
    .flatMap(({ from }) => (from === undefined ? [] : [from]))
    .toSorted((left, right) => left - right)
  const onePoint = 100
  return bands.map((band) => {
    const { below, ...open } = band
    if (below === undefined) {
      const next = starts.find((start) => start > (band.from ?? 0))
      return next === undefined ? open : { ...open, below: next }
    }
    const next = starts.find((start) => Math.abs(start - below) <= onePoint && start > (band.from ?? 0))
    if (next !== undefined) return { ...open, below: next }
    return band.from !== undefined && below === 10_001 ? open : band
  })
}

function joined(bands: readonly StatedGrade[], quotas: readonly StatedGrade[]): StatedGrade[] {
  const isOf = (quota: StatedGrade, band: StatedGrade) =>
    quota.grade === band.grade && quota.employment === undefined && band.quotaPercent === undefined
  const withQuota = bands.map((band) => {
    const quota = quotas.find((other) => isOf(other, band))
    return quota?.quotaPercent === undefined ? band : { ...band, quotaPercent: quota.quotaPercent }
  })
  const alone = quotas.filter((quota) => !bands.some((band) => isOf(quota, band)))
  return [...withQuota, ...alone].toSorted((left, right) => left.words.start - right.words.start)
}
