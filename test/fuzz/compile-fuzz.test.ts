import { expect, test } from 'vitest'
import { faultOf, fuzzCompiler, originalTexts } from './compile-fuzz.ts'

test('损坏的办法两千份：都有方案或明确的错误，引文位置分毫不差，没有计分词语悄悄消失', async () => {
  expect(await fuzzCompiler(2_000, 1)).toEqual([])
})

test('原文本身也合要求', () => {
  const texts = originalTexts()
  expect(texts.length).toBeGreaterThan(20)
  expect(texts.map(faultOf).filter((fault) => fault !== null)).toEqual([])
})
