import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { phraseTables } from '../../src/domain/compiler/clauses/phrases/grammar.ts'
import { phraseList, phraseListPath } from '../../tools/phrase-list.ts'

test('docs/phrases.md 就是语法表写出来的那一份（改了语法表，请运行 npm run phrases）', () => {
  expect(readFileSync(phraseListPath, 'utf8')).toBe(phraseList())
})

test('每张表都在，每行的例句都在', () => {
  const list = phraseList()
  for (const { title, rows } of phraseTables) {
    expect(list).toContain(`## ${title}\n`)
    for (const { name, examples } of rows)
      for (const example of examples) expect(list, `${title} ${name}`).toContain(example.replaceAll('|', '\\|'))
  }
})
