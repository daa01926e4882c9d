import { impossible } from '../primitives/result.ts'
import type { FindingRefusal } from './check-finding.ts'
import { entryRefusalSentence } from './entry-refusal-sentence.ts'

/** The Chinese sentence of a refused finding: what is wrong, and the way out; the same for a form and for a sheet. */
export function findingRefusalSentence(refusal: FindingRefusal): string {
  switch (refusal.code) {
    case 'no-scheme-in-force':
      return refusal.firstDay === null
        ? '还没有通过的方案，请先在“办法与方案”里通过方案，再登记。'
        : `${refusal.day}还没有施行的方案（最早自${refusal.firstDay}起施行），请核对日期。`
    case 'day-in-future':
      return `${refusal.day}还没有到（今天是${refusal.today}），请核对日期。`
    case 'quantity-unreadable':
      return quantitySentence(refusal.text.trim())
    case 'discretion-unreadable':
      return `裁量分“${refusal.text}”不是数，请填最多两位小数的分值。`
    case 'basis-missing':
      return '裁量的分须在依据中写明领导小组的决定。'
    case 'discretion-undecided':
      return '这一条由考核领导小组裁量，不能直接登记：请提请裁量（写明事实，不填分值），领导小组决定后自动记入台账。'
    case 'discretion-not-asked':
      return `“${refusal.clause}”的分值已由办法写定，不用提请裁量，请直接登记。`
    case 'office-empty':
      return `${refusal.office}${refusal.day}没有在岗的工作人员，请核对办公室和日期。`
    case 'person-repeated':
      return `工号“${refusal.staffNumber}”选了两次，请去掉一个。`
    case 'entry-refused': {
      const sentence = entryRefusalSentence(refusal.refusal)
      return refusal.name === null ? sentence : `${refusal.name}：${sentence}`
    }
    default:
      return impossible(refusal)
  }
}

function quantitySentence(text: string): string {
  return text === ''
    ? '请填写数量，如 3 或 1.5。'
    : `数量“${text}”不是数，请填阿拉伯数字，最多两位小数，如 3 或 1.5。`
}
