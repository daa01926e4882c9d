import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import {
  isOwnAccount,
  type AccountUnknown,
  type OwnAccount,
  type SampleAccounts,
  type TownAccountAct,
} from './town-account-act.ts'
import type { TownAccount, TownAccountStore } from './town-account-store.ts'

/** A set-up code on its way to paper: shown once, and kept only as its hash. */
export type SetUpCode = { readonly code: string; readonly hash: Uint8Array }
export type CodeAct = TownAccountAct & { readonly newCode: () => SetUpCode }

/** Long enough to hand slips round an office, short enough that a lost one is soon worth nothing. */
export const setUpCodeDays = 14

export type IssuedCode = {
  readonly accountId: string
  readonly userName: string
  readonly staffNumber: string | null
  readonly code: string
  readonly expiresAt: Date
}

export type IssueRefusal =
  | AccountUnknown
  | OwnAccount
  | SampleAccounts
  | { readonly code: 'account-suspended'; readonly userName: string }

/**
 * A fresh one-time code for each account: of who has not come in yet, or forgot the password. Codes from before open
 * nothing any more; a password there is stays until the code is used. One that cannot get a code refuses them all.
 */
export async function issueSetUpCodes(
  accountIds: readonly string[],
  act: CodeAct,
  store: Pick<TownAccountStore, 'townAccounts' | 'keepSetUpCodes'>,
): Promise<Result<readonly IssuedCode[], IssueRefusal>> {
  if (act.isSample) return refuse({ code: 'sample-accounts' })
  const known = new Map((await store.townAccounts(act.tenantId)).map((account) => [account.id, account]))
  const meant: TownAccount[] = []
  for (const accountId of new Set(accountIds)) {
    const account = known.get(accountId)
    if (account === undefined) return refuse({ code: 'account-unknown' })
    if (isOwnAccount(account, act.by)) return refuse({ code: 'account-own', what: 'code' })
    if (account.suspendedAt !== null) return refuse({ code: 'account-suspended', userName: account.userName })
    meant.push(account)
  }
  return accept(await keepFreshCodes(meant, act, store))
}

/** Makes and keeps a code for each, in the order given. */
export async function keepFreshCodes(
  accounts: readonly Pick<TownAccount, 'id' | 'userName' | 'staffNumber'>[],
  { at, by, newCode }: Pick<CodeAct, 'at' | 'by' | 'newCode'>,
  store: Pick<TownAccountStore, 'keepSetUpCodes'>,
): Promise<readonly IssuedCode[]> {
  const expiresAt = new Date(at.getTime() + setUpCodeDays * 24 * 3_600_000)
  const issued = accounts.map((account) => ({ account, fresh: newCode() }))
  await store.keepSetUpCodes(
    issued.map(({ account, fresh }) => ({
      accountId: account.id,
      codeHash: fresh.hash,
      createdAt: at,
      createdBy: by,
      expiresAt,
    })),
  )
  return issued.map(({ account: { id, userName, staffNumber }, fresh: { code } }) => ({
    accountId: id,
    userName,
    staffNumber,
    code,
    expiresAt,
  }))
}
