import type { Stretch } from '../stated-points.ts'

const honour = '(?:表彰|表扬|嘉奖|奖励)[^,。;:\\n\\d]{0,6}(?:加分|奖分)'
const criticism = '(?:处分|通报批评|通报)[^,。;:\\n\\d]{0,6}(?:减分|扣分)'
const rewardClause = new RegExp(`[^,。;:\\n]*(?:${honour}|${criticism})(?!\\d|制|因素|情况)`, 'g')

/**
 * 获区级以上表彰加分, 受到处分或通报批评减分: clauses on rewards that stand in running text, wherever that is.
 * Clauses of one sentence that follow each other are one stretch.
 */
export function findRewardClauses(text: string): Stretch[] {
  const found: { start: number; end: number }[] = []
  for (const match of text.matchAll(rewardClause)) {
    const start = match.index
    const last = found.at(-1)
    if (last !== undefined && /^[,;、]$/.test(text.slice(last.end, start))) last.end = start + match[0].length
    else found.push({ start, end: start + match[0].length })
  }
  return found
}
