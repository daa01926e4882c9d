import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { isAdministrated, lookAfterAccounts } from '../policies/administrators.ts'
import type { RosterStore } from './roster-store.ts'
import type { TownAccount, TownAccountStore } from './town-account-store.ts'
import { userNameKey } from './user-name-key.ts'

/**
 * Who looks after accounts, when and where. Run it behind the town's lock (a write of the town): then two who change
 * accounts or the roster at once see each other's work, and the last of a kind is the last.
 */
export type TownAccountAct = {
  readonly tenantId: string
  readonly by: string
  readonly at: Date
  readonly today: LocalDate
  readonly newId: () => string
  /** Nobody signs in as the people of a sample: their accounts are neither made nor closed. */
  readonly isSample: boolean
}

export type TownRoster = Pick<RosterStore, 'people' | 'assignments' | 'assignmentsOf'>

/** Another town's account is as unknown as one that never was. */
export type AccountUnknown = { readonly code: 'account-unknown' }
/** What nobody does to the own account. */
export type OwnAccount = { readonly code: 'account-own'; readonly what: OwnAccountBar }
export type OwnAccountBar = 'roles' | 'suspend' | 'link' | 'code' | 'second-factor'
export type SampleAccounts = { readonly code: 'sample-accounts' }

/** The account meant, among all of the town's. */
export async function findTownAccount(
  accountId: string,
  { tenantId }: Pick<TownAccountAct, 'tenantId'>,
  store: Pick<TownAccountStore, 'townAccounts'>,
): Promise<Result<{ readonly account: TownAccount; readonly all: readonly TownAccount[] }, AccountUnknown>> {
  const all = await store.townAccounts(tenantId)
  const account = all.find(({ id }) => id === accountId)
  return account === undefined ? refuse({ code: 'account-unknown' }) : accept({ account, all })
}

/** User names are unique in a town and never change, so that they say whose an account is; in a sample, as whom one acts. */
export function isOwnAccount(account: Pick<TownAccount, 'userNameKey'>, by: string): boolean {
  return account.userNameKey === userNameKey(by)
}

/** In a sample nobody has a password, and everyone can be acted as. */
function canSignIn(account: TownAccount, isSample: boolean): boolean {
  return account.suspendedAt === null && (account.isActivated || isSample)
}

/**
 * The last account that can sign in as one of these is not shut out and keeps the role: somebody of the office, and
 * once the administrators are there, one of either kind, since the founder comes back no more.
 */
export type LastOfRole =
  | { readonly code: 'last-of-office'; readonly userName: string }
  | {
      readonly code: 'last-of-administrators'
      readonly userName: string
      readonly role: (typeof lookAfterAccounts)[number]
    }

/** What the town would lack if this account gave up all its roles but the kept ones, or null. */
export function findLastOfRole(
  account: TownAccount,
  kept: readonly string[],
  all: readonly TownAccount[],
  isSample: boolean,
): LastOfRole | null {
  const { id, userName, granted } = account
  const isLast = (role: string) =>
    granted.includes(role) &&
    !kept.includes(role) &&
    canSignIn(account, isSample) &&
    !all.some((other) => other.id !== id && other.granted.includes(role) && canSignIn(other, isSample))
  if (isLast('office')) return { code: 'last-of-office', userName }
  const role = isAdministrated(all, isSample) ? lookAfterAccounts.find(isLast) : undefined
  return role === undefined ? null : { code: 'last-of-administrators', userName, role }
}
