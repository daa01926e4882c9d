import type { SessionStore } from '../commands/session-store.ts'
import { idleSince } from '../policies/session-limits.ts'
import { readUserAgent, type Browser, type Device } from './read-user-agent.ts'

export type OwnSession = {
  readonly id: string
  /** null: nothing we know. */
  readonly browser: Browser | null
  readonly device: Device | null
  /** Empty: nobody noted it. */
  readonly address: string
  /** ISO instants. */
  readonly signedInAt: string
  readonly lastSeenAt: string
  readonly isCurrent: boolean
}

/** Where the account is signed in: the asking browser first, then the one used last. */
export async function listSessions(
  own: { readonly accountId: string; readonly sessionId: string },
  at: Date,
  accounts: Pick<SessionStore, 'sessionsOf'>,
): Promise<readonly OwnSession[]> {
  const sessions = await accounts.sessionsOf(own.accountId, { at, idleSince: idleSince(at) })
  return sessions
    .map(({ id, address, userAgent, createdAt, lastSeenAt }) => ({
      id,
      ...readUserAgent(userAgent),
      address,
      signedInAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isCurrent: id === own.sessionId,
    }))
    .toSorted((left, right) => Number(right.isCurrent) - Number(left.isCurrent))
}
