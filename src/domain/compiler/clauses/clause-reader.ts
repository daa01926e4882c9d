import type { Centipoints } from '../../primitives/centipoints.ts'
import type { Span } from '../../regulation/citation.ts'
import type { Diagnostic, Interpretation } from '../../regulation/diagnostic.ts'
import type { RuleFields } from '../../scheme/effects/index.ts'
import type { SilenceReason } from '../silence-reason.ts'
import { storedSpan, type FoldedText } from './folded-text.ts'
import { askAt, type Question, type Reading } from './questions.ts'
import type { Grammar } from './phrases/grammar.ts'
import type { Lead } from './read-lead.ts'
import type { Stretch } from './split-sentences.ts'

/** Where a passage stands: an item with its points, the clause on rewards, or anywhere else in the regulation. */
export type ClauseContext = {
  readonly itemTitle: string
  readonly itemPoints: Centipoints | null
  readonly interpretations: readonly Interpretation[]
  readonly place: 'item' | 'rewards' | 'outside'
  /** What the headings above say of amounts without a verb: under 加分项, 每篇2分 adds. */
  readonly verb?: 'add' | 'deduct'
  /** Under 一票否决事项 the deeds are listed and the consequence is the heading's. */
  readonly cases?: 'veto'
}

/** A rule with the folded words it was read from. */
export type PlacedRule = { fields: RuleFields; words: Stretch }

/** What has been read so far; the next clause may refer back to it (造成不良影响的, every 次 扣5分). */
export type Reader = {
  readonly folded: FoldedText
  readonly context: ClauseContext
  readonly grammar: Grammar
  readonly rules: PlacedRule[]
  readonly diagnostics: Diagnostic[]
  readonly explained: { span: Span; reason: SilenceReason }[]
  readonly covered: Stretch[]
  lead: Lead | null
  /** How many rules stood before the sentence that is being read, with those of the one it continues after ；. */
  rulesBefore: number
  /** What amounts without a verb do: named by the headings above, or by words that open a list (给予加分：). */
  verb: ClauseContext['verb']
}

/** The passage's own words under a stretch of folded characters. */
export function quoteOf({ folded }: Reader, { start, end }: Stretch): string {
  const from = folded.at[start] ?? 0
  return folded.passage.text.slice(from, (folded.at[end - 1] ?? from - 1) + 1)
}

/** Reports a question over folded words, and answers what its answer, or else its first reading, makes of a rule. */
export function ask(reader: Reader, question: Question, words: Stretch): Reading['apply'] {
  const span = storedSpan(reader.folded, words.start, words.end)
  const { diagnostic, apply } = askAt(question, span, quoteOf(reader, words), reader.context.interpretations)
  reader.diagnostics.push(diagnostic)
  return apply
}

/** Notes that folded words score nothing, and why. */
export function explain(reader: Reader, words: Stretch, reason: SilenceReason): void {
  reader.covered.push(words)
  reader.explained.push({ span: storedSpan(reader.folded, words.start, words.end), reason })
}
