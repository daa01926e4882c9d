import { addFen, fen, type Fen } from '../primitives/fen.ts'
import { divideHalfUp } from '../primitives/ratio.ts'
import type { ScoreSheet } from '../scoring/score-sheet.ts'

/** What one person brings into the pool (提出额): the per-person amount × D/Y, half up to the fen (SPEC §4.6). */
export function contributionOf({ days }: Pick<ScoreSheet, 'days'>, perPerson: Fen): Fen {
  return fen(divideHalfUp(BigInt(perPerson) * BigInt(days.onRoster), BigInt(days.ofYear)))
}

/** The pool: Σ contributions of everyone on the roster, leaders and 编外 too. */
export function poolOf(sheets: readonly Pick<ScoreSheet, 'days'>[], perPerson: Fen): Fen {
  return addFen(...sheets.map((sheet) => contributionOf(sheet, perPerson)))
}
