import type { LocalDate } from '../../primitives/local-date.ts'
import type { Quantity } from '../../primitives/quantity.ts'
import type { Assignment } from '../../roster/assignment.ts'
import { leadersOn } from '../../roster/in-charge-circle.ts'
import { isSameOffice } from '../../roster/office-names.ts'
import type { LeaveSettings } from './leave-settings.ts'

/** A leader who may decide; `onBehalfOf`: the one whose leave to grant it would be, were he there. */
export type Approver = {
  readonly staffNumber: string
  readonly name: string
  readonly onBehalfOf: { readonly staffNumber: string; readonly name: string } | null
}

/** How a leave is granted: by any one of these leaders, by nobody since it is registered only, or nobody is there to. */
export type ApprovalWay =
  | { readonly kind: 'approved'; readonly post: '分管领导' | '主要领导'; readonly approvers: readonly Approver[] }
  | { readonly kind: 'registered-only' }
  | { readonly kind: 'nobody' }

export type ApprovalFacts = {
  readonly today: LocalDate
  readonly roster: readonly Assignment[]
  /** On leave now, or off the roster. */
  readonly isAway: (staffNumber: string) => boolean
  readonly settings: Pick<LeaveSettings, 'shortLeave' | 'standIns'>
}

/**
 * Who grants a leave of so many days (SPEC §6): up to the limit the deputies in charge of the person's office, else the
 * principal; of a deputy the principal; a principal's is registered only. One who is away is stood in for by whom the
 * town has named, a deputy else by the principal. Nobody is ever asked about his own.
 */
export function approvalWay(
  asker: Pick<Assignment, 'staffNumber' | 'office' | 'post'>,
  days: Quantity,
  facts: ApprovalFacts,
): ApprovalWay {
  if (asker.post === '主要领导') return { kind: 'registered-only' }
  const leaders = leadersOn(facts.roster, facts.today).filter(
    ({ staffNumber }) => staffNumber !== asker.staffNumber,
  )
  const deputies = leaders.filter(
    ({ post, inChargeOf }) =>
      post === '分管领导' &&
      asker.office !== '' &&
      inChargeOf.some((office) => isSameOffice(office, asker.office)),
  )
  if (asker.post === '工作人员' && days <= facts.settings.shortLeave) {
    const approvers = present(deputies, leaders, facts)
    if (approvers.length > 0) return { kind: 'approved', post: '分管领导', approvers }
  }
  const principals = leaders.filter(({ post }) => post === '主要领导')
  const approvers = present(principals, leaders, facts)
  return approvers.length === 0 ? { kind: 'nobody' } : { kind: 'approved', post: '主要领导', approvers }
}

type Leader = Pick<Assignment, 'staffNumber' | 'name' | 'post'>

/** Those who are there; if none is, those who stand in for them; a principal nobody stands in for decides from afar. */
function present(meant: readonly Leader[], leaders: readonly Leader[], facts: ApprovalFacts): readonly Approver[] {
  const there = meant.filter((leader) => !isAbsent(leader.staffNumber, facts))
  if (there.length > 0) return there.map((leader) => asApprover(leader, null))
  const standIns = meant.flatMap((absent) =>
    standInsOf(absent, leaders, facts).map((leader) => asApprover(leader, absent)),
  )
  const once = standIns.filter(
    ({ staffNumber }, index) => standIns.findIndex((other) => other.staffNumber === staffNumber) === index,
  )
  if (once.length > 0) return once
  return meant.filter(({ post }) => post === '主要领导').map((leader) => asApprover(leader, null))
}

function standInsOf(absent: Leader, leaders: readonly Leader[], facts: ApprovalFacts): readonly Leader[] {
  const named = new Set(
    facts.settings.standIns
      .filter((one) => one.absent === absent.staffNumber && one.from <= facts.today && facts.today <= one.to)
      .map(({ standIn }) => standIn),
  )
  const others = leaders.filter(({ staffNumber }) => staffNumber !== absent.staffNumber)
  const able = others.filter(({ staffNumber }) => named.has(staffNumber) && !facts.isAway(staffNumber))
  if (able.length > 0 || absent.post !== '分管领导') return able
  const principals = others.filter(({ post }) => post === '主要领导')
  const there = principals.filter(({ staffNumber }) => !isAbsent(staffNumber, facts))
  return there.length > 0 ? there : principals
}

/** Away, or has said who decides in his place these days. */
function isAbsent(staffNumber: string, { isAway, settings, today }: ApprovalFacts): boolean {
  return (
    isAway(staffNumber) ||
    settings.standIns.some(({ absent, from, to }) => absent === staffNumber && from <= today && today <= to)
  )
}

function asApprover({ staffNumber, name }: Leader, absent: Leader | null): Approver {
  return {
    staffNumber,
    name,
    onBehalfOf: absent === null ? null : { staffNumber: absent.staffNumber, name: absent.name },
  }
}

/** 由分管领导李明审批; 由赵强代李明审批: said before a leave is asked for. */
export function approvalWords(way: ApprovalWay): string {
  if (way.kind === 'registered-only') return '主要领导请假不用审批，由政府办备案'
  if (way.kind === 'nobody') return '没有可以审批的领导，请联系考核办'
  const names = way.approvers.map(({ name, onBehalfOf }) =>
    onBehalfOf === null ? name : `${name}代${onBehalfOf.name}`,
  )
  const isStoodIn = way.approvers.every(({ onBehalfOf }) => onBehalfOf !== null)
  return `由${isStoodIn ? '' : way.post}${names.join('或')}审批`
}
