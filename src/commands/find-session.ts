import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore } from './account-store.ts'

const minuteMs = 60_000
/** A session nobody uses for this long is over. */
const idleLimitMs = 12 * 60 * minuteMs
/** Noting every request would write on every read; once a minute is near enough. */
const touchEveryMs = minuteMs

export type CurrentSession = {
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
  const idleMs = at.getTime() - session.lastSeenAt.getTime()
  if (idleMs > idleLimitMs || at >= session.expiresAt) return refuse({ code: 'not-signed-in' })
  if (idleMs > touchEveryMs) await accounts.touchSession(tokenHash, at)
  const { accountId, userName, tenantId, role } = session
  return accept({ accountId, userName, tenantId, role })
}
