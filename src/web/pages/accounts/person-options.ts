import type { AccountPerson } from '../../../http/contract/town-accounts.ts'

export function personWords({ name, staffNumber, offices, posts }: AccountPerson): string {
  return [`${name} ${staffNumber}`, ...offices, ...posts].join(' · ')
}

/** Found by anything that stands in the line, and by pinyin. */
export function personOptions(people: readonly AccountPerson[]) {
  return people.map((person) => ({
    value: person.staffNumber,
    label: personWords(person),
    found: `${personWords(person)} ${person.pinyin} ${person.initials}`,
  }))
}
