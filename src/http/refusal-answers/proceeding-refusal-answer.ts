import type { CureRefusal } from '../../commands/cure-objection.ts'
import type { FileObjectionRefusal } from '../../commands/file-objection.ts'
import type { ProceedingRefusal as TakenRefusal } from '../../commands/take-proceeding-step.ts'
import { formatPoints, type Centipoints } from '../../domain/primitives/centipoints.ts'
import { impossible } from '../../domain/primitives/result.ts'
import type { ProceedingState } from '../../domain/review/proceeding-state.ts'
import type { Recusal } from '../../domain/review/recusal.ts'
import type { StepDeed } from '../../domain/review/step-deed.ts'
import type { Refusal } from '../refusal.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

/** Objections, reviews and discretionary deductions. */
export type ProceedingRefusal = TakenRefusal | FileObjectionRefusal | CureRefusal

const codes: Readonly<Record<ProceedingRefusal['code'], true>> = {
  'proceeding-unknown': true,
  'proceeding-moved-on': true,
  'objection-subject-unknown': true,
  'entry-reversed-already': true,
  'bulletin-withdrawn': true,
  'objection-on-record': true,
  'correction-bulletin-unknown': true,
  'cure-needs-correction': true,
  'step-out-of-turn': true,
  'step-not-yours': true,
  'step-not-allowed': true,
  'step-barred': true,
  'objection-late': true,
  'answer-still-due': true,
  'review-late': true,
  'recused-already': true,
  'meeting-in-future': true,
  'meeting-before-asked': true,
  'member-recused': true,
  'member-twice': true,
  'decider-absent': true,
  'cure-not-due': true,
  'cure-needs-reversal': true,
  'entries-not-reversed': true,
  'appeal-day-in-future': true,
  'appeal-settled': true,
  'amounts-incomplete': true,
  'amount-out-of-bounds': true,
  'entries-do-not-match': true,
}

export function isProceedingRefusal(refusal: Refusal): refusal is ProceedingRefusal {
  return Object.hasOwn(codes, refusal.code)
}

export function describeProceedingRefusal(refusal: ProceedingRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'proceeding-unknown':
      return answer(404, '找不到这件事项，请回到“异议与复核”列表。')
    case 'proceeding-moved-on':
      return answer(409, `${refusal.by}刚刚办了一步，这一步没有保存。请刷新页面，看过以后再办。`)
    case 'objection-subject-unknown':
      return answer(404, '找不到您的这条记录或这个数：只能对记您本人的记录、公布的您本人的数提异议。')
    case 'entry-reversed-already':
      return answer(409, `这条记录已由${refusal.by}更正（冲销），不再计分，不需要提异议。`)
    case 'bulletin-withdrawn':
      return answer(409, '这份通报已经撤回，不再作数；请看重新公布的那一份。')
    case 'objection-on-record':
      return answer(
        409,
        refusal.isOpen
          ? '您已经对它提过异议，正在办理，请在“异议与复核”里看进展。'
          : '您对它提过的异议已经办结，结果在“异议与复核”里。',
      )
    case 'correction-bulletin-unknown':
      return answer(
        404,
        '这份通报不能作为更正：要选异议成立以后公布、更正或重新公布同一份通报的那一份。',
        'bulletinId',
      )
    case 'cure-needs-correction':
      return answer(409, '异议的是公布的数，没有可以冲销的记录：请发更正通报，再在这里选上它。')
    case 'step-out-of-turn':
      return answer(409, `现在${stateWords[refusal.state]}，不能${stepWords[refusal.step]}。请刷新页面。`)
    case 'step-not-yours':
      return answer(403, `${stepWords[refusal.step]}只能由提异议的本人来办。`)
    case 'step-not-allowed':
      return answer(403, `您的身份不能${stepWords[refusal.step]}。`)
    case 'step-barred':
      return answer(409, `${recusalWords[refusal.why]}，不能${stepWords[refusal.step]}，须由别人来办。`)
    case 'objection-late':
      return answer(
        409,
        `提异议的期限到${refusal.lastDay}为止，已经过了。如确有错，请向考核办说明，由考核办更正。`,
      )
    case 'answer-still-due':
      return answer(
        409,
        `考核办的答复期限到${refusal.dueOn}为止，请等答复；过了这一天还没有答复，可以直接申请复核。`,
      )
    case 'review-late':
      return answer(409, `申请复核的期限到${refusal.lastDay}为止，已经过了。对结果仍不服的，可以向区级申诉。`)
    case 'recused-already':
      return answer(409, `${refusal.who}已经登记回避，不必再登记。`, 'who')
    default:
      return describeDecisionRefusal(refusal)
  }
}

type SimpleCode =
  | 'proceeding-unknown'
  | 'proceeding-moved-on'
  | 'objection-subject-unknown'
  | 'entry-reversed-already'
  | 'bulletin-withdrawn'
  | 'objection-on-record'
  | 'correction-bulletin-unknown'
  | 'cure-needs-correction'
  | 'step-out-of-turn'
  | 'step-not-yours'
  | 'step-not-allowed'
  | 'step-barred'
  | 'objection-late'
  | 'answer-still-due'
  | 'review-late'
  | 'recused-already'

/** Minutes, cures, appeals and amounts. */
function describeDecisionRefusal(
  refusal: Exclude<ProceedingRefusal, { readonly code: SimpleCode }>,
): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'meeting-in-future':
      return answer(422, `开会日期${refusal.meetingOn}还没有到，请核对。`, 'minutes.meetingOn')
    case 'meeting-before-asked':
      return answer(422, `开会日期${refusal.meetingOn}早于提请的${refusal.askedOn}，请核对。`, 'minutes.meetingOn')
    case 'member-recused':
      return answer(
        409,
        `${refusal.who}须回避（${recusalWords[refusal.why]}），不能参加决定，请从参加会议的成员里去掉。`,
        'minutes.present',
      )
    case 'member-twice':
      return answer(422, `${refusal.who}重复了，或同时填在参加和回避里，请核对。`, 'minutes.present')
    case 'decider-absent':
      return answer(
        422,
        `作出决定的人要在参加会议的成员里，请加上“${refusal.who}”，或由参加会议的成员来办。`,
        'minutes.present',
      )
    case 'cure-not-due':
      return answer(409, '没有需要改正的：异议没有被支持，或已经改正。请刷新页面。')
    case 'cure-needs-reversal':
      return answer(409, '请先更正（冲销）这条记录，已经公布的再发更正通报：只发通报，记录还会继续计分。')
    case 'entries-not-reversed':
      return answer(409, `有 ${String(refusal.count)} 条记录还没有更正（冲销），请先更正。`)
    case 'appeal-day-in-future':
      return answer(422, `日期${refusal.day}还没有到，请核对。`, 'day')
    case 'appeal-settled':
      return answer(409, '申诉的处理结果已经登记，不再改动。')
    case 'amounts-incomplete':
      return answer(
        422,
        `决定要写明每个人的扣分（不扣的写不扣），请核对工号${refusal.staffNumbers.join('、')}。`,
        'amounts',
      )
    case 'amount-out-of-bounds':
      return answer(
        422,
        `工号${refusal.staffNumber}决定扣${formatPoints(refusal.amount)}分，办法规定${boundsWords(refusal)}，请核对。`,
        'amounts',
      )
    case 'entries-do-not-match':
      return answer(409, `决定要登记 ${String(refusal.wanted)} 条，现有 ${String(refusal.given)} 条，请刷新页面。`)
    default:
      return impossible(refusal)
  }
}

function boundsWords({
  min,
  max,
}: {
  readonly min: Centipoints | null
  readonly max: Centipoints | null
}): string {
  if (min !== null && max !== null) return `扣${formatPoints(min)}至${formatPoints(max)}分`
  if (min !== null) return `最少扣${formatPoints(min)}分`
  return max === null ? '没有上下限' : `最多扣${formatPoints(max)}分`
}

const stepWords = {
  filed: '提异议',
  proposed: '提出',
  withdrawn: '撤回',
  answered: '答复',
  'review-asked': '申请复核',
  recused: '登记回避',
  'review-decided': '作出复核决定',
  decided: '决定扣分',
  entered: '登记到台账',
  cured: '改正',
  'appeal-recorded': '登记申诉',
} as const satisfies Record<StepDeed['kind'], string>

const stateWords = {
  new: '还没有提出',
  filed: '正等考核办答复',
  answered: '考核办已经答复',
  'review-asked': '正等领导小组复核',
  withdrawn: '已经撤回',
  settled: '已经办结',
  decided: '领导小组已经决定',
  proposed: '正等领导小组决定',
  entered: '已经登记到台账',
} as const satisfies Record<ProceedingState | 'new', string>

const recusalWords = {
  aboutOneself: '这件事关系到本人',
  recorder: '这条记录由本人登记',
  confirmer: '这条记录由本人确认',
  publisher: '这份通报由本人公布',
  answerer: '答复由本人作出',
  proposer: '这件事由本人提出',
  recused: '已登记回避',
} as const satisfies Record<Recusal, string>
