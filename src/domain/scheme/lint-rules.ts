import { addPoints, formatPoints, parseHundredths, type Centipoints } from '../primitives/centipoints.ts'
import type { Diagnostic } from '../regulation/diagnostic.ts'
import { isAmountLost } from './effects/index.ts'
import { findingAbout } from './finding-about.ts'
import type { Item, Rule } from './scheme.ts'
import { severityGrade } from './severity-order.ts'

/** What the rules of an item say against the item and against each other. */
export function lintItemRules(item: Item): Diagnostic[] {
  return [
    ...item.rules.flatMap((rule) => [
      ...lintAmount(item, rule),
      ...lintAgainstItem(item, rule),
      ...lintUnit(item, rule),
    ]),
    ...lintSeverities(item),
    ...lintBands(item),
    ...lintParts(item),
  ]
}

function lintAmount(item: Item, rule: Rule): Diagnostic[] {
  if (!isAmountLost(rule)) return []
  return [
    findingAbout('rule', rule, {
      severity: 'error',
      code: 'number-lost',
      message: `${item.title}：“${deedOf(rule)}”的${rule.effect === 'money' ? '扣款金额' : '分值'}没有写明，请补上。`,
    }),
  ]
}

/** 扣10分 in an item of 5: more can be lost than is there. */
function lintAgainstItem(item: Item, rule: Rule): Diagnostic[] {
  const amount = largestAmount(rule)
  if (amount === null || item.points === null || amount <= item.points) return []
  const verb = rule.effect === 'award' || rule.direction === 'award' ? '计' : '扣'
  return [
    findingAbout('rule', rule, {
      severity: 'warning',
      code: 'deduction-exceeds-item',
      message: `${item.title}：项目只有${formatPoints(item.points)}分，“${deedOf(rule)}”却${verb}${formatPoints(amount)}分，请核对原件。`,
    }),
  ]
}

function largestAmount(rule: Rule): Centipoints | null {
  if (rule.effect === 'deduct' || rule.effect === 'award') return rule.points
  if (rule.effect !== 'discretionary' || rule.direction === 'add') return null
  return rule.max ?? rule.min ?? null
}

function lintUnit(item: Item, rule: Rule): Diagnostic[] {
  const hasStep = rule.per !== undefined || rule.missing === true || rule.grace !== undefined
  if (!hasStep || rule.unit !== undefined || rule.shortfall !== undefined) return []
  return [
    findingAbout('rule', rule, {
      severity: 'warning',
      code: 'no-unit',
      message: `${item.title}：“${deedOf(rule)}”按数量计，却没有计量单位，请补上次、件、天等单位。`,
    }),
  ]
}

/**
 * 不良影响 costs more than 重大损失: reported at the lighter one, once for each graver amount it outweighs. Amounts of
 * one deed are few however often it is named, so that time stays in step with the rules.
 */
function lintSeverities(item: Item): Diagnostic[] {
  const graded = new Map<string, Map<string, GradedRule>>()
  for (const rule of item.rules) {
    const own = gradedAmount(rule)
    if (own === null) continue
    const deed = graded.get(rule.condition ?? '') ?? new Map<string, GradedRule>()
    graded.set(rule.condition ?? '', deed)
    const key = `${String(own.grade)} ${String(own.points)}`
    if (!deed.has(key)) deed.set(key, { ...own, rule })
  }
  return item.rules.flatMap((rule) => {
    const own = gradedAmount(rule)
    if (own === null) return []
    return [...(graded.get(rule.condition ?? '')?.values() ?? [])]
      .filter((graver) => graver.grade > own.grade && graver.points < own.points)
      .map((graver) =>
        findingAbout('rule', rule, {
          severity: 'warning',
          code: 'severity-not-monotone',
          message: `${item.title}：“${rule.severity ?? ''}”扣${formatPoints(own.points)}分，比更重的“${graver.rule.severity ?? ''}”扣${formatPoints(graver.points)}分还多，可能写反了，请核对原件。`,
        }),
      )
  })
}

type GradedAmount = { readonly grade: number; readonly points: Centipoints }
type GradedRule = GradedAmount & { readonly rule: Rule }

function gradedAmount(rule: Rule): GradedAmount | null {
  if (rule.effect !== 'deduct' || rule.severity === undefined || rule.points === null) return null
  const grade = severityGrade(rule.severity)
  return grade === null ? null : { grade, points: rule.points }
}

/** 80%-90%得5分, 90%-95%得8分: which of the two 90% belongs to, the text does not say. */
function lintBands(item: Item): Diagnostic[] {
  const before = new Map<string, { readonly low: number; readonly high: number; readonly rule: Rule }>()
  return item.rules.flatMap((rule) => {
    const own = bandOf(rule)
    if (own === null) return []
    const other = [...before.values()].find((band) => band.low <= own.high && own.low <= band.high)
    const key = `${String(own.low)} ${String(own.high)}`
    if (!before.has(key)) before.set(key, { ...own, rule })
    if (other === undefined) return []
    return [
      findingAbout('rule', rule, {
        severity: 'warning',
        code: 'overlapping-bands',
        message: `${item.title}：“${deedOf(other.rule)}”与“${deedOf(rule)}”两档有重叠，落在重叠处的按哪一档计分请写明。`,
      }),
    ]
  })
}

const bandWords =
  /达|以[上下内]|不足|低于|高于|超|%|第.{1,2}名|名次|优|良|中|差|合格|等|[个项家户]|持平|全部|基本|部分|未|完成|一般|较/u

/** (1)…得1分。(2)…得2分。: parts to be added up, where awards set the item's value and the latest one holds. */
function lintParts(item: Item): Diagnostic[] {
  const awards = item.rules.filter((rule) => rule.effect === 'award' && rule.points !== null)
  const [first] = awards
  if (first === undefined || awards.length < 2 || item.points === null) return []
  if (awards.some((rule) => bandWords.test(rule.condition ?? '') || isMended(rule))) return []
  const sum = addPoints(...awards.flatMap((rule) => (rule.points === null ? [] : [rule.points])))
  if (sum > item.points) return []
  return [
    findingAbout('rule', first, {
      severity: 'warning',
      code: 'ambiguous-reading',
      message: `${item.title}：${String(awards.length)}条各得各的分，像是要相加的分项；方案里同一项目以最后确认的一条为准，要相加请把各条拆成单独的项目。`,
    }),
  ]
}

/** A clause of the text that a person has been at: whoever changed one of several has seen them all. */
function isMended({ origin, source }: Rule): boolean {
  return origin === 'person' && source !== null
}

/**
 * 每篇得2分 in an item that starts from full points, or nothing but additions made by hand there: what is earned cannot
 * show.
 */
export function lintEarnings(item: Item): Diagnostic[] {
  const onlyAdds = item.rules.every(({ effect, uncapped }) => effect === 'add' && uncapped !== true)
  const earned = item.rules.find(
    (rule) => (rule.origin === 'text' && isEarned(rule)) || (rule.source === null && onlyAdds),
  )
  if (earned === undefined || item.points === null) return []
  if (item.rules.some((rule) => ['award', 'proportional'].includes(rule.effect) || rule.direction === 'award'))
    return []
  return [
    findingAbout('rule', earned, {
      severity: 'warning',
      code: 'ambiguous-reading',
      message: `${item.title}：“${deedOf(earned)}”按件得分，项目的底分却是满分，加不上去；要从0分记起，请把它放进记工分的类别。`,
    }),
  ]
}

/** Whether the text says 得, 计 or 记 where the rule adds per unit. */
export function isEarned(rule: Rule): boolean {
  return (
    rule.effect === 'add' &&
    rule.unit !== undefined &&
    /[得计记](?:基础分)?\d+(?:\.\d+)?分/u.test(rule.source?.quote ?? '')
  )
}

/** The closed band of an award, in hundredths; 以上 and 以下 are rungs of a ladder and never overlap. */
function bandOf(rule: Rule): { readonly low: number; readonly high: number } | null {
  if (rule.effect !== 'award') return null
  const band = /(\d+(?:\.\d{1,2})?)%?[-—–~～至到](\d+(?:\.\d{1,2})?)%?(?![\d月日年])/u.exec(rule.condition ?? '')
  const [low, high] = [parseHundredths(band?.[1] ?? ''), parseHundredths(band?.[2] ?? '')]
  if (low === null || high === null || low === high) return null
  // 95%-90% is written from the top down.
  return low < high ? { low, high } : { low: high, high: low }
}

export function deedOf(rule: Rule): string {
  return [rule.condition, rule.severity, rule.rank, rule.level].filter((words) => words !== undefined).join('，')
}
