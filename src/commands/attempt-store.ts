import type { Failures } from '../policies/attempt-delay.ts'
import type { SignInName } from './account-store.ts'
import type { LiveSessions } from './session-store.ts'

export type AttemptStore = {
  /** Waits for anyone else who is counting, until the end of the transaction. */
  readonly lockAttempts: () => Promise<void>
  readonly readFailures: (keys: readonly string[]) => Promise<ReadonlyMap<string, Failures>>
  readonly writeFailures: (key: string, failures: Failures) => Promise<void>
  /** Takes back one failure, or with `all` every one. */
  readonly forgiveFailures: (key: string, extent: 'one' | 'all') => Promise<void>
  /** Forgets what is older, and beyond so many keys those with the fewest failures. */
  readonly trimFailures: (before: Date, most: number) => Promise<void>
  /** Whether the account has a session from that address. */
  readonly isAddressKnown: (name: SignInName, address: string, live: LiveSessions) => Promise<boolean>
}
