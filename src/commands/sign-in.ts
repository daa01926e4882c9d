import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore, Caller, SignInName } from './account-store.ts'
import { forgiveAttempt } from './count-attempt.ts'
import { openSession } from './open-session.ts'

export type SignInRefusal = { readonly code: 'sign-in-failed' }

/** A hash of nothing anyone knows: an unknown user name takes the same time and answer as a wrong password. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$GYGJKBdDkzsbHzVYMJ1mUA$bq0hnmdVzYPdBeEvKLnXDcIN1BzJJp3jWf2N0QrIjzI'

/**
 * Checks the password and opens a session in the account's first town, without a second factor so far; count the attempt
 * before (count-attempt.ts).
 */
export async function signIn(
  given: { readonly name: SignInName; readonly countedAs: SignInName; readonly password: string },
  tokens: { readonly newHash: Uint8Array; readonly oldHash: Uint8Array | null },
  act: {
    readonly at: Date
    readonly newId: () => string
    readonly caller: Caller
    readonly verify: (hash: string, password: string) => Promise<boolean>
  },
  accounts: AccountStore,
): Promise<Result<null, SignInRefusal>> {
  const account = await accounts.findAccount(given.name)
  const hash = account?.passwordHash ?? null
  const isRight = await act.verify(hash ?? nobodysHash, given.password)
  if (account === null || hash === null || !isRight) return refuse({ code: 'sign-in-failed' })
  // Changed while it was being looked at: the old password opens nothing any more.
  if (!(await accounts.holdPassword(account.id, hash))) return refuse({ code: 'sign-in-failed' })
  const [town] = await accounts.townsOf(account.id)
  if (town === undefined && account.homeTenantId !== null) return refuse({ code: 'sign-in-failed' })
  const { at, newId, caller } = act
  const opened = { id: newId(), accountId: account.id, tenantId: town?.id ?? null, secondFactorAt: null, caller }
  await openSession(opened, tokens, at, accounts)
  await forgiveAttempt({ name: given.name, countedAs: given.countedAs, address: caller.address }, accounts)
  return accept(null)
}
