import type { Effect } from './effect.ts'

/** 此项不得分: the whole item is lost, whatever else is there. */
export const forfeit: Effect = {
  label: '此项不得分',
  explanation: '项目得分为零，不论其他记录',
  carries: [],
  amount: null,
  entryNeeds: 'nothing',
  moves: 'item',
  phrase: () => '该项不得分',
}
