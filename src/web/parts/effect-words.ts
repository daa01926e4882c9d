import type { EntryEffect } from '../../http/contract/entries.ts'
import { pointsOrPending, pointsText } from '../text/figure.ts'

/** The before → after of one person, said as on the page: 工作纪律 10 → 8，总分 96.5 → 94.5. */
export type EffectWords = {
  readonly item: string | null
  readonly total: string
  /** Whether any figure moves: what does not move is told by `remark`. */
  readonly moves: boolean
  readonly remark: string | null
}

export function effectWords(effect: EntryEffect): EffectWords {
  const itemMoves = effect.itemBefore !== effect.itemAfter
  const isPartial = effect.scoreBefore === null || effect.scoreAfter === null
  const totalMoves = isPartial
    ? effect.soFarBefore !== effect.soFarAfter || effect.scoreBefore !== effect.scoreAfter
    : effect.scoreBefore !== effect.scoreAfter
  const moves = itemMoves || totalMoves
  return {
    item: itemMoves
      ? `${effect.itemTitle} ${pointsOrPending(effect.itemBefore)} → ${pointsOrPending(effect.itemAfter)}`
      : null,
    total: totalWords(effect, totalMoves, isPartial),
    moves,
    remark: effect.remark ?? (moves ? null : '分数不变'),
  }
}

function totalWords(effect: EntryEffect, moves: boolean, isPartial: boolean): string {
  if (!isPartial)
    return moves
      ? `总分 ${pointsOrPending(effect.scoreBefore)} → ${pointsOrPending(effect.scoreAfter)}`
      : `总分 ${pointsOrPending(effect.scoreAfter)} 不变`
  return moves
    ? `总分待评，已计 ${pointsText(effect.soFarBefore)} → ${pointsText(effect.soFarAfter)}`
    : `总分待评，已计 ${pointsText(effect.soFarAfter)} 不变`
}
