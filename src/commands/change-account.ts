import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { findConflict, isRole } from '../policies/roles.ts'
import { rolesFromRoster } from '../policies/roster-roles.ts'
import type { AccountStore } from './account-store.ts'
import type { PersonNotOnRoster, RolesExclude } from './make-accounts.ts'
import {
  findLastOfRole,
  findTownAccount,
  isOwnAccount,
  type AccountUnknown,
  type LastOfRole,
  type OwnAccount,
  type SampleAccounts,
  type TownAccountAct,
  type TownRoster,
} from './town-account-act.ts'
import type { TownAccount } from './town-account-store.ts'

type Changed<Refusal> = Promise<Result<TownAccount, AccountUnknown | OwnAccount | SampleAccounts | Refusal>>

export type LinkRefusal =
  | PersonNotOnRoster
  | RolesExclude
  | LinkGuarded
  | { readonly code: 'person-has-account'; readonly staffNumber: string; readonly userName: string }

/** The account holds a role, or the person is a leader. */
type LinkGuarded = { readonly code: 'link-guarded'; readonly userName: string }

export type ChangeAccountRefusal = AccountUnknown | OwnAccount | SampleAccounts | LastOfRole | LinkRefusal

/** Shuts an account out at once, wherever it is signed in; its name and what it did stay. Asked again it stays so. */
export async function suspendAccount(
  accountId: string,
  act: TownAccountAct,
  store: AccountStore,
): Changed<LastOfRole> {
  const found = await findTownAccount(accountId, act, store)
  if (!found.ok) return found
  const { account, all } = found.value
  if (act.isSample) return refuse({ code: 'sample-accounts' })
  if (isOwnAccount(account, act.by)) return refuse({ code: 'account-own', what: 'suspend' })
  const lacking = findLastOfRole(account, [], all, act.isSample)
  if (lacking !== null) return refuse(lacking)
  if (account.suspendedAt === null) await store.suspendAccount(accountId, act.at)
  await store.removeSessionsOf(accountId, null)
  // A slip still lying about must not open it again.
  await store.removeSetUpCode(accountId)
  return accept(account)
}

/** Lets it sign in again, with the password and second factor it had. */
export async function reopenAccount(accountId: string, act: TownAccountAct, store: AccountStore): Changed<never> {
  const found = await findTownAccount(accountId, act, store)
  if (!found.ok) return found
  if (act.isSample) return refuse({ code: 'sample-accounts' })
  await store.suspendAccount(accountId, null)
  return accept(found.value.account)
}

/**
 * For a lost phone: every session ends, and the second factor is set up anew after the next password. An identity at the
 * provider is let go of, too: a second factor shown there would let in whoever had linked it.
 */
export async function resetSecondFactor(
  accountId: string,
  act: TownAccountAct,
  store: AccountStore,
): Changed<never> {
  const found = await findTownAccount(accountId, act, store)
  if (!found.ok) return found
  const { account } = found.value
  if (act.isSample) return refuse({ code: 'sample-accounts' })
  if (isOwnAccount(account, act.by)) return refuse({ code: 'account-own', what: 'second-factor' })
  await store.removeSecondFactor(accountId)
  await store.removeLink(accountId)
  await store.removeSessionsOf(accountId, null)
  return accept(account)
}

/**
 * Says whose place on the roster the account is, or nobody's. One's own only once, from nobody: a link taken away and
 * put back would let one decide about oneself in between. For the same reason the link of an account that holds a role,
 * and a leader's, which carries the leader's sight, are for whoever gives roles: `mayGrant`.
 */
export async function linkPerson(
  accountId: string,
  staffNumber: string | null,
  act: TownAccountAct & { readonly mayGrant: boolean },
  store: AccountStore,
  roster: TownRoster,
): Changed<LinkRefusal> {
  const found = await findTownAccount(accountId, act, store)
  if (!found.ok) return found
  const { account, all } = found.value
  if (act.isSample) return refuse({ code: 'sample-accounts' })
  if (isOwnAccount(account, act.by) && (account.staffNumber !== null || !account.granted.includes('founder')))
    return refuse({ code: 'account-own', what: 'link' })
  if (
    !act.mayGrant &&
    (account.granted.length > 0 || (await isLeader([account.staffNumber, staffNumber], act, roster)))
  )
    return refuse({ code: 'link-guarded', userName: account.userName })
  if (staffNumber !== null) {
    const people = await roster.people()
    if (!people.some((person) => person.staffNumber === staffNumber))
      return refuse({ code: 'person-not-on-roster', staffNumber })
    const holder = all.find((other) => other.staffNumber === staffNumber && other.id !== accountId)
    if (holder !== undefined) return refuse({ code: 'person-has-account', staffNumber, userName: holder.userName })
    const fromRoster = rolesFromRoster(await roster.assignmentsOf(staffNumber), act.today)
    const conflict = findConflict([...account.granted.filter(isRole), ...fromRoster])
    if (conflict !== null)
      return refuse({ code: 'account-roles-exclude', userName: account.userName, roles: conflict })
  }
  await store.linkPerson(accountId, act.tenantId, staffNumber)
  return accept(account)
}

/** Whether one of them leads, today or from a later day that stands in the roster. */
async function isLeader(
  staffNumbers: readonly (string | null)[],
  { today }: TownAccountAct,
  roster: TownRoster,
): Promise<boolean> {
  for (const staffNumber of staffNumbers) {
    if (staffNumber === null) continue
    const rows = await roster.assignmentsOf(staffNumber)
    if (rows.some(({ post, to }) => post !== '工作人员' && (to === null || to >= today))) return true
  }
  return false
}
