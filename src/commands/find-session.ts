import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { idleSince } from '../policies/session-limits.ts'
import type { AccountStore } from './account-store.ts'

/** Noting every request would write on every read; once a minute is near enough. */
const touchEveryMs = 60_000

export type CurrentSession = {
  readonly sessionId: string
  readonly accountId: string
  readonly userName: string
  readonly tenantId: string
  readonly role: string
}

/** Who a token belongs to, or a refusal when it is unknown, idle too long or past its end. */
export async function findSession(
  tokenHash: Uint8Array,
  at: Date,
  accounts: Pick<AccountStore, 'findSession' | 'touchSession'>,
): Promise<Result<CurrentSession, { readonly code: 'not-signed-in' }>> {
  const session = await accounts.findSession(tokenHash)
  if (session === null) return refuse({ code: 'not-signed-in' })
  const { lastSeenAt, expiresAt } = session
  if (lastSeenAt < idleSince(at) || at >= expiresAt) return refuse({ code: 'not-signed-in' })
  if (at.getTime() - lastSeenAt.getTime() > touchEveryMs) await accounts.touchSession(tokenHash, at)
  const { id: sessionId, accountId, userName, tenantId, role } = session
  return accept({ sessionId, accountId, userName, tenantId, role })
}
