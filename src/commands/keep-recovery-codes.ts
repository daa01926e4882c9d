import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore } from './account-store.ts'
import { checkProof, type Proof, type ProofRefusal, type ProofTools } from './check-proof.ts'
import type { RecoveryCodes } from './recovery-codes.ts'
import type { SecondFactorStore } from './second-factor-store.ts'

const recoveryCodeCount = 10

/** Ten fresh recovery codes in place of the earlier ones: answered this once, stored as hashes alone. */
export async function keepRecoveryCodes(
  accountId: string,
  codes: RecoveryCodes,
  accounts: Pick<SecondFactorStore, 'replaceRecoveryCodes'>,
): Promise<readonly string[]> {
  const made = Array.from({ length: recoveryCodeCount }, codes.make)
  await accounts.replaceRecoveryCodes(
    accountId,
    made.map((code) => codes.hash(accountId, code)),
  )
  return made
}

export type RenewRefusal = ProofRefusal

/** One's own recovery codes anew, for who used them up or lost the paper. */
export async function renewRecoveryCodes(
  given: { readonly accountId: string; readonly proof: Proof },
  tools: ProofTools,
  accounts: AccountStore,
): Promise<Result<readonly string[], RenewRefusal>> {
  const { accountId, proof } = given
  const proven = await checkProof(accountId, proof, tools, accounts)
  if (!proven.ok) return proven
  if ((await accounts.holdSecondFactor(accountId)) === null) return refuse({ code: 'second-factor-absent' })
  return accept(await keepRecoveryCodes(accountId, tools.codes, accounts))
}
