import type { Effect } from './effect.ts'
import { pointsWords, stepWords } from './step-words.ts'

/** 市级表彰加3分: points on per step, within a cap where one is given. */
export const add: Effect = {
  label: '加分',
  explanation: '每发生一次加上规定的分值，可设封顶；同一事项就高不重复',
  carries: ['points', 'unit', 'per', 'cap', 'uncapped'],
  amount: 'points',
  entryNeeds: 'quantity',
  moves: 'item',
  phrase: (rule) => `${stepWords(rule)}加${pointsWords(rule.points)}`,
}
