import { clauseOf } from './clause-of.ts'
import type { Rule } from './scheme.ts'

/**
 * Whether the rule charges by a figure that its clause, as quoted, does not show in digits: a repaired number
 * (季迟到满2023次 read as 10) or a default the text leaves open. Figures up to ten written in characters count as
 * shown.
 */
export function isReadOtherwise(rule: Pick<Rule, 'sentence' | 'source'>): boolean {
  const shown = new Set(figuresOf(withDigits(clauseOf(rule))))
  return figuresOf(rule.sentence).some((figure) => !shown.has(figure))
}

function figuresOf(words: string): readonly string[] {
  return words.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? []
}

const characters = '零一二三四五六七八九'

function withDigits(clause: string): string {
  return clause
    .replaceAll('两', '2')
    .replaceAll('十', '10')
    .replace(/[零一二三四五六七八九]/g, (character) => String(characters.indexOf(character)))
}
