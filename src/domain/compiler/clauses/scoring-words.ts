import { phrasePattern } from './phrases/phrase.ts'
import type { Stretch } from './split-sentences.ts'

/** The words that may not vanish in silence (SPEC §2), in a folded text. */
const scoringWords = phrasePattern(
  '扣|(?<![更增参递])加{数}分(?![之钟])|(?<![取显使懂求难])得{数}分(?![之钟])|[得计记]{数}分?(?:-|至|到){数}分|[计记]{数}分(?![之钟])|减{数}分|(?:加|减)分|不[得计记]分|[得计记]满分|否决|罚[^,。;]{0,8}?元|\\d分/\\p{Script=Han}|(?<=\\d分[、和]){数}分(?![之钟])|取消',
  'g',
)

/** An amount at the end of a clause that no phrase has read: 一等奖10分, 每篇2分. */
const looseAmount =
  /(?:等奖|每\p{Script=Han}{1,3}|负责人|领导|人员|批示|[国家省市县区镇乡]级|第[一二三四五]名|优秀|良好|及格|合格)\d+(?:\.\d+)?分(?=[,;。、\n]|$)/gu

/** Where scoring words stand that none of the stretches covers; `strict` also looks for bare amounts. */
export function uncoveredScoringWords(text: string, covered: readonly Stretch[], strict: boolean): Stretch[] {
  const isCovered = new Uint8Array(text.length)
  for (const { start, end } of covered) isCovered.fill(1, start, end)
  const found: Stretch[] = []
  for (const pattern of strict ? [scoringWords, looseAmount] : [scoringWords])
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length]
      if (isCovered.subarray(start, end).every((mark) => mark === 0)) found.push({ start, end })
    }
  return found.toSorted((left, right) => left.start - right.start)
}
