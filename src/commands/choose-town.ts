import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore } from './account-store.ts'

export type ChooseTownRefusal = { readonly code: 'town-unknown' }

/** Moves the session to another of the account's own towns. */
export async function chooseTown(
  choice: { readonly accountId: string; readonly townId: string; readonly tokenHash: Uint8Array },
  accounts: Pick<AccountStore, 'townsOf' | 'moveSession'>,
): Promise<Result<null, ChooseTownRefusal>> {
  const towns = await accounts.townsOf(choice.accountId)
  if (!towns.some(({ id }) => id === choice.townId)) return refuse({ code: 'town-unknown' })
  await accounts.moveSession(choice.tokenHash, choice.townId)
  return accept(null)
}
