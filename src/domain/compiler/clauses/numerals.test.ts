import { expect, test } from 'vitest'
import { readNumeral } from './numerals.ts'

test.each([
  ['2', 200],
  ['0.5', 50],
  ['1.25', 125],
  ['10,000', 1_000_000],
  ['半', 50],
  ['二', 200],
  ['两', 200],
  ['十', 1000],
  ['十五', 1500],
  ['二十三', 2300],
  ['一百零五', 10_500],
  ['三点五', 350],
  ['二零', 2000],
])('%s → %d 个百分之一', (word, hundredths) => {
  expect(readNumeral(word)).toBe(hundredths)
})

test.each(['', '0.125', '三点', '点五', '甲'])('读不出数：%s', (word) => {
  expect(readNumeral(word)).toBeNull()
})
