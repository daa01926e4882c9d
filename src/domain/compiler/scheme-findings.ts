import { formatPoints, zeroPoints } from '../primitives/centipoints.ts'
import { placedRules, type Scheme } from '../scheme/scheme.ts'
import { unplacedTitle } from './assemble-scheme.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { ReadScheme } from './read-plan.ts'
import { findingAt, findingOn, type Reading } from './stored-text.ts'
import type { StatedRewards } from './statements/rewards.ts'

/** Points that no clause uses, sections that are missing, items whose points are lost. */
export function placeFindings(reading: Reading, read: ReadScheme, scheme: Scheme): Diagnostic[] {
  return read.categories.flatMap(({ category, sheets }, i): Diagnostic[] => {
    const isRated = scheme.categories[i]?.kind === 'rated'
    const hasRules = sheets.some((sheet) => sheet.items.some((item) => item.rules.length > 0))
    const unstated = sheets.flatMap((sheet) => sheet.items).filter(({ item }) => item.stated === null)
    const unused = sheets
      .flatMap((sheet) => sheet.items)
      .filter(
        ({ item, rules }) => hasRules && rules.length === 0 && item.stated !== null && item.stated.points > 0,
      )
    return [
      ...(category.hasSection ? [] : [missingSection(reading, category.title, category.source)]),
      ...(hasRules || category.points === null
        ? []
        : [unusedPoints(reading, category.title, formatPoints(category.points), category.source, isRated)]),
      ...unstated.map(({ item, title }) =>
        findingAt(reading, item.source, {
          severity: 'error',
          code: 'number-lost',
          message: `“${title}”没有写明分值，请补上。`,
        }),
      ),
      ...unused.map(({ item, title }) =>
        findingAt(reading, item.source, {
          severity: 'warning',
          code: 'unused-points',
          message: `“${title}”有${formatPoints(item.stated?.points ?? zeroPoints)}分而没有计分条款，人人得满分；请补上条款或确认。`,
        }),
      ),
    ]
  })
}

function missingSection(reading: Reading, title: string, place: { start: number; end: number }): Diagnostic {
  return findingAt(reading, place, {
    severity: 'warning',
    code: 'missing-section',
    message: `正文列出了“${title}”，后面却没有这一部分，请补上或确认。`,
  })
}

function unusedPoints(
  reading: Reading,
  title: string,
  points: string,
  place: { start: number; end: number },
  isRated: boolean,
): Diagnostic {
  const wayOut = isRated ? '请设定评议组（本系统建议值，非办法原文）' : '请补上条款'
  return findingAt(reading, place, {
    severity: isRated ? 'warning' : 'error',
    code: 'unused-points',
    message: `“${title}”${points}分没有一条计分条款，${wayOut}。`,
  })
}

/** Clauses whose item the text does not name cannot be scored until they are placed. */
export function unplacedFindings(stored: string, scheme: Scheme): Diagnostic[] {
  const category = scheme.categories.find(({ title }) => title === unplacedTitle)
  const rules = category?.sheets.flatMap((sheet) => sheet.items.flatMap((item) => item.rules)) ?? []
  const source = rules[0]?.source ?? null
  if (source === null) return []
  return [
    findingOn(stored, source, {
      severity: 'error',
      code: 'missing-section',
      message: `有${String(rules.length)}条计分条款看不出属于哪个项目，已归入“${unplacedTitle}”；请指明项目和分值。`,
    }),
  ]
}

/** 党纪政纪处分 has no default points: asked, and until answered no entry is taken (SPEC §4.3). */
export function sanctionFindings(reading: Reading, rewards: StatedRewards): Diagnostic[] {
  if (rewards.sanction === null) return []
  return [
    findingAt(reading, rewards.sanction.words, {
      severity: 'warning',
      code: 'number-lost',
      message: `“${rewards.sanction.condition}”减多少分，原文没有写，也没有通行的建议值；请填写，填写以前不能登记。`,
    }),
  ]
}

export function hasRules(scheme: Scheme): boolean {
  return !placedRules(scheme).next().done
}
