import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { idleSince } from '../policies/session-limits.ts'
import type { SessionStore } from './session-store.ts'

export type EndSessionRefusal = { readonly code: 'session-unknown' }

/** Ends one of the account's own sessions; another account's is as unknown as one that never was. */
export async function endSession(
  accountId: string,
  sessionId: string,
  accounts: Pick<SessionStore, 'removeSessionOf'>,
): Promise<Result<null, EndSessionRefusal>> {
  return (await accounts.removeSessionOf(accountId, sessionId))
    ? accept(null)
    : refuse({ code: 'session-unknown' })
}

/** Ends all of the account's sessions but the one that asks; answers how many were still going. */
export async function endOtherSessions(
  own: { readonly accountId: string; readonly sessionId: string },
  at: Date,
  accounts: Pick<SessionStore, 'removeEndedSessions' | 'removeSessionsOf'>,
): Promise<number> {
  await accounts.removeEndedSessions({ at, idleSince: idleSince(at) })
  return accounts.removeSessionsOf(own.accountId, own.sessionId)
}
