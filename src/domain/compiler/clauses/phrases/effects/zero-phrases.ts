import { zeroPoints, type EffectReading } from './effect-reading.ts'
import { phrasePattern, type PhraseTable } from '../phrase.ts'

const whole = '(?:个人|全年|当年|年度|年终|当月|本年度){0,4}(?:的)?'

/** The total of the person is 0: 绩效考核以0分计算. */
export const zeroPhrases: PhraseTable<EffectReading> = {
  title: '总分计零',
  frame: '未按要求完成的，{例}。',
  rows: [
    {
      name: 'zero',
      pattern: phrasePattern(
        `${whole}(?:绩效|目标)?(?:考核|考评|总|全年){1,5}(?:总)?(?:成绩|得分|总分|分数|结果|积?分)?(?:一律|均|直接)?${zeroPoints}|(?:个人|全年|当年|年度|当月|季度|考核|总){1,4}(?:成绩|得分|总分|积分|考核分)(?:一律|均|直接|全部)?(?:(?:为|计|记|归|清)零|(?:为|计|记)0(?![.\\d分]))`,
      ),
      examples: [
        '绩效考核以0分计算',
        '年度考核计0分',
        '当年绩效考核得0分',
        '考核总分以零分计算',
        '全年考核成绩为0分',
        '年度积分为零',
        '当月考核积分清零',
      ],
      read: () => ({ fields: { effect: 'zero' } }),
    },
  ],
}
