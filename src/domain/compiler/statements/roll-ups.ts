import type { Post } from '../../scheme/scheme.ts'
import type { Stretch } from '../stated-points.ts'

export type StatedRollUp = { readonly post: Post; readonly of: Post; readonly words: Stretch }

export type RollUps = {
  readonly known: readonly StatedRollUp[]
  /** Sentences about a mean that the scheme has no post or no method for: 联村领导按所联村平均分, 平均分×60%. */
  readonly open: readonly Stretch[]
}

const principals = '党政主要领导|主要领导|主要负责人|党政正职|正职|一把手|书记、镇长|镇长、书记'
const deputies = '分管领导|分管负责人|副职|班子其他成员|其他班子成员|领导班子成员|党政班子成员|班子成员|班子副职'
const strangers =
  '联村领导|联村干部|包村领导|驻村领导|包片领导|片长|联系领导|挂钩领导|挂村领导|中层干部|站所长|科室负责人'
const leaders = `${principals}|${deputies}|${strangers}`
const led =
  '分管领导|分管负责人|副职|班子成员|工作人员|干部职工|干部|职工|人员|(?:所?分管|各|所属|所管)(?:的)?(?:部门|办公室|科室|站所|单位|办|线|工作)|所(?:联|包|驻|挂)(?:的)?(?:村|片|点)[^,。;\\n]{0,4}|部门|科室|村'
const mean = '平均(?:分|成绩|得分|值)'
const rollUp = new RegExp(
  `[^,。;、:\\d\\n]{0,8}?(${leaders})[^,。;\\n]{0,14}?,?(?:取|为|按|以|=|等于|是)[^,。;\\n]{0,24}?(${led})[^,。;\\n]{0,12}?${mean}[^,。;\\n]{0,12}`,
  'g',
)

/** 分管领导的考核取分管各办工作人员平均分: whose score is the mean of whose; one per post, the first in the text. */
export function findRollUps(text: string): RollUps {
  const known: StatedRollUp[] = []
  const open: Stretch[] = []
  for (const match of text.matchAll(rollUp)) {
    const words = { start: match.index, end: match.index + match[0].length }
    const post = postOf(match[1] ?? '')
    const of = ledPost(match[2] ?? '', post)
    if (post === null || of === null || /[×*]|\d%|占|权重/.test(match[0])) open.push(words)
    else if (post !== of && !known.some((other) => other.post === post)) known.push({ post, of, words })
  }
  return { known, open }
}

function postOf(words: string): Post | null {
  if (new RegExp(`^(?:${principals})$`).test(words)) return '主要领导'
  return new RegExp(`^(?:${deputies})$`).test(words) ? '分管领导' : null
}

function ledPost(words: string, leader: Post | null): Post | null {
  if (/^(?:分管领导|分管负责人|副职|班子成员)$/.test(words)) return leader === '分管领导' ? '工作人员' : '分管领导'
  return /村|片|点/.test(words) ? null : '工作人员'
}
