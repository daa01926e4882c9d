import { impossible } from '../primitives/result.ts'
import { missingPartSentence } from '../scoring/missing-part-sentence.ts'
import type { PayRefusal } from './share-pool.ts'

/** Why there is no pay list, who and what is missing, and the way out. */
export function payRefusalSentence(refusal: PayRefusal): string {
  switch (refusal.code) {
    case 'no-people':
      return '花名册里当年没有人员，无法计算绩效工资。'
    case 'no-amount':
      return '办法没有写明每人提出多少元，请填写每人金额后再算绩效工资。'
    case 'other-formula':
      return '办法的绩效工资另有算法，不按成绩分配总额；要按总额分配，请填写每人金额。'
    case 'no-score':
      return '所有人的成绩之和为0，绩效工资无法分配。'
    case 'partial':
      return partialSentence(refusal.people)
    default:
      return impossible(refusal)
  }
}

function partialSentence(people: Extract<PayRefusal, { readonly code: 'partial' }>['people']): string {
  const named = people.slice(0, 5).map(({ name, missing }) => {
    const parts = missing.map(missingPartSentence).slice(0, 3)
    return `${name}（${parts.join('；')}${missing.length > 3 ? '等' : ''}）`
  })
  const rest = people.length > 5 ? `等${String(people.length)}人` : ''
  return `成绩未齐，名次和绩效工资暂不能算：${named.join('、')}${rest}。`
}
