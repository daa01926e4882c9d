import type { AcknowledgeRefusal } from '../../commands/acknowledge-entries.ts'
import type { CloseMonthRefusal } from '../../commands/close-month.ts'
import type { EndRoundRefusal } from '../../commands/end-round.ts'
import type { RoundRefusal } from '../../commands/inspect.ts'
import { impossible } from '../../domain/primitives/result.ts'
import type { MonthRefusal } from '../../queries/read-month.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

type Named<Refusal> = Exclude<Refusal, { readonly code: 'figures-changed' | 'no-scheme-for-period' }>

/** Months, inspections and acknowledgements. */
export type PeriodRefusal = Named<
  MonthRefusal | CloseMonthRefusal | RoundRefusal | EndRoundRefusal | AcknowledgeRefusal
>

/** Each code once: one that is missing here does not compile. */
const periodCodes: Readonly<Record<PeriodRefusal['code'], true>> = {
  'month-running': true,
  'month-closed': true,
  'close-reason-missing': true,
  'round-unknown': true,
  'round-ended': true,
  'round-number-taken': true,
  'round-offices-unknown': true,
  'round-inspectors-unknown': true,
  'office-not-in-round': true,
  'not-inspector-of-round': true,
  'unvisited-unexplained': true,
  'own-entries-unknown': true,
}

export function isPeriodRefusal(refusal: { readonly code: string }): refusal is PeriodRefusal {
  return Object.hasOwn(periodCodes, refusal.code)
}

/** Refusals of the clock of the year as status and sentence. */
export function describePeriodRefusal(refusal: PeriodRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'month-running':
      return answer(422, `${monthWords(refusal.month)}还没有结束，${refusal.lastDay}过后才能结账。`)
    case 'month-closed':
      return answer(
        409,
        `${monthWords(refusal.month)}已由${refusal.by}于${refusal.on}结账，每月只结一次；要补记的照常登记，会标为“迟录”。`,
      )
    case 'close-reason-missing':
      return answer(
        422,
        `${monthWords(refusal.month)}还有未了结的事项：请先处理，或写明仍然结账的原因。`,
        'reason',
      )
    case 'round-unknown':
      return answer(404, '找不到这次督查，请回到督查列表。')
    case 'round-ended':
      return answer(409, `这次督查已由${refusal.by}结束，不能再登记；发现的问题请到“登记”里记。`)
    case 'round-number-taken':
      return answer(
        409,
        `${String(refusal.year)}年已有第${String(refusal.number)}次督查，请换一个次数，或打开已有的那次。`,
        'number',
      )
    case 'round-offices-unknown':
      return answer(422, `花名册里现在没有${refusal.offices.join('、')}，请刷新页面重新选择办公室。`, 'offices')
    case 'round-inspectors-unknown':
      return answer(
        422,
        `${refusal.userNames.join('、')}现在不是督查员或考核办的账号，请重新选择，或先在“账号与权限”里授予身份。`,
        'inspectors',
      )
    case 'office-not-in-round':
      return answer(422, `这次督查不包括${refusal.office}，请核对办公室，或另行登记。`, 'office')
    case 'not-inspector-of-round':
      return answer(409, `这次督查由${refusal.inspectors.join('、')}负责，请由他们或考核办登记。`)
    case 'unvisited-unexplained':
      return answer(
        422,
        `${refusal.offices.join('、')}还没有督查，请写明没有督查的原因，或先去督查。`,
        'unvisited',
      )
    case 'own-entries-unknown':
      return answer(404, `有${String(refusal.count)}条不是关于您本人的记录，一条都没有签收，请刷新页面。`)
    default:
      return impossible(refusal)
  }
}

/** 2026年3月 */
function monthWords(month: string): string {
  return `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`
}
