import type { Stretch } from '../stated-points.ts'

export type StatedStep = { readonly step: string; readonly words: Stretch }

const period = '日|周|旬|月|季度?|半年|年终|年底|年度|年'
const act =
  '督查|检查|巡查|记实|记录|考核|考评|考勤|通报|讲评|小结|总结|评定|评议|评比|汇总|测评|公示|兑现|综合评定|综合考核|总评'
const step = new RegExp(`(?:${period})(?:${act})`, 'g')
const series = new RegExp(`(?:${period})(?:${act})(?:[、,和与](?:${period})(?:${act}))+`, 'g')

/** 周督查、月考核、季通报、年终综合评定: the year's steps where the text lists at least two of them. */
export function findCadence(text: string): StatedStep[] {
  const first = series.exec(text)
  series.lastIndex = 0
  if (first === null) return []
  return [...first[0].matchAll(step)].map((match) => {
    const start = first.index + match.index
    return { step: match[0], words: { start, end: start + match[0].length } }
  })
}
