import {
  addPoints,
  formatPoints,
  subtractPoints,
  zeroPoints,
  type Centipoints,
} from '../primitives/centipoints.ts'
import type { Diagnostic } from '../regulation/diagnostic.ts'
import { isAmountLost } from './effects/index.ts'
import { findingAbout, findingAboutScheme } from './finding-about.ts'
import { deedOf, lintEarnings, lintItemRules } from './lint-rules.ts'
import { rollUpCircle, rollUpCircleWords } from './roll-up-circle.ts'
import {
  placedRules,
  type Category,
  type GradeClause,
  type Item,
  type OfficeSheet,
  type Scheme,
} from './scheme.ts'

type Finding = Pick<Diagnostic, 'severity' | 'code' | 'message'>

/**
 * What a scheme says against itself, whether compiled or made by hand (SPEC §2): sums, lost amounts, points without
 * clauses, deductions above their item, severities out of order. An error is what cannot be adopted as it stands.
 * Order: the whole, then category by category as they stand.
 */
export function lintScheme(scheme: Scheme): Diagnostic[] {
  if (placedRules(scheme).next().done === true && scheme.categories.every(({ kind }) => kind !== 'rated'))
    return [
      findingAboutScheme({
        severity: 'error',
        code: 'no-scoring-clause',
        message: '方案里还没有一条计分条款，请先添加类别、项目和条款。',
      }),
    ]
  return [
    ...lintRollUps(scheme),
    ...lintTotal(scheme),
    ...scheme.categories.flatMap((category) => [...lintCategory(category), ...lintSheets(category)]),
    ...lintOutside(scheme),
    ...lintGrades(scheme),
  ]
}

/** Leaders scored by each other in a circle would have no score at all (SPEC §4.4). */
function lintRollUps({ rollUps }: Scheme): Diagnostic[] {
  const circle = rollUpCircle(rollUps)
  if (circle === null) return []
  const message = `取分关系绕成了一圈：${rollUpCircleWords(circle)}；谁的成绩都算不出来，请改正。`
  return [findingAboutScheme({ severity: 'error', code: 'roll-up-circle', message })]
}

/** The sum of points, null while any of them is lost. */
function sumOf(points: readonly (Centipoints | null)[]): Centipoints | null {
  return points.reduce<Centipoints | null>(
    (sum, next) => (sum === null || next === null ? null : addPoints(sum, next)),
    zeroPoints,
  )
}

function sumMismatch(whole: string, parts: string, sum: Centipoints, declared: Centipoints): Finding | null {
  if (sum === declared) return null
  const [figure, target] = [formatPoints(sum), formatPoints(declared)]
  const gap = sum < declared ? subtractPoints(declared, sum) : subtractPoints(sum, declared)
  return {
    severity: 'error',
    code: 'sum-mismatch',
    message: `${whole}应为${target}分，${parts}合计${figure}分（${figure}/${target}），${sum < declared ? '缺' : '多'}${formatPoints(gap)}分，请补上或改正分值。`,
  }
}

function lintTotal(scheme: Scheme): Diagnostic[] {
  if (scheme.total === null)
    return [
      findingAboutScheme({ severity: 'warning', code: 'number-lost', message: '方案没有写明总分，请补上总分。' }),
    ]
  const counted = scheme.categories.filter(isCounted)
  if (counted.length === 0) return []
  const sum = sumOf(counted.map(({ points }) => points))
  const mismatch = sum === null ? null : sumMismatch('总分', '各类别', sum, scheme.total)
  return mismatch === null ? [] : [findingAboutScheme(mismatch)]
}

/** Clauses whose item is unknown stand in a category without points of its own, which no sum counts. */
function isCounted(category: Category): boolean {
  return category.points !== null || category.kind === 'rated'
}

function lintCategory(category: Category): Diagnostic[] {
  const { title, points, kind } = category
  if (points === null)
    return [
      findingAbout('category', category, {
        severity: 'error',
        code: 'number-lost',
        message: `类别“${title}”没有分值，其中的条款无法计分，请补上分值或移到有分值的项目下。`,
      }),
    ]
  if (kind === 'rated') {
    const hasGroups = category.raterGroups !== undefined && category.raterGroups.length > 0
    return hasGroups || points === zeroPoints
      ? []
      : [
          findingAbout('category', category, {
            severity: 'warning',
            code: 'unused-points',
            message: `“${title}”${formatPoints(points)}分由评议产生，还没有设定评议组，请设定或采用建议值。`,
          }),
        ]
  }
  const hasItems = category.sheets.some((sheet) => sheet.items.length > 0)
  if (!hasItems && points !== zeroPoints)
    return [
      findingAbout('category', category, {
        severity: 'error',
        code: 'unused-points',
        message: `类别“${title}”有${formatPoints(points)}分，却没有一个项目，请添加考核表和项目。`,
      }),
    ]
  return lintSheetSums(category, points)
}

/** Each office's sheet, together with the sheet of everyone, makes up the category's points. */
function lintSheetSums(category: Category, declared: Centipoints): Diagnostic[] {
  const everyone = category.sheets.filter(({ office }) => office === null)
  const offices = category.sheets.filter(({ office }) => office !== null)
  const common = sumOf(everyone.map(({ points }) => points))
  if (common === null) return []
  if (offices.length === 0) {
    const mismatch = sumMismatch(`类别“${category.title}”`, '考核表', common, declared)
    return mismatch === null ? [] : [findingAbout('category', category, mismatch)]
  }
  return offices.flatMap((sheet) => {
    if (sheet.points === null) return []
    const mismatch = sumMismatch(`${sheet.title}的考核表`, '分值', addPoints(common, sheet.points), declared)
    return mismatch === null ? [] : [findingAbout('sheet', sheet, mismatch)]
  })
}

function lintSheets(category: Category): Diagnostic[] {
  if (category.points === null) return category.sheets.flatMap((sheet) => sheet.items.flatMap(lintItemRules))
  return category.sheets.flatMap((sheet) => [
    ...lintSheet(category, sheet),
    ...sheet.items.flatMap((item) => [
      ...lintItem(sheet, item),
      ...lintItemRules(item),
      ...(category.kind === 'earned' ? [] : lintEarnings(item)),
    ]),
  ])
}

function lintSheet(category: Category, sheet: OfficeSheet): Diagnostic[] {
  if (sheet.points === null)
    return [
      findingAbout('sheet', sheet, {
        severity: 'error',
        code: 'number-lost',
        message: `${category.title}的考核表“${sheet.title}”没有分值，请补上。`,
      }),
    ]
  if (sheet.items.length === 0 && sheet.points !== zeroPoints && category.sheets.length > 1)
    return [
      findingAbout('sheet', sheet, {
        severity: 'error',
        code: 'unused-points',
        message: `考核表“${sheet.title}”有${formatPoints(sheet.points)}分，却没有一个项目，请添加项目。`,
      }),
    ]
  const sum = sheet.items.length === 0 ? null : sumOf(sheet.items.map(({ points }) => points))
  const mismatch = sum === null ? null : sumMismatch(`考核表“${sheet.title}”`, '各项', sum, sheet.points)
  return mismatch === null ? [] : [findingAbout('sheet', sheet, mismatch)]
}

function lintItem(sheet: OfficeSheet, item: Item): Diagnostic[] {
  if (item.points === null)
    return [
      findingAbout('item', item, {
        severity: 'error',
        code: 'number-lost',
        message: `${sheet.title}的项目“${item.title}”没有分值，请补上。`,
      }),
    ]
  if (item.rules.length > 0 || item.points === zeroPoints) return []
  return [
    findingAbout('item', item, {
      severity: 'warning',
      code: 'unused-points',
      message: `${sheet.title}的项目“${item.title}”有${formatPoints(item.points)}分而没有计分条款，人人得满分，请添加条款或确认。`,
    }),
  ]
}

/**
 * What 党纪政纪处分 costs has no default and may be left open at adoption: an entry under it is refused until it is filled
 * in (SPEC §4.3). Any other amount is lost.
 */
function lintOutside(scheme: Scheme): Diagnostic[] {
  return [...scheme.rewards, ...scheme.vetoes].filter(isAmountLost).map((rule) => {
    const deed = deedOf(rule)
    const message = `“${deed}”的分值或金额没有写明，请补上`
    return findingAbout('rule', rule, {
      code: 'number-lost',
      ...(deed.includes('处分')
        ? { severity: 'warning', message: `${message}；补上以前不能登记。` }
        : { severity: 'error', message: `${message}再采用。` }),
    })
  })
}

/** 优秀90分以上 and 良好80至95分 for the same people: which of the two 92 has, the scheme does not say. */
function lintGrades({ grades = [] }: Scheme): Diagnostic[] {
  return grades.flatMap((grade, index) => {
    const other = grades.slice(0, index).find((earlier) => overlap(earlier, grade))
    if (other === undefined) return []
    return [
      findingAboutScheme({
        severity: 'warning',
        code: 'overlapping-bands',
        message: `等次“${other.grade}”与“${grade.grade}”的分数段有重叠，落在重叠处的算哪一等请写明。`,
      }),
    ]
  })
}

function overlap(one: GradeClause, other: GradeClause): boolean {
  if (one.employment !== other.employment || !hasBand(one) || !hasBand(other)) return false
  const isBelow = (low: GradeClause, high: GradeClause) =>
    low.below !== undefined && high.from !== undefined && low.below <= high.from
  return !isBelow(one, other) && !isBelow(other, one)
}

function hasBand({ from, below }: GradeClause): boolean {
  return from !== undefined || below !== undefined
}
