import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore } from './account-store.ts'
import { checkSecondFactor, type CodeTools, type SecondFactorRefusal } from './check-second-factor.ts'

/** That it is still the owner who sits there: the password once more, or a code. */
export type Proof = { readonly kind: 'password' | 'code'; readonly value: string }

export type ProofTools = CodeTools & {
  readonly verify: (hash: string, password: string) => Promise<boolean>
}

export type ProofRefusal =
  | { readonly code: 'proof-wrong'; readonly kind: Proof['kind'] }
  | Exclude<SecondFactorRefusal, { readonly code: 'code-wrong' }>

/** Count the attempt before: a session left open must not be a place to guess at. */
export async function checkProof(
  accountId: string,
  proof: Proof,
  tools: ProofTools,
  accounts: AccountStore,
): Promise<Result<null, ProofRefusal>> {
  const wrong = refuse({ code: 'proof-wrong', kind: proof.kind } as const)
  if (proof.kind === 'password') {
    const hash = (await accounts.accountOf(accountId))?.passwordHash ?? null
    if (hash === null || !(await tools.verify(hash, proof.value))) return wrong
    return (await accounts.holdPassword(accountId, hash)) ? accept(null) : wrong
  }
  const checked = await checkSecondFactor(accountId, proof.value, tools, accounts)
  if (checked.ok) return accept(null)
  const { refusal } = checked
  return refusal.code === 'code-wrong' ? wrong : refuse(refusal)
}
