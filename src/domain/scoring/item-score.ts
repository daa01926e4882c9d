import { pointsFromRatio, type Centipoints } from '../primitives/centipoints.ts'
import { daysBetween, isWithin, type CalendarWindow, type DaySpan } from '../primitives/local-date.ts'
import { ratio } from '../primitives/ratio.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import type { Category, Item, Rule } from '../scheme/scheme.ts'
import { chargeEntries, compareCharges, withinCaps, type Charge, type ChargeSetting } from './charge.ts'
import { keepLargestRung } from './rungs.ts'
import type { ItemScore, MissingPart } from './score-sheet.ts'
import type { ScoringContext } from './scoring-context.ts'
import { readShortfall, targetFor, type ShortfallTarget } from './shortfall.ts'
import { scoreWindow, type UncountedEntry } from './window-score.ts'
import { daysWithin, windowOfItem, windowsOfYear } from './windows.ts'

/** One person's entries by rule, in order of occurrence and then recording; each rule's counted and uncounted ones. */
export type EntriesByRule = ReadonlyMap<
  string,
  { readonly counted: readonly LedgerEntry[]; readonly uncounted: readonly UncountedEntry[] }
>

/** The days that matter to an item: those on its sheet, and all on the roster (D, for a target). */
export type ItemDays = { readonly onSheet: readonly DaySpan[]; readonly onRoster: readonly DaySpan[] }

export type ItemOutcome = {
  readonly itemScore: ItemScore
  readonly missing: readonly MissingPart[]
  /** Vetoes, zeros and money of the item's rules: they work on the person, not on the item. */
  readonly consequences: readonly Charge[]
}

/**
 * An item of one person's sheet (SPEC §4.1, §4.2): per window clamp(base + Σ additions − Σ deductions, 0, full); over
 * several windows the mean of those that have ended, weighted by the person's days in them, half up to 0.01.
 */
export function scoreItem(
  context: ScoringContext,
  category: Category,
  item: Item,
  entries: EntriesByRule,
  days: ItemDays,
): ItemOutcome {
  const window = windowOfItem(context.scheme, category, item)
  const setting: ChargeSetting = { full: item.points, isReward: false, window }
  const charges: Charge[] = []
  const uncounted: UncountedEntry[] = []
  const unkept: UnkeptRule[] = []
  for (const rule of item.rules) {
    const own = entries.get(rule.id)
    if (own !== undefined) uncounted.push(...own.uncounted)
    if (rule.shortfall !== undefined) {
      const readings = readShortfalls(context, rule, rule.shortfall, own?.counted ?? [], days, setting)
      charges.push(...readings.charges)
      unkept.push(...readings.unkept)
    } else if (own !== undefined && own.counted.length > 0) {
      charges.push(...chargeEntries(rule, own.counted, setting))
    }
  }
  return settleItem(context, category, item, window, days, charges, uncounted, unkept)
}

type UnkeptRule = { readonly ruleId: string; readonly span: DaySpan }

/** A rule with a target in every window in which the person stood on the sheet. */
function readShortfalls(
  context: ScoringContext,
  rule: Rule,
  shortfall: ShortfallTarget,
  entries: readonly LedgerEntry[],
  days: ItemDays,
  setting: ChargeSetting,
): { readonly charges: readonly Charge[]; readonly unkept: readonly UnkeptRule[] } {
  const spans = windowsOfYear(context.year, setting.window).filter((span) => daysWithin(days.onSheet, span) > 0)
  const readings = spans.map((span) => {
    const ofWindow = entries.filter((entry) => isWithin(entry.occurredOn, span))
    const window = {
      span,
      ended: span.last <= context.asOf,
      target: targetFor(shortfall, daysWithin(days.onRoster, span), daysBetween(span.first, span.last)),
      isKept: context.isRegisterKept(rule.id, span),
      decision: context.registerDecision(rule.id, span),
    }
    return { span, reading: readShortfall(rule, shortfall, ofWindow, window, setting) }
  })
  return {
    charges: readings.flatMap(({ reading }) => reading.charges),
    unkept: readings.filter(({ reading }) => reading.isUnkept).map(({ span }) => ({ ruleId: rule.id, span })),
  }
}

function settleItem(
  context: ScoringContext,
  category: Category,
  item: Item,
  window: CalendarWindow,
  days: ItemDays,
  charges: readonly Charge[],
  uncounted: readonly UncountedEntry[],
  unkept: readonly UnkeptRule[],
): ItemOutcome {
  const ordered = charges.length > 1 ? [...charges].sort(compareCharges) : charges
  const settled = withinCaps(keepLargestRung(ordered, context.rungFamilies), window)
  const ofItem = settled.filter((charge) => !isConsequence(charge))
  const windows = windowsOfYear(context.year, window).flatMap((span) => {
    const daysHere = daysWithin(days.onSheet, span)
    if (daysHere === 0) return []
    const windowScore = scoreWindow(category, item, {
      charges: ofItem.filter(({ occurredOn }) => isWithin(occurredOn, span)),
      uncounted: uncounted.filter(({ entry }) => isWithin(entry.occurredOn, span)),
      unkeptRules: unkept.filter(({ span: { first } }) => first === span.first).map(({ ruleId }) => ruleId),
    })
    return [{ span, days: daysHere, ended: window === 'year' || span.last <= context.asOf, ...windowScore }]
  })
  const ended = windows.filter((one) => one.ended)
  return {
    itemScore: {
      itemId: item.id,
      title: item.title,
      full: item.points,
      score: meanOfWindows(ended),
      lines: windows.flatMap(({ lines }) => lines),
      windows: windows.map((one) => ({ span: one.span, days: one.days, score: one.score, ended: one.ended })),
    },
    missing:
      ended.length === 0
        ? [{ code: 'item-unassessed', item: item.title }]
        : withoutRepeats(ended.flatMap(({ missing }) => missing)),
    consequences: settled.filter(isConsequence),
  }
}

function isConsequence({ outcome }: Charge): boolean {
  return outcome.does === 'zero' || outcome.does === 'veto' || outcome.does === 'take-pay'
}

/** Null while a window is not assessed, or none has ended. One window's score is the item's, unrounded. */
function meanOfWindows(
  windows: readonly { readonly score: Centipoints | null; readonly days: number }[],
): Centipoints | null {
  let weighted = 0n
  let days = 0
  for (const window of windows) {
    if (window.score === null) return null
    weighted += BigInt(window.score) * BigInt(window.days)
    days += window.days
  }
  return days === 0 ? null : pointsFromRatio(ratio(weighted, days))
}

/** The same part missing in several windows is named once. */
function withoutRepeats(missing: readonly MissingPart[]): readonly MissingPart[] {
  if (missing.length < 2) return missing
  const seen = new Set<string>()
  return missing.filter((part) => {
    const key = JSON.stringify(part)
    return !seen.has(key) && seen.add(key) !== undefined
  })
}
