import type { Stretch } from '../stated-points.ts'

/** Stretches between 。 and line ends, their stop left out; `marks` may name further stops. In the order of the text. */
export function* sentencesOf(text: string, marks = ''): Generator<Stretch> {
  let start = 0
  for (let end = 0; end <= text.length; end++) {
    const character = text.charAt(end)
    if (end < text.length && character !== '。' && character !== '\n' && !marks.includes(character)) continue
    if (end > start) yield { start, end }
    start = end + 1
  }
}

/** Whether the words move points, so that they state nothing about the whole. */
export function movesPoints(words: string): boolean {
  return /[扣加减](?:\d|[一二三四五六七八九十])|不得分|视情|每(?:次|件|起|例|人次)/.test(words)
}
