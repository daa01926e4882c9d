import type { Stretch } from '../stated-points.ts'
import { movesPoints, sentencesOf } from './sentences.ts'

export type StatedStep = { readonly step: string; readonly words: Stretch }

const period = '日|周|旬|月|季度?|半年|年终|年底|年度|年'
const act =
  '督查|检查|巡查|记实|记录|考核|考评|考勤|通报|讲评|小结|总结|评定|评议|评比|汇总|测评|公示|兑现|调度|综合评定|综合考核|总评'
const step = new RegExp(`(?:${period})(?:${act})`, 'g')
const series = new RegExp(`(?:${period})(?:${act})(?:[、,和与](?:${period})(?:${act}))+`, 'g')
/** 每季度考核一次, 每月通报, 每半年进行一次考评. */
const regular =
  /每(?:个)?(?:日|周|旬|月|季度?|半年|年)(?:度|末|底|初)?(?:进行|开展|组织|实行|集中)?(?:一次|1次|两次)?(?:综合|集中|全面|绩效)?(?:考核|考评|督查|评比|总评|评定|通报|汇总)(?:一次|1次|两次)?/g
/** 考核每半年进行一次, 平时考核以季度为周期. */
const byPeriod =
  /(?:平时|日常)?(?:考核|考评)(?:工作)?(?:按|每|以)(?:月|季度?|半年|年)(?:度)?(?:进行|开展|组织|为(?:一个)?(?:考核|考评)?周期)(?:一次|1次)?/g
/** 年终进行总评, beside a step that comes round. */
const atYearEnd = /年[终底](?:进行|开展|组织|再)?(?:综合|集中|统一|全面)?(?:考核|考评|总评|评定|汇总|评比)/g
/** 采取平时考核与年终考核相结合. */
const combined =
  /(?:平时|日常|月度?|季度|半年)(?:考核|考评)(?:和|与|、|同)(?:年终|年度|年底)(?:考核|考评|总评|综合评定)/g
const part = /(?:平时|日常|月度?|季度|半年|年终|年度|年底)(?:考核|考评|总评|综合评定)/g

/**
 * The steps of the appraisal year in the words of the text: 周督查、月考核、季通报、年终综合评定 where it lists at least
 * two, else what it says comes round (每季度考核一次). In their order; [] when it says nothing.
 */
export function findCadence(text: string): StatedStep[] {
  const first = firstMatch(text, series)
  if (first !== null) return partsOf(first.words, first.start, step)
  const steps = [...sentencesOf(text)].flatMap((sentence) => stepsIn(text, sentence))
  return steps.filter(({ step: name }, i) => steps.findIndex((other) => other.step === name) === i)
}

function stepsIn(text: string, sentence: Stretch): StatedStep[] {
  const words = text.slice(sentence.start, sentence.end)
  if (movesPoints(words)) return []
  const both = firstMatch(words, combined)
  if (both !== null) return partsOf(both.words, sentence.start + both.start, part)
  if (!/考核|考评|绩效|通报/.test(words)) return []
  const round = [...partsOf(words, sentence.start, regular), ...partsOf(words, sentence.start, byPeriod)]
  return round.length === 0 ? [] : [...round, ...partsOf(words, sentence.start, atYearEnd)]
}

function firstMatch(words: string, pattern: RegExp): { readonly words: string; readonly start: number } | null {
  const [match] = words.matchAll(pattern)
  return match === undefined ? null : { words: match[0], start: match.index }
}

function partsOf(words: string, at: number, pattern: RegExp): StatedStep[] {
  return [...words.matchAll(pattern)].map((match) => {
    const start = at + match.index
    return { step: match[0], words: { start, end: start + match[0].length } }
  })
}
