import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { findConflict, grantableRoles, isGrantable, isRole, type GrantableRole } from '../policies/roles.ts'
import { rolesFromRoster } from '../policies/roster-roles.ts'
import type { AccountStore } from './account-store.ts'
import type { RolesExclude } from './make-accounts.ts'
import {
  findLastOfRole,
  findTownAccount,
  isOwnAccount,
  type AccountUnknown,
  type LastOfRole,
  type OwnAccount,
  type TownAccountAct,
  type TownRoster,
} from './town-account-act.ts'
import type { TownAccount, TownAccountStore } from './town-account-store.ts'

export type GiveRolesRefusal =
  | AccountUnknown
  | OwnAccount
  | RolesExclude
  | LastOfRole
  /** Somebody else changed them since the page was read. */
  | { readonly code: 'roles-changed'; readonly now: readonly GrantableRole[] }

export type RolesGiven = {
  readonly account: TownAccount
  readonly before: readonly GrantableRole[]
  readonly after: readonly GrantableRole[]
}

/**
 * Gives the account these roles and takes its others, as far as they can be given at all; what the roster says is not
 * touched. Nobody changes the own ones, and the last account of a role that can sign in keeps it (findLastOfRole).
 */
export async function giveRoles(
  accountId: string,
  change: { readonly shown: readonly GrantableRole[]; readonly roles: readonly GrantableRole[] },
  act: TownAccountAct,
  store: Pick<TownAccountStore, 'townAccounts' | 'removeGrants'> & Pick<AccountStore, 'addGrant'>,
  roster: TownRoster,
): Promise<Result<RolesGiven, GiveRolesRefusal>> {
  const found = await findTownAccount(accountId, act, store)
  if (!found.ok) return found
  const { account, all } = found.value
  if (isOwnAccount(account, act.by)) return refuse({ code: 'account-own', what: 'roles' })
  const before = inOrder(account.granted.filter(isRole).filter(isGrantable))
  const after = inOrder(change.roles)
  if (!isSame(before, inOrder(change.shown))) return refuse({ code: 'roles-changed', now: before })
  const kept = account.granted.filter(isRole).filter((role) => !isGrantable(role))
  const { staffNumber, userName } = account
  const ofPerson = staffNumber === null ? [] : await roster.assignmentsOf(staffNumber)
  const conflict = findConflict([...after, ...kept, ...rolesFromRoster(ofPerson, act.today)])
  if (conflict !== null) return refuse({ code: 'account-roles-exclude', userName, roles: conflict })
  const lacking = findLastOfRole(account, after, all, act.isSample)
  if (lacking !== null) return refuse(lacking)
  const { tenantId, at, by } = act
  const taken = before.filter((role) => !after.includes(role))
  if (taken.length > 0) await store.removeGrants(accountId, tenantId, taken)
  for (const role of after.filter((added) => !before.includes(added)))
    await store.addGrant({ accountId, tenantId, role, grantedAt: at, grantedBy: by })
  return accept({ account, before, after })
}

/** Each once, in the order of their list. */
function inOrder(roles: readonly GrantableRole[]): readonly GrantableRole[] {
  return grantableRoles.filter((role) => roles.includes(role))
}

function isSame(left: readonly GrantableRole[], right: readonly GrantableRole[]): boolean {
  return left.join() === right.join()
}
