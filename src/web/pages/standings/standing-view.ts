import { missingPartSentence } from '../../../domain/scoring/missing-part-sentence.ts'
import type { MissingPart } from '../../../domain/scoring/score-sheet.ts'
import type { MissingRow, StandingRow } from '../../../http/contract/results.ts'

/** People who lack the very same things stand together, the largest group first. */
export type MissingGroup = {
  readonly sentences: readonly string[]
  /** What the first of them lacks: a member of the group to lead to the remedy by. */
  readonly parts: readonly MissingPart[]
  readonly people: readonly Pick<MissingRow, 'staffNumber' | 'name' | 'office'>[]
}

export function groupMissing(rows: readonly MissingRow[]): readonly MissingGroup[] {
  const groups = new Map<
    string,
    { sentences: readonly string[]; parts: readonly MissingPart[]; people: MissingRow[] }
  >()
  for (const row of rows) {
    const sentences = row.missing.map(missingPartSentence)
    const key = sentences.join('\n')
    const group = groups.get(key) ?? { sentences, parts: row.missing, people: [] }
    group.people.push(row)
    groups.set(key, group)
  }
  return [...groups.values()].sort((left, right) => right.people.length - left.people.length)
}

/** How far a bar is filled, 0–100; null where there is nothing to compare with. Points above full fill the bar. */
export function barFill(category: StandingRow['categories'][number]): number | null {
  if (category.full === null || category.full <= 0) return null
  return Math.max(0, Math.min(100, Math.round((category.soFar * 100) / category.full)))
}

/** Whether the words are the person's 工号 or part of the name. */
export function answersWords(row: Pick<StandingRow, 'name' | 'staffNumber'>, words: string): boolean {
  const sought = words.trim().toLowerCase()
  return sought === '' || row.name.includes(sought) || row.staffNumber.toLowerCase().startsWith(sought)
}

/** Whether the score, as far as it is known, lies from one mark up to the next, in hundredths; empty: any. */
export function isScoreWithin({ soFar }: Pick<StandingRow, 'soFar'>, from: string, to: string): boolean {
  return (from === '' || soFar >= Number(from)) && (to === '' || soFar < Number(to))
}

/** After everyone who has a rank. */
const unranked = Number.MAX_SAFE_INTEGER

/** By rank, then by score (what is known so far while partial), then in the order of the roster. */
export function inOrderOfStanding(rows: readonly StandingRow[]): readonly StandingRow[] {
  const groupOrder = ['主要领导', '分管领导', '工作人员'] as const
  return [...rows].sort(
    (left, right) =>
      groupOrder.indexOf(left.rankingGroup) - groupOrder.indexOf(right.rankingGroup) ||
      (left.rank ?? unranked) - (right.rank ?? unranked) ||
      (right.score ?? right.soFar) - (left.score ?? left.soFar),
  )
}

/** Titles of the categories anyone has, as they first come. */
export function categoryTitles(rows: readonly StandingRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.categories.map((category) => category.title)))]
}
