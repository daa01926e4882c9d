import { pointsFromRatio, zeroPoints, type Centipoints } from '../primitives/centipoints.ts'
import { ratio } from '../primitives/ratio.ts'
import type { StaffMember } from '../roster/staff.ts'
import type { Post, RollUp } from '../scheme/scheme.ts'
import { settleScore, sheetHead, type PersonEntries } from './own-score.ts'
import { scoreRewards } from './reward-score.ts'
import type { MissingPart, RollUpScore, ScoreSheet } from './score-sheet.ts'
import type { ScoringContext } from './scoring-context.ts'

/** The published sheet of someone whose score enters a mean, with the days it is weighted by. */
export type Member = { readonly sheet: ScoreSheet; readonly days: number }

/**
 * A leader without a sheet (SPEC §4.4, §4.5): the mean of the published scores of those led, each person once, weighted
 * by days in the leader's offices, half up to 0.01; then own rewards and own `zero`. Nobody led: refused by name.
 */
export function scoreLeader(
  context: ScoringContext,
  person: StaffMember,
  rollUp: RollUp,
  members: readonly Member[],
  entries: PersonEntries,
): ScoreSheet {
  const isComplete = members.length > 0 && members.every(({ sheet }) => sheet.score !== null)
  const mean = isComplete ? meanScore(members) : null
  const rollUpScore: RollUpScore = {
    of: rollUp.of,
    members: members.map(({ sheet, days }) => ({
      staffNumber: sheet.staffNumber,
      name: sheet.name,
      office: sheet.office,
      score: sheet.score,
      days,
    })),
    mean,
  }
  return settleScore({
    ...sheetHead(context, person),
    categories: [],
    rollUp: rollUpScore,
    work: mean,
    workSoFar: members.length === 0 ? zeroPoints : meanScore(members),
    workMissing: missingOf(rollUp, person, members),
    rewardOutcome: scoreRewards(context, entries.byRule),
    consequences: entries.consequences,
    strayLines: entries.strayLines,
  })
}

/** Σ(days × score) ÷ Σ days; while someone is partial, over what is known so far. */
function meanScore(members: readonly Member[]): Centipoints {
  let weighted = 0n
  let days = 0n
  for (const member of members) {
    weighted += BigInt(member.sheet.soFar) * BigInt(member.days)
    days += BigInt(member.days)
  }
  return pointsFromRatio(ratio(weighted, days))
}

function missingOf(rollUp: RollUp, person: StaffMember, members: readonly Member[]): readonly MissingPart[] {
  if (members.length === 0)
    return rollUp.of === '分管领导' ? [{ code: 'no-deputy' }] : [{ code: 'no-staff', offices: officesLed(person) }]
  return members.flatMap(({ sheet: { staffNumber, name, score } }) =>
    score === null ? [{ code: 'member-partial' as const, staffNumber, name }] : [],
  )
}

/** The offices named in the person's rows, each once. */
function officesLed(person: StaffMember): readonly string[] {
  return [...new Set(person.stays.flatMap(({ inChargeOf }) => inChargeOf))]
}

/**
 * Who enters the leader's mean, each once and weighted by days (SPEC §4.5): those of the post below in the offices named;
 * for a principal, who leads all offices, every deputy with the days as deputy.
 */
export function membersOf(
  context: ScoringContext,
  leader: StaffMember,
  rollUp: RollUp,
  people: readonly StaffMember[],
  sheetOf: (person: StaffMember) => ScoreSheet | null,
): readonly Member[] {
  const offices = new Set(officesLed(leader).map(context.directory.officeKey))
  const leadsByOffice = rollUp.of === '工作人员' && !(leader.post === '主要领导' && offices.size === 0)
  return people.flatMap((person) => {
    if (person.post !== rollUp.of || person.staffNumber === leader.staffNumber) return []
    const days = daysUnder(context, person, rollUp.of, leadsByOffice ? offices : null)
    const sheet = days === 0 ? null : sheetOf(person)
    return sheet === null ? [] : [{ sheet, days }]
  })
}

/** Days in the post and in the leader's offices; null: a principal leads all of them. */
function daysUnder(
  context: ScoringContext,
  person: StaffMember,
  post: Post,
  offices: ReadonlySet<string> | null,
): number {
  let days = 0
  for (const stay of person.stays)
    if (stay.post === post && (offices === null || offices.has(context.directory.officeKey(stay.office))))
      days += stay.days
  return days
}
