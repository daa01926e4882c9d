import { describe, expect, it } from 'vitest'
import { addFen, fen, formatYuan, readYuan } from './fen.ts'

describe('金额以分币计', () => {
  it('元最多两位小数', () => {
    expect([readYuan(2000), readYuan(0.1), readYuan(19.99)]).toEqual([200000, 10, 1999])
    expect(readYuan(0.001)).toBeNull()
  })

  it('显示带千分位与两位小数', () => {
    expect([0, 5, 11800000, 123456789012, -250].map((amount) => formatYuan(fen(amount)))).toEqual([
      '0.00',
      '0.05',
      '118,000.00',
      '1,234,567,890.12',
      '-2.50',
    ])
  })

  it('相加不经过小数', () => {
    expect(addFen(fen(10), fen(20))).toBe(30)
    expect(() => fen(0.5)).toThrow('whole fen')
  })
})
