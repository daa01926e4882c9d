/** After this many failures in a row, each further one doubles the wait, from 2 s up to 15 minutes. */
const freeFailures = 4
const longestWaitSeconds = 900
const forgetAfterMs = 3_600_000
const mostKeys = 10_000

export type SignInThrottle = {
  /** Seconds to wait before the next attempt is looked at; 0 when it may go on. */
  readonly waitSeconds: (key: string, at: Date) => number
  readonly countFailure: (key: string, at: Date) => void
  readonly forgive: (key: string) => void
}

/**
 * Slows guessing per user name and address, so that a stranger's guesses do not lock the owner out from elsewhere.
 * Kept in memory: a restart forgives, and the number of keys is bounded.
 */
export function createSignInThrottle(): SignInThrottle {
  const failures = new Map<string, { count: number; lastAt: number }>()
  return {
    waitSeconds: (key, at) => {
      const known = failures.get(key)
      if (known === undefined || known.count <= freeFailures) return 0
      const waitMs = Math.min(2 ** (known.count - freeFailures), longestWaitSeconds) * 1000
      return Math.max(0, Math.ceil((known.lastAt + waitMs - at.getTime()) / 1000))
    },
    countFailure: (key, at) => {
      const known = failures.get(key)
      const isRecent = known !== undefined && at.getTime() - known.lastAt < forgetAfterMs
      failures.delete(key) // so that the map keeps the latest last
      failures.set(key, { count: (isRecent ? known.count : 0) + 1, lastAt: at.getTime() })
      const oldest = failures.keys().next()
      if (failures.size > mostKeys && oldest.done !== true) failures.delete(oldest.value)
    },
    forgive: (key) => {
      failures.delete(key)
    },
  }
}
