import { pointsFromRatio, type Centipoints } from '../primitives/centipoints.ts'
import { daysBetween, isWithin, type CalendarWindow, type DaySpan } from '../primitives/local-date.ts'
import { ratio } from '../primitives/ratio.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import type { Category, Item, Rule } from '../scheme/scheme.ts'
import {
  chargeEntries,
  compareCharges,
  inOrder,
  withinCaps,
  type Charge,
  type ChargeSetting,
  type RuleEntries,
  type RuleEntry,
} from './charge.ts'
import { keepLargestRung } from './rungs.ts'
import type { ItemScore, MissingPart } from './score-sheet.ts'
import { asOfBalanceDay, type ScoringContext } from './scoring-context.ts'
import { judgingDay, readShortfall, targetFor } from './shortfall.ts'
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
  for (const lineage of context.lineagesOf(item.rules)) {
    const counted: RuleEntries[] = []
    for (const rule of lineage) {
      const own = entries.get(rule.id)
      if (own === undefined) continue
      uncounted.push(...own.uncounted)
      if (own.counted.length > 0) counted.push({ rule, entries: own.counted })
    }
    if (lineage[0].shortfall !== undefined) {
      const readings = readShortfalls(context, item, lineage, counted, days, setting)
      charges.push(...readings.charges)
      unkept.push(...readings.unkept)
    } else if (counted.length > 0) charges.push(...chargeEntries(counted, setting))
  }
  return settleItem(context, category, item, window, days, charges, uncounted, unkept)
}

type UnkeptRule = { readonly ruleId: string; readonly span: DaySpan }

/**
 * A target in every window in which the person stood on the sheet. Where versions changed it, a window is judged by the
 * one in force on its last day, on which the shortfall falls; until then by the balance day's.
 */
function readShortfalls(
  context: ScoringContext,
  item: Item,
  lineage: readonly [Rule, ...Rule[]],
  counted: readonly RuleEntries[],
  days: ItemDays,
  setting: ChargeSetting,
): { readonly charges: readonly Charge[]; readonly unkept: readonly UnkeptRule[] } {
  const key = context.lineageOf(lineage[0].id)
  const entries = inOrder(counted)
  const charges: Charge[] = []
  const unkept: UnkeptRule[] = []
  for (const span of windowsOfYear(context.year, setting.window)) {
    if (daysWithin(days.onSheet, span) === 0) continue
    const ofWindow = entries.filter(({ entry }) => isWithin(entry.occurredOn, span))
    const judged = judgingDay(span, context.asOf)
    const rule = context.history === null ? lineage[0] : context.history.ruleOn(key, judged)
    if (rule?.shortfall === undefined) {
      const version = context.history?.versionOn(judged) ?? 0
      charges.push(...ofWindow.map((one) => withoutTarget(item, one, version)))
      continue
    }
    const reading = readShortfall(
      rule,
      rule.shortfall,
      ofWindow,
      {
        span,
        ended: span.last <= context.asOf,
        target: targetFor(rule.shortfall, daysWithin(days.onRoster, span), daysBetween(span.first, span.last)),
        isKept: context.isRegisterKept(key, span),
        decision: context.registerDecision(key, span),
      },
      setting,
    )
    charges.push(...reading.charges)
    if (reading.isUnkept) unkept.push({ ruleId: rule.id, span })
  }
  return { charges, unkept }
}

/** What was achieved towards a target that the version of the window's end no longer has. */
function withoutTarget({ title }: Item, { rule, entry }: RuleEntry, version: number): Charge {
  return {
    rule,
    entry,
    kind: 'entry',
    occurredOn: entry.occurredOn,
    quantity: entry.quantity,
    steps: null,
    outcome: { does: 'nothing' },
    reason: { code: 'removed', what: 'rule', title, version },
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
  const settled = withinCaps(keepLargestRung(ordered, context.rungFamilies), window, context.lineageOf)
  const ofItem = settled.filter((charge) => !isConsequence(charge))
  const ownItem = asOfBalanceDay(context, item)
  const windows = windowsOfYear(context.year, window).flatMap((span) => {
    const daysHere = daysWithin(days.onSheet, span)
    if (daysHere === 0) return []
    const windowScore = scoreWindow(category, ownItem, {
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
