import type { AccountPerson, AccountView } from '../../../http/contract/town-accounts.ts'

export type AccountConditions = {
  readonly who: string
  readonly role: string
  readonly state: string
  readonly office: string
}

/** By user name or by the person's name, pinyin, initials or number; a role counts given or from the roster. */
export function findAccounts(
  accounts: readonly AccountView[],
  { who, role, state, office }: AccountConditions,
): readonly AccountView[] {
  const wanted = who.trim().toLowerCase().replaceAll(/\s/g, '')
  return accounts.filter(
    (account) =>
      (account.userName.toLowerCase().includes(wanted) || isPerson(account.person, wanted)) &&
      (role === '' || [...account.granted, ...account.fromRoster].some((held) => held === role)) &&
      (state === '' || account.state === state) &&
      (office === '' || account.person?.offices.includes(office) === true),
  )
}

function isPerson(person: AccountPerson | null, wanted: string): boolean {
  if (person === null) return false
  return (
    person.name.includes(wanted) ||
    person.pinyin.startsWith(wanted) ||
    person.initials.startsWith(wanted) ||
    person.staffNumber.toLowerCase().startsWith(wanted)
  )
}

/** Every office somebody with an account, or without one, stands in. */
export function officesOf(people: readonly (AccountPerson | null)[]): readonly string[] {
  return [...new Set(people.flatMap((person) => person?.offices ?? []))]
}
