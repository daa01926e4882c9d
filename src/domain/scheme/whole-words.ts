import { formatPoints, negatePoints, type Centipoints } from '../primitives/centipoints.ts'
import { formatYuan } from '../primitives/fen.ts'
import { formatQuantity } from '../primitives/quantity.ts'
import { impossible } from '../primitives/result.ts'
import { ownWords } from './own-words.ts'
import type {
  AppraiseeClause,
  Category,
  DueDeadline,
  GradeClause,
  Scheme,
  SchemePart,
  WorkedExample,
} from './scheme.ts'

/** The parts of a scheme outside its rules in plain Chinese, for comparisons and printed schemes alike. */

export const windowWords = { month: '每月', quarter: '每季度', year: '每年' } as const
export const categoryKindWords = { deductive: '扣分制', rated: '评议', earned: '记分制' } as const

export const schemePartNames: Readonly<Record<SchemePart, string>> = {
  title: '方案名称',
  total: '总分',
  window: '满分周期',
  pay: '绩效工资',
  rollUps: '领导取分办法',
  cadence: '考核周期',
  appraisees: '考核对象',
  grades: '等次',
  deadlines: '时限',
  rewardCap: '奖励加分上限',
}

/** What the scheme says of one part of the whole; null when it says nothing. */
export function schemePartWords(scheme: Scheme, part: SchemePart): string | null {
  switch (part) {
    case 'title':
      return scheme.title === '' ? null : scheme.title
    case 'total':
      return scheme.total === null ? null : `${formatPoints(scheme.total)}分`
    case 'window':
      return scheme.window === undefined ? null : windowWords[scheme.window]
    case 'pay':
      return payWords(scheme)
    case 'rollUps':
      return listed(scheme.rollUps.map(({ post, of }) => `${post}取${of}的平均分`))
    case 'cadence':
      return listed(
        scheme.cadence.map(({ step }) => step),
        '、',
      )
    case 'appraisees':
      return listed((scheme.appraisees ?? []).map(appraiseeWords))
    case 'grades':
      return listed((scheme.grades ?? []).map(gradeWords))
    case 'deadlines':
      return listed((scheme.deadlines ?? []).map(deadlineWords))
    case 'rewardCap':
      return scheme.rewardCap === undefined
        ? null
        : `一年内奖励加分合计最多${formatPoints(scheme.rewardCap.points)}分`
    default:
      return impossible(part)
  }
}

function listed(words: readonly string[], between = '；'): string | null {
  return words.length === 0 ? null : words.join(between)
}

function payWords({ pay }: Scheme): string | null {
  if (pay === null || pay === undefined) return null
  const amount = pay.perPerson === null ? '每人提出额没有写明' : `每人提出${formatYuan(pay.perPerson)}元`
  return `${amount}，${pay.formula === 'pool-by-score' ? '汇成总额后按绩效成绩分配' : '按办法另定的公式分配'}`
}

/** 参加考核：在编在岗人员. */
export function appraiseeWords({ words, appraised }: AppraiseeClause): string {
  return `${appraised ? '参加考核' : '不参加考核'}：${ownWords(words)}`
}

/** 优秀（公务员）：90分以上，不超过20%. */
export function gradeWords({ grade, from, below, quotaPercent, employment }: GradeClause): string {
  const quota = quotaPercent === undefined ? null : `不超过${formatQuantity(quotaPercent)}%`
  const limits = [bandWords(from, below), quota].filter((words) => words !== null)
  const name = employment === undefined ? grade : `${grade}（${employment}）`
  return limits.length === 0 ? name : `${name}：${limits.join('，')}`
}

function bandWords(from: Centipoints | undefined, below: Centipoints | undefined): string | null {
  if (from !== undefined && below !== undefined) return `${formatPoints(from)}分以上，不到${formatPoints(below)}分`
  if (from !== undefined) return `${formatPoints(from)}分以上`
  return below === undefined ? null : `不到${formatPoints(below)}分`
}

/** 公示：5个工作日. */
export function deadlineWords({ step, days, kind }: DueDeadline): string {
  return `${step}：${String(days)}${kind === 'working' ? '个工作日' : '天'}`
}

/** 主要领导30、分管领导30: rater groups with their relative weights. */
export function raterGroupWords(category: Pick<Category, 'raterGroups'>): string | null {
  return listed(
    (category.raterGroups ?? []).map(({ group, weight }) => `${group}${formatQuantity(weight)}`),
    '、',
  )
}

/** 党政办工作人员：如果03月15日“工作纪律：迟到”（数量12），则扣3分. */
export function exampleWords(example: WorkedExample): string {
  const { office, post } = example
  return `${office ?? ''}${post}：如果${exampleGivenWords(example)}，则${exampleExpectedWords(example)}`
}

export function exampleGivenWords({ given }: Pick<WorkedExample, 'given'>): string {
  const deeds = given.map(({ rule, on, quantity, level, matter, discretion }) => {
    const details = [
      level,
      matter,
      quantity === undefined ? undefined : `数量${formatQuantity(quantity)}`,
      discretion === undefined ? undefined : `裁量${formatPoints(discretion)}分`,
    ].filter((words) => words !== undefined)
    return `${on.replace('-', '月')}日“${rule}”${details.length === 0 ? '' : `（${details.join('，')}）`}`
  })
  return deeds.join('、')
}

export function exampleExpectedWords({ expected }: Pick<WorkedExample, 'expected'>): string {
  const pay = expected.yuan === undefined ? '' : `，扣发${formatYuan(expected.yuan)}元`
  return `${movedWords(expected.points)}${pay}`
}

function movedWords(points: Centipoints): string {
  if (points === 0) return '不扣分也不加分'
  return points < 0 ? `扣${formatPoints(negatePoints(points))}分` : `加${formatPoints(points)}分`
}
