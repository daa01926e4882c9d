import type { Person, PersonStay } from '../../../http/contract/people.ts'

export type PeopleConditions = { readonly who: string; readonly office: string; readonly post: string }

/** By name, pinyin, initials or number, and by any of the person's stays; the order of the roster is kept. */
export function findPeople(people: readonly Person[], conditions: PeopleConditions): readonly Person[] {
  const who = conditions.who.trim().toLowerCase().replaceAll(/\s/g, '')
  return people.filter((person) => isMeant(person, who) && person.stays.some((stay) => fits(stay, conditions)))
}

function isMeant(person: Person, who: string): boolean {
  if (who === '') return true
  return (
    person.name.includes(who) ||
    person.pinyin.startsWith(who) ||
    person.initials.startsWith(who) ||
    person.staffNumber.toLowerCase().startsWith(who)
  )
}

function fits(stay: PersonStay, { office, post }: PeopleConditions): boolean {
  return (office === '' || stay.office === office) && (post === '' || stay.post === post)
}

/** The stay that holds on the day, or the last one for somebody who is not on the roster that day. */
export function stayOn(person: Person, day: string): PersonStay | null {
  const present = person.stays.find(
    (stay) => (stay.from === null || stay.from <= day) && (stay.to === null || day <= stay.to),
  )
  return present ?? person.stays.at(-1) ?? null
}
