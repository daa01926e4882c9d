import { describe, expect, test } from 'vitest'
import { fullGrammar } from './grammar.ts'
import { neededCharacters } from './needed-characters.ts'

describe('一行短语非有不可的字', () => {
  test.each([
    ['(?:奖励?|另)?加(?:计)?\\d+分', ['加']],
    ['扣\\d+分', ['扣']],
    ['\\d+分', ['分']],
    ['封顶|不?设上限', ['封', '设']],
    ['扣?完|光*止', ['完', '止']],
    ['得{0,2}满', ['满']],
    ['(?:扣|罚)\\d+', null],
    ['扣|\\d+', null],
    ['[扣加]\\p{Script=Han}减', ['减']],
    ['\\d分/(?<after>次)', ['/']],
  ])('%s', (source, needed) => {
    expect(neededCharacters(source)).toEqual(needed)
  })

  test('每行读得出的话里都有这些字', () => {
    const rows = [...fullGrammar.clauseWords, ...fullGrammar.steps, ...fullGrammar.circumstances]
    const wrong = rows.filter(({ pattern, examples }) => {
      const needed = neededCharacters(pattern.source)
      return needed !== null && examples.some((example) => !needed.some((one) => example.includes(one)))
    })
    expect(wrong.map(({ name }) => name)).toEqual([])
    expect(rows.filter(({ pattern }) => neededCharacters(pattern.source) !== null).length).toBeGreaterThan(50)
  })
})
