import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore, SignInName } from './account-store.ts'
import type { AuditRow } from './audit-store.ts'
import { setUpCodeDays, type SetUpCode } from './issue-set-up-codes.ts'

export type RescuedAccount = { readonly userName: string; readonly code: string; readonly expiresAt: Date }

/**
 * For who sits at the machine itself when nobody is left who could help: the only administrator has lost phone and
 * recovery codes, or the password. Takes the second factor and the link to the provider away, ends the sessions and
 * answers a set-up code. Kept in the town's audit, by nobody: a terminal does not tell who.
 */
export async function rescueAccount(
  name: SignInName,
  act: { readonly at: Date; readonly newId: () => string; readonly newCode: () => SetUpCode },
  accounts: AccountStore,
): Promise<Result<RescuedAccount, { readonly code: 'account-unknown' }>> {
  const account = await accounts.findAccount(name)
  if (account === null) return refuse({ code: 'account-unknown' })
  const { id: accountId, userName, homeTenantId } = account
  const { at, newId, newCode } = act
  await accounts.removeSecondFactor(accountId)
  await accounts.removeLink(accountId)
  await accounts.removeSessionsOf(accountId, null)
  const { code, hash: codeHash } = newCode()
  const expiresAt = new Date(at.getTime() + setUpCodeDays * 24 * 3_600_000)
  await accounts.keepSetUpCodes([{ accountId, codeHash, createdAt: at, createdBy: userName, expiresAt }])
  const event = { id: newId(), at, by: null, operation: 'resetSecondFactor', address: '', userAgent: '' } as const
  if (homeTenantId === null) await accounts.addInstallationEvent({ ...event, what: 'done' })
  else await accounts.appendAudit(homeTenantId, { ...event, ...noteOf(accountId, userName) })
  return accept({ userName, code, expiresAt })
}

function noteOf(id: string, label: string) {
  return {
    roles: [],
    kind: 'write',
    outcome: 'done',
    object: { kind: 'account', id, label },
    before: null,
    after: null,
    reason: '在公道所在的电脑上，启动时用 --rescue 办理',
  } as const satisfies Partial<AuditRow>
}
