import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { forgottenBefore, networkOf, waitSeconds } from '../policies/attempt-delay.ts'
import type { AttemptStore } from './attempt-store.ts'
import type { ThrottleRefusal } from './count-attempt.ts'
import type { ProviderStore, ProviderVisit } from './provider-store.ts'

export type VisitRefusal = { readonly code: 'provider-visit-over' }

const visitLifetimeMs = 10 * 60_000
/** However many addresses begin, no more is kept. */
const mostKeys = 10_000

/** Begins a way to the provider and back: ten minutes, once, in this browser. */
export async function beginVisit(
  visit: ProviderVisit & { readonly stateHash: Uint8Array; readonly browserHash: Uint8Array },
  accounts: ProviderStore,
): Promise<void> {
  await accounts.addVisit(visit, expiredAt(visit.createdAt))
}

/** Who comes back: refused when it was begun elsewhere, too long ago, or has been used. */
export async function endVisit(
  { stateHash, browserHash }: { readonly stateHash: Uint8Array; readonly browserHash: Uint8Array },
  at: Date,
  accounts: ProviderStore,
): Promise<Result<ProviderVisit, VisitRefusal>> {
  const visit = await accounts.takeVisit(stateHash, browserHash)
  return visit === null || visit.createdAt <= expiredAt(at)
    ? refuse({ code: 'provider-visit-over' })
    : accept(visit)
}

function expiredAt(at: Date): Date {
  return new Date(at.getTime() - visitLifetimeMs)
}

/** Counts a sign-in at the provider as failed when it begins; who begins too many from one address waits. */
export async function countVisit(
  address: string,
  at: Date,
  accounts: AttemptStore,
): Promise<Result<null, ThrottleRefusal>> {
  await accounts.lockAttempts()
  await accounts.trimFailures(forgottenBefore(at), mostKeys)
  const key = keyOf(address)
  const known = (await accounts.readFailures([key])).get(key)
  const wait = waitSeconds('address', known, at)
  if (wait > 0) return refuse({ code: 'sign-in-throttled', waitSeconds: wait, scope: 'address' })
  await accounts.writeFailures(key, { failures: (known?.failures ?? 0) + 1, lastAt: at })
  return accept(null)
}

/** The sign-in succeeded: it counts against nobody. */
export async function forgiveVisit(address: string, accounts: AttemptStore): Promise<void> {
  await accounts.lockAttempts()
  await accounts.forgiveFailures(keyOf(address), 'one')
}

function keyOf(address: string): string {
  return JSON.stringify(['provider', networkOf(address)])
}
