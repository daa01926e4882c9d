import type { ChangePasswordRefusal } from '../../commands/change-password.ts'
import type { ChooseTownRefusal } from '../../commands/choose-town.ts'
import type { ActivateRefusal } from '../../commands/activate.ts'
import type { SecondFactorRefusal } from '../../commands/check-second-factor.ts'
import type { ConfirmRefusal } from '../../commands/confirm-second-factor.ts'
import type { ThrottleRefusal } from '../../commands/count-attempt.ts'
import type { EndSessionRefusal } from '../../commands/end-sessions.ts'
import type { RemoveSecondFactorRefusal } from '../../commands/remove-second-factor.ts'
import type { SessionGone } from '../../commands/show-second-factor.ts'
import type { SetUpRefusal } from '../../commands/set-up.ts'
import type { SignInRefusal } from '../../commands/sign-in.ts'
import type { PasswordWeakness } from '../../policies/password-policy.ts'
import type { DistrictRefusal, ProviderRefusal } from '../refusal.ts'
import { answerTo, type RefusalAnswer } from './answer.ts'

type AccountRefusal =
  | SignInRefusal
  | ThrottleRefusal
  | ChangePasswordRefusal
  | EndSessionRefusal
  | SetUpRefusal
  | ChooseTownRefusal
  | SecondFactorRefusal
  | Exclude<ConfirmRefusal | RemoveSecondFactorRefusal, SessionGone>
  | ActivateRefusal
  | ProviderRefusal
  | DistrictRefusal

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
    case 'activation-failed':
      return answer(401, '用户名或设置码不对，或设置码已用过、已过期；请核对，仍不行请系统管理员另发一个。')
    case 'code-wrong':
      return answer(
        422,
        '验证码不对。六位验证码每 30 秒一换、只能用一次，请等下一个；恢复码也只能用一次。',
        'code',
      )
    case 'first-code-wrong':
      return answer(422, '验证码不对。请看一下手机的时间是否准，再输入验证器上现在的六位数。', 'code')
    case 'second-factor-absent':
      return answer(409, '这个账号还没有设置登录验证码，请刷新页面。')
    case 'second-factor-sealed':
      return answer(
        409,
        '服务器上的钥匙文件（keys.json）换过或丢失，六位验证码核对不了。请改用恢复码；没有恢复码，请系统管理员取消您的登录验证码后重新设置，或从备份恢复钥匙文件。',
      )
    case 'second-factor-required':
      return answer(
        409,
        '您的身份可以改动或看到全镇的成绩、工资、设置或审计，登录验证码不能取消；换手机请用“换一部手机”。',
      )
    case 'proof-missing':
      return answer(422, '请先用密码或原来的验证码证明是您本人。', 'proof')
    case 'proof-wrong':
      return answer(422, refusal.kind === 'password' ? '密码不对。' : '验证码或恢复码不对，或已经用过。', 'proof')
    case 'session-unknown':
      return answer(404, '这处登录已经结束了，请刷新列表。')
    case 'set-up-token-invalid':
      return answer(403, '这个首次登录链接无效或已过期，请重新启动程序，用新显示的链接。', 'token')
    case 'already-set-up':
      return answer(409, '系统已经设置过，请直接登录。')
    case 'town-unknown':
      return answer(404, '没有这个镇，或您不在其中。', 'townId')
    case 'persona-unknown':
      return answer(404, '示例镇里没有这个人，请刷新后再选。', 'accountId')
    case 'district-name-taken':
      return answer(409, `已经有区级账号“${refusal.userName}”，请换一个用户名。`, 'userName')
    case 'town-name-taken':
      return answer(409, `已经有“${refusal.name}”，请换一个名称。`, 'name')
    case 'town-code-taken':
      return answer(409, `代码 ${refusal.townCode} 已有别的镇在用，请换一个。`, 'code')
    case 'founder-activated':
      return answer(409, '这个镇的账号已经启用，要换设置码请由镇里的管理员在“账号与权限”里办。')
    case 'provider-absent':
      return answer(404, '这里没有接统一身份认证，请用用户名和密码登录。')
    case 'provider-unreachable':
      return answer(502, `${refusal.provider}现在连不上，请用用户名和密码登录，或稍后再试。`)
    case 'provider-unlinked':
      return answer(404, '账号没有绑定，不用解除。')
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
