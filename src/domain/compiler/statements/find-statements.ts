import type { Centipoints } from '../../primitives/centipoints.ts'
import type { Section } from '../section.ts'
import { titleOf } from '../regulation-title.ts'
import type { SchemePlan } from '../scheme-plan.ts'
import type { SilenceReason } from '../silence-reason.ts'
import type { Stretch } from '../stated-points.ts'
import type { Reading } from '../stored-text.ts'
import { findAppraisees, type StatedAppraisee } from './appraisees.ts'
import { findCadence, type StatedStep } from './cadence.ts'
import { findDeadlines, type StatedDeadline } from './deadlines.ts'
import { findGrades, type StatedGrade } from './grades.ts'
import { findPay, type StatedPay } from './pay.ts'
import { findRewardLimits, type StatedLimit } from './reward-cap.ts'
import { findUnpricedRewards, type StatedRewards } from './rewards.ts'
import { findRollUps, type RollUps } from './roll-ups.ts'

/** What the text says about the whole, beside its clauses. */
export type Statements = {
  readonly title: string
  readonly total: Centipoints | null
  readonly rollUps: RollUps
  readonly cadence: readonly StatedStep[]
  readonly pay: StatedPay | null
  readonly rewards: StatedRewards
  readonly limits: readonly StatedLimit[]
  readonly appraisees: readonly StatedAppraisee[]
  readonly grades: readonly StatedGrade[]
  /** Bands of scores, in which no clause stands. */
  readonly bands: readonly Stretch[]
  readonly deadlines: readonly StatedDeadline[]
}

/** Reads what a text says of the whole; defaults come later, and only to a text that scores. */
export function findStatements(reading: Reading, root: Section, plan: SchemePlan): Statements {
  const { text } = reading.body
  const { grades, words } = findGrades(text)
  return {
    title: titleOf(text),
    total: plan.total?.points ?? null,
    rollUps: findRollUps(text),
    cadence: findCadence(text),
    pay: findPay(text),
    rewards: findUnpricedRewards(
      text,
      isSpacedOut(reading) ? undefined : (words) => hasBlankBeforeLast(reading, words),
    ),
    limits: findRewardLimits(text, root),
    appraisees: findAppraisees(text, root),
    grades,
    bands: words,
    deadlines: findDeadlines(text),
  }
}

/** 扣 2 分: a text with blanks before every 分 has lost no figure to them. */
function isSpacedOut({ stored }: Reading): boolean {
  return /\d[ \t\u00a0\u3000]+分/.test(stored)
}

/** Whether the stored text has a blank where the body has drawn the last two characters of the words together. */
function hasBlankBeforeLast({ stored, body }: Reading, { end }: Stretch): boolean {
  const between = stored.slice(body.ends[end - 2], body.offsets[end - 1])
  return /^[ \t\u00a0\u3000_]+$/.test(between)
}

/** Words of such statements, in which no clause stands, and why they score nothing. */
export function spokenByStatements(
  statements: Statements,
): readonly (Stretch & { readonly reason: SilenceReason })[] {
  const because = (reason: SilenceReason, words: readonly Stretch[]) =>
    words.map(({ start, end }) => ({ start, end, reason }))
  const { rollUps, cadence, pay, rewards, limits, bands } = statements
  return [
    ...because('score-formula', [...rollUps.known.map(({ words }) => words), ...rollUps.open]),
    ...because(
      'procedure',
      cadence.map(({ words }) => words),
    ),
    ...because('table-of-bands', bands),
    ...because(
      'cap-wording',
      limits.map(({ words }) => words),
    ),
    ...because('pay-formula', pay?.sentences ?? []),
    ...because('method-prose', rewards.words),
  ]
}
