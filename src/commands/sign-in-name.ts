import type { AccountStore, SignInName } from './account-store.ts'
import { userNameKey } from './user-name-key.ts'

/** A town nobody has: what is typed for one that does not exist is looked for all the same, and not found. */
const nowhere = '00000000-0000-0000-0000-000000000000'

/** What is typed for a town by whom the district's account is meant. */
const district = '区级'

/**
 * Which name in which town is meant: 张三@qingxi carries its town's code, a town may be given beside it by name or code,
 * and where the installation has one town, the name alone is enough. The district's accounts have no town: their name
 * alone means them wherever no town's account has it, and with 区级 for a town it always does.
 * Answers the same way whether or not there is such an account.
 */
export async function resolveSignInName(
  typed: { readonly userName: string; readonly town?: string | undefined },
  accounts: Pick<AccountStore, 'realTowns' | 'findAccount'>,
): Promise<SignInName> {
  const [, name = typed.userName, carried] = /^(.+)@([^@]+)$/.exec(typed.userName.trim()) ?? []
  const town = userNameKey(carried ?? typed.town ?? '')
  const towns = await accounts.realTowns()
  const key = userNameKey(name)
  const ofDistrict = { userNameKey: key, tenantId: null }
  if (town === district) return ofDistrict
  if (town !== '') {
    const meant = towns.find((known) => known.code === town || userNameKey(known.name) === town)
    return { userNameKey: key, tenantId: meant?.id ?? nowhere }
  }
  const [only, ...others] = towns
  if (only === undefined || others.length > 0) return ofDistrict
  const ofTown = { userNameKey: key, tenantId: only.id }
  return (await accounts.findAccount(ofTown)) === null && (await accounts.findAccount(ofDistrict)) !== null
    ? ofDistrict
    : ofTown
}
