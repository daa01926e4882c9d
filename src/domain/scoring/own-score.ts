import { addPoints, centipoints, zeroPoints } from '../primitives/centipoints.ts'
import { addFen, fen } from '../primitives/fen.ts'
import { daysInYear, type LocalDate } from '../primitives/local-date.ts'
import type { RatingMark } from '../ledger/entry.ts'
import type { StaffMember } from '../roster/staff.ts'
import { scoreCategory } from './category-score.ts'
import { compareCharges, type Charge } from './charge.ts'
import type { EntriesByRule } from './item-score.ts'
import { consequenceLine } from './line.ts'
import { scoreRewards } from './reward-score.ts'
import type { ScoreLine, ScoreSheet } from './score-sheet.ts'
import type { ScoringContext } from './scoring-context.ts'

/** A person's entries as the scoring reads them. */
export type PersonEntries = {
  readonly byRule: EntriesByRule
  /** Lines of entries that stand under no item of the person. */
  readonly strayLines: readonly ScoreLine[]
  /** Zeros, vetoes and money against someone without a sheet. */
  readonly consequences: readonly Charge[]
}

/** The parts of a score sheet that follow from the roster alone. */
export function sheetHead(context: ScoringContext, person: StaffMember) {
  const { staffNumber, name, post, employment } = person
  return {
    staffNumber,
    name,
    office: officeAsOf(person, context.asOf),
    post,
    employment,
    days: { onRoster: person.days, ofYear: daysInYear(context.year) },
    stays: person.stays.map((stay) => ({
      office: stay.office,
      post: stay.post,
      span: stay.span,
      days: stay.days,
    })),
    away: person.away,
  }
}

/** Where the person stood on the balance day, or last before it: an old sheet keeps the office of its time. */
function officeAsOf(person: StaffMember, asOf: LocalDate): string {
  const begun = person.stays.filter(({ span }) => span.first <= asOf)
  return (begun.at(-1) ?? person.stays[0])?.office ?? person.office
}

/**
 * Personal score = Σ items + rewards (SPEC §4.3): may exceed 100, never falls below 0; a confirmed `zero` makes it 0
 * after everything, and then nothing is missing any more. A part not yet assessed makes the score null.
 */
export function scoreOwnSheets(
  context: ScoringContext,
  person: StaffMember,
  entries: PersonEntries,
  marks: readonly RatingMark[],
): ScoreSheet {
  const categories = context.scheme.categories.map((category) =>
    scoreCategory(
      context,
      person,
      category,
      entries.byRule,
      marks.filter(({ categoryId }) => categoryId === category.id),
    ),
  )
  const scores = categories.map(({ categoryScore }) => categoryScore.score)
  const known = addPoints(...categories.map(({ categoryScore }) => categoryScore.soFar))
  return settleScore({
    ...sheetHead(context, person),
    categories: categories.map(({ categoryScore }) => categoryScore),
    rollUp: null,
    work: scores.includes(null) ? null : known,
    workSoFar: known,
    workMissing: categories.flatMap(({ missing }) => missing),
    rewardOutcome: scoreRewards(context, entries.byRule),
    consequences: [...entries.consequences, ...categories.flatMap(({ consequences }) => consequences)],
    strayLines: entries.strayLines,
  })
}

/** Adds rewards, zero and money to a person's work: own items, or a leader's mean. */
export function settleScore(
  parts: ReturnType<typeof sheetHead> &
    Pick<ScoreSheet, 'categories' | 'rollUp' | 'work'> & {
      readonly workSoFar: ScoreSheet['soFar']
      readonly workMissing: ScoreSheet['missing']
      readonly rewardOutcome: ReturnType<typeof scoreRewards>
      readonly consequences: readonly Charge[]
      readonly strayLines: readonly ScoreLine[]
    },
): ScoreSheet {
  const { workSoFar, workMissing, rewardOutcome, strayLines, ...rest } = parts
  const { rewards, reward } = rewardOutcome
  const consequences = [...parts.consequences, ...rewardOutcome.consequences].sort(compareCharges)
  const zeroing = consequences.find(({ outcome }) => outcome.does === 'zero')
  const missing = zeroing === undefined ? [...workMissing, ...rewardOutcome.missing] : []
  const total = centipoints(Math.max(0, workSoFar + reward))
  const soFar = zeroing === undefined ? total : zeroPoints
  const isKnown = zeroing !== undefined || (parts.work !== null && missing.length === 0)
  const taken = consequences.map(({ outcome }) =>
    outcome.does === 'take-pay' ? (outcome.amount ?? fen(0)) : fen(0),
  )
  return {
    staffNumber: rest.staffNumber,
    name: rest.name,
    office: rest.office,
    post: rest.post,
    employment: rest.employment,
    days: rest.days,
    stays: rest.stays,
    away: rest.away,
    categories: rest.categories,
    rollUp: rest.rollUp,
    rewards,
    work: rest.work,
    reward,
    score: isKnown ? soFar : null,
    partial: !isKnown,
    soFar,
    missing,
    otherLines: [...consequences.filter((charge) => charge !== zeroing).map(consequenceLine), ...strayLines],
    zeroedBy: zeroing === undefined ? null : consequenceLine(zeroing),
    moneyFen: addFen(...taken),
  }
}
