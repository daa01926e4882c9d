import { expect, test } from 'vitest'
import { faultOf } from './compile-faults.ts'
import { fuzzTexts } from './compile-fuzz.ts'
import { findingBeyondSentence } from './one-sentence.ts'
import { originalTexts } from './text-mutations.ts'

test('损坏的长文本五百份：也一样', () => {
  expect(fuzzTexts(0, 500, 'long')).toEqual([])
})

test('原文本身也合要求', () => {
  const texts = originalTexts()
  expect(texts.length).toBeGreaterThan(20)
  expect(texts.map(faultOf).filter((fault) => fault !== null)).toEqual([])
})

test('跨句的问题会被发现，跨行接上的和括号里的不算', () => {
  const text = '考核办法\n一、纪律（10分）\n1、迟到扣1分。早退（病假除外。）扣2分。\n'
  const over = (words: string) => {
    const start = text.indexOf(words)
    const span = { start, end: start + words.length }
    return findingBeyondSentence(text, [
      { severity: 'error', code: 'number-lost', message: '', span, quote: words },
    ])
  }
  expect(over('扣1分。早退')?.quote).toBe('扣1分。早退')
  expect(over('纪律（10分）\n1、迟到')).not.toBeNull()
  expect(over('早退（病假除外。）扣2分。')).toBeNull()
})
