import { ownWords } from '../../scheme/own-words.ts'
import type { RuleFields } from '../../scheme/effects/index.ts'
import { skipOpening } from './deed-words.ts'
import { splitSentences, type Stretch } from './split-sentences.ts'

/** A sentence, and the cases it lists under it when it opens a list. */
export type ListedCases = { readonly sentence: Stretch; readonly cases: readonly Stretch[] }

const listLead = /(?:下列|以下)[^;。\n]{0,30}(?:情形|情况|行为|问题|之一|事项|现象)[^。\n]*:$/u
const ownScoring = /扣|[加得计记减罚]\d|\d分|否决|取消|不得[分计]/u
const remark = /^(?:以上|上述|前述|由|凡|对(?:以上|上述))/u

/** Whether the words open a list whose consequence they name: 有下列情形之一的，一票否决： */
export function opensList(folded: string): boolean {
  return listLead.test(folded) && /扣|[加减]\d|不得|不能|不予|否决|取消|零分|0分|停发|定为/u.test(folded)
}

/** Sentences in order; the lines under a list's opening words come with it, up to the full stop that ends the list. */
export function sentencesByList(text: string): ListedCases[] {
  const sentences = splitSentences(text)
  const grouped: ListedCases[] = []
  for (let i = 0; i < sentences.length; i++) {
    const sentence = sentences[i]
    if (sentence === undefined) continue
    const isLead = text.charAt(sentence.end - 1) === ':' && opensList(text.slice(sentence.start, sentence.end))
    const cases = isLead ? casesAfter(text, sentences, i + 1) : []
    grouped.push({ sentence, cases })
    i += cases.length
  }
  return grouped
}

function casesAfter(text: string, sentences: readonly Stretch[], from: number): Stretch[] {
  const cases: Stretch[] = []
  for (const { start, end } of sentences.slice(from)) {
    const words = text.slice(start, end)
    if (ownScoring.test(words) || remark.test(words) || words.length < 3) break
    cases.push({ start: skipOpening(text, start, end), end })
    const first = cases[0]
    // A list whose first case ends in ； ends with its first full stop.
    if (text.charAt(end) === '。' && first !== undefined && text.charAt(first.end) !== '。') break
  }
  return cases
}

type LeadRule = { readonly fields: RuleFields; readonly words: Stretch }
type SpreadRule = LeadRule & { readonly place: Stretch }

const isForEachCase = ({ effect }: RuleFields): boolean =>
  effect === 'veto' || effect === 'zero' || effect === 'forfeit'

/**
 * The rules of a list's opening words over its cases: a consequence without an amount is a rule at each case, an
 * amount that the cases share is one rule with all of them (SPEC §2). `wordsOf` gives the text's own words.
 */
export function spreadOverCases(
  lead: readonly LeadRule[],
  cases: readonly Stretch[],
  wordsOf: (stretch: Stretch) => string,
): SpreadRule[] {
  const last = cases.at(-1)
  if (last === undefined) return lead.map((rule) => ({ ...rule, place: rule.words }))
  const shared = lead.filter(({ fields }) => !isForEachCase(fields))
  const each = lead.filter(({ fields }) => isForEachCase(fields))
  return [
    ...shared.map(({ fields, words }) => ({
      fields: { ...fields, condition: cases.map((listed) => ownWords(wordsOf(listed))).join('；') },
      words,
      place: { start: words.start, end: last.end },
    })),
    ...cases.flatMap((listed) =>
      each.map(({ fields, words }) => ({
        fields: { ...fields, condition: ownWords(wordsOf(listed)) },
        words,
        place: listed,
      })),
    ),
  ]
}
