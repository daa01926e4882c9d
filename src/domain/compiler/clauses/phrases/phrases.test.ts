import { describe, expect, test } from 'vitest'
import { passageOf } from '../../normalised-text.ts'
import { foldText } from '../folded-text.ts'
import { findAtEnd, findPhrases } from './find-phrases.ts'
import { fullGrammar, phraseTables } from './grammar.ts'
import type { Phrase } from './phrase.ts'

const asText = (text: string) => ({ text, raw: text })

type Place = { readonly name: string; readonly start: number; readonly end: number }

/** How the reader looks for the rows: everywhere in a sentence, or at the end of the words before an effect. */
function placesIn(row: Phrase<unknown>, text: string, end: number): Place[] {
  const { clauseWords, graces, targets, deadlines, levels, ...atEnd } = fullGrammar
  for (const table of [clauseWords, graces, targets, deadlines, levels])
    if (table.some(({ name }) => name === row.name))
      return findPhrases<unknown>(table, asText(text)).map((found) => ({ ...found, name: found.phrase.name }))
  for (const table of Object.values(atEnd))
    if (table.some(({ name }) => name === row.name)) {
      const found = findAtEnd<unknown>(table, asText(text.slice(0, end)))
      return found === null ? [] : [{ ...found, name: found.phrase.name }]
    }
  return []
}

const rows = phraseTables.flatMap(({ title, rows: ofTable }) => ofTable.map((row) => ({ title, row })))
const examples = rows.flatMap(({ title, row }) => row.examples.map((example) => ({ title, row, example })))
const clauses = rows.flatMap(({ title, row }) => (row.inContext ?? []).map((given) => ({ title, row, ...given })))

describe('短语表', () => {
  test.each(examples)('$title $row.name：$example', ({ row, example }) => {
    expect(placesIn(row, example, example.length).map(({ name, start, end }) => [name, start, end])).toEqual([
      [row.name, 0, example.length],
    ])
  })

  test.each(clauses)('$title $row.name：$clause', ({ row, clause, words }) => {
    const folded = foldText(passageOf(clause))
    const before = (place: number): number => folded.at.filter((at) => at < place).length
    const start = before(clause.indexOf(words))
    const end = before(clause.indexOf(words) + words.length)
    const found = placesIn(row, folded.text, end).find(({ name }) => name === row.name)
    expect([found?.start, found?.end]).toEqual([start, end])
  })

  test('每行都有例子，例子都能放进该表的例句，行名不重复', () => {
    expect(rows.filter(({ row }) => row.examples.length + (row.inContext ?? []).length === 0)).toEqual([])
    expect(phraseTables.filter(({ frame }) => frame.split('{例}').length !== 2)).toEqual([])
    expect(new Set(rows.map(({ row }) => row.name)).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(90)
  })
})
