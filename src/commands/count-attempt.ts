import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import {
  countedPerAddress,
  forgottenBefore,
  networkOf,
  waitSeconds,
  type AttemptScope,
} from '../policies/attempt-delay.ts'
import { idleSince } from '../policies/session-limits.ts'
import type { SignInName } from './account-store.ts'
import type { AttemptStore } from './attempt-store.ts'

export type ThrottleRefusal = {
  readonly code: 'sign-in-throttled'
  readonly waitSeconds: number
  /** Which count makes the caller wait. */
  readonly scope: AttemptScope
}

/** What is guessed at. Each is counted for itself: who has the password cannot wipe out wrong codes by signing in anew. */
export type AttemptKind = 'password' | 'code' | 'set-up-code'

type Attempt = {
  /** Whose account it is about: who is at home there is known by it. */
  readonly name: SignInName
  /** Under which name it is counted, where that is another. */
  readonly countedAs?: SignInName
  readonly address: string
  readonly kind?: AttemptKind
}

/** However many names are tried from however many addresses, no more is kept. */
const mostKeys = 10_000

const scopes = ['pair', 'account', 'address'] as const

/**
 * Counts an attempt at a password as failed before the password is looked at, so that a burst of guesses is not let
 * through at once; forgiveAttempt takes it back. Refused, and not counted, while the caller has to wait: a user name
 * from one address, a user name from anywhere, an address with any user name. What is asked and stored is the same
 * whether or not there is such an account. Whoever has the account open at that address is not held up by strangers'
 * guesses at it from elsewhere.
 */
export async function countAttempt(
  attempt: Attempt,
  at: Date,
  accounts: AttemptStore,
): Promise<Result<null, ThrottleRefusal>> {
  await accounts.lockAttempts()
  await accounts.trimFailures(forgottenBefore(at), mostKeys)
  const keys = keysOf(attempt)
  const known = await accounts.readFailures(Object.values(keys))
  const live = { at, idleSince: idleSince(at) }
  // Who has shown the password alone has a session, too: for codes being at home is no merit.
  const isPassword = (attempt.kind ?? 'password') === 'password'
  const isAtHome = isPassword && (await accounts.isAddressKnown(attempt.name, attempt.address, live))
  const waits = scopes
    .filter((scope) => scope !== 'account' || !isAtHome)
    .map((scope) => ({ scope, waitSeconds: waitSeconds(scope, known.get(keys[scope]), at) }))
    .toSorted((left, right) => right.waitSeconds - left.waitSeconds)
  const [longest] = waits
  if (longest !== undefined && longest.waitSeconds > 0) return refuse({ code: 'sign-in-throttled', ...longest })
  const failuresOf = (scope: AttemptScope) => known.get(keys[scope])?.failures ?? 0
  for (const scope of scopes) {
    if (scope === 'account' && failuresOf('pair') >= countedPerAddress) continue
    await accounts.writeFailures(keys[scope], { failures: failuresOf(scope) + 1, lastAt: at })
  }
  return accept(null)
}

/** The password was right: this address starts anew with that user name, and the attempt counts against nobody. */
export async function forgiveAttempt(attempt: Attempt, accounts: AttemptStore): Promise<void> {
  await accounts.lockAttempts()
  const keys = keysOf(attempt)
  await accounts.forgiveFailures(keys.pair, 'all')
  await accounts.forgiveFailures(keys.account, 'one')
  await accounts.forgiveFailures(keys.address, 'one')
}

function keysOf({
  name,
  countedAs = name,
  address,
  kind = 'password',
}: Attempt): Readonly<Record<AttemptScope, string>> {
  const [whose, network] = [`${countedAs.userNameKey}@${countedAs.tenantId ?? ''}`, networkOf(address)]
  const keyOf = (...parts: readonly string[]) => JSON.stringify(kind === 'password' ? parts : [kind, ...parts])
  return {
    pair: keyOf('pair', whose, network),
    account: keyOf('account', whose),
    address: keyOf('address', network),
  }
}
