import { groupBy } from '../domain/primitives/group-by.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { findConflict, type GrantableRole, type Role } from '../policies/roles.ts'
import { rolesFromRoster } from '../policies/roster-roles.ts'
import { keepFreshCodes, type CodeAct, type IssuedCode } from './issue-set-up-codes.ts'
import type { StoredPerson } from './roster-store.ts'
import type { SampleAccounts, TownRoster } from './town-account-act.ts'
import type { NewTownAccount, TownAccount, TownAccountStore } from './town-account-store.ts'
import { userNameKey } from './user-name-key.ts'

/** For a person of the roster, whose name it then takes unless another is given; or for somebody who is on none. */
export type WantedAccount =
  | { readonly staffNumber: string; readonly userName: string | null }
  | { readonly staffNumber: null; readonly userName: string }

export type MakeAccountsRefusal =
  | SampleAccounts
  | PersonNotOnRoster
  | RolesExclude
  | { readonly code: 'user-name-taken'; readonly userName: string }

export type PersonNotOnRoster = { readonly code: 'person-not-on-roster'; readonly staffNumber: string }
/** 三员 and what they may not be besides (findConflict). */
export type RolesExclude = {
  readonly code: 'account-roles-exclude'
  readonly userName: string
  readonly roles: readonly [Role, Role]
}

export type MadeAccounts = {
  readonly issued: readonly IssuedCode[]
  /** Who has an account already: it stays as it is. */
  readonly leftOut: readonly { readonly staffNumber: string; readonly userName: string }[]
}

/**
 * Makes accounts with their first roles and a one-time set-up code each, all or none. Asked for again, it leaves out
 * whoever has one by now. Two people of one name get theirs with the 工号, whoever comes first.
 */
export async function makeAccounts(
  wanted: readonly WantedAccount[],
  roles: readonly GrantableRole[],
  act: CodeAct,
  store: Pick<TownAccountStore, 'townAccounts' | 'addTownAccounts' | 'keepSetUpCodes'>,
  roster: TownRoster,
): Promise<Result<MadeAccounts, MakeAccountsRefusal>> {
  if (act.isSample) return refuse({ code: 'sample-accounts' })
  const existing = await store.townAccounts(act.tenantId)
  const chosen = await nameThem(wanted, existing, roster)
  if (!chosen.ok) return chosen
  const assignments = groupBy(await roster.assignments(), ({ staffNumber }) => staffNumber)
  const added: NewTownAccount[] = []
  for (const { userName, staffNumber } of chosen.value.named) {
    const ofPerson = staffNumber === null ? [] : (assignments.get(staffNumber) ?? [])
    const conflict = findConflict([...roles, ...rolesFromRoster(ofPerson, act.today)])
    if (conflict !== null) return refuse({ code: 'account-roles-exclude', userName, roles: conflict })
    added.push({ id: act.newId(), userName, userNameKey: userNameKey(userName), staffNumber, roles })
  }
  await store.addTownAccounts(act.tenantId, added, act)
  return accept({ issued: await keepFreshCodes(added, act, store), leftOut: chosen.value.leftOut })
}

type Named = { readonly userName: string; readonly staffNumber: string | null }

async function nameThem(
  wanted: readonly WantedAccount[],
  existing: readonly TownAccount[],
  roster: TownRoster,
): Promise<
  Result<{ readonly named: readonly Named[]; readonly leftOut: MadeAccounts['leftOut'] }, MakeAccountsRefusal>
> {
  const people = await roster.people()
  const byNumber = new Map(people.map((person) => [person.staffNumber, person]))
  const namesakes = groupBy(people, ({ name }) => userNameKey(name))
  const accountOf = new Map(existing.map(({ staffNumber, userName }) => [staffNumber, userName]))
  const taken = new Set(existing.map((account) => account.userNameKey))
  const done = new Set<string>()
  const named: Named[] = []
  const leftOut: { staffNumber: string; userName: string }[] = []
  // Names somebody asked for come first: a default gives way, a wish is refused.
  for (const { staffNumber, userName } of wanted.toSorted(byWish)) {
    if (staffNumber !== null) {
      if (done.has(staffNumber)) continue
      done.add(staffNumber)
      const has = accountOf.get(staffNumber)
      if (has !== undefined) {
        leftOut.push({ staffNumber, userName: has })
        continue
      }
    }
    const person = staffNumber === null ? null : byNumber.get(staffNumber)
    if (person === undefined) return refuse({ code: 'person-not-on-roster', staffNumber: staffNumber ?? '' })
    const isShared = person !== null && (namesakes.get(userNameKey(person.name)) ?? []).length > 1
    const chosen = userName ?? (person === null ? '' : freeName(person, isShared, taken))
    if (taken.has(userNameKey(chosen))) return refuse({ code: 'user-name-taken', userName: chosen })
    taken.add(userNameKey(chosen))
    named.push({ userName: chosen, staffNumber })
  }
  return accept({ named, leftOut })
}

function byWish(left: WantedAccount, right: WantedAccount): number {
  return Number(left.userName === null) - Number(right.userName === null)
}

/** 张伟, or 张伟012 where two share the name or somebody has it already. An @ would read as a town's code. */
function freeName({ name, staffNumber }: StoredPerson, isShared: boolean, taken: ReadonlySet<string>): string {
  const plain = name.replaceAll('@', '').trim()
  const numbered = `${plain}${staffNumber.replaceAll('@', '')}`
  const first = isShared || plain.length < 2 ? numbered : plain
  const candidates = [first, numbered]
  for (let number = 2; number <= taken.size + 2; number += 1) candidates.push(`${numbered}-${String(number)}`)
  return candidates.find((candidate) => !taken.has(userNameKey(candidate))) ?? numbered
}
