import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { projectPath } from '../../src/project-root.ts'
import { isTest, readSourceFiles } from './source-files.ts'

const sources = readSourceFiles([
  'src/domain',
  'src/commands',
  'src/queries',
  'src/storage',
  'src/policies',
  'src/http',
])
const text = sources
  .filter((file) => !isTest(file.path))
  .map((file) => file.text)
  .join('\n')
  .toLowerCase()

/** The code words of the table, each of which must occur somewhere in the sources. */
function codeWords(glossary: string): string[] {
  return [...glossary.matchAll(/^\| [^|]+ \| ([A-Za-z, ]+) \|/gm)]
    .flatMap((row) => (row[1] ?? '').split(', '))
    .filter((word) => word !== 'code word')
}

function wordsNowhere(glossary: string): string[] {
  return codeWords(glossary).filter((word) => !text.includes(word.toLowerCase()))
}

describe('词汇表', () => {
  const glossary = readFileSync(projectPath('docs', 'GLOSSARY.md'), 'utf8')

  test('表里的每个代码用词都在代码里', () => {
    const rows = glossary.split('\n').filter((line) => line.startsWith('| ')).length - 1
    expect(codeWords(glossary).length).toBeGreaterThanOrEqual(rows)
    expect(rows).toBeGreaterThan(50)
    expect(wordsNowhere(glossary)).toEqual([])
  })

  test('抓得住代码里没有的词', () => {
    expect(wordsNowhere('| 综合评议 | ComprehensiveRating | … |')).toEqual(['ComprehensiveRating'])
  })
})
