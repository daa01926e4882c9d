import { centipoints } from '../../../../primitives/centipoints.ts'
import {
  amountOf,
  lostAmount,
  notPoints,
  pointsEffect,
  pointsOf,
  take,
  unitBeside,
  whoPays,
  type EffectReading,
} from './effect-reading.ts'
import { phrasePattern, type PhraseTable } from '../phrase.ts'

/** 扣 with an amount of points, or with one that is lost. */
export const deductPhrases: PhraseTable<EffectReading> = {
  title: '扣分',
  frame: '未按要求完成的，{例}。',
  rows: [
    {
      name: 'deduct',
      pattern: phrasePattern(`${take}${whoPays}(?<amount>{数})分${notPoints}(?!及?以[上下内])${unitBeside}`),
      examples: ['扣2分', '扣除0.5分', '扣二分', '倒扣基础分2分', '扣社区专干5分', '减3分', '扣2分/次', '扣分2分'],
      read: (words) => pointsEffect('deduct', words),
    },
    {
      name: 'deduct-minus',
      pattern: phrasePattern('(?<![\\d分%)])-(?<amount>{数})分'),
      examples: ['-2分', '-0.5分'],
      read: (words) => pointsEffect('deduct', words),
    },
    {
      name: 'deduct-double',
      pattern: phrasePattern(
        '(?:加倍|双倍|翻倍)(?:予以|给予)?扣(?:除|减|罚)?(?:分)?|扣(?:除|减)?(?:双倍|两倍)分?',
      ),
      examples: ['加倍扣分', '双倍扣分', '加倍扣'],
      read: () => ({ fields: { effect: 'deduct', points: null }, times: 200 }),
    },
    {
      name: 'deduct-half',
      pattern: phrasePattern('(?<!收取|征收|缴纳|价格)减半(?:予以|给予)?(?:扣(?:除|减|罚)?(?:分)?|(?=[,;。]|$))'),
      examples: ['减半扣分', '减半扣', '减半'],
      read: () => ({ fields: { effect: 'deduct', points: null }, times: 50 }),
    },
    {
      name: 'deduct-share',
      pattern: phrasePattern(
        '扣(?:除|减|掉)?(?:(?:该|此|本)(?:小|大|单)?项(?:目)?(?:的)?)?(?:(?<share>{数})%的?(?:分值|分数|标准分)|(?:分值|分数|标准分)的?(?:(?<part>{数})%|(?<half>一半)))(?!为限|为止)',
      ),
      examples: ['扣除该项50%的分值', '扣该项分值的50%', '扣除本项分值的一半', '扣20%的分值'],
      read: (words) => ({
        fields: { effect: 'deduct', points: null },
        shareOfItem: words['half'] === undefined ? (amountOf(words['share'] ?? words['part']) ?? 0) : 5000,
      }),
    },
    {
      name: 'deduct-used-up',
      pattern: phrasePattern(`扣(?:完|光)(?<amount>{数})分${notPoints}`),
      examples: ['扣完1分'],
      read: (words) => {
        const points = pointsOf(words['amount'])
        return { fields: { effect: 'deduct', points }, doubt: { kind: 'used-up', points } }
      },
    },
    {
      name: 'deduct-lost',
      pattern: phrasePattern('(?:扣|减)(?:若干|[×xX*_＿□]+)分'),
      examples: ['扣若干分', '扣XX分', '扣×分'],
      read: () => lostAmount('deduct'),
    },
    {
      name: 'deduct-bare-number',
      pattern: phrasePattern('扣(?:除|减|罚)?(?<amount>\\d+(?:\\.\\d+)?)(?![\\d.分元%万个至-])'),
      examples: ['扣2', '扣0.5'],
      read: (words) => {
        const amount = amountOf(words['amount'])
        if (amount === null) return lostAmount('deduct')
        return {
          fields: { effect: 'deduct', points: centipoints(amount) },
          doubt: { kind: 'points-or-yuan', amount },
        }
      },
    },
  ],
}
