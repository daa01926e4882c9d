/** Whom a sheet of a device may speak of. */
export type KnownPerson = { readonly staffNumber: string; readonly name: string; readonly office: string }

/** How a row names its person; an empty text where the sheet does not say. */
export type NamedPerson = {
  readonly number: string
  readonly name: string
  readonly card: string
  readonly office: string
}

/** Why a person was not found: nobody, several of one name, or a number and a name of two people. */
export type PersonProblem = 'unknown' | 'ambiguous' | 'disagree' | 'missing'

export type FoundPerson =
  | { readonly staffNumber: string }
  | { readonly problem: PersonProblem; readonly candidates: readonly KnownPerson[] }

/** What the office has said of a name, number or card before: the 工号 it is, or null for nobody of the town's. */
export type SettledPeople = ReadonlyMap<string, string | null>

/** As which a row's person is settled and remembered. */
export function personKey({ number, name, card, office }: NamedPerson): string {
  return [number, name, card, name === '' ? '' : office].join('|')
}

/** As it is shown: 张三（12，党办）. */
export function personWords({ number, name, card, office }: NamedPerson): string {
  const beside = [number, card === '' ? '' : `卡号${card}`, office].filter((part) => part !== '')
  if (name === '') return beside.join('，')
  return beside.length === 0 ? name : `${name}（${beside.join('，')}）`
}

/**
 * Finds whom a row means. A 工号 counts when the name beside it does not say otherwise; the device's own number of a
 * person with a unique name gives way to the name. Nothing is guessed: whoever is not certain is asked about, once.
 */
export function personFinder(
  people: readonly KnownPerson[],
  settled: SettledPeople,
): (named: NamedPerson) => FoundPerson | null {
  const byNumber = new Map(people.map((person) => [person.staffNumber, person]))
  const byBareNumber = new Map<string, KnownPerson | null>()
  for (const person of people) {
    const bare = bareNumber(person.staffNumber)
    byBareNumber.set(bare, byBareNumber.has(bare) ? null : person)
  }
  const byName = new Map<string, KnownPerson[]>()
  for (const person of people) {
    const key = plainName(person.name)
    byName.set(key, [...(byName.get(key) ?? []), person])
  }
  return (named) => {
    const said = settled.get(personKey(named))
    if (said !== undefined) return said === null ? null : { staffNumber: said }
    const number = named.number.normalize('NFKC').trim()
    const numbered = number === '' ? null : (byNumber.get(number) ?? byBareNumber.get(bareNumber(number)) ?? null)
    const name = plainName(named.name)
    if (name === '') return byNumberAlone(numbered, named)
    const namesakes = byName.get(name) ?? []
    if (numbered !== null && plainName(numbered.name) === name) return numbered
    const inOffice = namesakes.filter(({ office }) => isSameOfficeName(office, named.office))
    const [only, ...others] = inOffice.length === 1 ? inOffice : namesakes
    if (only === undefined) return { problem: 'unknown', candidates: alike(people, name, numbered) }
    if (others.length > 0) return { problem: 'ambiguous', candidates: namesakes }
    return numbered === null ? only : { problem: 'disagree', candidates: [only, numbered] }
  }
}

function byNumberAlone(numbered: KnownPerson | null, { number, card }: NamedPerson): FoundPerson {
  if (numbered !== null) return numbered
  return { problem: number === '' && card === '' ? 'missing' : 'unknown', candidates: [] }
}

/** Excel drops the zeros before a number. */
function bareNumber(number: string): string {
  return number.replace(/^0+(?=.)/, '').toLowerCase()
}

function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·・•.]/g, '')
    .replace(/\([^()]*\)$/, '')
}

function isSameOfficeName(one: string, other: string): boolean {
  const [left, right] = [one, other].map((name) => plainName(name.split(/[/\\>-]/).at(-1) ?? ''))
  return left !== '' && left === right
}

/** Those with one character otherwise: 张晓峰 for 张小峰; and who has the number. */
function alike(
  people: readonly KnownPerson[],
  name: string,
  numbered: KnownPerson | null,
): readonly KnownPerson[] {
  const found = people.filter((person) => person !== numbered && isAlike(plainName(person.name), name))
  return [...(numbered === null ? [] : [numbered]), ...found].slice(0, 6)
}

function isAlike(one: string, other: string): boolean {
  if (one.length === other.length)
    return Array.from(one).filter((character, at) => character !== other[at]).length === 1 && one.length > 1
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return (
    long.length - short.length === 1 &&
    short.length > 1 &&
    Array.from(short).every((character) => long.includes(character))
  )
}
