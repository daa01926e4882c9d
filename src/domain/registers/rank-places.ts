import { readLevel, type Level } from '../ledger/level.ts'

/** 末位, 后三位, 第二名, 前三名: places counted from the top or the bottom, first and last included. */
export type RankPlaces = {
  readonly from: 'top' | 'bottom'
  readonly first: number
  readonly last: number
  /** 全区, 全市: among whom; null where the words do not say. */
  readonly level: Level | null
}

const digits = '一二三四五六七八九十'

/** The places that words about a ranking name; null when they name none, or no number this reader knows. */
export function readRankPlaces(words: string): RankPlaces | null {
  const plain = words.normalize('NFKC').replace(/\s+/g, '')
  const among = /全?(区县|县区|区|县|市|省|国)(?:级|排|末|后|前|第|倒)/.exec(plain)?.[1] ?? null
  const level = among === null ? null : readLevel(among)
  const counted = [
    [/倒数第([一二三四五六七八九十两\d]+)/, 'bottom', 'one'],
    [/(?:后|末)([一二三四五六七八九十两\d]+)[位名]/, 'bottom', 'all'],
    [/前([一二三四五六七八九十两\d]+)[位名]?/, 'top', 'all'],
    [/第([一二三四五六七八九十两\d]+)[位名]?/, 'top', 'one'],
  ] as const
  for (const [pattern, from, how] of counted) {
    const count = readCount(pattern.exec(plain)?.[1])
    if (count !== null) return { from, first: how === 'one' ? count : 1, last: count, level }
  }
  return /末位|最后一[位名]|倒数/.test(plain) ? { from: 'bottom', first: 1, last: 1, level } : null
}

/** Whether every place of the inner lies in the outer: 末位 is one of 后三位. Levels that are both named must agree. */
export function holdsPlaces(outer: RankPlaces, inner: RankPlaces): boolean {
  const isSameTown = outer.level === null || inner.level === null || outer.level === inner.level
  return isSameTown && outer.from === inner.from && outer.first <= inner.first && inner.last <= outer.last
}

function readCount(word: string | undefined): number | null {
  if (word === undefined) return null
  if (/^\d+$/.test(word)) return Number(word)
  if (word === '两') return 2
  const place = word.length === 1 ? digits.indexOf(word) : -1
  return place < 0 ? null : place + 1
}
