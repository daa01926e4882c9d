import { unitWords } from '../../../scheme/units.ts'
import { quoteMarks } from '../folded-text.ts'
import { numeralPattern } from '../numerals.ts'

/** The words a phrase matched, by the names its pattern gives them. */
export type PhraseWords = Readonly<Record<string, string | undefined>>

/**
 * One way a clause says something: a row of a table. In a pattern {数} stands for a number, {单位} for a unit word,
 * {引} for words the renderer put between 「」. docs/how-to-add-a-phrase.md tells how a row is added.
 */
export type Phrase<Reading> = {
  readonly name: string
  readonly pattern: RegExp
  /** Whole phrases the pattern must match from end to end; each also stands in the table's frame as a clause. */
  readonly examples: readonly string[]
  /** For words that say this only among others: whole clauses, and the words in each that the row reads. */
  readonly inContext?: readonly { readonly clause: string; readonly words: string }[]
  readonly read: (words: PhraseWords) => Reading
}

/** All the ways to say one thing: an effect, or a qualifier of one. */
export type PhraseTable<Reading> = {
  /** What the rows are about, in the words of the table of phrases. */
  readonly title: string
  /** A clause that any example of the table may stand in, at {例}. */
  readonly frame: string
  readonly rows: readonly Phrase<Reading>[]
}

const quoted = `「${quoteMarks}」`
const unit = `(?:${unitWords.join('|')}|${quoted})`

/** A pattern of the phrase tables as a regular expression; `flags` besides `u`. */
export function phrasePattern(pattern: string, flags = ''): RegExp {
  return new RegExp(
    pattern.replaceAll('{数}', numeralPattern).replaceAll('{单位}', unit).replaceAll('{引}', quoted),
    `u${flags}`,
  )
}
