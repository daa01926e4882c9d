import type { ChangePasswordRefusal } from '../../commands/change-password.ts'
import type { ChooseTownRefusal } from '../../commands/choose-town.ts'
import type { ThrottleRefusal } from '../../commands/count-attempt.ts'
import type { EndSessionRefusal } from '../../commands/end-sessions.ts'
import type { SetUpRefusal } from '../../commands/set-up.ts'
import type { SignInRefusal } from '../../commands/sign-in.ts'
import type { PasswordWeakness } from '../../policies/password-policy.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

type AccountRefusal =
  | SignInRefusal
  | ThrottleRefusal
  | ChangePasswordRefusal
  | EndSessionRefusal
  | SetUpRefusal
  | ChooseTownRefusal

/** Signing in, the first set-up and one's own account. */
export function describeAccountRefusal(refusal: AccountRefusal): RefusalAnswer {
  const answer = answerTo(refusal)
  switch (refusal.code) {
    case 'sign-in-failed':
      return answer(401, '用户名或密码不对，请重新输入。')
    case 'sign-in-throttled':
      return answer(429, `${throttleReasons[refusal.scope]}，请等 ${waitWords(refusal.waitSeconds)}再试。`)
    case 'old-password-wrong':
      return answer(422, '原密码不对，密码没有换。', 'oldPassword')
    case 'password-unchanged':
      return answer(422, '新密码和原密码一样，请换一个。', 'password')
    case 'password-weak':
      return answer(
        422,
        `${weaknessWords[refusal.weakness]}，容易被猜中。请换一个：自己编的一句话最好记。`,
        'password',
      )
    case 'session-unknown':
      return answer(404, '这处登录已经结束了，请刷新列表。')
    case 'set-up-token-invalid':
      return answer(403, '这个首次登录链接无效或已过期，请重新启动程序，用新显示的链接。', 'token')
    case 'already-set-up':
      return answer(409, '系统已经设置过，请直接登录。')
    case 'town-unknown':
      return answer(404, '没有这个镇，或你不在其中。', 'townId')
    case 'persona-unknown':
      return answer(404, '示例镇里没有这个人，请刷新后再选。', 'accountId')
  }
}

const throttleReasons = {
  pair: '输错次数较多',
  account: '这个用户名在多处被输错密码，已放慢',
  address: '从这台电脑或同一出口输错的次数较多，已放慢',
} as const satisfies Record<ThrottleRefusal['scope'], string>

const weaknessWords = {
  common: '密码里主要是常见的词和数字',
  row: '密码里主要是连号、连着的键或重复的字符',
  date: '密码里主要是日期（如生日）',
  number: '密码里主要是电话号码或证件号码',
  name: '密码里主要是用户名或镇名',
} as const satisfies Record<PasswordWeakness, string>

function waitWords(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  const rest = seconds % 60
  if (minutes === 0) return `${String(seconds)} 秒`
  return rest === 0 ? `${String(minutes)} 分钟` : `${String(minutes)} 分 ${String(rest)} 秒`
}
