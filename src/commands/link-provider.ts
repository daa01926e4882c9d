import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { idleSince } from '../policies/session-limits.ts'
import type { AccountStore, Caller } from './account-store.ts'
import { noteSignIn } from './note-sign-in.ts'
import type { ProviderIdentity } from './provider-store.ts'

export type LinkProviderRefusal =
  /** The identity belongs to another account, or the account has another identity. */
  | { readonly code: 'provider-link-taken' }
  /** The session that set out has ended meanwhile, or the account has been suspended. */
  | { readonly code: 'provider-visit-over' }
export type UnlinkProviderRefusal = { readonly code: 'provider-unlinked' }

type Act = { readonly at: Date; readonly newId: () => string; readonly caller: Caller }

/**
 * From now on the account signs in by this identity too. Only while the session that set out lives: whoever ends it, or
 * suspends the account, ends what was begun there.
 */
export async function linkProvider(
  { accountId, sessionId }: { readonly accountId: string; readonly sessionId: string | null },
  { issuer, subject }: ProviderIdentity,
  act: Act,
  accounts: AccountStore,
): Promise<Result<null, LinkProviderRefusal>> {
  const live = { at: act.at, idleSince: idleSince(act.at) }
  const isHeld = await accounts.holdAccount(accountId)
  const isOpen = isHeld && (await accounts.sessionsOf(accountId, live)).some(({ id }) => id === sessionId)
  if (!isOpen) return refuse({ code: 'provider-visit-over' })
  const account = await accounts.accountOf(accountId)
  const linked = await accounts.findLinked(issuer, subject)
  if (linked?.id === accountId) return accept(null)
  if (!(await accounts.addLink({ issuer, subject, accountId, linkedAt: act.at })))
    return refuse({ code: 'provider-link-taken' })
  await noteSignIn({ operation: 'beginProviderLink', outcome: 'done', kind: 'write', account }, act, accounts)
  return accept(null)
}

/** Only the password is left; who is signed in stays so. */
export async function unlinkProvider(
  accountId: string,
  act: Act,
  accounts: AccountStore,
): Promise<Result<null, UnlinkProviderRefusal>> {
  if (!(await accounts.removeLink(accountId))) return refuse({ code: 'provider-unlinked' })
  const account = await accounts.accountOf(accountId)
  await noteSignIn({ operation: 'unlinkProvider', outcome: 'done', kind: 'write', account }, act, accounts)
  return accept(null)
}
