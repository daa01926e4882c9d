import { impossible } from '../primitives/result.ts'
import { rollUpCircleWords } from '../scheme/roll-up-circle.ts'
import type { Post } from '../scheme/scheme.ts'
import { circleSentence } from './change-sentence.ts'

/** What is wrong with who stands where, or only worth a look: facts. */
export type ChartProblem =
  | { readonly code: 'roll-up-circle'; readonly posts: readonly Post[] }
  | { readonly code: 'in-charge-circle'; readonly names: readonly string[] }
  /** A deputy scored by those led, in charge of no office. */
  | { readonly code: 'in-charge-of-nothing'; readonly name: string }
  /** Nobody on the roster that day works in the offices led. */
  | { readonly code: 'leads-nobody'; readonly name: string; readonly offices: readonly string[] }
  /** A principal, and nobody of the post whose mean it is. */
  | { readonly code: 'no-members'; readonly name: string; readonly of: Post }
  | {
      readonly code: 'unknown-office'
      readonly office: string
      readonly staff: readonly string[]
      readonly leaders: readonly string[]
      readonly candidates: readonly string[]
    }
  | { readonly code: 'office-unled'; readonly office: string; readonly people: number }
  | { readonly code: 'office-empty'; readonly office: string; readonly leaders: readonly string[] }

/** An error leaves somebody without a score; a hint only wants to be seen. */
export function isHint({ code }: ChartProblem): boolean {
  return code === 'office-unled' || code === 'office-empty'
}

/** The problem as one sentence with the way out. */
export function chartProblemSentence(problem: ChartProblem): string {
  switch (problem.code) {
    case 'roll-up-circle':
      return `方案里的取分关系绕成了一圈：${rollUpCircleWords(problem.posts)}；谁的成绩都算不出来，请在方案中改正。`
    case 'in-charge-circle':
      return circleSentence(problem.names)
    case 'in-charge-of-nothing':
      return `${problem.name}没有分管任何办公室，成绩无从取平均分；请填写分管办公室。`
    case 'leads-nobody':
      return `${problem.name}分管的${problem.offices.join('、')}当天没有在册的工作人员，成绩无从取平均分；请核对分管办公室，或先把人员调入。`
    case 'no-members':
      return `当天没有${problem.of}，${problem.name}的成绩无从取平均分；请先任命${problem.of}。`
    case 'unknown-office':
      return unknownOfficeSentence(problem)
    case 'office-unled':
      return `${problem.office}有${String(problem.people)}名工作人员，没有分管领导；他们的成绩照常计算，只是不进入任何分管领导的平均分。`
    case 'office-empty':
      return problem.leaders.length === 0
        ? `${problem.office}当天没有在册的工作人员，也没有人分管。`
        : `${problem.office}由${problem.leaders.join('、')}分管，当天没有在册的工作人员。`
    default:
      return impossible(problem)
  }
}

function unknownOfficeSentence({
  office,
  staff,
  leaders,
  candidates,
}: Extract<ChartProblem, { readonly code: 'unknown-office' }>): string {
  const who = staff.length > 0 ? `${namesOf(staff)}在${office}` : `${namesOf(leaders)}分管${office}`
  const hint = candidates.length === 0 ? '' : `，是否为：${candidates.join('、')}`
  return `${who}，方案里没有“${office}”的考核表${hint}；${staff.length > 0 ? '业务部分评不出来，请改正办公室或补上考核表。' : '请核对分管办公室。'}`
}

function namesOf(names: readonly string[]): string {
  return names.length <= 3 ? names.join('、') : `${names.slice(0, 3).join('、')}等${String(names.length)}人`
}
