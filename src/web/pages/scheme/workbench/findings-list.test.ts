import { describe, expect, it } from 'vitest'
import type { Diagnostic } from '../../../../domain/regulation/diagnostic.ts'
import { listFindings, stepKey } from './findings-list.ts'

const span = { start: 0, end: 2 }
const finding = (severity: Diagnostic['severity'], message: string, isSettled = false): Diagnostic => ({
  severity,
  code: 'ambiguous-reading',
  message,
  span,
  quote: '原文',
  ...(isSettled && { settled: { act: 'leave', span, code: 'ambiguous-reading' } }),
})

describe('待确认的清单', () => {
  it('按轻重分，已处理的另放；“全部”不含提示', () => {
    const lists = listFindings([
      finding('warning', '甲'),
      finding('error', '乙'),
      finding('info', '丙'),
      finding('error', '丁', true),
    ])
    const messages = (kind: keyof typeof lists) => lists[kind].map(({ message }) => message).join('')
    expect(messages('all')).toBe('甲乙')
    expect(messages('error')).toBe('乙')
    expect(messages('info')).toBe('丙')
    expect(messages('settled')).toBe('丁')
  })

  it('J 和 ↓ 往下，K 和 ↑ 往上，别的键不管', () => {
    expect(['j', 'ArrowDown', 'K', 'ArrowUp', 'a'].map(stepKey)).toEqual([1, 1, -1, -1, null])
  })
})
