import { formatPoints } from '../primitives/centipoints.ts'
import type { CalendarWindow } from '../primitives/local-date.ts'
import { formatQuantity } from '../primitives/quantity.ts'
import { impossible } from '../primitives/result.ts'
import type { LineReason } from './score-sheet.ts'

const windowWords: Readonly<Record<CalendarWindow, string>> = { month: '月', quarter: '季', year: '年' }

/** Why a line did not count, or which limit was met: 累计7次，季满10次后起扣. `unit` is the line's unit. */
export function lineReasonSentence(reason: LineReason, unit = ''): string {
  switch (reason.code) {
    case 'within-grace':
      return `累计${formatQuantity(reason.used)}${unit}，${windowWords[reason.window]}满${formatQuantity(reason.grace)}${unit}后起扣`
    case 'incomplete-step':
      return `${formatQuantity(reason.used)}${unit}，不满${formatQuantity(reason.per)}${unit}，不计`
    case 'lower-rung':
      return '同一事项已按更高一档计，就高未计'
    case 'superseded':
      return '已有更新的结果，以最近一次为准'
    case 'unconfirmed':
      return '尚未确认，暂不计分'
    case 'reversed':
      return '已更正（冲销），不计分'
    case 'after-as-of':
      return '发生在计算截止日之后，不计分'
    case 'leader-mean':
      return '不计分（取平均分）'
    case 'window-open':
      return `目前还差${formatQuantity(reason.missing)}${unit}，${reason.endsOn}期满后计算`
    case 'not-points':
      return '不扣分，另作处理'
    case 'floor':
      return '扣完为止'
    case 'ceiling':
      return '以满分为限'
    case 'cap':
      return `此条最多计${formatPoints(reason.cap)}分`
    case 'reward-cap':
      return `奖励加分合计以${formatPoints(reason.cap)}分为限`
    case 'item-forfeited':
      return '此项不得分'
    case 'amount-unknown':
      return '分值在原文中缺失，待补'
    case 'achieved':
      return `累计完成${formatQuantity(reason.total)}${unit}，应完成${formatQuantity(reason.target)}${unit}`
    case 'waived':
      return '此期经考核办决定不适用'
    case 'off-roster':
      return '当日不在岗，不计分'
    case 'removed':
      return `该${reason.what === 'item' ? '项目' : '条款'}已被第${String(reason.version)}版取消，不计分`
    case 'not-on-sheet':
      return '当日所在办公室的考核表没有此条，不计分'
    default:
      return impossible(reason)
  }
}
