import { addPoints, zeroPoints, type Centipoints } from '../domain/primitives/centipoints.ts'
import { isWithin, type DaySpan } from '../domain/primitives/local-date.ts'
import type { Employment } from '../domain/roster/assignment.ts'
import type { Post } from '../domain/scheme/scheme.ts'
import { itemsOf } from '../domain/scoring/items-of.ts'
import type { ItemScore, MissingPart, ScoreSheet } from '../domain/scoring/score-sheet.ts'
import { standings } from '../domain/standing/standings.ts'
import { covers, type Reach } from '../policies/permit.ts'
import type { AssessedYear } from './read-assessed-year.ts'

export type Standing = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly post: Post
  readonly rankingGroup: Post
  readonly employment: Employment | null
  readonly categories: readonly {
    readonly title: string
    readonly full: Centipoints | null
    readonly score: Centipoints | null
    readonly soFar: Centipoints
  }[]
  readonly work: Centipoints | null
  readonly reward: Centipoints
  readonly score: Centipoints | null
  readonly soFar: Centipoints
  readonly partial: boolean
  /** What is not yet assessed, in the order of the sheet. */
  readonly missing: readonly MissingPart[]
  readonly rank: number | null
  /** Points moved by what occurred within the asked period itself. */
  readonly periodChange: Centipoints
  readonly unconfirmedEntries: number
}

export type MissingPerson = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly missing: readonly MissingPart[]
}

export type StandingFilter = {
  readonly office?: string | undefined
  readonly group?: Post | undefined
  /** Whose standings are shown at all. */
  readonly reach: Reach
}

/** Standings in roster order; ranks are within the whole ranking group, whatever the filter and the reach show. */
export function readStandings(
  { period, assessment, sheets }: AssessedYear,
  filter: StandingFilter,
): readonly Standing[] {
  const ranks = standings(sheets)
  const unconfirmed = new Map<string, number>()
  for (const { state, staffNumber } of assessment.entries)
    if (state === 'recorded') unconfirmed.set(staffNumber, (unconfirmed.get(staffNumber) ?? 0) + 1)
  return sheets.flatMap((sheet, index) =>
    isShown(sheet, filter)
      ? [
          {
            ...pick(sheet),
            rankingGroup: sheet.post,
            categories: sheet.categories.map(({ title, full, score, soFar }) => ({ title, full, score, soFar })),
            rank: ranks[index] ?? null,
            periodChange: changeWithin(sheet, period.span),
            unconfirmedEntries: unconfirmed.get(sheet.staffNumber) ?? 0,
          },
        ]
      : [],
  )
}

function pick(sheet: ScoreSheet) {
  const { staffNumber, name, office, post, employment, work, reward, score, soFar, partial, missing } = sheet
  return { staffNumber, name, office, post, employment, work, reward, score, soFar, partial, missing }
}

/** Whether the filter lets the person through. */
function isShown(sheet: ScoreSheet, { office, group, reach }: StandingFilter): boolean {
  return (
    isSheetWithin(reach, sheet) &&
    (office === undefined || sheet.office === office) &&
    (group === undefined || sheet.post === group)
  )
}

/** Whether a sheet lies within reach: one's own, or of a person who stands in one of the offices on its last day. */
export function isSheetWithin(reach: Reach, { staffNumber, office }: ScoreSheet): boolean {
  return covers(reach, { staffNumber, offices: [office] })
}

/** Σ changes of entries and shortfalls that fall on days of the span; limits move nothing that occurred. */
function changeWithin(sheet: ScoreSheet, span: DaySpan): Centipoints {
  const items: readonly ItemScore[] = [...itemsOf(sheet), ...(sheet.rewards === null ? [] : [sheet.rewards])]
  let sum = zeroPoints
  for (const { lines } of items)
    for (const { kind, occurredOn, change } of lines)
      if ((kind === 'entry' || kind === 'shortfall') && occurredOn !== null && isWithin(occurredOn, span))
        sum = addPoints(sum, change)
  return sum
}

/** Everyone with a part not yet assessed. */
export function missingPeople(sheets: readonly ScoreSheet[]): readonly MissingPerson[] {
  return sheets
    .filter(({ partial }) => partial)
    .map(({ staffNumber, name, office, missing }) => ({ staffNumber, name, office, missing }))
}
