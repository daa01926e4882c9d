import { impossible } from '../primitives/result.ts'
import type { MissingPart } from './score-sheet.ts'

/** What is missing and the way out, without the person's name. */
export function missingPartSentence(part: MissingPart): string {
  switch (part.code) {
    case 'no-rating':
      return part.group === null ? `${part.category}还没有评分` : `${part.category}缺${part.group}的评分`
    case 'no-sheet':
      return `${part.office}在${part.category}中没有考核表`
    case 'item-unassessed':
      return `“${part.item}”还没有评定结果`
    case 'register-not-kept':
      return `“${part.item}”的登记无人填报，请先登记，或由考核办注明已核`
    case 'amount-unknown':
      return `“${part.item}”的分值缺失，请先在方案中补上`
    case 'no-staff':
      return part.offices.length === 0
        ? '没有填分管办公室，无法取平均分'
        : `分管的${part.offices.join('、')}没有工作人员，无法取平均分`
    case 'no-deputy':
      return '没有分管领导，无法取平均分'
    case 'member-partial':
      return `${part.name}（${part.staffNumber}）的成绩未齐`
    default:
      return impossible(part)
  }
}
