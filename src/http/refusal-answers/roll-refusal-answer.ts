import type { CodeThrottled } from '../../commands/count-gathering-code.ts'
import type { RosterRefusal } from '../../commands/registers/keep-duty-roster.ts'
import type { SwapRefusal } from '../../commands/registers/take-duty-step.ts'
import { townMoment } from '../../domain/primitives/local-date.ts'
import type { DutyStepRefusal } from '../../domain/registers/duty/duty-steps.ts'
import type { GatheringRefusal } from '../../domain/registers/gathering/gathering-steps.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

/** 值班 and 会议与活动. */
export type RollRefusal =
  | DutyStepRefusal
  | SwapRefusal
  | RosterRefusal
  | GatheringRefusal
  | CodeThrottled
  | { readonly code: 'gathering-code-wrong' }

/** Each code once: one that is missing here does not compile. */
const rollCodes: Readonly<Record<RollRefusal['code'], true>> = {
  'duty-not-ones-own': true,
  'duty-outside-hours': true,
  'duty-checked-in-already': true,
  'duty-not-begun': true,
  'duty-under-way': true,
  'duty-swap-pending': true,
  'duty-swap-none': true,
  'duty-swap-with-oneself': true,
  'duty-person-not-there': true,
  'duty-on-already': true,
  'duty-on-leave': true,
  'duty-return-gone': true,
  'duty-roster-changed': true,
  'duty-roster-full': true,
  'gathering-not-called': true,
  'gathering-ended': true,
  'gathering-not-ended': true,
  'gathering-too-early': true,
  'gathering-over': true,
  'gathering-signed-in-already': true,
  'gathering-code-throttled': true,
  'gathering-code-wrong': true,
}

export function isRollRefusal(refusal: { readonly code: string }): refusal is RollRefusal {
  return Object.hasOwn(rollCodes, refusal.code)
}

export function describeRollRefusal(refusal: RollRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'duty-not-ones-own':
      return answer(409, '这一班不是您的，可能刚换给了别人，请刷新后再看。')
    case 'duty-outside-hours':
      return answer(
        409,
        `签到时间是${clock(refusal.from)}到${clock(refusal.to)}，现在不能签；确实到了岗的，请考核办登记。`,
      )
    case 'duty-checked-in-already':
      return answer(409, '这一班已经签到了，不用再签。')
    case 'duty-not-begun':
      return answer(409, '这一班还没有开始，开始以后再查岗。')
    case 'duty-under-way':
      return answer(409, '这一班已经开始或已经登记了到岗情况，不能再换；有特殊情况请考核办来改。')
    case 'duty-swap-pending':
      return answer(409, '这一班已经请求换给别人，等对方答复；要换给另一个人请先撤回。')
    case 'duty-swap-none':
      return answer(409, '这个换班请求已经撤回或答复过了，请刷新后再看。')
    case 'duty-swap-with-oneself':
      return answer(422, '不能换给自己，请选择别人。', 'to')
    case 'duty-person-not-there':
      return answer(422, `工号 ${refusal.staffNumber} 那天不在岗，请选择别人。`, 'to')
    case 'duty-on-already':
      return answer(409, `${refusal.name}那天已经有班，不能再接，请另选一天或另选一个人。`)
    case 'duty-on-leave':
      return answer(409, `${refusal.name}那天请假，不能接班，请另选一个人。`)
    case 'duty-return-gone':
      return answer(409, '要换回来的那一班已经不是对方的了，请撤回后重新选择。')
    case 'duty-roster-changed':
      return answer(409, '预览以后请假、人员或班次有变动，没有保存。请重新预览，看清后再确认。')
    case 'duty-roster-full':
      return answer(409, '这些天的班都已排满，没有可排的；要打乱重排请选“重排还没开始的班”。')
    case 'gathering-not-called':
      return answer(
        422,
        `工号 ${refusal.staffNumbers.join('、')} 不在参加人员之列，请与召集人核对。`,
        'staffNumber',
      )
    case 'gathering-ended':
      return answer(409, '点名已经结束，不能再签到；确实到了的，请召集人重新点名后补上。')
    case 'gathering-not-ended':
      return answer(409, '点名还没有结束，不用重新点名。')
    case 'gathering-too-early':
      return answer(409, `还没有到时间，请在${clock(refusal.from)}以后再来。`)
    case 'gathering-over':
      return answer(409, `这是${refusal.day}的，已经过去了，不能再签到；确实到了的，请召集人补登记。`)
    case 'gathering-signed-in-already':
      return answer(409, '您已经签到了，不用再签。')
    case 'gathering-code-throttled':
      return answer(429, `签到码错得太多，请等${waitWords(refusal.waitSeconds)}再试，或请召集人在名单上点到。`)
    case 'gathering-code-wrong':
      return answer(422, '签到码不对，可能刚换过，请照屏幕上现在的6位数字重新输入。', 'code')
  }
}

/** 3月2日 08:00. */
function clock(ms: number): string {
  const moment = townMoment(ms)
  return `${String(Number(moment.slice(5, 7)))}月${String(Number(moment.slice(8, 10)))}日${moment.slice(11, 16)}`
}

function waitWords(seconds: number): string {
  return seconds < 60 ? `${String(seconds)}秒` : `${String(Math.ceil(seconds / 60))}分钟`
}
