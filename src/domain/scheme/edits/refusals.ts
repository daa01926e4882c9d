import type { Post, RuleEffect } from '../scheme.ts'
import type { RuleField } from '../effects/index.ts'

export type SchemePlace = 'category' | 'sheet' | 'item' | 'rule' | 'example'

/** Lists of the whole scheme in which nothing may stand twice. */
export type SchemeList = 'appraisees' | 'grades' | 'deadlines' | 'cadence' | 'examples'

/** Why an edit does not fit the scheme; facts only, the sentence is made where it is shown. */
export type SchemeEditRefusal =
  | { readonly code: 'unknown-id'; readonly part: SchemePlace; readonly id: string }
  | { readonly code: 'negative-amount'; readonly field: string; readonly amount: number }
  | { readonly code: 'zero-step'; readonly field: string }
  /** Another sheet of the category already stands for that office (null: for everyone). */
  | { readonly code: 'duplicate-office'; readonly office: string | null; readonly sheet: string }
  /** A rated category holds marks, not items. */
  | { readonly code: 'rated-category'; readonly category: string }
  | { readonly code: 'duplicate-rater-group'; readonly group: string }
  | { readonly code: 'no-rater-weight' }
  | { readonly code: 'field-not-carried'; readonly effect: RuleEffect; readonly field: RuleField }
  | { readonly code: 'amount-missing'; readonly effect: RuleEffect }
  | { readonly code: 'bounds-reversed'; readonly min: number; readonly max: number }
  /** Outside the items stand rewards and vetoes; an effect on an item has no item there. */
  | { readonly code: 'effect-needs-item'; readonly effect: RuleEffect }
  | { readonly code: 'roll-up-of-itself'; readonly post: Post }
  | { readonly code: 'duplicate-roll-up'; readonly post: Post }
  /** Each by the mean of the other: neither would ever have a score. */
  | { readonly code: 'roll-up-in-circle'; readonly post: Post; readonly of: Post }
  | { readonly code: 'duplicate-level'; readonly level: string }
  | { readonly code: 'listed-twice'; readonly list: SchemeList; readonly words: string }
  /** A grade's band ends at or below where it begins. */
  | { readonly code: 'band-empty'; readonly grade: string }
  | { readonly code: 'quota-above-whole'; readonly grade: string }
  /** 02-30, or 02-29, which not every year has. */
  | { readonly code: 'no-such-day'; readonly on: string }
