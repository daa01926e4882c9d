import { discretionPhrases } from './discretion-phrases.ts'
import type { EffectReading } from './effect-reading.ts'
import { moneyPhrases } from './money-phrases.ts'
import type { Phrase } from './phrase.ts'
import { pointsPhrases } from './points-phrases.ts'
import { wholePhrases } from './whole-phrases.ts'

export type { Doubt, EffectReading } from './effect-reading.ts'

/** Every way a clause names its effect. At one place the longest phrase wins, of equals the first row. */
export const effectPhrases: readonly Phrase<EffectReading>[] = [
  ...pointsPhrases,
  ...discretionPhrases,
  ...wholePhrases,
  ...moneyPhrases,
]
