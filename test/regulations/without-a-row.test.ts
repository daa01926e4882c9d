import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compileRegulation, type Compilation } from '../../src/domain/compiler/compile-regulation.ts'
import {
  fullGrammar,
  grammarOf,
  phraseTables,
  type Grammar,
} from '../../src/domain/compiler/clauses/phrases/grammar.ts'
import type { Phrase } from '../../src/domain/compiler/clauses/phrases/phrase.ts'
import type { Span } from '../../src/domain/regulation/citation.ts'
import { placedRules } from '../../src/domain/scheme/scheme.ts'
import { readMarkedRegulation } from './marked-regulation.ts'

const rows = phraseTables.flatMap((table) => table.rows)

describe('真的办法里，少了语法的任何一行，没有条款无声无息', () => {
  test.each(textsToRead())('%s', (_name, text) => {
    const { compilation, used } = compileNotingRows(text)
    const lost = rows
      .filter(({ name }) => used.has(name))
      .flatMap((row) =>
        lostIn(text, compilation, compileRegulation(text, { grammar: grammarOf((one) => one !== row) })).map(
          (words) => `${row.name}：${words}`,
        ),
      )
    expect(lost).toEqual([])
  })
})

/** The words of rules under no rule and no finding any more; a case goes with the opening words of its list. */
function lostIn(text: string, full: Compilation, cut: Compilation): string[] {
  const findings = cut.diagnostics.filter(({ about }) => about === undefined).map(({ span }) => span)
  const spoken = [...sourcesOf(cut), ...findings]
  const isSpokenOf = (span: Span): boolean => spoken.some((other) => overlaps(other, span))
  return sourcesOf(full)
    .filter((source) => !isSpokenOf(source))
    .filter((source) => {
      const leadEnd = text.lastIndexOf('：', source.start)
      return leadEnd < 0 || !isSpokenOf({ start: leadEnd - 1, end: leadEnd + 1 })
    })
    .map(({ quote }) => quote)
}

function sourcesOf({ scheme }: Compilation) {
  return [...placedRules(scheme)].flatMap(({ rule }) => (rule.source === null ? [] : [rule.source]))
}

function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end
}

/** Compiles a text and notes which rows read anything in it; to leave out any other would change nothing. */
function compileNotingRows(text: string): {
  readonly compilation: Compilation
  readonly used: ReadonlySet<string>
} {
  // What a deadline or a target says is not asked of the row itself.
  const used = new Set([...fullGrammar.deadlines, ...fullGrammar.targets].map(({ name }) => name))
  const noting = <Reading>(table: readonly Phrase<Reading>[]): Phrase<Reading>[] =>
    table.map((row) => ({
      ...row,
      read: (words) => {
        used.add(row.name)
        return row.read(words)
      },
    }))
  const grammar: Grammar = {
    ...fullGrammar,
    clauseWords: noting(fullGrammar.clauseWords),
    steps: noting(fullGrammar.steps),
    stepsBeforeDeed: noting(fullGrammar.stepsBeforeDeed),
    circumstances: noting(fullGrammar.circumstances),
    graces: noting(fullGrammar.graces),
    thresholds: noting(fullGrammar.thresholds),
    levels: noting(fullGrammar.levels),
  }
  return { compilation: compileRegulation(text, { grammar }), used }
}

function textsToRead(): (readonly [name: string, text: string])[] {
  const root = new URL('../../', import.meta.url)
  return ['../shared/regulations/', 'schemes/sample/', 'test/regulations/'].flatMap((folder) => {
    const place = new URL(folder, root)
    const names = readdirSync(place).filter((name) => name.endsWith('.txt'))
    return names.map(
      (name) => [name, readMarkedRegulation(readFileSync(new URL(name, place), 'utf8')).text] as const,
    )
  })
}
