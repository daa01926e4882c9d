import type { BulletinDraftRefusal } from '../../commands/draft-bulletin.ts'
import type { EndNoticeRefusal } from '../../commands/end-notice.ts'
import type { PublishRefusal } from '../../commands/publish-bulletin.ts'
import { impossible } from '../../domain/primitives/result.ts'
import type { BulletinNotReady } from '../../queries/drafted-bulletin.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

/** Every refusal of 通报; what other groups have a sentence for is theirs. */
export type BulletinRefusal = Exclude<
  BulletinDraftRefusal | EndNoticeRefusal | PublishRefusal | BulletinNotReady,
  { readonly code: 'figures-changed' | 'no-scheme-for-period' }
>

const codes: Readonly<Record<BulletinRefusal['code'], true>> = {
  'bulletin-draft-unknown': true,
  'bulletin-draft-changed': true,
  'bulletin-unknown': true,
  'bulletin-ended': true,
  'notice-running': true,
  'objections-open': true,
  'bulletin-title-wrong': true,
  'quarter-running': true,
  'nobody-on-roster': true,
  'result-not-approved': true,
  'result-outdated': true,
  'pay-list-not-approved': true,
  'bulletin-unchanged': true,
  'bulletin-in-notice': true,
  'reason-missing': true,
}

export function isBulletinRefusal(refusal: { readonly code: string }): refusal is BulletinRefusal {
  return Object.hasOwn(codes, refusal.code)
}

/** Refusals of drafting, publishing and ending a notice, as status and sentence. */
export function describeBulletinRefusal(refusal: BulletinRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'bulletin-draft-unknown':
      return answer(404, '找不到这份通报草稿，可能已经发布或删去，请回到“通报”。')
    case 'bulletin-draft-changed':
      return answer(409, `这份草稿刚由${refusal.by}改过，没有保存。请刷新页面，核对后再改。`)
    case 'bulletin-unknown':
      return answer(404, '找不到这份通报，请回到“通报”。')
    case 'bulletin-ended':
      return answer(
        409,
        `这份通报${refusal.state === 'final' ? '已经定稿，不能再改；如有错误请发更正' : '已经撤回'}。`,
      )
    case 'notice-running':
      return answer(409, `公示到${refusal.lastDay}为止，期满的次日起才能定稿。`)
    case 'objections-open':
      return answer(409, `还有${String(refusal.count)}件异议没有办结，办结以后才能定稿；请到“异议与复核”。`)
    case 'bulletin-title-wrong':
      return answer(422, `输入的名称与标题不一致，没有发布。请原样输入：${refusal.title}`, 'title')
    default:
      return answer(422, bulletinNotReadySentence(refusal))
  }
}

/** Why a draft cannot be published as things stand, and the way out. */
export function bulletinNotReadySentence(refusal: BulletinNotReady): string {
  switch (refusal.code) {
    case 'no-scheme-for-period':
      return `截至${refusal.asOf}还没有施行的方案，请先在“办法与方案”里通过方案。`
    case 'quarter-running':
      return `这个季度到${refusal.lastDay}为止，过了这一天才能发布季度通报。`
    case 'nobody-on-roster':
      return `花名册里${String(refusal.year)}年没有人员，没有可以通报的成绩。`
    case 'result-not-approved':
      return `${String(refusal.year)}年度结果还没有通过，通过以后才能公示；请到“年度定稿”。`
    case 'result-outdated':
      return `第${String(refusal.number)}号年度结果通过以后，${String(refusal.year)}年的成绩又有变动。请到“年度定稿”重新提请，通过以后再公示。`
    case 'pay-list-not-approved':
      return `${String(refusal.year)}年度工资清单还没有通过，通过以后才能出发放表；请到“年度定稿”。`
    case 'bulletin-unchanged':
      return `与已发布的第${String(refusal.number)}号没有不同，不需要再发布。`
    case 'bulletin-in-notice':
      return `第${String(refusal.number)}号还在公示。要更正，请先撤回它，或等它定稿以后再发更正。`
    case 'reason-missing':
      return `这是对第${String(refusal.number)}号的更正，请先填写更正原因。`
    default:
      return impossible(refusal)
  }
}
