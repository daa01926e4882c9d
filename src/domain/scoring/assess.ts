import { groupBy } from '../primitives/group-by.ts'
import { yearOf, type LocalDate } from '../primitives/local-date.ts'
import type { LedgerEntry, RatingMark, RegisterDecision } from '../ledger/entry.ts'
import type { Assignment } from '../roster/assignment.ts'
import { isOnSheet, isRolledUp, type PlacedRule } from '../roster/sheet-directory.ts'
import { staffOfYear, stayOn, type StaffMember } from '../roster/staff.ts'
import type { Post, RollUp, Rule, Scheme } from '../scheme/scheme.ts'
import { chargeEntries, compareCharges, type Charge } from './charge.ts'
import { uncountedLine } from './line.ts'
import { scoreOwnSheets, type PersonEntries } from './own-score.ts'
import { membersOf, scoreLeader } from './roll-up-score.ts'
import { keepLargestRung } from './rungs.ts'
import type { LineReason, ScoreLine, ScoreSheet } from './score-sheet.ts'
import { compareEntries, isCounted, scoringContext, type ScoringContext } from './scoring-context.ts'
import type { UncountedEntry } from './window-score.ts'
import { windowOfItem } from './windows.ts'

/** Everything a year's scores follow from. */
export type Assessment = {
  readonly scheme: Scheme
  readonly year: number
  /** Entries after this day are shown and do not count; windows after it have not ended. */
  readonly asOf: LocalDate
  readonly roster: readonly Assignment[]
  readonly entries: readonly LedgerEntry[]
  readonly marks: readonly RatingMark[]
  readonly registerDecisions?: readonly RegisterDecision[]
}

/**
 * The score sheets of everyone with a day on the roster in the year, in roster order (SPEC §4). Pure: the same
 * assessment gives the same sheets, whatever the order of its entries and marks. Only confirmed entries up to `asOf`
 * count; the others of the year are shown with their reason, those of other years left out. The post of a person's last
 * stay decides how the whole year is scored.
 */
export function assess(assessment: Assessment): ScoreSheet[] {
  const { scheme, year, asOf } = assessment
  const context = scoringContext(scheme, year, asOf, assessment.entries, assessment.registerDecisions ?? [])
  const people = staffOfYear(assessment.roster, year)
  const entriesByPerson = groupBy(
    assessment.entries.filter(({ occurredOn }) => yearOf(occurredOn) === year),
    ({ staffNumber }) => staffNumber,
  )
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
    return sheet === undefined ? [] : [sheet]
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

/** Parts a person's entries of the year into those that count, those that do not and why, and those of no sheet. */
function sortEntries(
  context: ScoringContext,
  person: StaffMember,
  entries: readonly LedgerEntry[],
): PersonEntries {
  const isLeader = isRolledUp(context.scheme, person.post)
  const byRule = new Map<string, { counted: LedgerEntry[]; uncounted: UncountedEntry[] }>()
  const leaderRules = new Map<PlacedRule, LedgerEntry[]>()
  const strayLines: ScoreLine[] = []
  for (const entry of entries.length > 1 ? [...entries].sort(compareEntries) : entries) {
    const placed = context.directory.ruleById.get(entry.ruleId)
    const stray = strayReason(context, person, placed, entry)
    if (placed === undefined || stray !== null) {
      strayLines.push(uncountedLine(entry, placed?.rule ?? null, stray ?? { code: 'not-on-sheet' }))
      continue
    }
    const state = stateReason(context, entry)
    if (isLeader && placed.item !== null) {
      const reason = state ?? (reachesLeader(placed.rule) ? null : ({ code: 'leader-mean' } as const))
      if (reason !== null) strayLines.push(uncountedLine(entry, placed.rule, reason))
      else leaderRules.set(placed, [...(leaderRules.get(placed) ?? []), entry])
      continue
    }
    const own = byRule.get(entry.ruleId) ?? { counted: [], uncounted: [] }
    byRule.set(entry.ruleId, own)
    if (state === null) own.counted.push(entry)
    else own.uncounted.push({ entry, rule: placed.rule, reason: state })
  }
  const charges = keepLargestRung(
    [...leaderRules].flatMap(([placed, ofRule]) => chargesOfLeader(context, placed, ofRule)).sort(compareCharges),
    context.rungFamilies,
  )
  const isFelt = ({ outcome }: Charge) => outcome.does !== 'nothing'
  return {
    byRule,
    strayLines: [
      ...strayLines,
      ...charges.flatMap(({ entry, rule, reason, outcome }) =>
        entry !== null && outcome.does === 'nothing'
          ? [uncountedLine(entry, rule, reason ?? { code: 'leader-mean' })]
          : [],
      ),
    ],
    consequences: charges.filter(isFelt),
  }
}

/** A leader's own zero, vetoes and money apply; everything else of an item waits for the mean (SPEC §4.4). */
function reachesLeader({ effect }: Rule): boolean {
  return effect === 'zero' || effect === 'veto' || effect === 'money'
}

function chargesOfLeader(
  context: ScoringContext,
  { rule, category, item }: PlacedRule,
  entries: readonly LedgerEntry[],
): readonly Charge[] {
  if (category === null || item === null) return []
  const window = windowOfItem(context.scheme, category, item)
  return chargeEntries(rule, entries, { full: item.points, isReward: false, window })
}

function strayReason(
  context: ScoringContext,
  person: StaffMember,
  placed: PlacedRule | undefined,
  entry: LedgerEntry,
): LineReason | null {
  const stay = stayOn(person, entry.occurredOn)
  if (stay === null) return { code: 'off-roster' }
  if (placed === undefined) return { code: 'not-on-sheet' }
  if (isRolledUp(context.scheme, person.post)) return null
  return isOnSheet(context.directory, placed, stay.office) ? null : { code: 'not-on-sheet' }
}

function stateReason({ asOf }: ScoringContext, entry: LedgerEntry): LineReason | null {
  if (isCounted(entry, asOf)) return null
  if (entry.state === 'reversed') return { code: 'reversed' }
  return entry.state === 'recorded' ? { code: 'unconfirmed' } : { code: 'after-as-of' }
}
