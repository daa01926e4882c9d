import type { CorrectionRefusal } from '../../commands/request-correction.ts'
import type { Refusal } from '../refusal.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

/** Each code once: one that is missing here does not compile. */
const correctionCodes: Readonly<Record<CorrectionRefusal['code'], true>> = {
  'no-own-person': true,
  'corrections-waiting': true,
  'correction-unknown': true,
  'correction-answered': true,
  'correction-about-oneself': true,
}

export function isCorrectionRefusal(refusal: Refusal): refusal is CorrectionRefusal {
  return Object.hasOwn(correctionCodes, refusal.code)
}

/** What people ask to be put right about themselves. */
export function describeCorrectionRefusal(refusal: CorrectionRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'no-own-person':
      return answer(422, '您的账号没有对应花名册里的人，没有个人信息；如应当有，请联系系统管理员。')
    case 'corrections-waiting':
      return answer(409, `已有${String(refusal.most)}条更正申请在等答复，请等答复以后再提。`)
    case 'correction-unknown':
      return answer(404, '找不到这条更正申请，请刷新页面。')
    case 'correction-answered':
      return answer(409, `这条更正申请已由${refusal.by}答复，请刷新页面。`)
    case 'correction-about-oneself':
      return answer(409, '不能答复自己的更正申请，请由考核办的另一人答复。')
  }
}
