import type { Diagnostic } from '../../../regulation/diagnostic.ts'
import { placedRules, type Rule } from '../../../scheme/scheme.ts'
import { compileRegulation } from '../../compile-regulation.ts'
import type { ExplainedWord } from '../../coverage.ts'
import { fullGrammar, type Grammar } from './grammar.ts'
import type { Phrase, PhraseTable } from './phrase.ts'

/** A clause with an example of a row in it; `words` are the row's own. */
export type PhraseSample = { readonly clause: string; readonly words: string }

/** The clauses that show a row: each example in the frame of its table, and those that it brings itself. */
export function samplesOf({ frame }: PhraseTable<unknown>, row: Phrase<unknown>): PhraseSample[] {
  const framed = row.examples.map((words) => ({ clause: frame.replace('{例}', words), words }))
  return [...framed, ...(row.inContext ?? [])]
}

/** What the compiler makes of one clause in the only item, of 20 points, of a small regulation. */
export type SampleReading = {
  readonly rules: readonly Rule[]
  readonly findings: readonly Diagnostic[]
  readonly explained: readonly ExplainedWord[]
  readonly unexplained: readonly string[]
}

const opening = '工作考核办法\n总分20分。\n一、日常工作（20分）\n'

/** Reads a sample by the grammar given; findings about the scheme as a whole are left out. */
export function readSample(clause: string, grammar: Grammar = fullGrammar): SampleReading {
  const { scheme, diagnostics, coverage } = compileRegulation(`${opening}${clause}\n`, { grammar })
  return {
    rules: [...placedRules(scheme)].map(({ rule }) => rule),
    findings: diagnostics.filter(({ span }) => span.start >= opening.length),
    explained: coverage.explained.filter(({ span }) => span.start >= opening.length),
    unexplained: coverage.unexplained.map(({ quote }) => quote),
  }
}
