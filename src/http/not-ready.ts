import { payRefusalSentence } from '../domain/pay/pay-refusal-sentence.ts'
import { impossible } from '../domain/primitives/result.ts'
import { missingPartSentence } from '../domain/scoring/missing-part-sentence.ts'
import type { PayListNotReady } from '../queries/draft-pay-list.ts'
import type { ResultNotReady } from '../queries/draft-result.ts'
import type { NotReady } from './contract/final-results.ts'

type Refused = ResultNotReady | PayListNotReady | { readonly code: 'amount-not-yuan'; readonly typed: string }

/** Why a year's figures cannot be frozen, in words and in lists. */
export function notReady(refusal: Refused): NotReady {
  const lists =
    refusal.code === 'result-incomplete'
      ? { missing: refusal.people, unconfirmed: refusal.unconfirmed }
      : { missing: [], unconfirmed: 0 }
  return { ready: false, code: refusal.code, message: notReadySentence(refusal), ...lists }
}

export function notReadySentence(refusal: Refused): string {
  switch (refusal.code) {
    case 'year-running':
      return `${String(refusal.year)}年度还没有结束，12月31日过后才能定稿。`
    case 'nobody-appraised':
      return `花名册里${String(refusal.year)}年没有人员，没有年度结果。`
    case 'no-scheme-for-period':
      return `截至${refusal.asOf}还没有施行的方案，请先在“办法与方案”里通过方案。`
    case 'result-incomplete':
      return incompleteSentence(refusal)
    case 'result-unchanged':
      return `成绩、名次和等次与已通过的第${String(refusal.number)}号年度结果完全相同，不需要再提请。`
    case 'result-not-approved':
      return `${String(refusal.year)}年度结果还没有通过，通过以后才能定工资清单。`
    case 'notice-not-final':
      return `${String(refusal.year)}年度第${String(refusal.number)}号结果还没有公示定稿。请先在“通报”里公示，期满且异议办结、定稿以后再定工资清单。`
    case 'pay-list-unchanged':
      return `与已通过的第${String(refusal.number)}号工资清单完全相同，不需要再提请。`
    case 'amount-not-yuan':
      return `每人提出额“${refusal.typed}”须是大于 0、最多两位小数的金额（元）。`
    case 'no-people':
    case 'no-amount':
    case 'other-formula':
    case 'no-score':
    case 'partial':
      return payRefusalSentence(refusal)
    default:
      return impossible(refusal)
  }
}

function incompleteSentence({
  people,
  unconfirmed,
}: Extract<Refused, { readonly code: 'result-incomplete' }>): string {
  const named = people.slice(0, 5).map(({ name, missing }) => {
    const [first] = missing
    return first === undefined ? name : `${name}（${missingPartSentence(first)}）`
  })
  const parts = [
    ...(people.length > 0
      ? [`${String(people.length)} 人成绩未齐：${named.join('、')}${people.length > 5 ? '等' : ''}`]
      : []),
    ...(unconfirmed > 0 ? [`还有 ${String(unconfirmed)} 条记录待确认`] : []),
  ]
  return `年度结果还不能定稿：${parts.join('；')}。`
}
