import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import { idleSince } from '../policies/session-limits.ts'
import type { AccountStore, Caller } from './account-store.ts'
import { checkNewPassword, type WeakPassword } from './check-new-password.ts'
import { forgiveAttempt } from './count-attempt.ts'
import type { SpellName } from './import-roster.ts'
import { openSession } from './open-session.ts'
import { userNameKey } from './user-name-key.ts'

export type ChangePasswordRefusal =
  | { readonly code: 'old-password-wrong' }
  | { readonly code: 'password-unchanged' }
  | WeakPassword

/**
 * Changes one's own password and ends every session of the account; the browser that asked goes on under a fresh token.
 * Answers how many other sessions ended. Count the attempt before (count-attempt.ts): a session left open must not
 * be a place to guess the old password at.
 */
export async function changePassword(
  change: { readonly oldPassword: string; readonly password: string },
  session: {
    readonly accountId: string
    readonly tenantId: string | null
    readonly secondFactorAt: Date | null
    readonly newTokenHash: Uint8Array
    readonly caller: Caller
  },
  act: {
    readonly at: Date
    readonly newId: () => string
    readonly passwords: {
      readonly hash: (password: string) => Promise<string>
      readonly verify: (hash: string, password: string) => Promise<boolean>
    }
    readonly spellName: SpellName
  },
  accounts: AccountStore,
): Promise<Result<{ readonly endedSessions: number }, ChangePasswordRefusal>> {
  const { accountId, tenantId, secondFactorAt, caller } = session
  const account = await accounts.accountOf(accountId)
  assert(account !== null, 'who is signed in has an account')
  // Who only ever came by way of the OpenID provider has none to show; a set-up code makes the first.
  if (account.passwordHash === null) return refuse({ code: 'old-password-wrong' })
  const isRight = await act.passwords.verify(account.passwordHash, change.oldPassword)
  if (!isRight || !(await accounts.holdPassword(accountId, account.passwordHash)))
    return refuse({ code: 'old-password-wrong' })
  if (change.password.normalize('NFKC') === change.oldPassword.normalize('NFKC'))
    return refuse({ code: 'password-unchanged' })
  const towns = await accounts.townsOf(accountId)
  const names = [account.userName, ...towns.map(({ name }) => name)]
  const checked = checkNewPassword(change.password, names, act.spellName)
  if (!checked.ok) return checked
  await accounts.replacePassword(accountId, await act.passwords.hash(change.password))
  await accounts.removeEndedSessions({ at: act.at, idleSince: idleSince(act.at) })
  const ended = await accounts.removeSessionsOf(accountId, null)
  const opened = { id: act.newId(), accountId, tenantId, secondFactorAt, caller }
  await openSession(opened, { newHash: session.newTokenHash, oldHash: null }, act.at, accounts)
  const name = { userNameKey: userNameKey(account.userName), tenantId: account.homeTenantId }
  await forgiveAttempt({ name, address: caller.address }, accounts)
  return accept({ endedSessions: Math.max(0, ended - 1) })
}
