import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Account, AccountStore, Caller } from './account-store.ts'
import { noteSignIn } from './note-sign-in.ts'
import { openSession } from './open-session.ts'
import type { ProviderIdentity } from './provider-store.ts'
import { resolveSignInName } from './sign-in-name.ts'
import { forgiveVisit } from './visit-provider.ts'

export type ProviderSignInRefusal = { readonly code: 'provider-account-unknown' }

type Act = { readonly at: Date; readonly newId: () => string; readonly caller: Caller }
/** The operation's name in the audit. */
const operation = 'finishProviderSignIn'

/**
 * Signs in whom the provider names: the account linked to the identity, or else the one of the name the provider gives,
 * which is linked from then on. Suspended and unknown are answered alike. A second factor shown at the provider counts.
 */
export async function signInByProvider(
  identity: ProviderIdentity,
  newHash: Uint8Array,
  act: Act,
  accounts: AccountStore,
): Promise<Result<null, ProviderSignInRefusal>> {
  const linked = await accounts.findLinked(identity.issuer, identity.subject)
  const account =
    linked === null ? await linkByName(identity, act.at, accounts) : linked.isSuspended ? null : linked
  if (account === null) return refuse({ code: 'provider-account-unknown' })
  const [town] = await accounts.townsOf(account.id)
  if (town === undefined && account.homeTenantId !== null) return refuse({ code: 'provider-account-unknown' })
  const { at, newId, caller } = act
  const opened = {
    id: newId(),
    accountId: account.id,
    tenantId: town?.id ?? null,
    secondFactorAt: identity.hasSecondFactor ? at : null,
    caller,
  }
  // The cookie of an earlier session does not come along on the way back from another site.
  await openSession(opened, { newHash, oldHash: null }, at, accounts)
  await forgiveVisit(caller.address, accounts)
  const after = linked === null ? { linkedByName: true } : null
  await noteSignIn({ operation, outcome: 'done', account, after }, act, accounts)
  return accept(null)
}

/** Somebody was named whom nobody here knows, or who is suspended; in a transaction of its own. */
export async function noteUnknownIdentity(
  identity: ProviderIdentity,
  act: Act,
  accounts: AccountStore,
): Promise<void> {
  const account = await accounts.findLinked(identity.issuer, identity.subject)
  await noteSignIn({ operation, outcome: 'refused', account }, act, accounts)
}

/**
 * The account of that name in the only town, or in the town whose code the name carries: never in one chosen on the
 * sign-in page, where somebody of the same name may be at home, and never one of the district.
 */
async function linkByName(
  { issuer, subject, matchName }: ProviderIdentity,
  at: Date,
  accounts: AccountStore,
): Promise<Account | null> {
  if (matchName === null) return null
  const name = await resolveSignInName({ userName: matchName }, accounts)
  if (name.tenantId === null) return null
  const account = await accounts.findAccount(name)
  if (account === null) return null
  return (await accounts.addLink({ issuer, subject, accountId: account.id, linkedAt: at })) ? account : null
}
