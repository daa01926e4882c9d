import type { Span } from '../../regulation/citation.ts'
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

const characters: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ...'，, ；; ：: （( ）) ！! ？? ．. ％% －- –- —- ～- ~- −- 〔( 〕) 【( 】) ［( ］)'.split(' '),
    ...'遲迟 脫脱 職职 責责 績绩 評评 級级 優优 獎奖 獲获 會会 議议 習习 學学 記记 計计 數数 處处 罰罚 視视 況况 節节 輕轻 嚴严 響响 損损 壞坏 導导 領领 區区'.split(' '),
    ...'縣县 國国 總总 個个 項项 條条 後后 內内 時时 間间 滿满 達达 實实 際际 發发 現现 無无 資资 證证 報报 給给 與与 該该 從从 幹干 員员 參参 單单 萬万 兩两'.split(' '),
    ...'為为 據据 過过 遞递 積积 極极 標标 準准 應应 額额 絕绝 對对 聲声 違违 規规 經经 傷伤 減减 漲涨 課课 週周 戶户 畝亩 輛辆 頁页 輪轮 號号 銷销 歸归 檔档'.split(' '),
    ...'點点 樁桩 東东 萊莱 鐘钟 鍾钟 併并 並并 補补 訴诉 關关 負负 屬属 種种 類类 終终 雙双 聯联 產产 業业 帶带 遺遗 費费 銀银 錢钱 場场 樣样 辦办 務务 動动'.split(' '),
    ...'勞劳 質质 壹一 貳二 叁三 肆四 伍五 陸六 柒七 捌八 玖九 拾十 佰百 仟千 〇零'.split(' '),
  ].map((pair) => [pair.charAt(0), pair.charAt(1)]),
)

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

function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xff10 + 0x30)
  return characters[character] ?? character
}

export function foldText(passage: NormalisedText): FoldedText {
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
      quotes.push(quoted)
      append(mark, mark, i)
      i += quoted.length - 1
    } else if (character === '\n' || !/\s/.test(character)) append(foldCharacter(character), character, i)
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
