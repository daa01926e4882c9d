import { idleSince, sessionEnd } from '../policies/session-limits.ts'
import type { AccountStore, Caller } from './account-store.ts'

/** Opens a session under a fresh token; the one the browser had before is closed (rotation). */
export async function openSession(
  session: {
    readonly id: string
    readonly accountId: string
    readonly tenantId: string
    readonly caller: Caller
  },
  tokens: { readonly newHash: Uint8Array; readonly oldHash: Uint8Array | null },
  at: Date,
  accounts: Pick<AccountStore, 'addSession' | 'removeSession' | 'removeEndedSessions'>,
): Promise<void> {
  await accounts.removeEndedSessions({ at, idleSince: idleSince(at) })
  if (tokens.oldHash !== null) await accounts.removeSession(tokens.oldHash)
  const { id, accountId, tenantId, caller } = session
  const opened = { id, accountId, tenantId, ...caller, tokenHash: tokens.newHash }
  await accounts.addSession({ ...opened, createdAt: at, expiresAt: sessionEnd(at) })
}
