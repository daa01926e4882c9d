import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { forgottenBefore, networkOf, waitSeconds } from '../policies/attempt-delay.ts'
import type { AttemptStore } from './attempt-store.ts'

export type ComplaintThrottled = { readonly code: 'complaint-throttled'; readonly waitSeconds: number }

/** As many keys as those of sign-ins (count-attempt.ts). */
const mostKeys = 10_000

/**
 * Counts something sent in by the public form, before anything of it is looked at: from one address, and to one town.
 * `spoil` makes of an address what nobody can turn back into it; nothing else of where it came from is kept anywhere.
 * A town nobody has is counted too, so that it answers alike. Refused while the caller has to wait.
 */
export async function countComplaint(
  { address, town, what }: { readonly address: string; readonly town: string; readonly what: 'file' | 'ask' },
  { at, spoil }: { readonly at: Date; readonly spoil: (address: string) => string },
  attempts: Pick<AttemptStore, 'lockAttempts' | 'trimFailures' | 'readFailures' | 'writeFailures'>,
): Promise<Result<null, ComplaintThrottled>> {
  await attempts.lockAttempts()
  await attempts.trimFailures(forgottenBefore(at), mostKeys)
  const counts = [
    { scope: 'complaint-address', key: JSON.stringify(['complaint', what, spoil(networkOf(address))]) },
    { scope: 'complaint-town', key: JSON.stringify(['complaint', what, 'town', town]) },
  ] as const
  const known = await attempts.readFailures(counts.map(({ key }) => key))
  const longest = Math.max(...counts.map(({ scope, key }) => waitSeconds(scope, known.get(key), at)))
  if (longest > 0) return refuse({ code: 'complaint-throttled', waitSeconds: longest })
  for (const { key } of counts)
    await attempts.writeFailures(key, { failures: (known.get(key)?.failures ?? 0) + 1, lastAt: at })
  return accept(null)
}
