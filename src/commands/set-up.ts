import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore, Caller } from './account-store.ts'
import { checkNewPassword, type WeakPassword } from './check-new-password.ts'
import type { SpellName } from './import-roster.ts'
import { noteSignIn } from './note-sign-in.ts'
import { openSession } from './open-session.ts'
import { townCode } from './town-code.ts'
import { userNameKey } from './user-name-key.ts'

export type SetUpLinkRefusal = { readonly code: 'set-up-token-invalid' } | { readonly code: 'already-set-up' }
export type SetUpRefusal = SetUpLinkRefusal | WeakPassword

const linkLifetimeMs = 24 * 3_600_000

/**
 * For the program's start: keeps the hash of a fresh one-time token while nobody has an account yet.
 * Answers whether the link made of that token is of use.
 */
export async function allowSetUp(tokenHash: Uint8Array, at: Date, accounts: AccountStore): Promise<boolean> {
  if (await accounts.hasAccounts()) return false
  const expiresAt = new Date(at.getTime() + linkLifetimeMs)
  await accounts.addSetUpToken({ hash: tokenHash, kind: 'first', createdAt: at, expiresAt })
  return true
}

/**
 * First run: the holder of the one-time link names the town, becomes its appraisal office and its founder (who makes the
 * first accounts), may look around in a waiting sample town, and is signed in.
 */
export async function setUp(
  given: { readonly townName: string; readonly userName: string; readonly password: string },
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
): Promise<Result<null, SetUpRefusal>> {
  await accounts.lockSetUp()
  if (await accounts.hasAccounts()) return refuse({ code: 'already-set-up' })
  if (!(await accounts.isSetUpTokenValid(tokens.setUpHash, 'first', act.at)))
    return refuse({ code: 'set-up-token-invalid' })
  const { at, newId, hashPassword, caller } = act
  const checked = checkNewPassword(given.password, [given.userName, given.townName], act.spellName)
  if (!checked.ok) return checked
  const [accountId, tenantId] = [newId(), newId()]
  const code = await accounts.freeTownCode(townCode(given.townName, act.spellName))
  await accounts.addTown({ id: tenantId, name: given.townName, code, isSample: false, createdAt: at })
  await accounts.addAccount({
    id: accountId,
    homeTenantId: tenantId,
    userName: given.userName,
    userNameKey: userNameKey(given.userName),
    passwordHash: await hashPassword(given.password),
    createdAt: at,
    createdBy: null,
  })
  await accounts.addMembership({ accountId, tenantId, staffNumber: null, createdAt: at })
  for (const role of ['office', 'founder'] as const)
    await accounts.addGrant({ accountId, tenantId, role, grantedAt: at, grantedBy: given.userName })
  for (const sampleId of await accounts.ownerlessSamples())
    await accounts.addMembership({ accountId, tenantId: sampleId, staffNumber: null, createdAt: at })
  await accounts.removeSetUpTokens('first')
  const opened = { id: newId(), accountId, tenantId, secondFactorAt: null, caller }
  await openSession(opened, { newHash: tokens.newHash, oldHash: null }, at, accounts)
  const account = { id: accountId, homeTenantId: tenantId, userName: given.userName }
  const object = { kind: 'town', id: tenantId, label: given.townName }
  await noteSignIn({ operation: 'setUp', outcome: 'done', kind: 'write', account, object }, act, accounts)
  return accept(null)
}
