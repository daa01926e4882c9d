import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { isRole, type Role } from '../policies/roles.ts'
import { idleSince } from '../policies/session-limits.ts'
import type { SessionStore, StoredSession } from './session-store.ts'

/** Noting every request would write on every read; once a minute is near enough. */
const touchEveryMs = 60_000

export type CurrentSession = Omit<
  StoredSession,
  'id' | 'createdAt' | 'lastSeenAt' | 'expiresAt' | 'granted' | 'isAdministrated'
> & {
  readonly sessionId: string
  /** Given roles that count now: the founder's ends when the administrators are there. */
  readonly granted: readonly Role[]
}

/** Who a token belongs to, or a refusal when it is unknown, idle too long or past its end. */
export async function findSession(
  tokenHash: Uint8Array,
  at: Date,
  accounts: Pick<SessionStore, 'findSession' | 'touchSession'>,
): Promise<Result<CurrentSession, { readonly code: 'not-signed-in' }>> {
  const found = await accounts.findSession(tokenHash)
  if (found === null) return refuse({ code: 'not-signed-in' })
  const { id: sessionId, createdAt: _createdAt, lastSeenAt, expiresAt, isAdministrated, ...session } = found
  if (lastSeenAt < idleSince(at) || at >= expiresAt) return refuse({ code: 'not-signed-in' })
  if (at.getTime() - lastSeenAt.getTime() > touchEveryMs) await accounts.touchSession(tokenHash, at)
  const granted = found.granted.filter(isRole).filter((role) => role !== 'founder' || !isAdministrated)
  return accept({ ...session, sessionId, granted })
}
