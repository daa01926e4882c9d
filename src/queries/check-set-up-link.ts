import type { AccountStore } from '../commands/account-store.ts'
import type { SetUpLinkRefusal } from '../commands/set-up.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'

/** Whether a one-time link still opens the first set-up, so that nobody fills in a form in vain. */
export async function checkSetUpLink(
  tokenHash: Uint8Array,
  at: Date,
  accounts: Pick<AccountStore, 'hasAccounts' | 'isSetUpTokenValid'>,
): Promise<Result<null, SetUpLinkRefusal>> {
  if (await accounts.hasAccounts()) return refuse({ code: 'already-set-up' })
  return (await accounts.isSetUpTokenValid(tokenHash, 'first', at))
    ? accept(null)
    : refuse({ code: 'set-up-token-invalid' })
}
