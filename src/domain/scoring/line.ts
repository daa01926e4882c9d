import { centipoints, zeroPoints, type Centipoints } from '../primitives/centipoints.ts'
import { quantity } from '../primitives/quantity.ts'
import type { LedgerEntry } from '../ledger/entry.ts'
import { clauseOf } from '../scheme/clause-of.ts'
import { isReadOtherwise } from '../scheme/is-read-otherwise.ts'
import type { Rule } from '../scheme/scheme.ts'
import { unitOfRule } from '../scheme/unit-of-rule.ts'
import { movedPoints, type Charge } from './charge.ts'
import type { LineReason, ScoreLine } from './score-sheet.ts'

const plainLine = {
  effect: null,
  entryId: null,
  ruleId: null,
  occurredOn: null,
  quantity: null,
  chargedSteps: null,
  matter: null,
  note: null,
  reason: null,
} as const

/** The first line of an item's window: what it starts from. */
export function baseLine(clause: string, base: Centipoints): ScoreLine {
  return { ...plainLine, kind: 'base', clause, before: null, change: base, after: base }
}

/** The last line of an item's window: the limit met. */
export function limitLine(
  reason: LineReason,
  clause: string,
  before: Centipoints | null,
  change: number,
  after: Centipoints,
): ScoreLine {
  return { ...plainLine, kind: 'limit', clause, before, change: centipoints(change), after, reason }
}

/** An entry that does not count, with the reason. */
export function uncountedLine(
  entry: LedgerEntry,
  rule: Rule | null,
  reason: LineReason,
  before: Centipoints | null = null,
): ScoreLine {
  return {
    kind: 'uncounted',
    effect: rule?.effect ?? null,
    entryId: entry.id,
    ruleId: entry.ruleId,
    occurredOn: entry.occurredOn,
    quantity: entry.quantity,
    chargedSteps: null,
    clause: rule === null ? '' : clauseOf(rule),
    before,
    change: zeroPoints,
    after: before,
    matter: entry.matter,
    note: entry.note,
    reason,
    ...(rule === null ? {} : { ...unitOf(rule), ...readingOf(rule) }),
  }
}

/** A charge as a line; `change` is what it moves, an unknown amount moves nothing and says so. */
export function chargeLine(
  charge: Charge,
  before: Centipoints | null,
  after: Centipoints | null,
  change: number,
): ScoreLine {
  const { rule, entry, outcome } = charge
  const isLost =
    (outcome.does === 'move' || outcome.does === 'set-base') && outcome.points === null
      ? true
      : outcome.does === 'take-pay' && outcome.amount === null
  const counts = !isLost && (outcome.does !== 'nothing' || charge.reason?.code === 'achieved')
  return {
    kind: counts ? charge.kind : 'uncounted',
    effect: rule.effect,
    entryId: entry?.id ?? null,
    ruleId: rule.id,
    occurredOn: charge.occurredOn,
    quantity: charge.quantity,
    chargedSteps: charge.steps === null ? null : quantity(charge.steps * 100),
    clause: clauseOf(rule),
    before,
    change: centipoints(change),
    after,
    matter: entry?.matter ?? null,
    note: entry?.note ?? null,
    reason: isLost ? { code: 'amount-unknown' } : charge.reason,
    ...(outcome.does === 'take-pay' && outcome.amount !== null ? { moneyFen: outcome.amount } : {}),
    ...unitOf(rule),
    ...readingOf(rule),
  }
}

/** A line that stands outside the sum of points: veto, zero, money. */
export function consequenceLine(charge: Charge): ScoreLine {
  const line = chargeLine(charge, null, null, movedPoints(charge) ?? 0)
  return charge.outcome.does === 'veto' || charge.outcome.does === 'take-pay'
    ? { ...line, reason: line.reason ?? { code: 'not-points' } }
    : line
}

function readingOf(rule: Rule): { readonly reading?: string } {
  return isReadOtherwise(rule) ? { reading: rule.sentence } : {}
}

function unitOf(rule: Rule): { readonly unit?: string } {
  const unit = unitOfRule(rule)
  return unit === null ? {} : { unit }
}
