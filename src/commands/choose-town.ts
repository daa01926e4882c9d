import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore } from './account-store.ts'

export type ChooseTownRefusal = { readonly code: 'town-unknown' } | { readonly code: 'persona-unknown' }

type Stores = Pick<AccountStore, 'townsOf' | 'personasOf' | 'moveSession'>

/** Moves the session to another of the account's own towns; in a sample as its appraisal office to begin with. */
export async function chooseTown(
  choice: { readonly accountId: string; readonly townId: string; readonly tokenHash: Uint8Array },
  accounts: Stores,
): Promise<Result<null, ChooseTownRefusal>> {
  const town = (await accounts.townsOf(choice.accountId)).find(({ id }) => id === choice.townId)
  if (town === undefined) return refuse({ code: 'town-unknown' })
  const [first] = town.isSample ? await accounts.personasOf(town.id) : []
  await accounts.moveSession(choice.tokenHash, town.id, first?.accountId ?? null)
  return accept(null)
}

/** In a sample town: goes on as another of its people. Nobody signs in as them, and a real town has none. */
export async function choosePersona(
  choice: { readonly tenantId: string; readonly personaId: string; readonly tokenHash: Uint8Array },
  accounts: Stores,
): Promise<Result<null, ChooseTownRefusal>> {
  const personas = await accounts.personasOf(choice.tenantId)
  if (!personas.some(({ accountId }) => accountId === choice.personaId)) return refuse({ code: 'persona-unknown' })
  await accounts.moveSession(choice.tokenHash, choice.tenantId, choice.personaId)
  return accept(null)
}
