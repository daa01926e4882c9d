import {
  judged,
  judgedWithin,
  notPoints,
  payerOf,
  pointsOf,
  take,
  trailingUnit,
  whoPays,
  type EffectReading,
} from './effect-reading.ts'
import { phrasePattern, type PhraseTable, type PhraseWords } from '../phrase.ts'

function upTo(words: PhraseWords): EffectReading {
  const max = pointsOf(words['high'])
  return { fields: { effect: 'discretionary', ...trailingUnit(words), ...(max === null ? {} : { max }) } }
}

/** The leading group decides: 视情节扣5-10分, 视情况扣分. */
export const discretionaryPhrases: PhraseTable<EffectReading> = {
  title: '裁量',
  frame: '未按要求完成的，{例}。',
  rows: [
    {
      name: 'discretionary-range',
      pattern: phrasePattern(
        `(?:${judged})?${take}${whoPays}(?<low>{数})分?(?:-|至|到|(?:\\([^)]*\\))?及?以上[,、]?)(?<high>{数})分${notPoints}(?!扣完)(?:\\([^)]*\\))?(?:不等|以下|以内)?`,
      ),
      examples: [
        '视情节扣5-10分',
        '视情节扣5分以上15分以下',
        '扣2-4分',
        '视情节轻重扣5分至10分',
        '酌情扣1到3分',
        '视情节扣1至3分',
      ],
      read: (words) => {
        const [low, high] = [pointsOf(words['low']), pointsOf(words['high'])]
        if (low === null || high === null)
          return { fields: { effect: 'discretionary' }, doubt: { kind: 'amount-lost' } }
        const bounds = low <= high ? { min: low, max: high } : { min: high, max: low }
        return { fields: { effect: 'discretionary', ...payerOf(words), ...trailingUnit(words), ...bounds } }
      },
    },
    {
      name: 'discretionary-within',
      pattern: phrasePattern(`(?:${judged})?${take}(?<high>{数})分(?:以内|以下)`),
      examples: ['视情节扣5分以内', '扣3分以内', '扣2分以下'],
      read: upTo,
    },
    {
      name: 'discretionary-most',
      pattern: phrasePattern(
        `${judged}(?:(?:最多|最高|不超过)${take}|${take}(?:最多|最高|不超过))(?<high>{数})分${notPoints}`,
      ),
      examples: ['视情节扣不超过5分', '视情节最多扣3分'],
      read: upTo,
    },
    {
      name: 'discretionary-least',
      pattern: phrasePattern(`(?:${judged})?${take}(?:至少|不少于)?(?<low>{数})分以上(?![,、]?{数}分)`),
      examples: ['视情节扣5分以上', '扣2分以上'],
      read: (words) => {
        const min = pointsOf(words['low'])
        return { fields: { effect: 'discretionary', ...(min === null ? {} : { min }) } }
      },
    },
    {
      name: 'discretionary-gift-within',
      pattern: phrasePattern(`${judged}(?<given>加|计|记|得)(?<high>{数})分(?:以内|以下)`),
      examples: ['视情节加5分以内', '酌情计8分以内'],
      read: ({ given, high }) => judgedWithin(given === '加' ? 'add' : 'award', { high }),
    },
    {
      name: 'discretionary-gift-least',
      pattern: phrasePattern(`${judged}(?<given>加|计|记|得)(?<low>{数})分以上`),
      examples: ['视情节加2分以上', '视情况计6分以上'],
      read: ({ given, low }) => judgedWithin(given === '加' ? 'add' : 'award', { low }),
    },
    {
      name: 'discretionary-amount',
      pattern: phrasePattern(`${judged}${take}(?<high>{数})分${notPoints}(?![以至到-])`),
      examples: ['视情节扣5分', '酌情扣24分'],
      read: upTo,
    },
    {
      name: 'discretionary',
      pattern: phrasePattern(
        `${judged}(?:扣减|扣除|扣|减)分(?!\\d)|适当(?:予以|给予)?(?:扣|减)分|(?:予以|给予)适当扣分`,
      ),
      examples: ['视情况予以扣分', '酌情扣分', '视情节轻重扣分', '视情节扣分', '适当扣分'],
      read: () => ({ fields: { effect: 'discretionary' } }),
    },
    {
      name: 'discretionary-or-proportional',
      pattern: phrasePattern(`${judged}(?:记|计|给|打|得)分(?!\\d)`),
      examples: ['视情况记分', '酌情计分'],
      read: () => ({
        fields: { effect: 'discretionary', direction: 'award' },
        doubt: { kind: 'proportion-or-discretion', first: 'discretionary' },
      }),
    },
  ],
}
