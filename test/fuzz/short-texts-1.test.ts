import { expect, test } from 'vitest'
import { fuzzTexts } from './compile-fuzz.ts'

test('损坏的短文本一万份（其1）：都有方案或明确的错误，引文位置分毫不差，没有计分词语悄悄消失，问题不跨句', () => {
  expect(fuzzTexts(0, 10000, 'short')).toEqual([])
})
