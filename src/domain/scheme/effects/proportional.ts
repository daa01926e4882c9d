import type { Effect } from './effect.ts'

/** 按完成比例得分: the item's score is its full points times the completion (SPEC §4.1). */
export const proportional: Effect = {
  label: '按比例得分',
  explanation: '项目得分等于满分乘以完成比例',
  carries: ['uncapped'],
  amount: null,
  entryNeeds: 'completion',
  moves: 'item',
  phrase: () => '按完成比例得分',
}
