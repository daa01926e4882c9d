import type { Chance } from '../chance.ts'

/** Values that answers named, by town and by what they name; requests take them up, in their own town and in others. */
export type SeenValues = {
  readonly take: (town: string, label: string, chance: Chance) => string | number | undefined
  /** Any identifier at all, of whatever kind and town. */
  readonly takeAny: (chance: Chance) => string | undefined
  readonly notice: (town: string, answer: unknown) => void
}

const keptPerLabel = 60

export function createSeenValues(): SeenValues {
  const byTown = new Map<string, Map<string, (string | number)[]>>()
  const identifiers: string[] = []

  const keep = (town: string, label: string, value: string | number): void => {
    const labels = byTown.get(town) ?? new Map<string, (string | number)[]>()
    byTown.set(town, labels)
    const values = labels.get(label) ?? []
    labels.set(label, values)
    if (values.includes(value)) return
    // The newest take the place of the oldest, so that ids of what has just been made are among them.
    values.push(value)
    if (values.length > keptPerLabel) values.shift()
    if (typeof value === 'string' && isIdentifier(value)) {
      identifiers.push(value)
      if (identifiers.length > keptPerLabel * 10) identifiers.shift()
    }
  }

  const notice = (town: string, value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const element of value.slice(0, keptPerLabel)) notice(town, element, key)
    else if (typeof value === 'object' && value !== null)
      for (const [name, part] of Object.entries(value)) notice(town, part, name === 'id' ? `${key}Id` : name)
    else if ((typeof value === 'string' && value.length < 200) || typeof value === 'number')
      keep(town, labelOf(key), value)
  }

  return {
    take: (town, label, chance) => {
      const others = [...byTown.keys()].filter((name) => name !== town)
      const from = chance(8) === 0 ? (others[chance(others.length)] ?? town) : town
      const values = byTown.get(from)?.get(labelOf(label)) ?? []
      // Often the newest: a revision, a draft that has just been opened.
      return chance(2) === 0 ? values.at(-1) : values[chance(values.length)]
    },
    takeAny: (chance) => identifiers[chance(identifiers.length)],
    notice: (town, answer) => notice(town, answer, ''),
  }
}

/** entryIds, entryId and the id within entries are all entry; categories[].id and categoryId are category. */
export function labelOf(key: string): string {
  const bare = key.replace(/Ids?$/, '')
  return bare.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '')
}

function isIdentifier(text: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-/.test(text) || /^[\da-z][\da-z.-]{2,40}$/i.test(text)
}
