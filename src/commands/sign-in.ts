import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore } from './account-store.ts'
import { openSession } from './open-session.ts'
import { userNameKey } from './user-name-key.ts'

export type SignInRefusal = { readonly code: 'sign-in-failed' }

/** A hash of nothing anyone knows: an unknown user name takes the same time and answer as a wrong password. */
const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$GYGJKBdDkzsbHzVYMJ1mUA$bq0hnmdVzYPdBeEvKLnXDcIN1BzJJp3jWf2N0QrIjzI'

/** Checks the password and opens a session in the account's first town. */
export async function signIn(
  given: { readonly userName: string; readonly password: string },
  tokens: { readonly newHash: Uint8Array; readonly oldHash: Uint8Array | null },
  at: Date,
  verify: (hash: string, password: string) => Promise<boolean>,
  accounts: AccountStore,
): Promise<Result<null, SignInRefusal>> {
  const account = await accounts.findAccount(userNameKey(given.userName))
  const isRight = await verify(account?.passwordHash ?? nobodysHash, given.password)
  if (account === null || !isRight) return refuse({ code: 'sign-in-failed' })
  const [town] = await accounts.townsOf(account.id)
  if (town === undefined) return refuse({ code: 'sign-in-failed' })
  await openSession({ accountId: account.id, tenantId: town.id }, tokens, at, accounts)
  return accept(null)
}
