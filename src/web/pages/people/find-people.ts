import { localDate, parseLocalDate, type LocalDate } from '../../../domain/primitives/local-date.ts'
import { stateOn as stateOfRows, type StateOnDay } from '../../../domain/roster/person-history.ts'
import type { Person, PersonStay } from '../../../http/contract/people.ts'

export type PeopleConditions = {
  readonly who: string
  readonly office: string
  readonly post: string
  /** One of StateOnDay, or empty for any. */
  readonly state: string
  /** The day office, post and state are asked for; empty: any stay, and the state of today. */
  readonly on: string
}

/** The day a list speaks of: the one asked for, else today. */
export function dayOf({ on }: Pick<PeopleConditions, 'on'>, today: string): LocalDate {
  return parseLocalDate(on) ?? localDate(today)
}

/**
 * By name, pinyin, initials or number, and by office and post: of any of the person's stays, or of the one on the day
 * asked for. The order of the roster is kept.
 */
export function findPeople(
  people: readonly Person[],
  conditions: PeopleConditions,
  today: string,
): readonly Person[] {
  const who = conditions.who.trim().toLowerCase().replaceAll(/\s/g, '')
  const { office, post, state, on } = conditions
  const day = dayOf(conditions, today)
  const isAnyStay = on === '' && state === ''
  return people.filter((person) => {
    if (!isMeant(person, who) || (state !== '' && stateOn(person, day) !== state)) return false
    if (office === '' && post === '') return true
    const onDay = stayOn(person, day)
    return (isAnyStay ? person.stays : onDay === null ? [] : [onDay]).some((stay) => fits(stay, conditions))
  })
}

export function stateOn({ stays, absences }: Person, day: LocalDate): StateOnDay {
  return stateOfRows({ assignments: stays, absences }, day)
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
