import { formatHundredths } from '../../primitives/centipoints.ts'
import type { Effect } from './effect.ts'
import { quoteWords, stepWords } from './step-words.ts'

/** 每次扣20元: pay taken directly, never converted to points (SPEC §4.6). */
export const money: Effect = {
  label: '扣款',
  explanation: '直接从应发额中扣除的金额，不折算成分数',
  carries: ['yuan', 'payItem', 'unit', 'per', 'missing', 'grace'],
  amount: 'yuan',
  entryNeeds: 'quantity',
  moves: 'pay',
  phrase: (rule) => {
    const amount =
      rule.yuan === undefined || rule.yuan === null ? '若干' : formatHundredths(rule.yuan).replace(/\.?0+$/, '')
    return `${stepWords(rule)}扣${rule.payItem === undefined ? '' : quoteWords(rule.payItem)}${amount}元`
  },
}
