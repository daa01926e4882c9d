import { groupBy } from '../primitives/group-by.ts'
import type { LocalDate } from '../primitives/local-date.ts'
import type { LedgerEntry, RatingMark, RegisterDecision } from '../ledger/entry.ts'
import type { Assignment } from '../roster/assignment.ts'
import { staffOfYear } from '../roster/staff.ts'
import type { Post, RollUp, Scheme } from '../scheme/scheme.ts'
import { scoreOwnSheets } from './own-score.ts'
import { membersOf, scoreLeader } from './roll-up-score.ts'
import type { RuleHistory } from './rule-history.ts'
import type { ScoreSheet } from './score-sheet.ts'
import { contextOfYear } from './scoring-context.ts'
import { sortEntries } from './sort-entries.ts'
import { withVersions } from './with-versions.ts'

/** Everything a year's scores follow from. */
export type Assessment = {
  /** One version's, or the scheme of a year with several (`schemeOfYear`), and then with its history. */
  readonly scheme: Scheme
  readonly history?: RuleHistory | null
  readonly year: number
  /** Entries after this day are shown and do not count; windows after it have not ended. */
  readonly asOf: LocalDate
  readonly roster: readonly Assignment[]
  /** With the ids they were recorded with. */
  readonly entries: readonly LedgerEntry[]
  readonly marks: readonly RatingMark[]
  readonly registerDecisions?: readonly RegisterDecision[]
}

/**
 * The score sheets of everyone with a day on the roster in the year, in roster order (SPEC §4). Pure: the same
 * assessment gives the same sheets, whatever the order of its entries and marks. Only confirmed entries up to `asOf`
 * count; the others of the year are shown with their reason, those of other years left out. The post of a person's last
 * stay decides how the whole year is scored. In a year of several versions an entry is judged by the one of its day.
 */
export function assess(assessment: Assessment): ScoreSheet[] {
  const context = contextOfYear(assessment)
  const { scheme, history } = context
  const people = staffOfYear(assessment.roster, assessment.year)
  const entriesByPerson = groupBy(context.entries, ({ staffNumber }) => staffNumber)
  const marksByPerson = groupBy(assessment.marks, ({ staffNumber }) => staffNumber)
  const sheets = new Map<string, ScoreSheet>()
  for (const { post, rollUp } of scoringOrder(scheme)) {
    const scored = people.filter((person) => person.post === post)
    for (const person of scored) {
      const entries = sortEntries(context, person, entriesByPerson.get(person.staffNumber) ?? [])
      const sheet =
        rollUp === null
          ? scoreOwnSheets(context, person, entries, marksByPerson.get(person.staffNumber) ?? [])
          : scoreLeader(
              context,
              person,
              rollUp,
              membersOf(context, person, rollUp, people, ({ staffNumber }) => sheets.get(staffNumber) ?? null),
              entries,
            )
      sheets.set(person.staffNumber, sheet)
    }
  }
  return people.flatMap(({ staffNumber }) => {
    const sheet = sheets.get(staffNumber)
    return sheet === undefined ? [] : [history === null ? sheet : withVersions(sheet, history, context)]
  })
}

/** Posts with sheets of their own first, then every leader after those whose mean it is. */
function scoringOrder(scheme: Scheme): readonly { readonly post: Post; readonly rollUp: RollUp | null }[] {
  const rollUpOf = (post: Post) => scheme.rollUps.find((rollUp) => rollUp.post === post) ?? null
  const depthOf = (post: Post, above: readonly Post[] = []): number => {
    const rollUp = rollUpOf(post)
    return rollUp === null || above.includes(post) ? 0 : 1 + depthOf(rollUp.of, [...above, post])
  }
  return (['工作人员', '分管领导', '主要领导'] as const)
    .map((post) => ({ post, rollUp: rollUpOf(post), depth: depthOf(post) }))
    .sort((left, right) => left.depth - right.depth)
}
