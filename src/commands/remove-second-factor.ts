import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore } from './account-store.ts'
import { checkProof, type Proof, type ProofRefusal, type ProofTools } from './check-proof.ts'
import type { RotatedSession, SessionGone } from './show-second-factor.ts'

export type RemoveSecondFactorRefusal = ProofRefusal | SessionGone | { readonly code: 'second-factor-required' }

/**
 * Takes one's own second factor away, where no role calls for one; other sessions end, and this one goes on as one in
 * which none was shown: a role given later asks for it.
 */
export async function removeSecondFactor(
  given: {
    readonly accountId: string
    readonly sessionId: string
    readonly isNeeded: boolean
    readonly proof: Proof
  },
  { oldHash, newHash, newId }: RotatedSession,
  tools: ProofTools,
  accounts: AccountStore,
): Promise<Result<null, RemoveSecondFactorRefusal>> {
  const { accountId, sessionId } = given
  if (given.isNeeded) return refuse({ code: 'second-factor-required' })
  const proven = await checkProof(accountId, given.proof, tools, accounts)
  if (!proven.ok) return proven
  if ((await accounts.holdSecondFactor(accountId)) === null) return refuse({ code: 'second-factor-absent' })
  await accounts.removeSecondFactor(accountId)
  await accounts.removeSessionsOf(accountId, sessionId)
  const isRotated = await accounts.rotateSession(oldHash, { newHash, id: newId, secondFactorAt: null })
  return isRotated ? accept(null) : refuse({ code: 'not-signed-in' })
}
