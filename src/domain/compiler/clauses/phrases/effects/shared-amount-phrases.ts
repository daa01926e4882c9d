import { readNumeral } from '../../numerals.ts'
import {
  amountOf,
  lostAmount,
  notPoints,
  pointsEffect,
  trailingUnit,
  type EffectReading,
} from './effect-reading.ts'
import { office } from '../qualifiers/subject-phrases.ts'
import { phrasePattern, type PhraseTable } from '../phrase.ts'

const moves = '(?:再|另)?(?:倒?扣(?:除|减)?|(?<![更增参递附])加|减|奖励?|得|计|记)'
const each = '(?:每(?<each>{单位}))?'

function effectOfVerb(verb: string): 'deduct' | 'add' | 'award' {
  return /[扣减]/.test(verb) ? 'deduct' : /[加奖]/.test(verb) ? 'add' : 'award'
}

/** Amounts that take their verb, or their deed, from the words before them: 分别加5、3、2分, 市级2分. */
export const sharedAmountPhrases: PhraseTable<EffectReading> = {
  title: '几个分值',
  frame: '国家、省、市级表彰，{例}。',
  rows: [
    {
      name: 'several-amounts',
      pattern: phrasePattern(
        `(?:分别|依次)${each}(?:给予|予以|按)?(?<verb>${moves})(?<amounts>{数}分?(?:[、,/和及]{数}分?){1,9})(?<=分)|(?<bareVerb>${moves})(?<bareAmounts>{数}分?(?:、{数}分?){1,9})(?<=分)`,
      ),
      examples: [
        '分别加5、3、2分',
        '分别扣1分、2分、3分',
        '分别加3分、2分和1分',
        '依次扣3、2、1分',
        '另加1、2、3分',
      ],
      read: (words) => {
        const effect = effectOfVerb(words['verb'] ?? words['bareVerb'] ?? '')
        const amounts = (words['amounts'] ?? words['bareAmounts'] ?? '')
          .split(/[、,/和及]/)
          .map((word) => readNumeral(word.replace(/分$/, '')) ?? 0)
        return { fields: { effect, points: null, ...trailingUnit(words) }, amounts }
      },
    },
    {
      name: 'spread-amounts',
      pattern: phrasePattern(
        `分别${each}(?:给予|予以)?(?<verb>${moves})(?<low>{数})分?(?:-|至|到)(?<high>{数})分${notPoints}`,
      ),
      examples: ['分别加1-3分', '分别扣1至2分'],
      read: (words) => ({
        fields: { effect: effectOfVerb(words['verb'] ?? ''), points: null, ...trailingUnit(words) },
        between: { low: amountOf(words['low']) ?? 0, high: amountOf(words['high']) ?? 0 },
      }),
    },
    {
      name: 'further-rung',
      pattern: phrasePattern(
        '(?<=^|[,、;:])(?<rung>(?:国家|中央|省部|省|市|县|区|乡镇|镇)级?(?:及?以上)?|(?:特|一|二|三)等奖|第[一二三四五]名?)(?<amount>{数})分(?:/(?<after>{单位}))?',
      ),
      examples: [],
      inContext: [{ clause: '获县级表彰的加1分，市级2分。', words: '市级2分' }],
      read: (words) => ({ ...pointsEffect('add', words), continues: true }),
    },
    {
      name: 'further-payer',
      pattern: phrasePattern(
        `(?<=[,、;])(?<who>[^,、;。:()\\d扣加得计记]{0,6}(?:责任人|负责人|领导|人员|干部)|${office})(?<amount>{数})分`,
      ),
      examples: [],
      inContext: [{ clause: '脱岗的，扣值班人员2分，带班领导1分。', words: '带班领导1分' }],
      read: (words) => ({ ...pointsEffect('deduct', words), continues: true }),
    },
    {
      name: 'each-without-verb',
      pattern: phrasePattern(`(?<=每{单位})(?<amount>{数})分${notPoints}|(?<figure>{数})分/(?<after>{单位})`),
      examples: [],
      inContext: [
        { clause: '报送信息加分：每篇2分。', words: '2分' },
        { clause: '违反工作纪律扣分：脱岗2分/次。', words: '2分/次' },
      ],
      read: (words) => ({
        ...pointsEffect('add', { ...words, amount: words['amount'] ?? words['figure'] }),
        continues: true,
      }),
    },
    {
      name: 'by-rate',
      pattern: phrasePattern(
        '按(?:照)?(?:每(?<each>{单位}))?(?<amount>{数})分(?:/(?<after>{单位}))?(?:的标准)?(?:予以|给予|进行)?(?<verb>扣|加)(?:除|减)?分?(?!\\d)',
      ),
      examples: ['按0.5分/个扣分', '按每次2分扣除', '按2分/篇加分', '按每人1分的标准扣分'],
      read: (words) => pointsEffect(effectOfVerb(words['verb'] ?? ''), words),
    },
    {
      name: 'bare',
      pattern: phrasePattern(
        '(?<![所应附])(?<verb>扣|减|加)分(?:处理(?=:))?(?!\\d|值|数)|(?<earned>得|计|记)分(?=:)',
      ),
      examples: ['扣分', '减分', '加分'],
      read: (words) => ({
        ...lostAmount(words['verb'] === '加' || words['earned'] !== undefined ? 'add' : 'deduct'),
        bare: true,
      }),
    },
  ],
}
