import {
  judged,
  judgedWithin,
  lostAmount,
  notPoints,
  pointsEffect,
  unitBeside,
  whoPays,
  type EffectReading,
} from './effect-reading.ts'
import { phrasePattern, type PhraseTable } from '../phrase.ts'

const give =
  '(?<![更增参递附另叠])(?:奖励?|给予|另|再)?加(?![以强大快班入盟工固重密急深剧油热装价注码])(?:计|记|奖)?(?:分值|分)?'

/** 加 and 奖 with an amount of points. */
export const addPhrases: PhraseTable<EffectReading> = {
  title: '加分',
  frame: '工作成绩突出的，{例}。',
  rows: [
    {
      name: 'add-plus',
      pattern: phrasePattern('(?<![\\d分%)])\\+(?<amount>{数})分'),
      examples: ['+2分', '+0.5分'],
      read: (words) => pointsEffect('add', words),
    },
    {
      name: 'add',
      pattern: phrasePattern(`${give}${whoPays}(?<amount>{数})分${notPoints}${unitBeside}`),
      examples: ['加3分', '另加2分', '加0.5分', '再加1分', '加分2分', '加1分/条'],
      read: (words) => pointsEffect('add', words),
    },
    {
      name: 'add-behind',
      pattern: phrasePattern(
        '(?:给予|予以|给)(?:(?<low>{数})分?(?:-|至|到)(?<high>{数})|(?<amount>{数}))分的?(?:奖励)?加分',
      ),
      examples: ['给予1-5分加分', '给予2分的加分'],
      read: (words) => (words['low'] === undefined ? pointsEffect('add', words) : judgedWithin('add', words)),
    },
    {
      name: 'add-prize',
      pattern: phrasePattern(
        `(?<![等评考获中效])奖励?(?<amount>{数})分${notPoints}|奖励(?<who>(?![^,;。]{0,8}元)[^,;:。()\\d「」扣加减得计]{1,8}?)(?<given>{数})分${notPoints}`,
      ),
      examples: ['奖励5分', '奖2分', '奖励社区2分'],
      read: (words) => pointsEffect('add', { ...words, amount: words['amount'] ?? words['given'] }),
    },
    {
      name: 'add-prize-range',
      pattern: phrasePattern(
        `(?<![等评考获中效最高多])奖励?(?<low>{数})分?(?:-|至|到)(?<high>{数})分${notPoints}`,
      ),
      examples: ['奖5-15分', '奖励1至3分'],
      read: (words) => judgedWithin('add', words),
    },
    {
      name: 'add-range',
      pattern: phrasePattern(`(?:${judged})?${give}(?<low>{数})分?(?:-|至|到)(?<high>{数})分${notPoints}`),
      examples: ['加1-3分', '酌情加2至5分'],
      read: (words) => judgedWithin('add', words),
    },
    {
      name: 'add-judged',
      pattern: phrasePattern(
        `(?:${judged}|适当(?:予以|给予)?|(?:予以|给予)适当)(?:再|另)?加分(?!\\d|项|值|数|标准|办法|制)(?:,?(?:最多|最高|不超过)(?:加)?(?<high>{数})分)?`,
      ),
      examples: ['酌情加分', '适当加分', '视情况给予加分', '酌情加分,最高3分', '给予适当加分'],
      read: ({ high }) => judgedWithin('add', { high }),
    },
    {
      name: 'add-increase',
      pattern: phrasePattern(
        `(?<![比较][^,;。]{0,14})增加(?:考核|绩效|综合)?(?:得)?分?(?<amount>{数})分${notPoints}(?!的)`,
      ),
      examples: ['增加2分', '增加考核分2分'],
      read: (words) => pointsEffect('add', words),
    },
    {
      name: 'add-lost',
      pattern: phrasePattern('加(?:若干|[×xX*_＿□]+)分'),
      examples: ['加若干分', '加XX分'],
      read: () => lostAmount('add'),
    },
  ],
}
