import { describe, expect, it } from 'vitest'
import type { MissingPart } from '../../domain/scoring/score-sheet.ts'
import { missingPartText } from './missing-part.ts'

describe('缺什么、到哪里补', () => {
  it.each<[MissingPart, string, string]>([
    [{ code: 'no-rating', category: '综合评议', group: '同事' }, '综合评议缺同事的评分', 'ratings'],
    [{ code: 'no-rating', category: '综合评议', group: null }, '综合评议还没有评分', 'ratings'],
    [{ code: 'no-sheet', category: '业务工作', office: '林业站' }, '业务工作：方案里没有林业站的考核表', 'scheme'],
    [{ code: 'item-unassessed', item: '招商引资' }, '“招商引资”还没有登记完成情况', 'record'],
    [
      { code: 'register-not-kept', item: '学习笔记', ruleId: 'r1' },
      '“学习笔记”没有登记，须认定已核或不适用',
      'registers',
    ],
    [{ code: 'amount-unknown', item: '信访维稳', ruleId: null }, '“信访维稳”的分值没有确定', 'scheme'],
    [
      { code: 'no-staff', offices: ['林业站', '水利站'] },
      '分管的办公室（林业站、水利站）没有工作人员，无法取平均分',
      'roster',
    ],
    [{ code: 'no-deputy' }, '没有分管领导，无法取平均分', 'roster'],
    [{ code: 'member-partial', staffNumber: '001', name: '魏知秋' }, '魏知秋的成绩还没有评完', 'member-sheet'],
  ])('%j', (part, sentence, remedy) => {
    expect(missingPartText(part)).toEqual({ sentence, remedy })
  })
})
