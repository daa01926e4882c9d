import { expect, test } from 'vitest'
import { firstSentenceOf } from './first-sentence.ts'

test.each([
  ['迟到扣1分。早退扣2分。', '迟到扣1分。'],
  ['农经工作\n\n(25分)', '农经工作'],
  ['\n 迟到扣1分\n早退扣2分', '\n 迟到扣1分'],
  ['迟到（病假除外。事假不除外。）扣1分。早退扣2分', '迟到（病假除外。事假不除外。）扣1分。'],
  ['迟到（没有收口的括号。早退扣2分', '迟到（没有收口的括号。'],
  ['没有句号', '没有句号'],
  ['', ''],
])('%j 的第一句', (words, first) => {
  expect(firstSentenceOf(words)).toBe(first)
})
