import { describe, expect, it } from 'vitest'
import { fen } from '../primitives/fen.ts'
import { isYearLikeAmount } from './year-like-amount.ts'

describe('像年份的金额', () => {
  it.each([
    [202_200, true],
    [202_300, true],
    [200_000, false],
    [202_250, false],
    [150_000, false],
    [205_100, false],
  ])('%d 分', (amount, isYearLike) => {
    expect(isYearLikeAmount(fen(amount))).toBe(isYearLike)
  })
})
