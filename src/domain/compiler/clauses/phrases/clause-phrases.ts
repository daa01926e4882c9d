import type { SilenceReason } from '../../silence-reason.ts'
import { effectPhrases, type EffectReading } from './effect-phrases.ts'
import { limitPhrases, type Limit } from './limit-phrases.ts'
import type { Phrase } from './phrase.ts'
import { silencePhrases } from './silence-phrases.ts'

/** What a phrase found in a sentence is: an effect, a limit on the effects before it, or silence with its reason. */
export type ClauseWord =
  | { readonly kind: 'effect'; readonly effect: EffectReading }
  | { readonly kind: 'limit'; readonly limit: Limit }
  | { readonly kind: 'silence'; readonly reason: SilenceReason }

function tagged<Reading>(
  table: readonly Phrase<Reading>[],
  tag: (reading: Reading) => ClauseWord,
): Phrase<ClauseWord>[] {
  return table.map((phrase) => ({ ...phrase, read: (words) => tag(phrase.read(words)) }))
}

/** The three tables compete for every place in a sentence, so that 扣完为止 is never read as an amount. */
export const clausePhrases: readonly Phrase<ClauseWord>[] = [
  ...tagged(silencePhrases, (reason) => ({ kind: 'silence', reason })),
  ...tagged(limitPhrases, (limit) => ({ kind: 'limit', limit })),
  ...tagged(effectPhrases, (effect) => ({ kind: 'effect', effect })),
]
