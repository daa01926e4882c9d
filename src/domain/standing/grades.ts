import type { GradeClause } from '../scheme/scheme.ts'
import type { ScoreSheet } from '../scoring/score-sheet.ts'
import { groupBy } from '../primitives/group-by.ts'

export type GivenGrade = {
  readonly grade: string | null
  /** 等次 whose quota ends among equal scores with this one: the leading group decides, with a reason. */
  readonly tiedFor: string | null
}

type Graded = Pick<ScoreSheet, 'post' | 'employment' | 'score' | 'otherLines'>

/**
 * 等次 of everyone in the order given, by the scheme's bands and quotas (SPEC §4.7): a clause gives its grade to those
 * of its employment class and band who have none yet, the best first. A quota counts the ranking group's people of one
 * employment class, rounded down, and is never exceeded; who has a veto does not fill it. Equal scores on its edge
 * stay open. Nobody gets a grade from a clause with neither band nor quota.
 */
export function gradesOf(people: readonly Graded[], clauses: readonly GradeClause[]): readonly GivenGrade[] {
  const given = people.map((): GivenGrade => ({ grade: null, tiedFor: null }))
  for (const clause of clauses) {
    const places = people.flatMap((one, place) =>
      given[place]?.grade === null && given[place].tiedFor === null && isCandidate(one, clause) ? [place] : [],
    )
    for (const place of unlimited(clause) ? places : []) given[place] = { grade: clause.grade, tiedFor: null }
    if (clause.quotaPercent === undefined) continue
    for (const among of groupBy(places, (place) => classOf(people[place])).values()) {
      const size = people.filter((one) => classOf(one) === classOf(people[among[0] ?? -1])).length
      const limit = Math.floor((size * clause.quotaPercent) / 10_000)
      fill(
        among,
        limit,
        (place) => people[place]?.score ?? 0,
        (place, isIn) => {
          given[place] = isIn ? { grade: clause.grade, tiedFor: null } : { grade: null, tiedFor: clause.grade }
        },
      )
    }
  }
  return given
}

function unlimited({ from, below, quotaPercent }: GradeClause): boolean {
  return quotaPercent === undefined && (from !== undefined || below !== undefined)
}

function classOf(one: Graded | undefined): string {
  return `${one?.post ?? ''} ${one?.employment ?? ''}`
}

function isCandidate({ score, employment, otherLines }: Graded, clause: GradeClause): boolean {
  if (score === null || (clause.employment !== undefined && clause.employment !== employment)) return false
  if (clause.from !== undefined && score < clause.from) return false
  if (clause.below !== undefined && score >= clause.below) return false
  return (
    clause.quotaPercent === undefined ||
    !otherLines.some(({ effect, reason }) => effect === 'veto' && reason?.code === 'not-points')
  )
}

/** Gives places to the best while whole groups of equal scores fit; the group that only half fits is told so. */
function fill(
  places: readonly number[],
  limit: number,
  scoreOf: (place: number) => number,
  give: (place: number, isIn: boolean) => void,
): void {
  let left = limit
  const equals = [...groupBy(places, scoreOf)].toSorted(([one], [other]) => other - one)
  for (const [, group] of equals) {
    if (left === 0) return
    for (const place of group) give(place, group.length <= left)
    if (group.length > left) return
    left -= group.length
  }
}
