import { changeRefusalWords } from './change-refusal-words.ts'
import { diskFullSentence } from './refusal-answers/outage-answer.ts'
import { describeAccountRefusal } from './refusal-answers/account-refusal-answer.ts'
import { answerTo, type RefusalAnswer } from './refusal-answers/answer.ts'
import { describeAttachmentRefusal, isAttachmentRefusal } from './refusal-answers/attachment-refusal-answer.ts'
import { describeBulletinRefusal, isBulletinRefusal } from './refusal-answers/bulletin-refusal-answer.ts'
import { describeCorrectionRefusal, isCorrectionRefusal } from './refusal-answers/correction-refusal-answer.ts'
import { describeEntryRefusal, isEntryRefusal } from './refusal-answers/entry-refusal-answer.ts'
import { describePeriodRefusal, isPeriodRefusal } from './refusal-answers/period-refusal-answer.ts'
import { describeProceedingRefusal, isProceedingRefusal } from './refusal-answers/proceeding-refusal-answer.ts'
import { describeRegisterRefusal, isRegisterRefusal } from './refusal-answers/register-refusal-answer.ts'
import { describeReminderRefusal, isReminderRefusal } from './refusal-answers/reminder-refusal-answer.ts'
import { describeProofRefusal, isProofRefusal } from './refusal-answers/proof-refusal-answer.ts'
import { describeResultRefusal, isResultRefusal } from './refusal-answers/result-refusal-answer.ts'
import { describeSchemeRefusal } from './refusal-answers/scheme-refusal-answer.ts'
import { describeTownAccountRefusal, isTownAccountRefusal } from './refusal-answers/town-account-refusal-answer.ts'
import type { Refusal } from './refusal.ts'

/** The one place where a refusal becomes a status and a sentence; a refusal without one does not compile. */
export function describeRefusal(refusal: Refusal): RefusalAnswer {
  if (isTownAccountRefusal(refusal)) return describeTownAccountRefusal(refusal)
  if (isProofRefusal(refusal)) return describeProofRefusal(refusal)
  if (isEntryRefusal(refusal)) return describeEntryRefusal(refusal)
  if (isRegisterRefusal(refusal)) return describeRegisterRefusal(refusal)
  if (isReminderRefusal(refusal)) return describeReminderRefusal(refusal)
  if (isPeriodRefusal(refusal)) return describePeriodRefusal(refusal)
  if (isBulletinRefusal(refusal)) return describeBulletinRefusal(refusal)
  if (isAttachmentRefusal(refusal)) return describeAttachmentRefusal(refusal)
  if (isCorrectionRefusal(refusal)) return describeCorrectionRefusal(refusal)
  if (isProceedingRefusal(refusal)) return describeProceedingRefusal(refusal)
  const answer = answerTo(refusal)
  switch (refusal.code) {
    // The request itself.
    case 'input-invalid':
      return answer(400, refusal.message === '' ? '填写的内容有误，请核对。' : refusal.message, refusal.place)
    case 'characters-unstorable':
      return answer(400, '文字里有无法保存的字符（可能是复制时损坏），请删去后重新输入。', refusal.place)
    case 'body-not-json':
      return answer(400, '请求内容不完整，请重试。')
    case 'body-not-form':
      return answer(400, '上传内容不完整，请重新选择文件上传。')
    case 'file-missing':
      return answer(400, '没有收到文件，请选择文件后再上传。', 'file')
    case 'body-too-large':
      return answer(
        413,
        `文件太大：最多 ${String(refusal.limitMegabytes)} MB，请拆成几份或删去其中的图片后再上传。`,
        'file',
      )
    case 'sheet-unreadable':
      return answer(422, refusal.message, 'file')

    case 'disk-full':
      return answer(507, diskFullSentence(refusal.room))

    // Who asks.
    case 'not-signed-in':
      return answer(401, '请先登录；可能是长时间没有操作，登录已失效。')
    case 'not-allowed':
      return answer(403, '您的身份不能做这件事，如有需要请联系考核办。')
    case 'second-factor-needed':
      return answer(
        403,
        refusal.isSetUp
          ? '还差一步：请输入手机验证器上的六位验证码。'
          : '您的身份可以改动或看到全镇的成绩、工资、设置或审计，请先设置登录验证码。',
      )
    case 'no-town':
      return answer(403, '区级账号不进入某个镇办事，请到“区级总览”。')
    case 'origin-foreign':
      return answer(403, '这个请求不是从公道的页面发出的，已拒绝。请在公道的页面里操作。')
    case 'town-switched':
      return answer(409, '已在另一个窗口切换到别的镇，这一步没有保存。页面会转到现在的镇，请核对后再做。')
    case 'sign-in-failed':
    case 'sign-in-throttled':
    case 'old-password-wrong':
    case 'password-unchanged':
    case 'password-weak':
    case 'session-unknown':
    case 'code-wrong':
    case 'second-factor-absent':
    case 'second-factor-sealed':
    case 'second-factor-required':
    case 'first-code-wrong':
    case 'proof-missing':
    case 'proof-wrong':
    case 'activation-failed':
    case 'set-up-token-invalid':
    case 'already-set-up':
    case 'town-unknown':
    case 'persona-unknown':
    case 'district-name-taken':
    case 'town-name-taken':
    case 'town-code-taken':
    case 'founder-activated':
    case 'provider-absent':
    case 'provider-unreachable':
    case 'provider-unlinked':
      return describeAccountRefusal(refusal)

    // Once only.
    case 'idempotency-key-missing':
      return answer(400, '请求缺少 Idempotency-Key，页面可能是旧版本，请刷新后重试。')
    case 'idempotency-key-malformed':
      return answer(400, 'Idempotency-Key 须是 1 至 200 个可见的 ASCII 字符。')
    case 'idempotency-key-reused':
      return answer(409, '这次提交的编号已用于另一份内容，没有保存。请刷新页面后重新提交。')

    // People, and schemes for their years.
    case 'change-refused':
      return answer(422, changeRefusalWords(refusal.refusals))
    case 'no-scheme-for-period':
      return answer(422, `截至${refusal.asOf}还没有施行的方案，请先在“办法与方案”里通过方案。`)
    default:
      return isResultRefusal(refusal) ? describeResultRefusal(refusal) : describeSchemeRefusal(refusal)
  }
}
