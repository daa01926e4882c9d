import { centipoints } from '../../../primitives/centipoints.ts'
import { readNumeral } from '../numerals.ts'
import {
  amountOf,
  judged,
  lostAmount,
  notPoints,
  pointsEffect,
  pointsOf,
  take,
  whoPays,
  type EffectReading,
} from './effect-reading.ts'
import { phrasePattern, type Phrase } from './phrase.ts'

const give = '(?<![更增参递附另叠])(?:奖励?|给予|另|再)?加(?:计|记)?(?:分值|分)?'
const grant = '(?<![取变显觉使值懂求赢难可博所共合总统累预独狂豪连拿砍])(?:得|计|记|给)(?:基础分|基本分|基分)?'
const after = '(?:/(?<after>{单位}))?'

/** 扣, 加, 得 with an amount of points. */
export const pointsPhrases: readonly Phrase<EffectReading>[] = [
  {
    name: 'deduct',
    pattern: phrasePattern(`${take}${whoPays}(?<amount>{数})分${notPoints}${after}`),
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
    name: 'add-plus',
    pattern: phrasePattern('(?<![\\d分%)])\\+(?<amount>{数})分'),
    examples: ['+2分', '+0.5分'],
    read: (words) => pointsEffect('add', words),
  },
  {
    name: 'deduct-double',
    pattern: phrasePattern('(?:加倍|双倍|翻倍)(?:予以|给予)?扣(?:除|减|罚)?(?:分)?|扣(?:除|减)?(?:双倍|两倍)分?'),
    examples: ['加倍扣分', '双倍扣分', '加倍扣'],
    read: () => ({ fields: { effect: 'deduct', points: null }, doubled: true }),
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
  {
    name: 'add',
    pattern: phrasePattern(`${give}${whoPays}(?<amount>{数})分${notPoints}${after}`),
    examples: ['加3分', '另加2分', '加0.5分', '再加1分', '加分2分', '加1分/条'],
    read: (words) => pointsEffect('add', words),
  },
  {
    name: 'add-prize',
    pattern: phrasePattern(`(?<![等评考获中效])奖励?(?<amount>{数})分${notPoints}`),
    examples: ['奖励5分', '奖2分'],
    read: (words) => pointsEffect('add', words),
  },
  {
    name: 'add-range',
    pattern: phrasePattern(`(?:${judged})?${give}(?<low>{数})分?(?:-|至|到)(?<high>{数})分${notPoints}`),
    examples: ['加1-3分', '酌情加2至5分'],
    read: (words) => {
      const [low, high] = [amountOf(words['low']) ?? 0, amountOf(words['high']) ?? 0]
      return { fields: { effect: 'add', points: null }, doubt: { kind: 'amount-range', low, high } }
    },
  },
  {
    name: 'add-lost',
    pattern: phrasePattern('加(?:若干|[×xX*_＿□]+)分'),
    examples: ['加若干分', '加XX分'],
    read: () => lostAmount('add'),
  },
  {
    name: 'award',
    pattern: phrasePattern(`${grant}(?!(?:0|零)分)(?<amount>{数})分${notPoints}`),
    examples: ['计15分', '得5分', '记10分', '得1分', '计基础分10分'],
    read: (words) => pointsEffect('award', words),
  },
  {
    name: 'award-range',
    pattern: phrasePattern(`${grant}(?<low>{数})分?(?:-|至|到)(?<high>{数})分${notPoints}`),
    examples: ['记8-10分', '得6至8分', '计0-4分'],
    read: (words) => {
      const [low, high] = [amountOf(words['low']) ?? 0, amountOf(words['high']) ?? 0]
      return { fields: { effect: 'award', points: null }, doubt: { kind: 'amount-range', low, high } }
    },
  },
  {
    name: 'award-full',
    pattern: phrasePattern('(?:得|计|记|给|打)(?:满|全)分'),
    examples: ['记满分', '得满分', '计满分', '得全分'],
    read: () => ({ fields: { effect: 'award', points: null }, full: true }),
  },
  {
    name: 'award-lost',
    pattern: phrasePattern('计若干分'),
    examples: ['计若干分'],
    read: () => lostAmount('award'),
  },
  {
    name: 'several-amounts',
    pattern: phrasePattern(
      '分别(?:给予|予以|按)?(?<verb>扣除?|减|加|奖励?|得|计|记)(?<amounts>{数}分?(?:[、,/和及]{数}分?){1,9})(?<=分)',
    ),
    examples: ['分别加5、3、2分', '分别扣1分、2分、3分', '分别加3分、2分和1分'],
    read: (words) => {
      const verb = words['verb'] ?? ''
      const effect = /[扣减]/.test(verb) ? 'deduct' : /[加奖]/.test(verb) ? 'add' : 'award'
      const amounts = (words['amounts'] ?? '')
        .split(/[、,/和及]/)
        .map((word) => readNumeral(word.replace(/分$/, '')) ?? 0)
      return { fields: { effect, points: null }, amounts }
    },
  },
  {
    name: 'further-rung',
    pattern: phrasePattern(
      '(?<=^|[,、;:])(?<rung>(?:国家|中央|省部|省|市|县|区|乡镇|镇)级?(?:及?以上)?|(?:特|一|二|三)等奖|第[一二三四五]名?)(?<amount>{数})分(?:/(?<after>{单位}))?',
    ),
    examples: [],
    read: (words) => ({ ...pointsEffect('add', words), continues: true }),
  },
  {
    name: 'further-payer',
    pattern: phrasePattern(
      '(?<=[,、;])(?<who>[^,、;。:()\\d扣加得计记]{0,6}(?:责任人|负责人|领导|人员|干部))(?<amount>{数})分',
    ),
    examples: [],
    read: (words) => ({ ...pointsEffect('deduct', words), continues: true }),
  },
  {
    name: 'each-without-verb',
    pattern: phrasePattern(`(?<=每{单位})(?<amount>{数})分${notPoints}|(?<figure>{数})分/(?<after>{单位})`),
    examples: ['2分/次'],
    read: (words) => ({
      ...pointsEffect('add', { ...words, amount: words['amount'] ?? words['figure'] }),
      continues: true,
    }),
  },
  {
    name: 'bare',
    pattern: phrasePattern('(?<![所应])(?<verb>扣|减|加)分(?!\\d|值|数)|(?<earned>得|计|记)分(?=:)'),
    examples: ['扣分', '减分', '加分'],
    read: (words) => ({
      ...lostAmount(words['verb'] === '加' || words['earned'] !== undefined ? 'add' : 'deduct'),
      bare: true,
    }),
  },
]
