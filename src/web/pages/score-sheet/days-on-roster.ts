import { absenceWords } from '../../../domain/roster/absence.ts'
import type { CategoryScore, ScoreSheet } from '../../../domain/scoring/score-sheet.ts'

export type DaysRow = {
  readonly first: string
  readonly last: string
  readonly where: string
  readonly days: number
  /** Days of secondment or long leave, which do not count. */
  readonly isAway: boolean
}

/** Whether the year's days need telling: somebody moved, joined, left, or was away. */
export function hasDaysToTell({ stays, away, days }: Pick<ScoreSheet, 'stays' | 'away' | 'days'>): boolean {
  return stays.length > 1 || away.length > 0 || days.onRoster < days.ofYear
}

/** Stays and absences of the year in order of days. */
export function daysRows({ stays, away }: Pick<ScoreSheet, 'stays' | 'away'>): readonly DaysRow[] {
  return [
    ...stays.map(({ office, post, span, days }) => ({
      ...span,
      where: [office, post].filter((word) => word !== '').join(' · '),
      days,
      isAway: false,
    })),
    ...away.map(({ kind, span, days }) => ({ ...span, where: absenceWords[kind], days, isAway: true })),
  ].toSorted((left, right) => (left.first < right.first ? -1 : 1))
}

export type WeightedCategory = {
  readonly categoryId: string
  readonly title: string
  readonly parts: readonly { readonly title: string; readonly score: number | null; readonly days: number }[]
  readonly days: number
  readonly score: number | null
}

/** The categories that are a mean over offices, Σ(dᵢ/D × score on sheet i): what a move makes of them (SPEC §4.5). */
export function weightedCategories(categories: readonly CategoryScore[]): readonly WeightedCategory[] {
  return categories.flatMap(({ categoryId, title, sheets, score }) => {
    const parts = sheets.filter(({ office }) => office !== null)
    if (parts.length < 2) return []
    const shared = sheets.filter(({ office }) => office === null)
    // A sheet of everyone beside the offices' is added, not weighted: the mean is what is left.
    const rest = shared.reduce<number | null>(
      (sum, sheet) => (sum === null || sheet.score === null ? null : sum + sheet.score),
      0,
    )
    return [
      {
        categoryId,
        title,
        parts: parts.map((sheet) => ({ title: sheet.title, score: sheet.score, days: sheet.days })),
        days: parts.reduce((sum, sheet) => sum + sheet.days, 0),
        score: score === null || rest === null ? null : score - rest,
      },
    ]
  })
}
