import { describe, expect, test } from 'vitest'
import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import type { SchemeFile } from '../../../../domain/scheme/scheme.ts'
import { findingOfAnswer, nameInEdit } from './step-words.ts'
import { readModel } from './workbench-model.ts'

const source = { start: 0, end: 4, quote: '' }
const rule = { id: 'late', effect: 'deduct' as const, points: 2, source, sentence: '「迟到」：每次扣2分。' }
const item = { id: 'discipline', title: '工作纪律', points: 20, source, rules: [rule] }
const sheet = { id: 'party', title: '党办', office: '党办', points: 20, source, items: [item] }
const scheme: SchemeFile = {
  format: 'gongdao-scheme/1',
  categories: [{ id: 'work', title: '业务工作', points: 20, source, sheets: [sheet] }],
}
const span = { start: 10, end: 14 }
const finding = (fields: Partial<Diagnostic>): Diagnostic => ({
  severity: 'warning',
  code: 'number-repaired',
  message: '请确认',
  span,
  quote: '2023',
  ...fields,
})
const choice = (key: string) => ({
  key,
  label: `按${key}`,
  interpretation: { act: 'choose-reading' as const, span, reading: key },
})
const model = readModel(scheme, '', [
  finding({}),
  finding({ code: 'ambiguous-reading', readings: [choice('篇'), choice('字')] }),
])

describe('处理记录里的话', () => {
  test('答案找得到它答的那一处：照此按问题的种类，读法按候选', () => {
    expect(findingOfAnswer(model, { act: 'leave', span, code: 'number-repaired' })?.code).toBe('number-repaired')
    expect(findingOfAnswer(model, { act: 'choose-reading', span, reading: '字' })?.code).toBe('ambiguous-reading')
    expect(findingOfAnswer(model, { act: 'leave', span, code: 'no-unit' })).toBeNull()
    expect(
      findingOfAnswer(model, { act: 'leave', span: { start: 10, end: 15 }, code: 'number-repaired' }),
    ).toBeNull()
  })

  test('修改和移动说出改的是哪一处，删去的不说', () => {
    const named = (edit: Parameters<typeof nameInEdit>[1]) => nameInEdit(model, edit, '全体')
    expect(named({ act: 'change-rule', rule: 'late', fields: { points: 3 } })).toBe('「迟到」：每次扣2分。')
    expect(named({ act: 'change-item', item: 'discipline', fields: { points: 10 } })).toBe('工作纪律')
    expect(named({ act: 'change-sheet', sheet: 'party', fields: {} })).toBe('党办')
    expect(named({ act: 'change-category', category: 'work', fields: { title: '业务' } })).toBe('业务')
    expect(named({ act: 'change-rule', rule: 'gone', fields: {} })).toBeNull()
    expect(named({ act: 'remove-rule', rule: 'late' })).toBeNull()
  })
})
