import type { EntryEffect } from '../../http/contract/entries.ts'
import { pointsOrPending, pointsText } from '../text/figure.ts'

/** The before → after of one person, said as on the page: 工作纪律 10 → 8，总分 96.5 → 94.5. */
export type EffectWords = {
  readonly item: string | null
  /** null for who sees the item and not the person's score. */
  readonly total: string | null
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
    remark: effect.remark ?? (moves ? null : isScoreSeen(effect) ? '分数不变' : '项目分不变'),
  }
}

function isScoreSeen({ soFarBefore, soFarAfter }: EntryEffect): boolean {
  return soFarBefore !== null && soFarAfter !== null
}

function totalWords(effect: EntryEffect, moves: boolean, isPartial: boolean): string | null {
  const { soFarBefore, soFarAfter } = effect
  if (soFarBefore === null || soFarAfter === null) return null
  if (!isPartial)
    return moves
      ? `总分 ${pointsOrPending(effect.scoreBefore)} → ${pointsOrPending(effect.scoreAfter)}`
      : `总分 ${pointsOrPending(effect.scoreAfter)} 不变`
  return moves
    ? `总分待评，已计 ${pointsText(soFarBefore)} → ${pointsText(soFarAfter)}`
    : `总分待评，已计 ${pointsText(soFarAfter)} 不变`
}
