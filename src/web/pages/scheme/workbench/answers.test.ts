import { describe, expect, it } from 'vitest'
import type { Interpretation } from '../../../../domain/regulation/diagnostic.ts'
import type { DraftStep } from '../../../../http/contract/schemes.ts'
import { stepOfAnswer } from './answers.ts'

const at = '2026-11-22T03:00:00Z'
const answer = (id: string, interpretation: Interpretation, undone = false): DraftStep => ({
  id,
  at,
  by: '考核办',
  undone,
  kind: 'interpretation',
  interpretation,
  idle: false,
})
const span = { start: 3, end: 9 }
const byReading = (reading: string): Interpretation => ({ act: 'choose-reading', span, reading })

describe('这一处的答案是谁给的', () => {
  it('找出给出这个答案、没有收回的那一步，字段的先后不要紧', () => {
    const steps = [
      answer('a', byReading('per')),
      answer('b', byReading('per'), true),
      answer('c', byReading('all')),
    ]
    expect(stepOfAnswer(steps, { reading: 'per', span: { end: 9, start: 3 }, act: 'choose-reading' })?.id).toBe(
      'a',
    )
  })

  it('答案不同、位置不同、已经收回的都不是', () => {
    const steps = [answer('a', byReading('per'), true), answer('b', byReading('all'))]
    expect(stepOfAnswer(steps, byReading('per'))).toBeNull()
    expect(stepOfAnswer(steps, { act: 'choose-reading', span: { start: 4, end: 9 }, reading: 'all' })).toBeNull()
    expect(stepOfAnswer(steps, { act: 'leave', span, code: 'no-unit' })).toBeNull()
  })
})
