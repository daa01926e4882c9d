import { impossible } from '../../domain/primitives/result.ts'
import type { Refusal, ResultRefusal } from '../refusal.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'
import { describeProposalRefusal } from './proposal-refusal-answer.ts'

/** Each code once: one that is missing here does not compile. */
const resultCodes: Readonly<Record<ResultRefusal['code'], true>> = {
  'mark-not-0-to-100': true,
  'mark-person-unknown': true,
  'mark-of-rolled-up-leader': true,
  'mark-category-unknown': true,
  'mark-group-unknown': true,
  'mark-whole-exists': true,
  'mark-groups-exist': true,
  'mark-unknown': true,
  'mark-withdrawn-already': true,
  'mark-about-oneself': true,
  'register-not-unkept': true,
  'person-unknown': true,
  'amount-not-yuan': true,
  'pay-incomplete': true,
  'proposal-open': true,
  'proposal-unknown': true,
  'proposal-settled': true,
  'proposer-decides': true,
  'figures-changed': true,
  'figures-not-ready': true,
}

export function isResultRefusal(refusal: Refusal): refusal is ResultRefusal {
  return Object.hasOwn(resultCodes, refusal.code)
}

/** Refusals of ratings, registers, scores and pay as status and sentence. */
export function describeResultRefusal(refusal: ResultRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'mark-not-0-to-100':
      return answer(422, `得分“${refusal.typed}”须是 0 至 100 之间、最多两位小数的数。`, 'mark')
    case 'mark-person-unknown':
      return answer(
        422,
        `花名册里${String(refusal.year)}年没有工号“${refusal.staffNumber}”，请核对。`,
        'staffNumber',
      )
    case 'mark-of-rolled-up-leader':
      return answer(422, `${refusal.name}是${refusal.post}，成绩取平均分，不需要评分。`, 'staffNumber')
    case 'mark-category-unknown':
      return answer(422, '方案里没有这个评议类别，请刷新页面。', 'categoryId')
    case 'mark-group-unknown':
      return answer(422, `没有评议组“${refusal.group}”，可选：${refusal.known.join('、')}。`, 'group')
    case 'mark-whole-exists':
      return answer(409, `${refusal.name}已有总评分，要改请先撤回。`, 'group')
    case 'mark-groups-exist':
      return answer(409, `${refusal.name}已有评议组的评分，不能再填总评分；要改请先撤回。`, 'group')
    case 'mark-unknown':
      return answer(404, '找不到这条评分，请刷新页面。')
    case 'mark-withdrawn-already':
      return answer(409, '这条评分已经撤回过，请刷新页面。')
    case 'mark-about-oneself':
      return answer(409, '不能录入或撤回给自己的评分，请由考核办的另一人办理。', 'staffNumber')
    case 'register-not-unkept':
      return answer(409, '这个登记册在该考核期内已有登记，或不需要认定，请刷新页面。')
    case 'person-unknown':
      return answer(404, `花名册里${String(refusal.year)}年没有工号“${refusal.staffNumber}”，请核对考核期和人员。`)
    case 'amount-not-yuan':
      return answer(422, `每人提出额“${refusal.typed}”须是大于 0、最多两位小数的金额（元）。`, 'perPerson')
    case 'proposal-open':
    case 'proposal-unknown':
    case 'proposal-settled':
    case 'proposer-decides':
      return describeProposalRefusal(refusal)
    case 'figures-changed':
      return answer(
        409,
        '现在算出来的与您看到的不一样了（有新的登记、确认、评分或人员变动）。请刷新页面核对；已经提请的，先撤回或退回，再重新提请。',
      )
    case 'figures-not-ready':
      return answer(422, refusal.message)
    case 'pay-incomplete':
      return answer(409, refusal.message)
    default:
      return impossible(refusal)
  }
}
