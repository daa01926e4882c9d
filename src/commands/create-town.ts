import { accept, assert, refuse, type Result } from '../domain/primitives/result.ts'
import type { AccountStore, Caller, TownOfAccount } from './account-store.ts'
import { keepFreshCodes, type IssuedCode, type SetUpCode } from './issue-set-up-codes.ts'
import { userNameKey } from './user-name-key.ts'

export type CreateTownRefusal =
  | { readonly code: 'town-name-taken'; readonly name: string }
  | { readonly code: 'town-code-taken'; readonly townCode: string }
export type FounderCodeRefusal = { readonly code: 'town-unknown' } | { readonly code: 'founder-activated' }

type Act = {
  readonly by: string
  readonly at: Date
  readonly newId: () => string
  readonly caller: Caller
  readonly newCode: () => SetUpCode
}

/** A slip for the first account of a town: its code is shown this once. */
export type FounderSlip = { readonly town: TownOfAccount; readonly issued: IssuedCode }

/**
 * A town of the district with its first account, which is its appraisal office and founder and gets in by a set-up code.
 * Name and code are unique, for people sign in with either.
 */
export async function createTown(
  given: { readonly name: string; readonly code: string; readonly userName: string },
  act: Act,
  accounts: AccountStore,
): Promise<Result<FounderSlip, CreateTownRefusal>> {
  await accounts.lockSetUp()
  const { name, code, userName } = given
  const key = userNameKey(name)
  if ((await accounts.realTowns()).some((town) => userNameKey(town.name) === key))
    return refuse({ code: 'town-name-taken', name })
  if ((await accounts.freeTownCode(code)) !== code) return refuse({ code: 'town-code-taken', townCode: code })
  const { at, by, newId } = act
  const town = { id: newId(), name, code, isSample: false }
  await accounts.addTown({ ...town, createdAt: at })
  const founder = { id: newId(), userName, userNameKey: userNameKey(userName), staffNumber: null }
  await accounts.addTownAccounts(town.id, [{ ...founder, roles: ['office', 'founder'] }], { at, by })
  return issue('createTown', town, founder, act, accounts)
}

/** Another slip for a town whose founder has not come in yet: from then on the town looks after its accounts itself. */
export async function reissueFounderCode(
  townId: string,
  act: Act,
  accounts: AccountStore,
): Promise<Result<FounderSlip, FounderCodeRefusal>> {
  const town = (await accounts.realTowns()).find(({ id }) => id === townId)
  if (town === undefined) return refuse({ code: 'town-unknown' })
  const all = await accounts.townAccounts(townId)
  const founder = all.find(({ granted }) => granted.includes('founder'))
  if (founder === undefined || all.some(({ isActivated }) => isActivated))
    return refuse({ code: 'founder-activated' })
  return issue('reissueFounderCode', town, founder, act, accounts)
}

async function issue(
  operation: string,
  town: TownOfAccount,
  founder: { readonly id: string; readonly userName: string; readonly staffNumber: string | null },
  act: Act,
  accounts: AccountStore,
): Promise<Result<FounderSlip, never>> {
  const [issued] = await keepFreshCodes([founder], act, accounts)
  const { at, by, newId, caller } = act
  const what = `${town.name}（${town.code}）`
  await accounts.addInstallationEvent({ id: newId(), at, by, operation, what, ...caller })
  assert(issued !== undefined, 'one account gets one code')
  return accept({ town, issued })
}
