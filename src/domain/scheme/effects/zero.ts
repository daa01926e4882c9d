import type { Effect } from './effect.ts'

/** 绩效考核以0分计算: the person's total of the year is 0 after everything (SPEC §4.3). */
export const zero: Effect = {
  label: '总分计零',
  explanation: '个人全年绩效考核成绩为零',
  carries: [],
  amount: null,
  entryNeeds: 'nothing',
  moves: 'total',
  phrase: () => '绩效考核以0分计算',
}
