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
