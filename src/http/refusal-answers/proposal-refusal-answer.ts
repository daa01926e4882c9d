import type { ProposalRefusal } from '../../commands/decide-proposal.ts'
import { impossible } from '../../domain/primitives/result.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

/** Refusals of what one proposes and another decides, as status and sentence. */
export function describeProposalRefusal(refusal: ProposalRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'proposal-open':
      return answer(409, `${refusal.by}已经提请，正等领导小组决定；要重新提请，请先撤回前一次。`)
    case 'proposal-unknown':
      return answer(404, '找不到这次提请，请刷新页面。')
    case 'proposal-settled':
      return answer(409, `这次提请已由${refusal.by}${settledWords[refusal.state]}，请刷新页面。`)
    case 'proposer-decides':
      return answer(409, '这是您本人提请的，须由领导小组的另一人决定。')
    default:
      return impossible(refusal)
  }
}

const settledWords = { approved: '通过', rejected: '退回', withdrawn: '撤回' } as const
