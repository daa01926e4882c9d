import { rescueAccount } from '../commands/rescue-account.ts'
import { resolveSignInName } from '../commands/sign-in-name.ts'
import { newSetUpCode } from './one-time-codes.ts'
import type { Services } from './services.ts'

/** For the program's start with --rescue: what to say at the terminal, in full. */
export async function rescueSignIn(typed: string, address: string, services: Services): Promise<string> {
  const act = { at: services.now(), newId: services.newId, newCode: newSetUpCode }
  const rescued = await services.inAccounts(async (accounts) =>
    rescueAccount(await resolveSignInName({ userName: typed }, accounts), act, accounts),
  )
  if (!rescued.ok)
    return `没有可用的账号“${typed}”，什么都没有改。几个镇合用一套公道时写成 用户名@镇代码；停用的账号由系统管理员恢复。`
  const { userName, code } = rescued.value
  return `账号“${userName}”的登录验证码已取消，登录已全部结束。请打开 ${address}/activate?user=${encodeURIComponent(typed)} 用这个设置码另定密码（14 天内有效，只能用一次）：\n\n    ${code}\n\n下次启动请去掉 --rescue。`
}
