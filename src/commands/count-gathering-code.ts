import type { SignInName } from './account-store.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { forgottenBefore, waitSeconds } from '../policies/attempt-delay.ts'
import type { AttemptStore } from './attempt-store.ts'

export type CodeThrottled = { readonly code: 'gathering-code-throttled'; readonly waitSeconds: number }

/** As many keys as those of sign-ins (count-attempt.ts). */
const mostKeys = 10_000

type Attempts = Pick<
  AttemptStore,
  'lockAttempts' | 'trimFailures' | 'readFailures' | 'writeFailures' | 'forgiveFailures'
>

const keyOf = ({ userNameKey, tenantId }: SignInName) =>
  JSON.stringify(['gathering-code', userNameKey, tenantId ?? ''])

/**
 * Counts an attempt at a screen's code before it is looked at; forgiveCode takes it back. After four wrong ones in a row
 * each further one doubles the wait, up to a quarter of an hour: a million codes that change each minute are then past
 * guessing.
 */
export async function countCode(
  name: SignInName,
  at: Date,
  attempts: Attempts,
): Promise<Result<null, CodeThrottled>> {
  await attempts.lockAttempts()
  await attempts.trimFailures(forgottenBefore(at), mostKeys)
  const key = keyOf(name)
  const known = (await attempts.readFailures([key])).get(key)
  const wait = waitSeconds('pair', known, at)
  if (wait > 0) return refuse({ code: 'gathering-code-throttled', waitSeconds: wait })
  await attempts.writeFailures(key, { failures: (known?.failures ?? 0) + 1, lastAt: at })
  return accept(null)
}

export async function forgiveCode(name: SignInName, attempts: Attempts): Promise<void> {
  await attempts.lockAttempts()
  await attempts.forgiveFailures(keyOf(name), 'all')
}
