import type { AccountStore, SignInName, TownOfAccount } from './account-store.ts'
import { userNameKey } from './user-name-key.ts'

/** A town nobody has: what is typed for one that does not exist is looked for all the same, and not found. */
const nowhere = '00000000-0000-0000-0000-000000000000'

/** What is typed for a town by whom the district's account is meant. */
const district = '区级'

type TypedName = { readonly userName: string; readonly town?: string | undefined }

/**
 * Which name in which town is meant: 张三@qingxi carries its town's code, a town may be given beside it by name or code,
 * and where the installation has one town, the name alone is enough. The district's accounts have no town: their name
 * alone means them wherever no town's account has it, and with 区级 for a town it always does.
 * Answers the same way whether or not there is such an account.
 */
export async function resolveSignInName(
  typed: TypedName,
  accounts: Pick<AccountStore, 'realTowns' | 'findAccount'>,
): Promise<SignInName> {
  const { first, orElse } = readTyped(typed, await accounts.realTowns())
  if (orElse === null) return first
  return (await accounts.findAccount(first)) === null && (await accounts.findAccount(orElse)) !== null
    ? orElse
    : first
}

/**
 * Under which name an attempt is counted: told by what was typed alone. Were it counted under the account that is meant,
 * having to wait would tell whether the district has one of that name.
 */
export async function countedSignInName(
  typed: TypedName,
  accounts: Pick<AccountStore, 'realTowns'>,
): Promise<SignInName> {
  return readTyped(typed, await accounts.realTowns()).first
}

/** Whom a typed name means; `orElse` where nobody of the first has it. */
function readTyped(
  typed: TypedName,
  towns: readonly TownOfAccount[],
): { readonly first: SignInName; readonly orElse: SignInName | null } {
  const [, name = typed.userName, carried] = /^(.+)@([^@]+)$/.exec(typed.userName.trim()) ?? []
  const town = userNameKey(carried ?? typed.town ?? '')
  const key = userNameKey(name)
  const ofDistrict = { userNameKey: key, tenantId: null }
  if (town === district) return { first: ofDistrict, orElse: null }
  if (town !== '') {
    const meant = towns.find((known) => known.code === town || userNameKey(known.name) === town)
    return { first: { userNameKey: key, tenantId: meant?.id ?? nowhere }, orElse: null }
  }
  const [only, ...others] = towns
  if (only === undefined || others.length > 0) return { first: ofDistrict, orElse: null }
  return { first: { userNameKey: key, tenantId: only.id }, orElse: ofDistrict }
}
