import type { Centipoints } from '../primitives/centipoints.ts'
import type { Fen } from '../primitives/fen.ts'
import type { CalendarWindow, DaySpan, LocalDate } from '../primitives/local-date.ts'
import type { Quantity } from '../primitives/quantity.ts'
import type { Employment } from '../roster/assignment.ts'
import type { Away } from '../roster/staff.ts'
import type { Post, RuleEffect } from '../scheme/scheme.ts'

/**
 * What a person's score is made of. The explanation is the calculation (SPEC §4.1): a score is the sum of these
 * lines and nothing else, and every null is a part not yet assessed, with its reason in `missing`.
 */
export type ScoreSheet = {
  readonly staffNumber: string
  readonly name: string
  /** The office of the last day assessed; `stays` has them all. */
  readonly office: string
  readonly post: Post
  readonly employment: Employment | null
  readonly days: { readonly onRoster: number; readonly ofYear: number }
  readonly stays: readonly {
    readonly office: string
    readonly post: Post
    readonly span: DaySpan
    readonly days: number
  }[]
  /** Secondments and long leaves: days that are in no stay. */
  readonly away: readonly Away[]
  readonly categories: readonly CategoryScore[]
  /** Present for a leader scored by roll-up; then `categories` is empty. */
  readonly rollUp: RollUpScore | null
  readonly rewards: ItemScore | null
  /** Σ items, or the leader's mean. */
  readonly work: Centipoints | null
  readonly reward: Centipoints
  readonly score: Centipoints | null
  readonly partial: boolean
  /** Sum of what is known while partial; equals `score` when complete. */
  readonly soFar: Centipoints
  readonly missing: readonly MissingPart[]
  /** Lines that do not move the score: vetoes, money, a leader's entries marked 不计分（取平均分）. */
  readonly otherLines: readonly ScoreLine[]
  /** Confirmed `zero` that makes the year's score 0 after everything. */
  readonly zeroedBy: ScoreLine | null
  /** Pay taken directly by `money` rules. */
  readonly moneyFen: Fen
}

export type CategoryScore = {
  readonly categoryId: string
  readonly title: string
  readonly kind: 'deductive' | 'rated' | 'earned'
  readonly full: Centipoints | null
  readonly score: Centipoints | null
  readonly soFar: Centipoints
  /** One per office sheet the person stood under; a mover has several, weighted by days. */
  readonly sheets: readonly SheetScore[]
  readonly rating: RatingScore | null
}

export type SheetScore = {
  readonly sheetId: string
  readonly title: string
  readonly office: string | null
  readonly days: number
  readonly full: Centipoints | null
  readonly score: Centipoints | null
  readonly items: readonly ItemScore[]
}

export type ItemScore = {
  readonly itemId: string
  readonly title: string
  readonly full: Centipoints | null
  readonly score: Centipoints | null
  /** Lines of the one year window, or of every window in order when the scheme grants points per quarter or month. */
  readonly lines: readonly ScoreLine[]
  readonly windows: readonly {
    readonly span: DaySpan
    readonly days: number
    readonly score: Centipoints | null
    /** False while the window runs: it is then shown, and left out of the mean over windows. */
    readonly ended: boolean
  }[]
}

export type ScoreLine = {
  readonly kind: 'base' | 'entry' | 'shortfall' | 'limit' | 'uncounted'
  readonly effect: RuleEffect | null
  readonly entryId: string | null
  readonly ruleId: string | null
  /** The version that judged the line, and that `ruleId` belongs to, where it is not the balance day's; else absent. */
  readonly schemeVersion?: number
  readonly occurredOn: LocalDate | null
  readonly quantity: Quantity | null
  /** Steps charged after grace and whole steps; null where the rule has no steps. */
  readonly chargedSteps: Quantity | null
  /** The clause as quoted from the regulation, or the rule's sentence when made by hand. */
  readonly clause: string
  /** The rule's sentence where it says figures that the clause does not: a repaired number, a default; else absent. */
  readonly reading?: string
  readonly before: Centipoints | null
  readonly change: Centipoints
  readonly after: Centipoints | null
  /** What a `money` line takes from pay; absent on every other line. */
  readonly moneyFen?: Fen
  /** Unit of `quantity` as the rule counts it; absent where the rule names none. */
  readonly unit?: string
  readonly matter: string | null
  readonly note: string | null
  /** Why it did not count, or which limit was met; null on an ordinary line. */
  readonly reason: LineReason | null
}

export type LineReason =
  | {
      readonly code: 'within-grace'
      readonly used: Quantity
      readonly grace: Quantity
      readonly window: CalendarWindow
    }
  | { readonly code: 'incomplete-step'; readonly used: Quantity; readonly per: Quantity }
  | { readonly code: 'lower-rung'; readonly countedEntryId: string }
  | { readonly code: 'superseded'; readonly countedEntryId: string }
  | { readonly code: 'unconfirmed' }
  /** Cured by a later reversal (更正（冲销）). */
  | { readonly code: 'reversed' }
  | { readonly code: 'after-as-of' }
  | { readonly code: 'leader-mean' }
  | { readonly code: 'window-open'; readonly missing: Quantity; readonly endsOn: LocalDate }
  | { readonly code: 'not-points' }
  | { readonly code: 'floor' }
  | { readonly code: 'ceiling' }
  | { readonly code: 'cap'; readonly cap: Centipoints }
  /** All additions among the rewards of the year together. */
  | { readonly code: 'reward-cap'; readonly cap: Centipoints }
  | { readonly code: 'item-forfeited' }
  | { readonly code: 'amount-unknown' }
  /** What was achieved so far under a rule with a target; the shortfall line does the counting. */
  | { readonly code: 'achieved'; readonly total: Quantity; readonly target: Quantity }
  /** The office has waived the rule for this window. */
  | { readonly code: 'waived' }
  /** The day is not one of the person's days on the roster. */
  | { readonly code: 'off-roster' }
  /** What the entry stands under is no longer part of the scheme since that version. */
  | {
      readonly code: 'removed'
      readonly what: 'item' | 'rule'
      readonly title: string
      readonly version: number
    }
  /** The rule is not on the sheet of the office the person was in on that day. */
  | { readonly code: 'not-on-sheet' }

export type RatingScore = {
  /** Mean of the marks (0–100) per rater group; null where a group has none. */
  readonly groups: readonly {
    readonly group: string
    readonly weight: Quantity
    readonly marks: number
    readonly mean: string | null
  }[]
  readonly whole: Quantity | null
}

export type RollUpScore = {
  readonly of: Post
  readonly members: readonly {
    readonly staffNumber: string
    readonly name: string
    readonly office: string
    readonly score: Centipoints | null
    readonly days: number
  }[]
  readonly mean: Centipoints | null
}

export type MissingPart =
  | { readonly code: 'no-rating'; readonly category: string; readonly group: string | null }
  | { readonly code: 'no-sheet'; readonly category: string; readonly office: string }
  | { readonly code: 'item-unassessed'; readonly item: string }
  | { readonly code: 'register-not-kept'; readonly item: string; readonly ruleId: string }
  | { readonly code: 'amount-unknown'; readonly item: string; readonly ruleId: string | null }
  | { readonly code: 'no-staff'; readonly offices: readonly string[] }
  | { readonly code: 'no-deputy' }
  | { readonly code: 'member-partial'; readonly staffNumber: string; readonly name: string }
