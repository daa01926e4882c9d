import { lineReasonSentence } from '../../../domain/scoring/line-reason-sentence.ts'
import type { ItemScore, ScoreLine } from '../../../domain/scoring/score-sheet.ts'
import { quantityText } from '../../text/figure.ts'

/** One line of a score sheet, worded: what happened, under which clause, what it moved, or why it moved nothing. */
export type SheetLine = {
  readonly key: string
  readonly kind: ScoreLine['kind']
  readonly entryId: string | null
  readonly day: string | null
  /** 3次, 周督查, 说明 … what the entry itself says. */
  readonly facts: readonly string[]
  readonly clause: string
  /** How the clause is read, where it charges by other figures than it shows; else null. */
  readonly reading: string | null
  /** The version that judged it, where that is not the year's; else null. */
  readonly schemeVersion: number | null
  readonly before: number | null
  readonly change: number
  readonly after: number | null
  readonly moneyFen: number | null
  readonly reason: string | null
  /** How many lines of one kind this one stands for, on paper. */
  readonly count: number
}

export function sheetLine(line: ScoreLine, place: number): SheetLine {
  const unit = line.unit ?? null
  const quantity = line.quantity === null || line.kind === 'base' ? [] : [figureOf(line, unit)]
  return {
    key: `${String(place)}-${line.entryId ?? line.kind}`,
    kind: line.kind,
    entryId: line.entryId,
    day: line.occurredOn,
    facts: [...quantity, line.matter, line.note].filter((fact): fact is string => fact !== null && fact !== ''),
    clause: line.clause,
    reading: line.reading ?? null,
    schemeVersion: line.schemeVersion ?? null,
    before: line.before,
    change: line.change,
    after: line.after,
    moneyFen: line.moneyFen ?? null,
    reason: line.reason === null ? null : lineReasonSentence(line.reason, line.unit),
    count: 1,
  }
}

function figureOf(line: ScoreLine, unit: string | null): string | null {
  if (line.quantity === null) return null
  if (line.effect === 'proportional') return `完成${quantityText(line.quantity, '%')}`
  // A rule that names no unit happens or not: "1" beside it would only puzzle.
  return unit === null && line.quantity === 100 ? null : quantityText(line.quantity, unit)
}

/**
 * The lines worth their place on paper: nothing of the start, nothing that was cured; lines of one rule that did not
 * count for the same kind of reason stand as the last of them with their number.
 */
export function paperLines(item: ItemScore): readonly SheetLine[] {
  const kept: { line: ScoreLine; shown: SheetLine }[] = []
  for (const [place, line] of item.lines.entries()) {
    if (line.kind === 'base' || line.reason?.code === 'reversed') continue
    const shown = sheetLine(line, place)
    const alike =
      line.kind === 'uncounted'
        ? kept.findIndex(
            (other) =>
              other.line.kind === 'uncounted' &&
              other.line.ruleId === line.ruleId &&
              other.line.schemeVersion === line.schemeVersion &&
              other.line.reason?.code === line.reason?.code,
          )
        : -1
    if (alike === -1) kept.push({ line, shown })
    else kept[alike] = { line, shown: { ...shown, count: (kept[alike]?.shown.count ?? 0) + 1 } }
  }
  return kept.map(({ shown }) => shown)
}

/** What was lost or won against full points; null where that says nothing (not assessed, no full points, unmoved). */
export function movedFromFull(item: Pick<ItemScore, 'full' | 'score'>, isEarned: boolean): number | null {
  if (isEarned || item.full === null || item.score === null) return null
  const moved = item.score - item.full
  return moved === 0 ? null : moved
}
