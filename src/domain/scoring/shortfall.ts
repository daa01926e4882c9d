import { divideDown } from '../primitives/ratio.ts'
import { quantity, zeroQuantity, type Quantity } from '../primitives/quantity.ts'
import type { DaySpan, LocalDate } from '../primitives/local-date.ts'
import type { RegisterDecision } from '../ledger/entry.ts'
import type { Rule } from '../scheme/scheme.ts'
import type { Charge, ChargeSetting, RuleEntry } from './charge.ts'
import { outcomeOf } from './effects/outcome-of.ts'

type ShortfallTarget = NonNullable<Rule['shortfall']>

/**
 * The target of someone on the roster for `days` of the window's days: × D/Y, rounded down to a whole step, for a full
 * year too (SPEC §4.5).
 */
export function targetFor(shortfall: ShortfallTarget, days: number, windowDays: number): Quantity {
  if (shortfall.step <= 0) return shortfall.target
  const steps = divideDown(BigInt(shortfall.target) * BigInt(days), BigInt(windowDays) * BigInt(shortfall.step))
  return quantity(steps * BigInt(shortfall.step))
}

/** The day whose version judges a window's shortfall: its last, on which the shortfall falls; while it runs the balance day. */
export function judgingDay(window: DaySpan, asOf: LocalDate): LocalDate {
  return window.last <= asOf ? window.last : asOf
}

export type ShortfallWindow = {
  readonly span: DaySpan
  /** Whether the window has ended by the day the assessment is made: only then does the shortfall count. */
  readonly ended: boolean
  readonly target: Quantity
  /** Whether anyone in town has an entry under the rule in the window. */
  readonly isKept: boolean
  readonly decision: RegisterDecision['kind'] | null
}

export type ShortfallReading = {
  readonly charges: readonly Charge[]
  /** The register was not kept and nobody has said 已核 or waived the rule: the item is not assessed. */
  readonly isUnkept: boolean
}

/**
 * One person's shortfall under a rule with a target in one window (SPEC §4.1 Shortfall): entries carry what was
 * achieved and move nothing; the shortfall is charged once, on the window's last day, and only in full steps
 * (9,500 of 10,000 by 1,000: none). While the window runs it is shown as so far short.
 */
export function readShortfall(
  rule: Rule,
  shortfall: ShortfallTarget,
  entries: readonly RuleEntry[],
  window: ShortfallWindow,
  setting: ChargeSetting,
): ShortfallReading {
  const { target, span } = window
  let total = 0
  const charges: Charge[] = entries.map(({ rule: ownRule, entry }) => {
    total += entry.quantity
    return {
      rule: ownRule,
      entry,
      kind: 'entry',
      occurredOn: entry.occurredOn,
      quantity: entry.quantity,
      steps: null,
      outcome: { does: 'nothing' },
      reason:
        window.decision === 'waived' ? { code: 'waived' } : { code: 'achieved', total: quantity(total), target },
    }
  })
  if (window.decision === 'waived') return { charges, isUnkept: false }
  const missing = quantity(Math.max(0, target - total))
  if (window.ended && !window.isKept && window.decision === null) return { charges, isUnkept: true }
  if (missing > zeroQuantity) charges.push(shortfallCharge(rule, shortfall, missing, span, window.ended, setting))
  return { charges, isUnkept: false }
}

function shortfallCharge(
  rule: Rule,
  shortfall: ShortfallTarget,
  missing: Quantity,
  span: DaySpan,
  ended: boolean,
  setting: ChargeSetting,
): Charge {
  const steps = ended && shortfall.step > 0 ? Math.floor(missing / shortfall.step) : 0
  return {
    rule,
    entry: null,
    kind: 'shortfall',
    occurredOn: span.last,
    quantity: missing,
    steps,
    outcome: outcomeOf({ rule, entry: null, steps, full: setting.full, isReward: setting.isReward }),
    reason: !ended
      ? { code: 'window-open', missing, endsOn: span.last }
      : steps === 0
        ? { code: 'incomplete-step', used: missing, per: shortfall.step }
        : null,
  }
}
