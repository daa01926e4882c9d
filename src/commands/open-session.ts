import { idleSince, sessionEnd } from '../policies/session-limits.ts'
import type { Caller } from './account-store.ts'
import type { SessionStore } from './session-store.ts'

/** Opens a session under a fresh token; the one the browser had before is closed (rotation). */
export async function openSession(
  session: {
    readonly id: string
    readonly accountId: string
    readonly tenantId: string | null
    /** When the second factor was shown; null: not yet. */
    readonly secondFactorAt: Date | null
    readonly caller: Caller
  },
  tokens: { readonly newHash: Uint8Array; readonly oldHash: Uint8Array | null },
  at: Date,
  accounts: Pick<SessionStore, 'addSession' | 'removeSession' | 'removeEndedSessions'>,
): Promise<void> {
  await accounts.removeEndedSessions({ at, idleSince: idleSince(at) })
  if (tokens.oldHash !== null) await accounts.removeSession(tokens.oldHash)
  const { caller, ...rest } = session
  const opened = { ...rest, ...caller, actingAs: null, tokenHash: tokens.newHash }
  await accounts.addSession({ ...opened, createdAt: at, expiresAt: sessionEnd(at) })
}
