import type { AccountStore } from './account-store.ts'

/** However busy, a session ends after a week and asks for the password again. */
const absoluteLimitMs = 7 * 24 * 3_600_000

/** Opens a session under a fresh token; the one the browser had before is closed (rotation). */
export async function openSession(
  session: { readonly accountId: string; readonly tenantId: string },
  tokens: { readonly newHash: Uint8Array; readonly oldHash: Uint8Array | null },
  at: Date,
  accounts: Pick<AccountStore, 'addSession' | 'removeSession' | 'removeExpiredSessions'>,
): Promise<void> {
  await accounts.removeExpiredSessions(at)
  if (tokens.oldHash !== null) await accounts.removeSession(tokens.oldHash)
  const expiresAt = new Date(at.getTime() + absoluteLimitMs)
  await accounts.addSession({ ...session, tokenHash: tokens.newHash, createdAt: at, expiresAt })
}
