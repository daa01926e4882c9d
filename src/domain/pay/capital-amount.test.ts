import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fen } from '../primitives/fen.ts'
import { capitalAmount, readCapitalAmount } from './capital-amount.ts'

describe('人民币大写', () => {
  test.each([
    [0, '人民币零元整'],
    [1, '人民币壹分'],
    [5, '人民币伍分'],
    [10, '人民币壹角整'],
    [17, '人民币壹角柒分'],
    [100, '人民币壹元整'],
    [103, '人民币壹元零叁分'],
    [150, '人民币壹元伍角整'],
    [1_000, '人民币壹拾元整'],
    [140_950, '人民币壹仟肆佰零玖元伍角整'],
    [600_714, '人民币陆仟零柒元壹角肆分'],
    [168_032, '人民币壹仟陆佰捌拾元叁角贰分'],
    [10_700_053, '人民币壹拾万柒仟元伍角叁分'],
    [11_800_000, '人民币壹拾壹万捌仟元整'],
    [10_050_003, '人民币壹拾万零伍佰元零叁分'],
    [100_000_000, '人民币壹佰万元整'],
    [10_000_000_000, '人民币壹亿元整'],
    [10_000_000_100, '人民币壹亿零壹元整'],
    [10_001_000_000, '人民币壹亿零壹万元整'],
    [1_000_000_000_001, '人民币壹佰亿元零壹分'],
    [-2_050, '人民币负贰拾元伍角整'],
  ])('%i 分是%s', (amount, words) => {
    expect(capitalAmount(fen(amount))).toBe(words)
  })

  test('写成大写再读回来，一分不差', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }), (amount) => {
        expect(readCapitalAmount(capitalAmount(fen(amount)))).toBe(fen(amount))
      }),
    )
  })

  test.each(['', '人民币', '人民币壹佰', '人民币零零元整', '壹元整', '人民币壹万万元整', '人民币壹元整整'])(
    '读不出“%s”',
    (words) => {
      expect(readCapitalAmount(words)).toBeNull()
    },
  )
})
