import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldCharacters } from './fold-characters.ts'

test.each([
  ['機關幹部遲到、曠職，減發績效獎勵', '机关干部迟到、旷职,减发绩效奖励'],
  ['該項暫不計分；違紀者從嚴處罰', '该项暂不计分;违纪者从严处罚'],
  ['（１０．５分）：〔附件〕', '(10.5分):(附件)'],
  ['⼯作⾯⻚', '工作面页'],
  ['“引号”《书名》①②—照旧', '“引号”《书名》①②—照旧'],
])('%s → %s', (stored, folded) => {
  expect(foldCharacters(stored)).toBe(folded)
})

test('一个字对一个字，再折一次不变', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (stored) => {
      const folded = foldCharacters(stored)
      expect(folded).toHaveLength(stored.length)
      expect(foldCharacters(folded)).toBe(folded)
    }),
    { numRuns: 500 },
  )
})
