import { expect, test } from 'vitest'
import { shareText } from './share-text.ts'

test.each([
  [9130, 10_000, '91.3%'],
  [1, 3, '33.3%'],
  [2, 3, '66.7%'],
  [1, 8, '12.5%'],
  [1, 2000, '0.1%'],
  [0, 5, '0.0%'],
  [5, 5, '100.0%'],
])('%i 占 %i 是 %s', (part, whole, text) => {
  expect(shareText(part, whole)).toBe(text)
})
