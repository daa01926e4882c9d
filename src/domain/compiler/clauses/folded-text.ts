import type { Span } from '../../regulation/citation.ts'
import { ownWords } from '../../scheme/own-words.ts'
import { foldCharacters } from '../fold-characters.ts'
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
  readonly at: readonly number[]
  readonly quotes: readonly string[]
}

const firstQuoteMark = 0xe000

/** The characters that stand for quoted words, as a class in a pattern. */
export const quoteMarks = '[\\uE000-\\uF8FF]'

/** Beyond what every reader of the text folds: one dash, the figures of cheques. */
const alike: Readonly<Record<string, string>> = {
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
}

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
  const characters = foldCharacters(passage.text)
  const stretches = quotedStretches(passage.text)
  let text = ''
  let raw = ''
  const at: number[] = []
  const quotes: string[] = []
  const append = (folded: string, own: string, place: number): void => {
    text += folded
    raw += own
    at.push(place)
  }
  for (let i = 0; i < passage.text.length; i++) {
    const character = passage.text.charAt(i)
    const quoted = stretches.get(i)
    if (quoted !== undefined && quoted !== '') {
      const mark = String.fromCharCode(firstQuoteMark + quotes.length)
      quotes.push(ownWords(quoted))
      append(mark, mark, i)
      i += quoted.length - 1
    } else if (character === '\n' || !/\s/.test(character)) {
      const folded = characters.charAt(i)
      append(alike[folded] ?? folded, character, i)
    }
  }
  return { passage, text, raw, at, quotes }
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
