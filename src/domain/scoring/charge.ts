import { centipoints, zeroPoints, type Centipoints } from '../primitives/centipoints.ts'
import { windowAround, type CalendarWindow, type LocalDate } from '../primitives/local-date.ts'
import { oneUnit, quantity, type Quantity } from '../primitives/quantity.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import type { Rule } from '../scheme/scheme.ts'
import { unitOfRule } from '../scheme/unit-of-rule.ts'
import type { Outcome } from './effects/outcome.ts'
import { outcomeOf } from './effects/outcome-of.ts'
import { setsBase } from './effects/sets-base.ts'
import { compareEntries } from './counted-entries.ts'
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

/** Entries of one person under one rule, in order. */
export type RuleEntries = { readonly rule: Rule; readonly entries: readonly LedgerEntry[] }

/**
 * What each of a person's entries under the rules of one lineage is charged, in order (SPEC §4.1 Units): one rule, or
 * the ones that followed each other in the year's versions. Grace and steps count units, not entries: per window the
 * running sum decides, charged steps = floor(max(0, sum − grace) ÷ per), and an entry is charged the increase it causes
 * by the rule of its own day (9 so far, grace 10, quantity 3 → 2). Entries are counted ones, by day and recording.
 */
export function chargeEntries(lineage: readonly RuleEntries[], setting: ChargeSetting): readonly Charge[] {
  const sums = runningSums(lineage.map(({ rule }) => rule.grace?.window ?? setting.window))
  return inOrder(lineage).map(({ rule, entry }) => {
    const hasSteps = !setsBase(rule)
    const window = rule.grace?.window ?? setting.window
    const before = sums.add(entry, unitOfRule(rule), window)
    const used = before + entry.quantity
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

export type RuleEntry = { readonly rule: Rule; readonly entry: LedgerEntry }

/** The entries of a lineage in order of occurrence and then recording, each with its own day's rule. */
export function inOrder(lineage: readonly RuleEntries[]): readonly RuleEntry[] {
  const all = lineage.flatMap(({ rule, entries }) => entries.map((entry) => ({ rule, entry })))
  return lineage.length < 2 ? all : all.sort((left, right) => compareEntries(left.entry, right.entry))
}

/** Units so far, in every window that a rule of the lineage counts by; units of another kind are counted apart. */
function runningSums(windows: readonly CalendarWindow[]) {
  const kinds = [...new Set(windows)]
  const sums = new Map<string, number>()
  const keyOf = (day: LocalDate, unit: string | null, kind: CalendarWindow) =>
    `${kind} ${windowAround(day, kind).first} ${unit ?? ''}`
  return {
    /** Adds the entry's units everywhere, and answers what stood in its own rule's window before. */
    add: ({ occurredOn, quantity: units }: LedgerEntry, unit: string | null, window: CalendarWindow): number => {
      const before = sums.get(keyOf(occurredOn, unit, window)) ?? 0
      for (const kind of kinds) {
        const key = keyOf(occurredOn, unit, kind)
        sums.set(key, (sums.get(key) ?? 0) + units)
      }
      return before
    },
  }
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
 * Keeps every rule within its cap: the most it may add or take in one window (SPEC §2 `cap`), with the rules of its
 * lineage before it. The charges come in order; the one that meets the cap moves what is left, later ones nothing.
 */
export function withinCaps(
  charges: readonly Charge[],
  window: CalendarWindow,
  lineageOf: (ruleId: string) => string,
): readonly Charge[] {
  const moved = new Map<string, number>()
  return charges.map((charge) => {
    const { rule, outcome } = charge
    if (outcome.does !== 'move' || outcome.points === null) return charge
    const key = `${windowAround(charge.occurredOn, window).first} ${lineageOf(rule.id)}`
    const before = moved.get(key) ?? 0
    const room = rule.cap === undefined ? Number.POSITIVE_INFINITY : Math.max(0, rule.cap - before)
    const size = Math.min(Math.abs(outcome.points), room)
    moved.set(key, before + size)
    if (rule.cap === undefined || size === Math.abs(outcome.points)) return charge
    const reason = { code: 'cap', cap: rule.cap } as const
    if (size === 0) return uncharge(charge, reason)
    return { ...charge, outcome: { does: 'move', points: centipoints(Math.sign(outcome.points) * size) }, reason }
  })
}
