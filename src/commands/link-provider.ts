import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore, Caller } from './account-store.ts'
import { noteSignIn } from './note-sign-in.ts'
import type { ProviderIdentity } from './provider-store.ts'

export type LinkProviderRefusal =
  /** The identity belongs to another account, or the account has another identity. */
  { readonly code: 'provider-link-taken' } | { readonly code: 'provider-account-unknown' }
export type UnlinkProviderRefusal = { readonly code: 'provider-unlinked' }

type Act = { readonly at: Date; readonly newId: () => string; readonly caller: Caller }

/** From now on the account signs in by this identity too. */
export async function linkProvider(
  accountId: string,
  { issuer, subject }: ProviderIdentity,
  act: Act,
  accounts: AccountStore,
): Promise<Result<null, LinkProviderRefusal>> {
  const account = await accounts.accountOf(accountId)
  if (account === null) return refuse({ code: 'provider-account-unknown' })
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
