import type { Post } from '../../scheme/scheme.ts'
import type { Stretch } from '../stated-points.ts'

export type StatedRollUp = { readonly post: Post; readonly of: Post; readonly words: Stretch }

const leader = '主要领导|主要负责人|党政正职|正职|一把手|分管领导|分管负责人|副职'
const rollUp = new RegExp(
  `[^,。;、:\\d\\n]{0,8}?(${leader})[^,。;\\n]{0,14}?(?:取|为|按|以)[^,。;\\n]{0,24}?(分管领导|分管负责人|副职|工作人员|干部职工|干部|职工|人员)[^,。;\\n]{0,12}?平均(?:分|成绩|得分|值)`,
  'g',
)

/** 分管领导的考核取分管各办工作人员平均分: whose score is the mean of whose. */
export function findRollUps(text: string): StatedRollUp[] {
  const found: StatedRollUp[] = []
  for (const match of text.matchAll(rollUp)) {
    const post = postOf(match[1] ?? '')
    const of = postOf(match[2] ?? '')
    if (post === of || found.some((other) => other.post === post)) continue
    const start = match.index
    found.push({ post, of, words: { start, end: start + match[0].length } })
  }
  return found
}

function postOf(words: string): Post {
  if (/主要|正职|一把手/.test(words)) return '主要领导'
  return /分管|副职/.test(words) ? '分管领导' : '工作人员'
}
