import type { Account, AccountStore, Caller } from './account-store.ts'
import type { StoredSession } from './session-store.ts'
import type { AuditNote, AuditRow, SignInAuditStore } from './audit-store.ts'

export type SignInEvent = Partial<AuditNote> & {
  /** The endpoint's name, e.g. signIn. */
  readonly operation: string
  readonly outcome: 'done' | 'refused'
  /** Whose account it is about; null where there is none: what was typed is not kept. */
  readonly account: Pick<Account, 'id' | 'homeTenantId' | 'userName'> | null
  /**
   * write: something was changed for good, e.g. the password. sign-in, what it is unless told: coming, going, showing
   * who one is.
   */
  readonly kind?: 'sign-in' | 'write'
}

/**
 * Keeps what happened around signing in, in the account's home town; of the district's accounts and of names nobody has,
 * in the installation's own list. Call it in the transaction of the event itself; a refusal undoes that one, so it is
 * noted in another. Attempts that had to wait (count-attempt) are not noted: who hammers at the door must not fill the
 * town's log.
 */
export async function noteSignIn(
  { operation, outcome, account, kind = 'sign-in', ...note }: SignInEvent,
  act: { readonly at: Date; readonly newId: () => string; readonly caller: Caller },
  accounts: SignInAuditStore & Pick<AccountStore, 'grantedRoles'>,
): Promise<void> {
  const { at, newId, caller } = act
  const id = newId()
  const isDone = outcome === 'done'
  if (account === null || account.homeTenantId === null) {
    const by = account?.userName ?? null
    return accounts.addInstallationEvent({ id, at, by, operation, what: outcome, ...caller })
  }
  const { homeTenantId, userName } = account
  const nothing = { object: null, before: null, after: null, reason: null }
  const row: AuditRow = {
    id,
    at,
    // Who failed to show who he is may be anyone: the account is what it was about.
    by: isDone ? userName : null,
    roles: isDone ? await accounts.grantedRoles(account.id, homeTenantId) : [],
    operation,
    kind,
    outcome,
    ...caller,
    ...nothing,
    ...(isDone ? {} : { object: { kind: 'account', id: userName, label: userName } }),
    ...note,
  }
  return accounts.appendAudit(homeTenantId, row)
}

/** Whose account a session is of; in a sample town not the person acted as. */
export function accountOfSession({
  accountId,
  homeTenantId,
  ownUserName,
}: Pick<StoredSession, 'accountId' | 'homeTenantId' | 'ownUserName'>): SignInEvent['account'] {
  return { id: accountId, homeTenantId, userName: ownUserName }
}
