import { describe, expect, it } from 'vitest'
import { entryFigure } from './entry-words.ts'

const plain = { quantity: 300, unit: '次', discretion: null } as const

describe('一条记录的数量', () => {
  it('按条款的性质说', () => {
    expect(entryFigure({ ...plain, effect: 'deduct' })).toBe('3次')
    expect(entryFigure({ ...plain, effect: 'add', unit: null })).toBe('3')
    expect(entryFigure({ ...plain, effect: 'proportional', quantity: 8550 })).toBe('完成85.5%')
    expect(entryFigure({ ...plain, effect: 'discretionary', discretion: 550 })).toBe('裁量5.5分')
    expect(entryFigure({ ...plain, effect: 'discretionary' })).toBe('裁量分未定')
    expect(entryFigure({ ...plain, effect: 'veto' })).toBe('')
  })
})
