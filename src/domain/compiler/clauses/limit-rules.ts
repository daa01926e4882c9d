import { mayCarry } from '../../scheme/effects/index.ts'
import { ask, explain, quoteOf, type PlacedRule, type Reader } from './clause-reader.ts'
import type { Limit } from './phrases/qualifiers/limit-phrases.ts'
import type { Stretch } from './split-sentences.ts'

/**
 * A limit belongs to the last rule of its sentence, or to each rung of a ladder there (县级加1分，市级加2分，最高不超过5分);
 * standing alone after several rules it is asked about.
 */
export function limitRules(reader: Reader, limit: Limit, words: Stretch, firstRule: number): void {
  const { itemPoints } = reader.context
  if ('floor' in limit && (limit.cap === null || itemPoints === null || limit.cap >= itemPoints)) {
    explain(reader, words, 'floor-wording')
    return
  }
  explain(reader, words, 'cap-wording')
  const field = 'cap' in limit ? 'cap' : 'uncapped'
  const mayLimit = (rule: PlacedRule): boolean => mayCarry(rule.fields.effect, field)
  const inSentence = reader.rules.slice(firstRule).filter(mayLimit)
  const isLadder = inSentence.length > 1 && inSentence.every(({ fields }) => fields.level !== undefined)
  const candidates = inSentence.length > 0 ? inSentence.slice(-1) : lastTwo(reader.rules, mayLimit)
  const last = candidates.at(-1)
  if (last === undefined || candidates.length > 1)
    ask(
      reader,
      {
        code: 'ambiguous-reading',
        severity: 'warning',
        message: `“${quoteOf(reader, words)}”管着哪几条计分条款、各自还是合计，不清楚，请在相应条款上填写封顶。`,
        readings: [],
      },
      words,
    )
  if (last !== undefined && candidates.length === 1) {
    const limited = 'cap' in limit ? (limit.cap === null ? {} : { cap: limit.cap }) : { uncapped: true }
    for (const rule of isLadder ? inSentence : candidates) rule.fields = { ...rule.fields, ...limited }
    if (inSentence.length > 0) last.words = { start: last.words.start, end: words.end }
  }
}

/** Two are enough to know that there are several; a search through all rules at every limit would be quadratic. */
function lastTwo(rules: readonly PlacedRule[], isWanted: (rule: PlacedRule) => boolean): PlacedRule[] {
  const found: PlacedRule[] = []
  for (let i = rules.length - 1; i >= 0 && found.length < 2; i--) {
    const rule = rules[i]
    if (rule !== undefined && isWanted(rule)) found.push(rule)
  }
  return found
}
