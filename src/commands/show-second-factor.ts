import { refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore } from './account-store.ts'
import {
  checkSecondFactor,
  type CodeTools,
  type SecondFactorRefusal,
  type UsedCode,
} from './check-second-factor.ts'

/** A session by its token, and the token and id it goes on under. */
export type RotatedSession = {
  readonly oldHash: Uint8Array
  readonly newHash: Uint8Array
  readonly newId: string
}

/** The session has ended, or goes on under another token, since the request came in. */
export type SessionGone = { readonly code: 'not-signed-in' }

/** The second step of signing in: a code, or a recovery code. The session goes on under a fresh token. */
export async function showSecondFactor(
  given: { readonly accountId: string; readonly typed: string },
  { oldHash, newHash, newId }: RotatedSession,
  tools: CodeTools,
  accounts: AccountStore,
): Promise<Result<UsedCode, SecondFactorRefusal | SessionGone>> {
  const checked = await checkSecondFactor(given.accountId, given.typed, tools, accounts)
  if (!checked.ok) return checked
  const isRotated = await accounts.rotateSession(oldHash, { newHash, id: newId, secondFactorAt: tools.at })
  return isRotated ? checked : refuse({ code: 'not-signed-in' })
}
