import type { RuleFields } from '../../../../scheme/effects/index.ts'
import { amountOf, payerOf, trailingUnit, yuanOf, type EffectReading } from './effect-reading.ts'
import { office } from '../qualifiers/subject-phrases.ts'
import { phrasePattern, type PhraseTable, type PhraseWords } from '../phrase.ts'

const fine = '(?:(?:扣|罚)(?:除|发|罚|减|款)?|处罚|罚款|处以|处(?=(?:人民币)?{数}))'
const yuan = '(?<amount>{数})(?<wan>万)?元'

/** What the money is taken from: 当月考评奖. */
function payItemOf(words: PhraseWords): Partial<RuleFields> {
  const payItem = words['quotedItem'] ?? (words['payItem'] ?? '').replace(/^的/, '')
  return payItem === '' ? {} : { payItem }
}

/** 扣站长200元 names who pays, 扣当月考评奖20元 what part of the pay is taken. */
function takenFrom(words: PhraseWords): Partial<RuleFields> {
  const payer = payerOf(words['quotedItem'] === undefined ? { who: words['who'] ?? words['payItem'] } : words)
  return payer.subject !== undefined && words['who'] === undefined ? payer : { ...payItemOf(words), ...payer }
}

function moneyLost(words: PhraseWords): EffectReading {
  return { fields: { effect: 'money', yuan: null, ...payItemOf(words) }, doubt: { kind: 'amount-lost' } }
}

/** Pay taken directly, in yuan: 每次扣20元. */
export const moneyPhrases: PhraseTable<EffectReading> = {
  title: '扣款',
  frame: '未按要求完成的，{例}。',
  rows: [
    {
      name: 'money',
      pattern: phrasePattern(
        `${fine}(?<who>(?:(?:所在|直接)?(?:科室|单位|部门|办公室|站所|分管|主要|带班|值班|相关)?(?:责任|负责|当事|经办)人|(?:分管|主要|带班|值班)(?:领导|人员)|[本个]人)|责任科室|${office})?(?:的)?(?:(?<quotedItem>{引})|(?<payItem>(?![^,;。\\d]{0,6}(?:收入|总额|合计|累计|所得|共计|达))(?:[^,;。()\\d「」]|\\([^()\\d]{1,4}\\)){0,14}?))(?:人民币)?${yuan}(?:/(?<after>{单位}))?`,
      ),
      examples: [
        '扣20元',
        '罚款50元',
        '扣除当月考评奖20元',
        '扣发综合治理奖1000元',
        '罚100元',
        '扣50元/次',
        '扣1万元',
      ],
      read: (words) => ({
        fields: {
          effect: 'money',
          yuan: yuanOf(words),
          ...takenFrom(words),
          ...trailingUnit(words),
        },
      }),
    },
    {
      name: 'money-more',
      pattern: phrasePattern(`(?<=元)(?:以及|及|和|、|与|并扣)(?<payItem>[^,;。()\\d「」]{1,14}?)${yuan}`),
      examples: [],
      inContext: [{ clause: '旷工一天扣除当月考评奖50元和全勤奖100元。', words: '和全勤奖100元' }],
      read: (words) => {
        // 罚村书记500元、包村干部200元: another payer, not another part of the pay.
        const payer = payerOf({ who: words['payItem'] })
        const named = payer.subject === undefined ? payItemOf(words) : payer
        return { fields: { effect: 'money', yuan: yuanOf(words), ...named }, continues: true }
      },
    },
    {
      name: 'money-range',
      pattern: phrasePattern(
        `${fine}(?<payItem>[^,;。()\\d「」]{0,14}?)(?<low>{数})元?(?:-|至|到)(?<high>{数})元`,
      ),
      examples: ['扣除当月考评奖50-100元', '罚款50至100元'],
      read: (words) => ({
        fields: { effect: 'money', yuan: null, ...payItemOf(words) },
        doubt: { kind: 'amount-range', low: amountOf(words['low']) ?? 0, high: amountOf(words['high']) ?? 0 },
      }),
    },
    {
      name: 'money-some',
      pattern: phrasePattern('(?:扣|罚)(?<quotedItem>{引})?若干元'),
      examples: ['扣若干元'],
      read: moneyLost,
    },
    {
      name: 'money-unnamed',
      pattern: phrasePattern(
        '(?:扣发|扣除|扣罚|停发|扣(?=当[日天月季年]|全年|年终|半个月|[一二三两]个月))(?<payItem>[^,;。()「」\\d元分]{0,10}?(?:绩效工资|绩效奖金|奖金|奖|工资|津贴|补贴|绩效))(?![^,;。]{0,8}(?:\\d|元))',
      ),
      examples: ['扣发一个月考评奖', '扣当日工资', '扣除当月绩效', '扣发全年绩效工资'],
      read: moneyLost,
    },
  ],
}
