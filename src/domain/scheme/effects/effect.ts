import type { Rule } from '../scheme.ts'

/** What a rule says, apart from its name, its place in the text and its sentence. */
export type RuleFields = Omit<Rule, 'id' | 'source' | 'sentence' | 'origin'>

/** A rule before the scheme has named it. */
export type DraftRule = Omit<Rule, 'id'>

export type RuleField = Exclude<keyof RuleFields, 'effect'>

/** Every field but the effect, in the order in which forms and comparisons name them. */
export const ruleFields = [
  'condition',
  'points',
  'yuan',
  'direction',
  'min',
  'max',
  'unit',
  'per',
  'missing',
  'cap',
  'uncapped',
  'grace',
  'shortfall',
  'severity',
  'rank',
  'level',
  'deadline',
  'subject',
  'consequence',
  'payItem',
] as const satisfies readonly RuleField[]

/** Fields that say when and whom a rule meets; every effect may carry them. */
export const circumstanceFields = ['condition', 'severity', 'rank', 'level', 'deadline', 'subject'] as const

/** What one effect is: read by forms, lint, scoring and the renderer alike, so that they cannot disagree. */
export type Effect = {
  /** On screen: 扣分. */
  readonly label: string
  /** One line of help beside the label. */
  readonly explanation: string
  /** Fields it may carry besides `circumstanceFields`. */
  readonly carries: readonly RuleField[]
  /** The field without which the rule's amount is lost; null when it has none. */
  readonly amount: 'points' | 'yuan' | null
  /** What an entry under it must say besides person and date: a count, an amount decided, a completion in %. */
  readonly entryNeeds: 'quantity' | 'discretion' | 'completion' | 'nothing'
  /** What a confirmed entry moves. */
  readonly moves: 'item' | 'total' | 'pay' | 'standing'
  /** Its words in the rule's sentence: 每次扣2分. */
  readonly phrase: (rule: RuleFields) => string
}
