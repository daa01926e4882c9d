import type { CalendarWindow } from '../../../../primitives/local-date.ts'
import { quantity, type Quantity } from '../../../../primitives/quantity.ts'
import { canonicalUnit } from '../../../../scheme/units.ts'
import { readNumeral } from '../../numerals.ts'
import { phrasePattern, type PhraseTable, type PhraseWords } from '../phrase.ts'
import { windowOf } from './window-words.ts'

/** So many units of a calendar window may be free: it is asked whether those beyond alone are charged. */
export type Threshold = { readonly count: Quantity; readonly unit: string; readonly window: CalendarWindow }

const opening = '(?:每|全|当)?个?(?<window>月|季|年)(?:度)?(?:内|中)?(?:累计)?[^,，;；。\\d]{0,6}?(?:累计)?'

function thresholdOf({ window, unit }: PhraseWords, free: number | null): Threshold | null {
  const within = windowOf[window ?? '']
  if (within === undefined || free === null || free <= 0) return null
  return { count: quantity(free), unit: canonicalUnit(unit ?? ''), window: within }
}

/** 月累计迟到3次以上的: says from when on, and not whether the first are free. Read from the end of a deed. */
export const thresholdPhrases: PhraseTable<Threshold | null> = {
  title: '累计次数',
  frame: '{例}，每次扣1分。',
  rows: [
    {
      name: 'beyond-count',
      pattern: phrasePattern(`${opening}(?:超过|满|达到?)(?<count>{数})(?<unit>{单位})的?`),
      examples: ['月累计迟到超过3次', '全年旷工满5天的', '每季度早退达到3次'],
      read: (words) => thresholdOf(words, readNumeral(words['count'] ?? '')),
    },
    {
      name: 'count-or-more',
      pattern: phrasePattern(`${opening}(?<count>{数})(?<unit>{单位})(?:及)?以上的?`),
      examples: ['月累计迟到3次以上的', '当月缺席2次及以上'],
      read: (words) => {
        const count = readNumeral(words['count'] ?? '')
        return thresholdOf(words, count === null ? null : count - 100)
      },
    },
  ],
}
