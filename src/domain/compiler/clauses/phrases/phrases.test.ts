import { describe, expect, test } from 'vitest'
import { deadlinePattern, endCircumstances, gracePhrases, targetPhrases } from './circumstance-phrases.ts'
import { clausePhrases } from './clause-phrases.ts'
import { effectPhrases } from './effect-phrases.ts'
import { limitPhrases } from './limit-phrases.ts'
import { findAtEnd, findPhrases, type Phrase } from './phrase.ts'
import { silencePhrases } from './silence-phrases.ts'
import { stepBeforeDeed, stepPhrases } from './step-phrases.ts'

const asText = (text: string) => ({ text, raw: text })

function examplesOf(tables: readonly (readonly Phrase<unknown>[])[]): (readonly [string, string])[] {
  return tables.flatMap((table) =>
    table.flatMap((phrase) => phrase.examples.map((example) => [phrase.name, example] as const)),
  )
}

describe('短语表：每行的例子都由该行读出', () => {
  test.each(examplesOf([silencePhrases, limitPhrases, effectPhrases]))('%s：%s', (name, example) => {
    const found = findPhrases(clausePhrases, asText(example))
    expect(found.map(({ phrase, start, end }) => [phrase.name, start, end])).toEqual([[name, 0, example.length]])
  })

  test.each(examplesOf([stepPhrases]))('步长 %s：%s', (name, example) => {
    const found = findAtEnd(stepPhrases, asText(example))
    expect([found?.phrase.name, found?.start]).toEqual([name, 0])
  })

  test.each(examplesOf([[stepBeforeDeed]]))('步长在前 %s：%s', (_name, example) => {
    expect(findAtEnd([stepBeforeDeed], asText(example))?.start).toBe(0)
  })

  test.each(examplesOf([endCircumstances]))('情形 %s：%s', (name, example) => {
    const found = findAtEnd(endCircumstances, asText(example))
    expect([found?.phrase.name, found?.words['value']]).toEqual([name, example])
  })

  test.each(examplesOf([gracePhrases]))('免扣次数 %s：%s', (name, example) => {
    expect(findPhrases(gracePhrases, asText(example)).map(({ phrase }) => phrase.name)).toEqual([name])
  })

  test.each(examplesOf([targetPhrases]))('目标 %s：%s', (name, example) => {
    expect(findPhrases(targetPhrases, asText(example)).map(({ phrase }) => phrase.name)).toEqual([name])
  })

  test('计分用的每一行至少有一个例子，除非它只在上下文中成立', () => {
    const inContextOnly = new Set(['further-rung', 'further-payer', 'veto-quoted', 'money-more', 'cap-full'])
    const bare = clausePhrases.filter(({ examples, name }) => examples.length === 0 && !inContextOnly.has(name))
    expect(bare.map(({ name }) => name)).toEqual([])
  })

  test.each([
    ['重大纠纷隐患48小时内上报', '48小时内'],
    ['5个工作日内办结', '5个工作日内'],
    ['每月25日前报送', '每月25日前'],
  ])('时限：%s', (text, deadline) => {
    expect(deadlinePattern.exec(text)?.groups?.['value']).toBe(deadline)
  })
})
