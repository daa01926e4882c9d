import type { SilenceReason } from '../../silence-reason.ts'
import { addPhrases } from './effects/add-phrases.ts'
import { awardPhrases } from './effects/award-phrases.ts'
import { deductPhrases } from './effects/deduct-phrases.ts'
import { discretionaryPhrases } from './effects/discretionary-phrases.ts'
import type { EffectReading } from './effects/effect-reading.ts'
import { forfeitPhrases } from './effects/forfeit-phrases.ts'
import { moneyPhrases } from './effects/money-phrases.ts'
import { proportionalPhrases } from './effects/proportional-phrases.ts'
import { sharedAmountPhrases } from './effects/shared-amount-phrases.ts'
import { vetoPhrases } from './effects/veto-phrases.ts'
import { zeroPhrases } from './effects/zero-phrases.ts'
import type { Phrase, PhraseTable } from './phrase.ts'
import { deadlinePhrases } from './qualifiers/deadline-phrases.ts'
import type { EndCircumstance } from './qualifiers/end-circumstance.ts'
import { gracePhrases, type Grace } from './qualifiers/grace-phrases.ts'
import { levelPhrases } from './qualifiers/level-phrases.ts'
import { limitPhrases, type Limit } from './qualifiers/limit-phrases.ts'
import { rankPhrases } from './qualifiers/rank-phrases.ts'
import { severityPhrases } from './qualifiers/severity-phrases.ts'
import { silencePhrases } from './qualifiers/silence-phrases.ts'
import { stepBeforeDeedPhrases } from './qualifiers/step-before-deed-phrases.ts'
import { stepPhrases, type Step } from './qualifiers/step-phrases.ts'
import { subjectPhrases } from './qualifiers/subject-phrases.ts'
import { targetPhrases, type Target } from './qualifiers/target-phrases.ts'
import { thresholdPhrases, type Threshold } from './qualifiers/threshold-phrases.ts'

/** Every effect of SPEC §2, and amounts that take their effect from the words before them. */
const effectTables = [
  deductPhrases,
  addPhrases,
  awardPhrases,
  sharedAmountPhrases,
  discretionaryPhrases,
  forfeitPhrases,
  zeroPhrases,
  proportionalPhrases,
  vetoPhrases,
  moneyPhrases,
]

/** Every table, in the order in which the list of phrases shows them. */
export const phraseTables: readonly PhraseTable<unknown>[] = [
  ...effectTables,
  stepPhrases,
  stepBeforeDeedPhrases,
  gracePhrases,
  thresholdPhrases,
  targetPhrases,
  severityPhrases,
  rankPhrases,
  levelPhrases,
  deadlinePhrases,
  subjectPhrases,
  limitPhrases,
  silencePhrases,
]

/** What words in a sentence are: an effect, a limit on the effects before it, or silence with its reason. */
export type ClauseWord =
  | { readonly kind: 'effect'; readonly effect: EffectReading }
  | { readonly kind: 'limit'; readonly limit: Limit }
  | { readonly kind: 'silence'; readonly reason: SilenceReason }

/** The tables as clauses are read by them. */
export type Grammar = {
  /**
   * Silence, limits and effects compete for every place in a sentence, so that 扣完为止 is never read as an amount. At
   * one place the longest phrase wins, of equals the first row.
   */
  readonly clauseWords: readonly Phrase<ClauseWord>[]
  readonly steps: readonly Phrase<Step>[]
  readonly stepsBeforeDeed: readonly Phrase<Step>[]
  /** Read from the end of the words before an effect, and cut from the deed. */
  readonly circumstances: readonly Phrase<EndCircumstance>[]
  readonly deadlines: readonly Phrase<unknown>[]
  readonly graces: readonly Phrase<Grace>[]
  readonly thresholds: readonly Phrase<Threshold | null>[]
  readonly targets: readonly Phrase<Target>[]
  readonly levels: readonly Phrase<string>[]
}

/** The grammar of all rows that are kept; a test leaves them out one by one. */
export function grammarOf(isKept: (row: Phrase<unknown>) => boolean): Grammar {
  const rowsOf = <Reading>({ rows }: PhraseTable<Reading>): Phrase<Reading>[] => rows.filter(isKept)
  return {
    clauseWords: [
      ...tagged(rowsOf(silencePhrases), (reason) => ({ kind: 'silence', reason })),
      ...tagged(rowsOf(limitPhrases), (limit) => ({ kind: 'limit', limit })),
      ...tagged(effectTables.flatMap(rowsOf), (effect) => ({ kind: 'effect', effect })),
    ],
    steps: rowsOf(stepPhrases),
    stepsBeforeDeed: rowsOf(stepBeforeDeedPhrases),
    circumstances: [severityPhrases, rankPhrases, subjectPhrases].flatMap(rowsOf),
    deadlines: rowsOf(deadlinePhrases),
    graces: rowsOf(gracePhrases),
    thresholds: rowsOf(thresholdPhrases),
    targets: rowsOf(targetPhrases),
    levels: rowsOf(levelPhrases),
  }
}

function tagged<Reading>(
  rows: readonly Phrase<Reading>[],
  tag: (reading: Reading) => ClauseWord,
): Phrase<ClauseWord>[] {
  return rows.map((row) => ({ ...row, read: (words) => tag(row.read(words)) }))
}

/** All rows of all tables. */
export const fullGrammar: Grammar = grammarOf(() => true)
