import type { ScoreSheet } from '../scoring/score-sheet.ts'
import { rankWithinGroups } from './rank.ts'

/**
 * Ranks of all sheets in their order, by published score within the ranking group (staff, deputies, principals). While
 * anyone is partial nobody has a rank, unless the standing is provisional: then `soFar` ranks (SPEC §4.7, §4.8).
 */
export function standings(
  sheets: readonly ScoreSheet[],
  options: { readonly provisional?: boolean } = {},
): readonly (number | null)[] {
  if (options.provisional !== true && sheets.some(({ score }) => score === null)) return sheets.map(() => null)
  return rankWithinGroups(sheets.map(({ post, soFar }) => ({ rankingGroup: post, score: soFar })))
}
