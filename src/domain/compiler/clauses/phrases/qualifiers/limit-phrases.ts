import { centipoints, type Centipoints } from '../../../../primitives/centipoints.ts'
import { readNumeral } from '../../numerals.ts'
import { phrasePattern, type PhraseTable, type PhraseWords } from '../phrase.ts'

/** What limits the rules before it in the sentence. */
export type Limit =
  /** `floor`: 扣完2分为止 limits the clause, unless that is all the item has. */
  | {
      readonly cap: Centipoints | null
      readonly floor?: true
      /** 最高扣10分: what the amount it limits does, and by which unit (每项最高扣10分). */
      readonly verb?: 'add' | 'deduct'
      readonly unit?: string
    }
  /** 加分不超过本项基本分的20%: that share of the item's points, in hundredths of a percent. */
  | { readonly shareOfItem: number }
  | { readonly uncapped: true }

function capOf(words: PhraseWords): { readonly cap: Centipoints | null } {
  const cap = readNumeral(words['cap'] ?? '')
  return { cap: cap === null ? null : centipoints(cap) }
}

const reach =
  '(?:该项|此项|本项|全年|年度|每年|每季|每月|以上|各项){0,4}(?:加分|扣分|得分)?(?:累计|合计|总计|总共|共)?(?:加分|扣分|得分|奖励分|奖分)?'
const most = '(?:最多|最高|至多|上限|不超过|不得超过|不能超过|限){1,5}'
const move = '(?:加分|扣分|得分|加|扣|减|奖励?|得|计|记)'

/** 最多加5分, 累计不超过10分, 不封顶, 扣完2分为止. */
export const limitPhrases: PhraseTable<Limit> = {
  title: '封顶',
  frame: '每报送一篇信息加1分，{例}。',
  rows: [
    {
      name: 'cap-at-most',
      pattern: phrasePattern(
        `(?:每(?<each>{单位}))?${reach}${most}(?:可)?(?:累计|合计)?(?:可|只|能)?(?<verb>${move})?(?:不超过|为|至|到)?(?<cap>{数})分(?:为止|为限|封顶|以内)?`,
      ),
      examples: [
        '累计不超过10分',
        '加分累计不超过50分',
        '最多加5分',
        '最高加10分',
        '累计加分不超过3分',
        '最高奖10分',
      ],
      inContext: [
        { clause: '每迟到一次扣1分，最多扣5分。', words: '最多扣5分' },
        { clause: '每迟到一次扣1分，该项最多扣5分。', words: '该项最多扣5分' },
        { clause: '防范措施不力的酌情扣分，每项最高扣10分。', words: '每项最高扣10分' },
      ],
      read: (words) => ({
        ...capOf(words),
        ...(/^[加奖]/u.test(words['verb'] ?? '') ? { verb: 'add' as const } : {}),
        ...(/^[扣减]/u.test(words['verb'] ?? '') ? { verb: 'deduct' as const } : {}),
        ...(words['each'] === undefined ? {} : { unit: words['each'] }),
      }),
    },
    {
      name: 'cap-share',
      pattern: phrasePattern(
        '(?:累计|合计)?(?:加分|扣分)?(?:最高|最多)?不(?:得|能)?超过(?:该|此|本)(?:单)?项(?:目)?(?:的)?(?:基本分|基础分|标准分|分值|满分|总分|分数)的(?<share>{数})%',
      ),
      examples: ['不超过本项基本分的20%', '加分不超过该项分值的50%'],
      read: ({ share }) => ({ shareOfItem: readNumeral(share ?? '') ?? 0 }),
    },
    {
      name: 'cap-used-up',
      pattern: phrasePattern(
        '(?:(?:该|此|本)(?:大|小|单)?项(?:目)?)?(?:最多)?(?:扣|减)(?:完|光)?(?<cap>{数})分(?:扣完)?为止',
      ),
      examples: ['扣完40分为止', '扣完2分为止', '该小项扣完5分为止'],
      read: (words) => ({ ...capOf(words), floor: true }),
    },
    {
      name: 'cap-full',
      pattern: phrasePattern('(?<=(?:每|1|一)[^,;。]{1,20}[得计记]{数}分),满分为?(?<cap>{数})分'),
      examples: [],
      inContext: [{ clause: '每报送一篇得2分，满分10分。', words: '，满分10分' }],
      read: capOf,
    },
    {
      name: 'cap-named',
      pattern: phrasePattern('以?(?<cap>{数})分(?:为)?(?:封顶|为限|为上限)'),
      examples: ['10分封顶', '以5分为限', '以10分封顶'],
      read: capOf,
    },
    {
      name: 'cap-before',
      pattern: phrasePattern('封顶(?:为)?(?<cap>{数})分'),
      examples: ['封顶10分', '封顶为5分'],
      read: capOf,
    },
    {
      name: 'cap-until',
      pattern: phrasePattern(
        '(?:加|扣|加分|扣分)(?:到|至|满)(?<cap>{数})分(?:为止|封顶)|(?:到|至)(?<until>{数})分扣完(?:为止)?',
      ),
      examples: ['加满10分为止', '扣至5分为止', '至4分扣完'],
      read: (words) => capOf({ cap: words['cap'] ?? words['until'] }),
    },
    {
      name: 'uncapped',
      pattern: phrasePattern('(?:得分|加分|上)?不(?:设)?封顶|(?:加分)?不设上限'),
      examples: ['不封顶', '得分不封顶', '不设上限', '加分不封顶', '上不封顶'],
      read: () => ({ uncapped: true }),
    },
  ],
}
