import type { LocalDate } from '../primitives/local-date.ts'
import { impossible } from '../primitives/result.ts'
import { posts } from '../scheme/scheme.ts'
import { employments } from './assignment.ts'

/** What can be wrong with a row of a roster: facts only. */
export type RosterProblem =
  | { readonly code: 'missing-name' | 'missing-number' | 'missing-office' }
  | { readonly code: 'bad-number'; readonly text: string }
  | { readonly code: 'bad-post'; readonly text: string }
  | { readonly code: 'bad-employment'; readonly text: string }
  | { readonly code: 'bad-date'; readonly text: string }
  | { readonly code: 'dates-reversed'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly code: 'repeated-number'; readonly staffNumber: string; readonly row: number }
  | {
      readonly code: 'number-of-another'
      readonly staffNumber: string
      readonly name: string
      readonly row: number
    }
  | { readonly code: 'unknown-office'; readonly office: string; readonly candidates: readonly string[] }
  | { readonly code: 'in-charge-of-nothing'; readonly name: string }
  /** Rows that would change who brings the sheet. */
  | { readonly code: 'about-oneself'; readonly name: string }

/** The problem as one sentence with the way out, for the error column and the page. */
export function rosterProblemSentence(problem: RosterProblem): string {
  switch (problem.code) {
    case 'missing-name':
      return '姓名没有填。'
    case 'missing-number':
      return '工号没有填，每个人都要有工号。'
    case 'missing-office':
      return '办公室没有填。'
    case 'bad-number':
      return `工号“${problem.text}”不能用：不含空格，不以 @ 开头，最长32个字符。`
    case 'bad-post':
      return `职务“${problem.text}”无法识别，可填：${posts.join('、')}。`
    case 'bad-employment':
      return `编制“${problem.text}”无法识别，可填：${employments.join('、')}、在编。`
    case 'bad-date':
      return `“${problem.text}”不是日期，请写成 2026-03-09。`
    case 'dates-reversed':
      return `结束日期${problem.to}早于起始日期${problem.from}。`
    case 'repeated-number':
      return `工号“${problem.staffNumber}”与第${String(problem.row)}行重复，且在岗日期有重叠；同一人调动时两行的日期不能重叠。`
    case 'number-of-another':
      return `工号“${problem.staffNumber}”在第${String(problem.row)}行是${problem.name}，同一工号只能是同一个人。`
    case 'unknown-office':
      return `方案里没有“${problem.office}”的考核表${problem.candidates.length === 0 ? '' : `，是否为：${problem.candidates.join('、')}`}。`
    case 'in-charge-of-nothing':
      return `${problem.name}是分管领导，但没有填分管办公室；其成绩取分管各办的平均分，请填写。`
    case 'about-oneself':
      return `这一行改动您本人（${problem.name}）的任职，由考核办的另一人办理；请改回花名册里的原样，或去掉本人的行再导入。`
    default:
      return impossible(problem)
  }
}
