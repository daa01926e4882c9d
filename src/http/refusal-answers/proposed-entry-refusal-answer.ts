import type {
  AdoptionRefusal,
  DecideProposalsRefusal,
  LeftReason,
} from '../../commands/registers/decide-proposed-entries.ts'
import { impossible } from '../../domain/primitives/result.ts'
import { kindTerms } from '../../domain/registers/observation-kinds.ts'
import type { Refusal } from '../refusal.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'
import { describeEntryRefusal, isEntryRefusal } from './entry-refusal-answer.ts'
import { describeProceedingRefusal, isProceedingRefusal } from './proceeding-refusal-answer.ts'

export type ProposedEntryRefusal =
  | DecideProposalsRefusal
  | { readonly code: 'proposal-unknown' }
  | { readonly code: 'binding-version-unknown' }
  | { readonly code: 'binding-rule-unknown'; readonly version: number }

/** Each code once: one that is missing here does not compile. */
const codes: Readonly<Record<ProposedEntryRefusal['code'], true>> = {
  'proposals-unknown': true,
  'proposals-decided': true,
  'proposals-own': true,
  'proposal-refused': true,
  'proposal-unknown': true,
  'binding-version-unknown': true,
  'binding-rule-unknown': true,
}

export function isProposedEntryRefusal(refusal: Refusal): refusal is ProposedEntryRefusal {
  return Object.hasOwn(codes, refusal.code)
}

/** Deciding on proposals, and saying which rules they fall under. */
export function describeProposedEntryRefusal(refusal: ProposedEntryRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'proposals-unknown':
      return answer(404, `有 ${String(refusal.count)} 条建议找不到，一条都没有办，请刷新列表后再试。`)
    case 'proposals-decided':
      return answer(
        409,
        `有 ${String(refusal.count)} 条建议已经有人办过，或因登记改动已收回，这次一条都没有办，请刷新列表后再试。`,
      )
    case 'proposals-own':
      return answer(
        409,
        `有 ${String(refusal.count)} 条建议说的是您本人，须由考核办的另一人来办，这次一条都没有办。`,
      )
    case 'proposal-refused': {
      const { status, code, message, place } = describeAdoptionRefusal(refusal.refusal)
      if (!refusal.isOneOfMany) return { status, code, message, place }
      return { status, code, message: `${refusal.name} ${refusal.day}：${message}这次一条都没有采纳。`, place }
    }
    case 'proposal-unknown':
      return answer(404, '找不到这条建议，请刷新列表。')
    case 'binding-version-unknown':
      return answer(404, '还没有这一版方案，请先在“办法与方案”里通过方案。')
    case 'binding-rule-unknown':
      return answer(422, `第${String(refusal.version)}版方案里没有这个条款，请刷新后重新选择。`, 'ruleId')
  }
}

/** Why one among several was left as it is. */
export function describeLeftReason(why: LeftReason): string {
  if (why.code === 'proposal-own') return '说的是您本人，须由考核办的另一人来办。'
  if (why.code !== 'proposal-gone') return describeAdoptionRefusal(why).message
  const by = why.by === null ? '' : `由${why.by}`
  const words = {
    adopted: `已${by}采纳。`,
    dismissed: `已${by}定为不采纳。`,
    superseded: '登记情况有变，建议已收回。',
  }
  return words[why.state]
}

/** Why one proposal cannot be adopted: the sentence of whatever it would have become. */
export function describeAdoptionRefusal(refusal: AdoptionRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  if (refusal.code === 'proposal-unbound')
    return answer(
      422,
      '这条建议还没有对应的条款。请用“改后采纳”选一个条款，或在“登记对应条款”里定下来，再采纳。',
      'ruleId',
    )
  if (refusal.code === 'proposal-change-unfit')
    return answer(422, '冲销建议只能采纳或不采纳，不能改；要按新的情况登记，请先采纳冲销。')
  if (refusal.code === 'proposal-unit-unfit')
    return answer(
      422,
      `登记按“${kindTerms[refusal.kind].unit}”计，这一条款按“${refusal.unit}”计，不能直接采纳。请用“改后采纳”写明数量，或在“登记对应条款”里另选条款。`,
      'quantity',
    )
  if (refusal.code === 'proposal-undecided')
    return answer(
      409,
      `原来的事项已提请领导小组裁量（${String(refusal.year)}年第${String(refusal.number)}号），还没有记入台账。请到“异议与复核”撤回那件提请，这条建议重新核对后自动收回。`,
    )
  if (isEntryRefusal(refusal)) return describeEntryRefusal(refusal)
  if (isProceedingRefusal(refusal)) return describeProceedingRefusal(refusal)
  return impossible(refusal)
}
