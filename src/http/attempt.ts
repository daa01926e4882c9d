import type { AccountStore } from '../commands/account-store.ts'
import type { ProofTools } from '../commands/check-proof.ts'
import { countAttempt, forgiveAttempt, type AttemptKind } from '../commands/count-attempt.ts'
import { accountOfSession, noteSignIn } from '../commands/note-sign-in.ts'
import { userNameKey } from '../commands/user-name-key.ts'
import type { Result } from '../domain/primitives/result.ts'
import { authenticator } from './authenticator.ts'
import type { EndpointName } from './contract/endpoints.ts'
import { noteRefusedSignIn } from './note-refused-sign-in.ts'
import { recoveryCodes } from './one-time-codes.ts'
import type { Refusal } from './refusal.ts'
import type { Browser, SignedIn } from './route.ts'
import type { Services } from './services.ts'

export type AttemptCall = {
  readonly services: Services
  readonly session: SignedIn
  readonly browser: Browser
  readonly at: Date
}

type Attempted = {
  readonly operation: EndpointName
  /** What is guessed at; null: nothing is. */
  readonly guess: AttemptKind | null
  /** How the audit keeps that it was done; null: a later step is what is kept. */
  readonly kept: 'sign-in' | 'write' | null
}

/**
 * What somebody does to the own account after showing, by the password or a code, that it is still he who sits there.
 * Counts a guess before it is looked at, and takes it back when it was right; a wrong one is kept in the audit.
 */
export async function attempt<Value, Refused extends Refusal>(
  { services, session, browser, at }: AttemptCall,
  { operation, guess: kind, kept }: Attempted,
  work: (accounts: AccountStore) => Promise<Result<Value, Refused>>,
): Promise<Result<Value, Refusal>> {
  const { caller } = browser
  const name = { userNameKey: userNameKey(session.ownUserName), tenantId: session.homeTenantId }
  const guess = kind === null ? null : { name, address: caller.address, kind }
  if (guess !== null) {
    const counted = await services.inAccounts((accounts) => countAttempt(guess, at, accounts))
    if (!counted.ok) return counted
  }
  const outcome = await services.inAccounts<Value, Refusal>(async (accounts) => {
    const worked = await work(accounts)
    if (!worked.ok) return worked
    if (guess !== null) await forgiveAttempt(guess, accounts)
    if (kept === null) return worked
    const event = { operation, outcome: 'done', kind: kept, account: accountOfSession(session) } as const
    await noteSignIn(event, { at, newId: services.newId, caller }, accounts)
    return worked
  })
  if (!outcome.ok && isGuess(outcome.refusal.code))
    await noteRefusedSignIn({ operation, name }, { services, browser, at })
  return outcome
}

/** Somebody could not show who he is; other refusals are none. */
const isGuess = (code: Refusal['code']) => code === 'code-wrong' || code === 'proof-wrong'

/** What checking a proof needs besides the store. */
export function proofTools({
  services: { seal, passwords },
  at,
}: Pick<AttemptCall, 'services' | 'at'>): ProofTools {
  return { at, seal, authenticator, codes: recoveryCodes, verify: passwords.verify }
}
