import { expect, test } from 'vitest'
import { readShortHex, shortHex } from './short-hex.ts'

const root = '3f2a91bc0d4e77a15c60ffffffffffffffffffffffffffffffffffffffffffff'

test('校验值印作四位一组的 20 位，照着打回来是同一个', () => {
  expect(shortHex(root)).toBe('3f2a 91bc 0d4e 77a1 5c60')
  for (const typed of [
    '3f2a 91bc 0d4e 77a1 5c60',
    '3F2A91BC0D4E77A15C60',
    '3f2a-91bc-0d4e-77a1-5c60 ',
    '３ｆ２ａ 91bc 0d4e 77a1 5c60',
  ])
    expect(readShortHex(typed)).toBe('3f2a91bc0d4e77a15c60')
})

test.each(['', '3f2a', '3f2a 91bc 0d4e 77a1 5c6', '3f2a 91bc 0d4e 77a1 5c601', '3f2a 91bc 0d4e 77a1 5c6g'])(
  '不是校验值的不认：%s',
  (typed) => {
    expect(readShortHex(typed)).toBeNull()
  },
)
