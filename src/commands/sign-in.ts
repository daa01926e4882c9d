import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore, Caller } from './account-store.ts'
import { forgiveAttempt } from './count-attempt.ts'
import { openSession } from './open-session.ts'
import { userNameKey } from './user-name-key.ts'

export type SignInRefusal = { readonly code: 'sign-in-failed' }

/** A hash of nothing anyone knows: an unknown user name takes the same time and answer as a wrong password. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$GYGJKBdDkzsbHzVYMJ1mUA$bq0hnmdVzYPdBeEvKLnXDcIN1BzJJp3jWf2N0QrIjzI'

/** Checks the password and opens a session in the account's first town; count the attempt before (count-attempt.ts). */
export async function signIn(
  given: { readonly userName: string; readonly password: string },
  tokens: { readonly newHash: Uint8Array; readonly oldHash: Uint8Array | null },
  act: {
    readonly at: Date
    readonly newId: () => string
    readonly caller: Caller
    readonly verify: (hash: string, password: string) => Promise<boolean>
  },
  accounts: AccountStore,
): Promise<Result<null, SignInRefusal>> {
  const account = await accounts.findAccount(userNameKey(given.userName))
  const isRight = await act.verify(account?.passwordHash ?? nobodysHash, given.password)
  if (account === null || !isRight) return refuse({ code: 'sign-in-failed' })
  // Changed while it was being looked at: the old password opens nothing any more.
  if (!(await accounts.holdPassword(account.id, account.passwordHash))) return refuse({ code: 'sign-in-failed' })
  const [town] = await accounts.townsOf(account.id)
  if (town === undefined) return refuse({ code: 'sign-in-failed' })
  const { at, newId, caller } = act
  await openSession({ id: newId(), accountId: account.id, tenantId: town.id, caller }, tokens, at, accounts)
  await forgiveAttempt({ userName: given.userName, address: caller.address }, accounts)
  return accept(null)
}
