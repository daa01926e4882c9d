import type { CalendarWindow } from '../../domain/primitives/local-date.ts'
import type { RuleEffect } from '../../domain/scheme/scheme.ts'
import type { LineReason } from '../../domain/scoring/score-sheet.ts'
import { dayText, pointsText, quantityText } from './figure.ts'

const windowWords: Readonly<Record<CalendarWindow, string>> = { month: '当月', quarter: '当季', year: '当年' }

/** Why a line did not count, or which limit it met, as one sentence for the person it is about. */
export function lineReasonText(reason: LineReason, unit: string | null): string {
  switch (reason.code) {
    case 'within-grace':
      return `${windowWords[reason.window]}累计${quantityText(reason.used, unit)}，满${quantityText(reason.grace, unit)}后起扣，此次不扣分`
    case 'incomplete-step':
      return `累计${quantityText(reason.used, unit)}，不足${quantityText(reason.per, unit)}，未满一档不计`
    case 'lower-rung':
      return '就高未计：同一事项已按更重的一档计分'
    case 'superseded':
      return '此后另有结果，以最近一次为准，此条不再计'
    case 'unconfirmed':
      return '待确认，确认后才计分'
    case 'reversed':
      return '已更正（冲销），不计'
    case 'after-as-of':
      return '发生在本期截止日之后，本期不计'
    case 'leader-mean':
      return '不计分（取平均分）：领导成绩按分管人员成绩平均'
    case 'window-open':
      return `至今还差${quantityText(reason.missing, unit)}，${dayText(reason.endsOn)}到期后结算，现在不扣分`
    case 'not-points':
      return '此条不涉及分值，另按规定办理'
    case 'floor':
      return '扣完为止，本项最低记0分'
    case 'ceiling':
      return '加满为止，最高记到本项满分'
    case 'cap':
      return `此条累计最多计${pointsText(reason.cap)}分，已到上限`
    case 'item-forfeited':
      return '按条款本项不得分，记0分'
    case 'amount-unknown':
      return '条款没有写明分值，待领导小组确定后计分'
    case 'achieved':
      return `已完成${quantityText(reason.total, unit)}，目标${quantityText(reason.target, unit)}，差额在期末一次结算`
    case 'waived':
      return '本期已认定不适用，不扣分'
    case 'off-roster':
      return '当天不在册，不计'
    case 'not-on-sheet':
      return '当天所在办公室的考核表上没有此条，不计'
  }
}

/** Short words for the effect of a rule, as on a tag. */
export const effectWords: Readonly<Record<RuleEffect, string>> = {
  deduct: '扣分',
  add: '加分',
  award: '计分',
  forfeit: '本项不得分',
  zero: '总分记0',
  veto: '一票否决',
  discretionary: '裁量扣分',
  proportional: '按比例得分',
  money: '扣发',
}
