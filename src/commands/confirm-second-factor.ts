import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore } from './account-store.ts'
import type { Seal } from './authenticator.ts'
import { checkProof, type Proof, type ProofRefusal, type ProofTools } from './check-proof.ts'
import { digitsOf } from './check-second-factor.ts'
import { keepRecoveryCodes } from './keep-recovery-codes.ts'
import type { RotatedSession, SessionGone } from './show-second-factor.ts'

export type ConfirmRefusal =
  | ProofRefusal
  | SessionGone
  | { readonly code: 'first-code-wrong' }
  /** A session left open must not be where somebody else's phone is put in place of one's own. */
  | { readonly code: 'proof-missing' }

/**
 * The secret offered to a session for its authenticator. It is told from the session instead of being stored: a page
 * loaded again half-way shows the same one, and an earlier second factor stays good until the new one is confirmed.
 */
export function offeredSecret(
  { accountId, sessionId }: { readonly accountId: string; readonly sessionId: string },
  seal: Pick<Seal, 'derive'>,
): Uint8Array {
  return seal.derive(['second-factor', accountId, sessionId])
}

/**
 * The first code from a new authenticator puts it in force, in place of an earlier one; answers the recovery codes.
 * The other sessions end, and this one goes on under a fresh token and id, to which another secret would be offered.
 * Of two requests at once, from one session or two, the later finds its session gone: nobody is shown recovery codes
 * that are worth nothing.
 */
export async function confirmSecondFactor(
  given: {
    readonly accountId: string
    readonly sessionId: string
    readonly typed: string
    readonly proof: Proof | null
    /** Signed in by the password alone so far, because a role asks for more: nothing else is to be had of it. */
    readonly isSigningIn: boolean
  },
  rotated: RotatedSession,
  tools: ProofTools,
  accounts: AccountStore,
): Promise<Result<readonly string[], ConfirmRefusal>> {
  const { accountId, proof } = given
  const { at, seal, authenticator, codes } = tools
  // Before the proof, which a recovery code would be used up by.
  const secret = offeredSecret(given, seal)
  const step = authenticator.stepOf(secret, digitsOf(given.typed) ?? '', at)
  if (step === null) return refuse({ code: 'first-code-wrong' })
  // The account: before the first authenticator there is no second factor to wait for one another at.
  const isHeld = await accounts.holdAccount(accountId)
  const { oldHash, newHash, newId } = rotated
  if (!isHeld || !(await accounts.rotateSession(oldHash, { newHash, id: newId, secondFactorAt: at })))
    return refuse({ code: 'not-signed-in' })
  if ((await accounts.holdSecondFactor(accountId)) !== null || !given.isSigningIn) {
    if (proof === null) return refuse({ code: 'proof-missing' })
    const proven = await checkProof(accountId, proof, tools, accounts)
    if (!proven.ok) return proven
  }
  const sealedSecret = seal.seal(secret, accountId)
  await accounts.keepSecondFactor({ accountId, sealedSecret, confirmedAt: at, lastStep: step })
  const recoveryCodes = await keepRecoveryCodes(accountId, codes, accounts)
  await accounts.removeSessionsOf(accountId, newId)
  return accept(recoveryCodes)
}
