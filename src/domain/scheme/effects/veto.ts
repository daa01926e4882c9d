import type { Effect } from './effect.ts'
import { quoteWords } from './step-words.ts'

/** 一票否决, 取消评优: a consequence outside points. */
export const veto: Effect = {
  label: '一票否决',
  explanation: '不动分数，取消评优、等次或待遇',
  carries: ['consequence'],
  amount: null,
  entryNeeds: 'nothing',
  moves: 'standing',
  phrase: (rule) => (rule.consequence === undefined ? '一票否决' : `处理${quoteWords(rule.consequence)}`),
}
