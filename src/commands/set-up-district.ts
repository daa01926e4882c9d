import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore, Caller } from './account-store.ts'
import { checkNewPassword } from './check-new-password.ts'
import type { SpellName } from './import-roster.ts'
import { noteSignIn } from './note-sign-in.ts'
import { openSession } from './open-session.ts'
import type { SetUpRefusal } from './set-up.ts'
import { userNameKey } from './user-name-key.ts'

export type SetUpDistrictRefusal =
  | SetUpRefusal
  | { readonly code: 'district-name-taken'; readonly userName: string }

const linkLifetimeMs = 24 * 3_600_000

/** For a start with --district: keeps the hash of a fresh one-time token, in place of those from before. */
export async function allowDistrictSetUp(tokenHash: Uint8Array, at: Date, accounts: AccountStore): Promise<void> {
  await accounts.removeSetUpTokens('district')
  const expiresAt = new Date(at.getTime() + linkLifetimeMs)
  await accounts.addSetUpToken({ hash: tokenHash, kind: 'district', createdAt: at, expiresAt })
}

/**
 * An account of the district, for the holder of a one-time link: the one of a start with --district, or the first link of
 * all where an installation begins with the district. Signs in.
 */
export async function setUpDistrict(
  given: { readonly userName: string; readonly password: string },
  tokens: { readonly setUpHash: Uint8Array; readonly newHash: Uint8Array },
  act: {
    readonly at: Date
    readonly newId: () => string
    readonly caller: Caller
    readonly spellName: SpellName
    /** Slow on purpose, so it is asked only of who holds the link. */
    readonly hashPassword: (password: string) => Promise<string>
  },
  accounts: AccountStore,
): Promise<Result<null, SetUpDistrictRefusal>> {
  const { at, newId, hashPassword, caller } = act
  await accounts.lockSetUp()
  const kind = await openedBy(tokens.setUpHash, at, accounts)
  if (kind === null) return refuse({ code: 'set-up-token-invalid' })
  const checked = checkNewPassword(given.password, [given.userName], act.spellName)
  if (!checked.ok) return checked
  const key = userNameKey(given.userName)
  if (await accounts.isDistrictNameTaken(key))
    return refuse({ code: 'district-name-taken', userName: given.userName })
  const account = { id: newId(), homeTenantId: null, userName: given.userName }
  const passwordHash = await hashPassword(given.password)
  await accounts.addAccount({ ...account, userNameKey: key, passwordHash, createdAt: at, createdBy: null })
  const grant = { accountId: account.id, tenantId: null, role: 'district', grantedAt: at } as const
  await accounts.addGrant({ ...grant, grantedBy: given.userName })
  await accounts.removeSetUpTokens(kind)
  const opened = { id: newId(), accountId: account.id, tenantId: null, secondFactorAt: null, caller }
  await openSession(opened, { newHash: tokens.newHash, oldHash: null }, at, accounts)
  await noteSignIn({ operation: 'setUpDistrict', outcome: 'done', kind: 'write', account }, act, accounts)
  return accept(null)
}

async function openedBy(hash: Uint8Array, at: Date, accounts: AccountStore): Promise<'first' | 'district' | null> {
  if (await accounts.isSetUpTokenValid(hash, 'district', at)) return 'district'
  if (await accounts.hasAccounts()) return null
  return (await accounts.isSetUpTokenValid(hash, 'first', at)) ? 'first' : null
}
