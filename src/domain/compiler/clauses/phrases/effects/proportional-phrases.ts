import type { EffectReading } from './effect-reading.ts'
import { phrasePattern, type PhraseTable } from '../phrase.ts'

/** In proportion to completion: 按比例得分. */
export const proportionalPhrases: PhraseTable<EffectReading> = {
  title: '按比例得分',
  frame: '完成任务不足的，{例}。',
  rows: [
    {
      name: 'proportional',
      pattern: phrasePattern(
        '按(?:照)?(?:实际|任务|目标|工作){0,4}(?:的)?(?:完成)?(?:任务|目标)?(?:的)?(?:比例|百分比|完成率|完成比例|得分率|比率|进度比例)(?:的)?(?:折算|相应|计算){0,4}(?:得|计|记|给|扣|折|赋)(?:分|算)',
      ),
      examples: ['按比例得分', '按完成率计分', '按完成比例得分', '按照实际完成比例折算得分', '按比例扣分'],
      read: () => ({ fields: { effect: 'proportional' } }),
    },
    {
      name: 'proportional-of-a-task',
      pattern: phrasePattern(
        '(?<=按(?:照)?(?!实际|任务|目标|工作|照)[^,;。:()\\d扣加得计记]{1,12})完成(?:率|比例|进度)(?:折算|相应|计算){0,2}(?:得|计|记|给|扣|折|赋)(?:分|算)',
      ),
      examples: [],
      inContext: [{ clause: '未全部修复的按水毁修复完成比例扣分。', words: '完成比例扣分' }],
      read: () => ({ fields: { effect: 'proportional' } }),
    },
    {
      name: 'proportional-formula',
      pattern: phrasePattern(
        '(?<=,)(?:本项|该项|此项)?得分=(?:{数}|基本分|标准分|分值|满分)[×*xX](?:\\(?(?:实际)?完成(?:值|数|量|额)/(?:目标|任务|计划)(?:值|数|量|额)?\\)?|(?:实际|目标|任务)?完成率)(?:[×*xX]100%)?',
      ),
      examples: [],
      inContext: [
        { clause: '完成值低于目标值的，得分=30×完成值/目标值。', words: '得分=30×完成值/目标值' },
        { clause: '完成值低于目标值的，得分=标准分×完成率。', words: '得分=标准分×完成率' },
      ],
      read: () => ({ fields: { effect: 'proportional' } }),
    },
    {
      name: 'proportional-or-discretionary',
      pattern: phrasePattern(
        '按(?:照)?(?:任务|工作)?(?:实际)?完成(?:任务|工作)?(?:的)?(?:情况|质量|进度|程度)(?:得|计|记|给|打)分',
      ),
      examples: ['按完成情况计分', '按实际完成情况得分'],
      read: () => ({
        fields: { effect: 'proportional' },
        doubt: { kind: 'proportion-or-discretion', first: 'proportional' },
      }),
    },
  ],
}
