import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addRatios, compareRatios, divideDown, divideHalfUp, multiplyRatios, ratio, reduceRatio } from './ratio.ts'

const anyRatio = fc
  .tuple(fc.bigInt(-10_000n, 10_000n), fc.bigInt(1n, 500n))
  .map(([numerator, denominator]) => ratio(numerator, denominator))

describe('分数保持精确，只在写明的地方舍入', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -2n],
    [4n, 2n, 2n],
    [7n, 3n, 2n],
    [8n, 3n, 3n],
    [-7n, 3n, -2n],
    [0n, 9n, 0n],
  ])('%s ÷ %s 四舍五入得 %s', (top, bottom, quotient) => {
    expect(divideHalfUp(top, bottom)).toBe(quotient)
  })

  it('向下取整对负数也向下', () => {
    expect([divideDown(7n, 2n), divideDown(-7n, 2n), divideDown(-6n, 2n)]).toEqual([3n, -4n, -3n])
  })

  it('四舍五入与真值相差不超过半个单位，恰为一半时向上', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n), (top, bottom) => {
        const doubledError = 2n * (divideHalfUp(top, bottom) * bottom - top)
        expect(doubledError > -bottom && doubledError <= bottom).toBe(true)
      }),
    )
  })

  it('加法与乘法满足交换律与结合律', () => {
    fc.assert(
      fc.property(anyRatio, anyRatio, anyRatio, (a, b, c) => {
        expect(compareRatios(addRatios(a, b), addRatios(b, a))).toBe(0)
        expect(compareRatios(addRatios(addRatios(a, b), c), addRatios(a, addRatios(b, c)))).toBe(0)
        expect(compareRatios(multiplyRatios(a, b), multiplyRatios(b, a))).toBe(0)
      }),
    )
  })

  it('分母为负时变号，约分不改变值', () => {
    expect(reduceRatio(ratio(6, -4))).toEqual({ numerator: -3n, denominator: 2n })
    expect(() => ratio(1, 0)).toThrow('denominator')
  })
})
