import { zeroPoints, type EffectReading } from './effect-reading.ts'
import { phrasePattern, type PhraseTable } from '../phrase.ts'

const thisItem =
  '(?:该|此|本)(?:大|小|单|子)?项(?:目|工作|考核|指标|内容)?(?:的)?(?:考核)?(?:得分|分值|分数|成绩)?(?:均|一律|都)?'
const allPoints = '(?:分数|分值|得分|分)'

const forfeited = (): EffectReading => ({ fields: { effect: 'forfeit' } })

/** The whole item is lost: 此项不得分, 该项计0分, 扣完该项分. */
export const forfeitPhrases: PhraseTable<EffectReading> = {
  title: '本项不得分',
  frame: '未按要求完成的，{例}。',
  rows: [
    {
      name: 'forfeit-no-points',
      pattern: phrasePattern(`${thisItem}(?:不(?:得|计|记|给)分|一票否决)|(?<!不)不(?:予)?(?:得|计|记|给)分`),
      examples: ['该项不得分', '此项不得分', '不得分', '本项工作不计分', '该项一票否决'],
      read: forfeited,
    },
    {
      name: 'forfeit-zero',
      pattern: phrasePattern(`${thisItem}(?:${zeroPoints}|(?:0|零)分)|(?:得|计|记|打)(?:0|零)分`),
      examples: ['该项计0分', '本项目得零分', '此项零分', '得0分', '该项得分以0分计算'],
      read: forfeited,
    },
    {
      name: 'forfeit-named-zero',
      pattern: phrasePattern(
        '(?<=[,的])(?![^,;。]{0,8}(?:最[低高]|不足|不满|总|全年|年度|当年|考核|考评|成绩|积分|得分|个人|绩效))\\p{Script=Han}{2,6}?(?:项|分)?(?:为|计|记)(?:0|零)分',
      ),
      examples: [],
      inContext: [{ clause: '屡教不改的，师德为零分。', words: '师德为零分' }],
      read: forfeited,
    },
    {
      name: 'forfeit-used-up',
      pattern: phrasePattern(`${thisItem}(?:全部)?扣(?:完|光|除)(?!{数}分)|(?:全部|全额)扣(?:完|除|光|分(?!\\d))`),
      examples: ['全额扣分', '该项扣完', '本项全部扣除', '全部扣完'],
      read: forfeited,
    },
    {
      name: 'forfeit-whole',
      pattern: phrasePattern(
        `(?:${thisItem}(?:{数}分)?|(?<=,|的){数}分)(?:全|全部|全额)扣(?:除|完|光)?(?!\\d)|(?<=^|的|,|者|[起次处例件人])全扣(?:除|完|光)?(?!\\d|{数}分)`,
      ),
      examples: ['全扣', '本项工作全扣', '该项8分全扣'],
      read: forfeited,
    },
    {
      name: 'forfeit-all-points',
      pattern: phrasePattern(
        `(?:扣(?:完|光|除|去|掉)?|取消)(?:(?:该|此|本)(?:大|小|单|子)?项(?:目)?(?:的)?(?:全部|所有|考核)?|全部|所有|全|满)${allPoints}|(?<=[,的者]|(?:未|没有?|不|无)[^,;。]{1,10})取消(?:其|全部)?得分`,
      ),
      examples: ['扣完该项分', '扣除该项全部分值', '扣全分', '取消该项得分', '扣除全部分值'],
      read: forfeited,
    },
  ],
}
