import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Authenticator, Seal } from './authenticator.ts'
import type { RecoveryCodes } from './recovery-codes.ts'
import type { SecondFactorStore } from './second-factor-store.ts'

export type SecondFactorRefusal =
  | { readonly code: 'second-factor-absent' }
  | { readonly code: 'code-wrong' }
  /** The key outside the database is not the one the secret was sealed with. */
  | { readonly code: 'second-factor-sealed' }

/** What checking a code needs besides the store. */
export type CodeTools = {
  readonly at: Date
  readonly seal: Seal
  readonly authenticator: Authenticator
  readonly codes: RecoveryCodes
}

/** Where a recovery code was used: how many are left; null where it was one of the authenticator's. */
export type UsedCode = { readonly recoveryCodesLeft: number | null }

/**
 * Whether what was typed is the account's six-digit code of this half minute (one step early or late is allowed, each
 * step counts once) or one of its unused recovery codes, which is then used. Count the attempt before.
 */
export async function checkSecondFactor(
  accountId: string,
  typed: string,
  { at, seal, authenticator, codes }: CodeTools,
  accounts: SecondFactorStore,
): Promise<Result<UsedCode, SecondFactorRefusal>> {
  const held = await accounts.holdSecondFactor(accountId)
  if (held === null) return refuse({ code: 'second-factor-absent' })
  const digits = digitsOf(typed)
  if (digits === null) {
    const isUsed = await accounts.useRecoveryCode(accountId, codes.hash(accountId, typed), at)
    if (!isUsed) return refuse({ code: 'code-wrong' })
    return accept({ recoveryCodesLeft: await accounts.recoveryCodesLeft(accountId) })
  }
  const secret = seal.unseal(held.sealedSecret, accountId)
  if (secret === null) return refuse({ code: 'second-factor-sealed' })
  const step = authenticator.stepOf(secret, digits, at)
  if (step === null || step <= held.lastStep) return refuse({ code: 'code-wrong' })
  await accounts.useStep(accountId, step)
  return accept({ recoveryCodesLeft: null })
}

/** Six digits as an authenticator shows them, in groups or typed at full width; null: something else. */
export function digitsOf(typed: string): string | null {
  const digits = typed.normalize('NFKC').replaceAll(/\s/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
