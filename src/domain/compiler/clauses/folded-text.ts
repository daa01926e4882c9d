import type { Span } from '../../regulation/citation.ts'
import { ownWords } from '../../scheme/own-words.ts'
import { foldUnit, textOfCodes } from '../fold-characters.ts'
import { spanOf, type NormalisedText } from '../normalised-text.ts'

/**
 * A passage as the phrase tables read it: half-width, simplified, without blanks, so that every pattern is written
 * once. `raw` keeps the passage's own character beside each folded one, `at` its index in the passage. Words that
 * the renderer quoted are one character of `text` each, which no pattern mistakes for anything else.
 */
export type FoldedText = {
  readonly passage: NormalisedText
  readonly text: string
  readonly raw: string
  readonly at: Uint32Array
  readonly quotes: readonly string[]
}

const firstQuoteMark = 0xe000

/** The characters that stand for quoted words, as a class in a pattern. */
export const quoteMarks = '[\\uE000-\\uF8FF]'

/** Beyond what every reader of the text folds: one dash, the figures of cheques. */
const alike: ReadonlyMap<number, number> = new Map(
  Object.entries({
    '—': '-',
    '~': '-',
    〇: '零',
    壹: '一',
    贰: '二',
    貳: '二',
    陆: '六',
    拾: '十',
    叁: '三',
    肆: '四',
    伍: '五',
    柒: '七',
    捌: '八',
    玖: '九',
  }).map(([character, form]) => [character.charCodeAt(0), form.charCodeAt(0)]),
)

/** Blanks of every kind (what \s means) but the line end, which stays. */
const blanks =
  '\t\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff'
const isBlank = new Uint8Array(0x10000)
for (const character of blanks) isBlank[character.charCodeAt(0)] = 1

/** Words in 「」 that the renderer put there: a deed before a colon, the value of a label, a unit of its own. */
const quotedWords = [
  /(?<=^|[。;；\n])「([^「」]*)」(?=[:：])/g,
  /(?<=(?:^|[:：,，。;；\n])(?:对|时限|程度|名次|级别|处理))「([^「」]*)」(?=[,，。;；]|$)/g,
  /(?<=扣)「([^「」]*)」(?=\d|若干)/g,
  /(?<=[每少\d])「([^「」]*)」(?=[扣加视后,，])/g,
]

function quotedStretches(text: string): Map<number, string> {
  const stretches = new Map<number, string>()
  for (const pattern of quotedWords)
    for (const match of text.matchAll(pattern)) stretches.set(match.index + 1, match[1] ?? '')
  return stretches
}

/** Folds a passage character by character: line ends stay, other blanks go, quoted words become one mark each. */
export function foldText(passage: NormalisedText): FoldedText {
  const stretches = quotedStretches(passage.text)
  const text = new Uint16Array(passage.text.length)
  const raw = new Uint16Array(passage.text.length)
  const at = new Uint32Array(passage.text.length)
  const quotes: string[] = []
  let length = 0
  const append = (folded: number, own: number, place: number): void => {
    text[length] = folded
    raw[length] = own
    at[length] = place
    length += 1
  }
  for (let i = 0; i < passage.text.length; i++) {
    const quoted = stretches.size === 0 ? undefined : stretches.get(i)
    const code = passage.text.charCodeAt(i)
    if (quoted !== undefined && quoted !== '') {
      const mark = firstQuoteMark + quotes.length
      quotes.push(ownWords(quoted))
      append(mark, mark, i)
      i += quoted.length - 1
    } else if (isBlank[code] === 0) {
      const folded = foldUnit(code)
      append(alike.get(folded) ?? folded, code, i)
    }
  }
  return {
    passage,
    text: textOfCodes(text.subarray(0, length)),
    raw: textOfCodes(raw.subarray(0, length)),
    at: at.subarray(0, length),
    quotes,
  }
}

/** The words that 「mark」 stands for; any other word as it is. */
export function unquote(folded: FoldedText, word: string): string {
  const mark = /^「(.)」$/su.exec(word)?.[1]
  return mark === undefined ? word : (folded.quotes[mark.charCodeAt(0) - firstQuoteMark] ?? word)
}

/** The stored words under folded characters start to end (exclusive). */
export function storedSpan(folded: FoldedText, start: number, end: number): Span {
  const from = folded.at[start] ?? folded.passage.text.length
  const last = end > start ? folded.at[end - 1] : undefined
  return spanOf(folded.passage, from, last === undefined ? from : last + 1)
}
