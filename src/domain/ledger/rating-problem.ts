import { impossible } from '../primitives/result.ts'
import type { Post } from '../scheme/scheme.ts'

/** What can be wrong with a mark: facts only. */
export type RatingProblem =
  | { readonly code: 'missing-person' }
  | { readonly code: 'unknown-person'; readonly staffNumber: string }
  | { readonly code: 'bad-mark'; readonly text: string }
  | { readonly code: 'no-rated-category' }
  | { readonly code: 'category-missing'; readonly titles: readonly string[] }
  | { readonly code: 'unknown-category'; readonly text: string; readonly titles: readonly string[] }
  | { readonly code: 'unknown-group'; readonly group: string; readonly groups: readonly string[] }
  | {
      readonly code: 'repeated-mark' | 'whole-and-group'
      readonly staffNumber: string
      readonly category: string
      readonly row: number
    }
  /** The sheet as a whole: its source has marks already, and would count twice. */
  | { readonly code: 'source-imported'; readonly source: string; readonly marks: number }
  /** A leader scored by the mean of others needs no mark (SPEC §4.4). */
  | { readonly code: 'rolled-up'; readonly name: string; readonly post: Post }
  /** Who brings the sheet gives no mark to himself. */
  | { readonly code: 'about-oneself'; readonly name: string }
  /** A person has either one whole mark or marks by rater group (SPEC §7). */
  | { readonly code: 'whole-exists' | 'groups-exist'; readonly name: string }

/** The problem as one sentence with the way out, for the error column and the page. */
export function ratingProblemSentence(problem: RatingProblem): string {
  switch (problem.code) {
    case 'missing-person':
      return '工号没有填。'
    case 'unknown-person':
      return `花名册里当年没有工号“${problem.staffNumber}”，请核对工号（001 与 1 不同）。`
    case 'bad-mark':
      return problem.text === '' ? '得分没有填。' : `得分“${problem.text}”须是0至100之间、最多两位小数的数。`
    case 'no-rated-category':
      return '方案里没有评议类别，不能导入评议得分。'
    case 'category-missing':
      return `方案里有多个评议类别，请填类别：${problem.titles.join('、')}。`
    case 'unknown-category':
      return `方案里没有评议类别“${problem.text}”，可填：${problem.titles.join('、')}。`
    case 'unknown-group':
      return `没有评议组“${problem.group}”，可填：${problem.groups.join('、')}；留空表示此人的总评分。`
    case 'repeated-mark':
      return `工号“${problem.staffNumber}”的${problem.category}已在第${String(problem.row)}行给出总评分，一人一个类别只能有一个。`
    case 'whole-and-group':
      return `工号“${problem.staffNumber}”的${problem.category}与第${String(problem.row)}行矛盾：填了总评分就不能再填各评议组的得分。`
    case 'source-imported':
      return `来源“${problem.source}”已有${String(problem.marks)}条评分，再导入会重复计算；补充的评分请另起来源名称。`
    case 'rolled-up':
      return `${problem.name}是${problem.post}，成绩取平均分，不需要评分，请删去这一行。`
    case 'about-oneself':
      return `${problem.name}是您本人：不能录入给自己的评分，这一行请由考核办的另一人导入或录入。`
    case 'whole-exists':
      return `${problem.name}已有总评分，要改请先在综合评议页撤回。`
    case 'groups-exist':
      return `${problem.name}已有评议组的评分，不能再导入总评分。`
    default:
      return impossible(problem)
  }
}
