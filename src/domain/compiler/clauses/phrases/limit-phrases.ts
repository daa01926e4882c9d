import { centipoints, type Centipoints } from '../../../primitives/centipoints.ts'
import { readNumeral } from '../numerals.ts'
import { phrasePattern, type Phrase } from './phrase.ts'

/** What limits the rules before it in the sentence. */
export type Limit = { readonly cap: Centipoints | null } | { readonly uncapped: true }

/** 最多加5分, 累计不超过10分, 不封顶. */
export const limitPhrases: readonly Phrase<Limit>[] = [
  {
    name: 'cap',
    pattern: phrasePattern(
      '(?:该项|此项|本项|全年|年度|每年|每季|每月|以上|各项)*(?:累计|合计|总计|总共|共)?(?:加分|扣分|得分)?(?:最多|最高|至多|上限|不超过|不得超过|不能超过|限)+(?:可)?(?:累计|合计)?(?:加分|扣分|得分|加|扣|减|得|计|记)?(?:不超过|为|至|到)?(?<cap>{数})分(?:为止|为限|封顶|以内)?|(?:以)?(?<top>{数})分(?:为)?(?:封顶|为限|为上限)|封顶(?:为)?(?<limit>{数})分|(?:加|扣|加分|扣分)(?:到|至|满)(?<until>{数})分(?:为止|封顶)',
    ),
    examples: [
      '累计不超过10分',
      '最多加5分',
      '最高加10分',
      '最多扣5分',
      '封顶10分',
      '10分封顶',
      '以5分为限',
      '累计加分不超过3分',
      '该项最多扣5分',
      '加满10分为止',
    ],
    read: (words) => {
      const cap = readNumeral(words['cap'] ?? words['top'] ?? words['limit'] ?? words['until'] ?? '')
      return { cap: cap === null ? null : centipoints(cap) }
    },
  },
  {
    name: 'uncapped',
    pattern: phrasePattern('(?:得分|加分|上)?不(?:设)?封顶|(?:加分)?不设上限|上不封顶'),
    examples: ['不封顶', '得分不封顶', '不设上限', '加分不封顶', '上不封顶'],
    read: () => ({ uncapped: true }),
  },
]
