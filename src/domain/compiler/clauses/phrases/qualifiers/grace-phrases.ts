import type { CalendarWindow } from '../../../../primitives/local-date.ts'
import { quantity, type Quantity } from '../../../../primitives/quantity.ts'
import { readNumeral } from '../../numerals.ts'
import { phrasePattern, type PhraseTable } from '../phrase.ts'
import { windowOf } from './window-words.ts'

export type Grace = {
  readonly count: Quantity
  readonly unit: string
  readonly window: CalendarWindow | null
}

const windowWord = '(?:(?:每|全|当|一|本)?个?(?<window>月|季|年)(?:度)?(?:内|中)?)?'

/** 季迟到满10次后: the first units in a calendar window are free. */
export const gracePhrases: PhraseTable<Grace> = {
  title: '起扣次数',
  frame: '上班迟到，{例}每次扣1分。',
  rows: [
    {
      name: 'after',
      pattern: phrasePattern(
        `${windowWord}(?:累计)?(?<what>[^,;()。\\d]{0,6}?)(?:累计)?(?:满|超过|超|达到?)(?<count>{数})(?<unit>{单位})?(?:的)?(?:之后|以后|后)(?:的)?`,
      ),
      examples: ['季迟到满10次后', '每季满10次后', '月累计迟到超过3次后', '全年超过5次后', '每季满10后'],
      read: (words) => ({
        count: quantity(readNumeral(words['count'] ?? '') ?? 0),
        unit: words['unit'] ?? '',
        window: windowOf[words['window'] ?? ''] ?? null,
      }),
    },
    {
      name: 'part-beyond',
      pattern: phrasePattern(
        `(?:(?<=(?<window>月|季|年)(?:度)?(?:内|中)?[^,;()。\\d]{0,8})|)(?:超过|超出|超)(?<count>{数})(?<unit>{单位})的?,?(?:对)?(?:超过|超出|超)(?:的)?部分,?`,
      ),
      examples: ['超过10次的,超过部分', '超过3次的,超出的部分'],
      read: (words) => ({
        count: quantity(readNumeral(words['count'] ?? '') ?? 0),
        unit: words['unit'] ?? '',
        window: windowOf[words['window'] ?? ''] ?? null,
      }),
    },
    {
      name: 'from-the-nth',
      pattern: phrasePattern(`${windowWord}(?:累计)?(?:自|从)?第(?<nth>{数})(?<unit>{单位})(?:起|开始)`),
      examples: ['每季第11次起', '从第4次开始'],
      read: (words) => ({
        count: quantity(Math.max(0, (readNumeral(words['nth'] ?? '') ?? 0) - 100)),
        unit: words['unit'] ?? '',
        window: windowOf[words['window'] ?? ''] ?? null,
      }),
    },
  ],
}
