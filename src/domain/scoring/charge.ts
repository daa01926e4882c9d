import { centipoints, zeroPoints, type Centipoints } from '../primitives/centipoints.ts'
import { windowAround, type CalendarWindow, type LocalDate } from '../primitives/local-date.ts'
import { oneUnit, quantity, type Quantity } from '../primitives/quantity.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import type { Rule } from '../scheme/scheme.ts'
import type { Outcome } from './effects/outcome.ts'
import { outcomeOf } from './effects/outcome-of.ts'
import { setsBase } from './effects/sets-base.ts'
import type { LineReason } from './score-sheet.ts'

/** An entry, or a shortfall, with what it does and why it does not do more. */
export type Charge = {
  readonly rule: Rule
  readonly entry: LedgerEntry | null
  readonly kind: 'entry' | 'shortfall'
  readonly occurredOn: LocalDate
  readonly quantity: Quantity
  /** Null where the effect has no steps: award, proportional, and what was achieved under a target. */
  readonly steps: number | null
  readonly outcome: Outcome
  readonly reason: LineReason | null
}

/** Where a rule stands, as far as its charges need to know. */
export type ChargeSetting = {
  readonly full: Centipoints | null
  readonly isReward: boolean
  /** The window in which units run together where the rule has no grace window of its own. */
  readonly window: CalendarWindow
}

/**
 * What each of a person's entries under one rule is charged, in order (SPEC §4.1 Units). Grace and steps count units,
 * not entries: per window the running sum decides, charged steps = floor(max(0, sum − grace) ÷ per), and an entry is
 * charged the increase it causes (9 so far, grace 10, quantity 3 → 2). Entries are counted ones, by day and recording.
 */
export function chargeEntries(
  rule: Rule,
  entries: readonly LedgerEntry[],
  setting: ChargeSetting,
): readonly Charge[] {
  const hasSteps = !setsBase(rule)
  const window = rule.grace?.window ?? setting.window
  const sums = new Map<LocalDate, number>()
  return entries.map((entry) => {
    const windowStart = windowAround(entry.occurredOn, window).first
    const before = sums.get(windowStart) ?? 0
    const used = before + entry.quantity
    sums.set(windowStart, used)
    const steps = hasSteps ? stepsOf(rule, used) - stepsOf(rule, before) : null
    return {
      rule,
      entry,
      kind: 'entry' as const,
      occurredOn: entry.occurredOn,
      quantity: entry.quantity,
      steps,
      outcome: outcomeOf({ rule, entry, steps: steps ?? 1, full: setting.full, isReward: setting.isReward }),
      reason: hasSteps ? stepReason(rule, window, quantity(used), steps ?? 0, entry.quantity) : null,
    }
  })
}

/** The order of a sheet's lines: occurrence, then recording; a shortfall comes after the entries of its last day. */
export function compareCharges(left: Charge, right: Charge): number {
  if (left.occurredOn !== right.occurredOn) return left.occurredOn < right.occurredOn ? -1 : 1
  if (left.entry === null || right.entry === null)
    return Number(left.entry === null) - Number(right.entry === null)
  return left.entry.position - right.entry.position
}

function stepSize(rule: Rule): number {
  return rule.per !== undefined && rule.per > 0 ? rule.per : oneUnit
}

/** Charged steps of a running sum: whole steps beyond the grace. */
function stepsOf(rule: Rule, sum: number): number {
  return Math.floor(Math.max(0, sum - (rule.grace?.count ?? 0)) / stepSize(rule))
}

/** Why an entry was charged fewer units than it has: the grace took them, or they do not fill a step. */
function stepReason(
  rule: Rule,
  window: CalendarWindow,
  used: Quantity,
  steps: number,
  units: Quantity,
): LineReason | null {
  const { grace } = rule
  if (grace !== undefined && used - units < grace.count)
    return { code: 'within-grace', used, grace: grace.count, window }
  if (steps > 0) return null
  return { code: 'incomplete-step', used: quantity(used - (grace?.count ?? 0)), per: quantity(stepSize(rule)) }
}

/** Points the charge moves: 0 for what moves none, null where the amount is lost. */
export function movedPoints({ outcome }: Charge): Centipoints | null {
  return outcome.does === 'move' ? outcome.points : zeroPoints
}

/** How large a charge is among the rungs of its matter: points moved or pay taken, without sign; 0 when nothing. */
export function chargeSize({ outcome }: Charge): number {
  if (outcome.does === 'move') return Math.abs(outcome.points ?? 0)
  return outcome.does === 'take-pay' ? (outcome.amount ?? 0) : 0
}

/** The same charge, moved to nothing for the reason given. */
export function uncharge(charge: Charge, reason: LineReason): Charge {
  return { ...charge, outcome: { does: 'nothing' }, reason }
}

/**
 * Keeps every rule within its cap: the most it may add or take in one window (SPEC §2 `cap`). The charges come in
 * order; the one that meets the cap moves what is left, later ones nothing. Steps and order do not change the sum.
 */
export function withinCaps(charges: readonly Charge[], window: CalendarWindow): readonly Charge[] {
  const moved = new Map<string, number>()
  return charges.map((charge) => {
    const { rule, outcome } = charge
    if (rule.cap === undefined || outcome.does !== 'move' || outcome.points === null) return charge
    const key = `${windowAround(charge.occurredOn, window).first} ${rule.id}`
    const before = moved.get(key) ?? 0
    const size = Math.min(Math.abs(outcome.points), Math.max(0, rule.cap - before))
    moved.set(key, before + size)
    if (size === Math.abs(outcome.points)) return charge
    const reason = { code: 'cap', cap: rule.cap } as const
    if (size === 0) return uncharge(charge, reason)
    return { ...charge, outcome: { does: 'move', points: centipoints(Math.sign(outcome.points) * size) }, reason }
  })
}
