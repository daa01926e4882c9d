import { leaveDaysWords, leaveStates } from '../../domain/registers/leave/leave-record.ts'
import type { LeaveRefusal } from '../../domain/registers/leave/leave-steps.ts'
import type { Refusal } from '../refusal.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

/** Each code once: one that is missing here does not compile. */
const leaveCodes: Readonly<Record<LeaveRefusal['code'], true>> = {
  'leave-no-days': true,
  'leave-overlaps': true,
  'leave-reason-missing': true,
  'leave-balance-unknown': true,
  'leave-balance-short': true,
  'leave-no-approver': true,
  'leave-not-approver': true,
  'leave-own': true,
  'leave-state': true,
  'leave-begun': true,
  'leave-not-begun': true,
  'leave-return-ahead': true,
}

export function isLeaveRefusal(refusal: Refusal): refusal is LeaveRefusal {
  return Object.hasOwn(leaveCodes, refusal.code)
}

/** 请假. */
export function describeLeaveRefusal(refusal: LeaveRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'leave-no-days':
      return answer(422, '这几天都不上班，不用请假；请核对日期。', 'first')
    case 'leave-overlaps':
      return answer(
        409,
        `${refusal.days.first}至${refusal.days.last}已经请过假，日子重了；请改日期，或先撤回那一次。`,
        'first',
      )
    case 'leave-reason-missing':
      return answer(422, refusal.isAfterwards ? '补假请写明原因。' : '请写明事由。', 'reason')
    case 'leave-balance-unknown':
      return answer(
        409,
        `${String(refusal.year)}年您有几天工龄假还没有登记，请先联系考核办或政府办登记，或改请事假。`,
        'kind',
      )
    case 'leave-balance-short':
      return answer(
        409,
        `${String(refusal.year)}年的工龄假只剩${refusal.left > 0 ? leaveDaysWords(refusal.left) : '0天'}，不够；请改天数，或改请事假。`,
        'last',
      )
    case 'leave-no-approver':
      return answer(409, '花名册里没有能批这次假的领导，请联系考核办登记分管领导和主要领导。')
    case 'leave-not-approver':
      return answer(
        409,
        refusal.approvers === null
          ? '这次假不用审批。'
          : `这次假由${refusal.approvers.join('、')}审批，请刷新后再看。`,
      )
    case 'leave-own':
      return answer(409, '不能审批自己的假。')
    case 'leave-state':
      return answer(409, `这次假现在是${wordsOf(refusal.state)}，不能再这样办，请刷新后再看。`)
    case 'leave-begun':
      return answer(409, '假期已经开始，不能撤回：提前回来请销假；有误请政府办更正。')
    case 'leave-not-begun':
      return answer(422, '假期还没有开始，不用销假；不休了请撤回。', 'on')
    case 'leave-return-ahead':
      return answer(422, '还没有到这一天，请在回来上班以后销假。', 'on')
  }
}

function wordsOf(state: string): string {
  return Object.entries(leaveStates).find(([name]) => name === state)?.[1] ?? '已撤回'
}
