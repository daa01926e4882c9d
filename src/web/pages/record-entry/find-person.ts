import type { Person, SpelledOffice } from '../../../http/contract/people.ts'

/** Whom an entry is about: a person, or everyone of an office. */
export type Whom =
  | { readonly kind: 'person'; readonly key: string; readonly person: Person }
  | (SpelledOffice & { readonly kind: 'office'; readonly key: string; readonly people: number })

export function personWhom(person: Person): Whom {
  return { kind: 'person', key: person.staffNumber, person }
}

export function officeWhom(spelled: SpelledOffice, people: readonly Person[]): Whom {
  const { office } = spelled
  return {
    ...spelled,
    kind: 'office',
    key: `@${office}`,
    // Leaders take a mean as a rule; whom exactly it reaches on the day stands in the effect beside.
    people: people.filter((person) =>
      person.stays.some((stay) => stay.office === office && stay.post === '工作人员'),
    ).length,
  }
}

/** The office of the latest stay: what the clerk knows the person by. */
export function officeOf(person: Person): string {
  return person.stays.at(-1)?.office ?? ''
}

/**
 * People and offices that answer the words, the likeliest first: 工号 and whole names, then beginnings
 * (characters, pinyin, initials), then anything that holds the words. No words: recent ones, then the roster.
 */
export function findWhom(
  people: readonly Person[],
  offices: readonly SpelledOffice[],
  words: string,
  recentKeys: readonly string[],
): readonly Whom[] {
  const sought = normalise(words)
  const everyone: readonly Whom[] = [
    ...people.map(personWhom),
    ...offices.map((office) => officeWhom(office, people)),
  ]
  const ranked = everyone.flatMap((whom) => {
    const closeness = sought === '' ? 0 : closenessOf(whom, sought)
    return closeness === null ? [] : [{ whom, closeness, recency: recencyOf(whom.key, recentKeys) }]
  })
  // Array.prototype.sort is stable, so equals keep the order of the roster.
  return ranked
    .sort((left, right) => left.closeness - right.closeness || left.recency - right.recency)
    .map(({ whom }) => whom)
}

function closenessOf(whom: Whom, sought: string): number | null {
  if (whom.kind === 'office') {
    const bare = sought.startsWith('@') ? sought.slice(1) : sought
    if (whom.office === bare) return 1
    return closenessOfSpelling(whom.office, whom, bare)
  }
  const { person } = whom
  const lowerNumber = person.staffNumber.toLowerCase()
  if (lowerNumber === sought || person.name === sought) return 0
  return (
    (lowerNumber.startsWith(sought) ? 3 : null) ??
    closenessOfSpelling(person.name, person, sought) ??
    (officeOf(person).includes(sought) ? 6 : null)
  )
}

function closenessOfSpelling(
  name: string,
  { pinyin, initials }: { readonly pinyin: string; readonly initials: string },
  sought: string,
): number | null {
  if (name.startsWith(sought) || initials === sought || pinyin === sought) return 2
  if (pinyin.startsWith(sought) || initials.startsWith(sought)) return 3
  return name.includes(sought) || pinyin.includes(sought) || initials.includes(sought) ? 4 : null
}

function recencyOf(key: string, recentKeys: readonly string[]): number {
  const place = recentKeys.indexOf(key)
  return place === -1 ? recentKeys.length : place
}

function normalise(words: string): string {
  return words.replace(/[\s'’]/g, '').toLowerCase()
}
