import type { Effect } from './effect.ts'
import { pointsWords, stepWords } from './step-words.ts'

/** 每次扣2分; 每少1000字扣1分: points off per step (SPEC §4.1 Units). */
export const deduct: Effect = {
  label: '扣分',
  explanation: '每发生一次（或每满一个计量步长）扣去规定的分值',
  carries: ['points', 'unit', 'per', 'missing', 'cap', 'grace', 'shortfall'],
  amount: 'points',
  entryNeeds: 'quantity',
  moves: 'item',
  phrase: (rule) => `${stepWords(rule)}扣${pointsWords(rule.points)}`,
}
