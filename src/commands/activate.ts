import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore, Caller, SignInName } from './account-store.ts'
import { checkNewPassword, type WeakPassword } from './check-new-password.ts'
import type { SpellName } from './import-roster.ts'
import { openSession } from './open-session.ts'

export type ActivateRefusal = { readonly code: 'activation-failed' } | WeakPassword

/**
 * Sets an account's password by its set-up code and signs in; sessions of before end. A wrong name, a wrong code and
 * one that has run out or been used are answered alike. A password too easily guessed leaves the code good: the
 * refusal undoes the transaction. Count the attempt before.
 */
export async function activate(
  given: { readonly name: SignInName; readonly codeHash: Uint8Array; readonly password: string },
  tokens: { readonly newHash: Uint8Array; readonly oldHash: Uint8Array | null },
  act: {
    readonly at: Date
    readonly newId: () => string
    readonly caller: Caller
    readonly spellName: SpellName
    readonly hashPassword: (password: string) => Promise<string>
  },
  accounts: AccountStore,
): Promise<Result<null, ActivateRefusal>> {
  const { at, newId, caller } = act
  const account = await accounts.findAccount(given.name)
  if (account === null) return refuse({ code: 'activation-failed' })
  const isGood = await accounts.useActivation(account.id, given.codeHash, at)
  const towns = await accounts.townsOf(account.id)
  const [town] = towns
  if (!isGood || (town === undefined && account.homeTenantId !== null))
    return refuse({ code: 'activation-failed' })
  const names = [account.userName, ...towns.map(({ name }) => name)]
  const checked = checkNewPassword(given.password, names, act.spellName)
  if (!checked.ok) return checked
  await accounts.replacePassword(account.id, await act.hashPassword(given.password))
  await accounts.removeSessionsOf(account.id, null)
  const opened = { id: newId(), accountId: account.id, tenantId: town?.id ?? null, secondFactorAt: null, caller }
  await openSession(opened, tokens, at, accounts)
  return accept(null)
}
