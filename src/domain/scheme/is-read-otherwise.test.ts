import { describe, expect, test } from 'vitest'
import { isReadOtherwise } from './is-read-otherwise.ts'

const rule = (sentence: string, quote: string) => ({ sentence, source: { start: 0, end: quote.length, quote } })

describe('条款的数字与原文对照', () => {
  test.each([
    ['修复过的数字', '「迟到」：每季满10次后，每次扣2分。', '季迟到满2023次后，发现一次扣2分', true],
    ['方案给的默认值', '「获表彰」：级别「市」，加2分。', '获区级以上表彰加分', true],
    ['原文就有的数字', '「脱岗」：每次扣2分。', '上班时间脱岗，发现一次扣2分', false],
    ['汉字写的数字', '「缺席」：每次扣2分。', '缺席一次扣二分', false],
    ['全角的数字', '「缺席」：每次扣2分。', '缺席一次扣２分', false],
  ])('%s', (_what, sentence, quote, expected) => {
    expect(isReadOtherwise(rule(sentence, quote))).toBe(expected)
  })

  test('手工添加的条款没有原文，不另外说明', () => {
    expect(isReadOtherwise({ sentence: '「防疫不到位」：每次扣2分。', source: null })).toBe(false)
  })
})
