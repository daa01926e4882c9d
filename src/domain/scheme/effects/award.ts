import type { Effect } from './effect.ts'
import { pointsWords } from './step-words.ts'

/** 完成任务计15分: the item's score is set to a value when the condition holds (SPEC §4.1). */
export const award: Effect = {
  label: '计分',
  explanation: '条件成立时，项目得分定为规定的分值',
  carries: ['points'],
  amount: 'points',
  entryNeeds: 'nothing',
  moves: 'item',
  phrase: (rule) => `计${pointsWords(rule.points)}`,
}
