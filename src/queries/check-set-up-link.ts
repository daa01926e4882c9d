import type { AccountStore, SetUpKind } from '../commands/account-store.ts'
import type { SetUpLinkRefusal } from '../commands/set-up.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'

/** What a one-time link still opens, so that nobody fills in a form in vain. */
export async function checkSetUpLink(
  tokenHash: Uint8Array,
  at: Date,
  accounts: Pick<AccountStore, 'hasAccounts' | 'isSetUpTokenValid'>,
): Promise<Result<SetUpKind, SetUpLinkRefusal>> {
  if (await accounts.isSetUpTokenValid(tokenHash, 'district', at)) return accept('district')
  if (await accounts.hasAccounts()) return refuse({ code: 'already-set-up' })
  return (await accounts.isSetUpTokenValid(tokenHash, 'first', at))
    ? accept('first')
    : refuse({ code: 'set-up-token-invalid' })
}
