/** Two parts, one of each scheme, that are the same thing at two times. */
export type Matched<Part> = {
  readonly before: Part
  readonly after: Part
  /** Found in another place than before. */
  readonly moved?: boolean
}

export type Matching<Part> = {
  readonly both: readonly Matched<Part>[]
  /** Of the earlier scheme only. */
  readonly gone: readonly Part[]
  /** Of the later scheme only. */
  readonly come: readonly Part[]
}

/**
 * Pairs parts by one key after another, the surest first: what shares a key is paired in the order it stands, and what
 * is paired is out of the later rounds. A key of null pairs nothing. Linear in the parts for each key.
 */
export function matchParts<Part>(
  before: readonly Part[],
  after: readonly Part[],
  keys: readonly ((part: Part) => string | null)[],
): Matching<Part> {
  let [gone, come] = [before, after]
  const both: Matched<Part>[] = []
  for (const keyOf of keys) {
    const waiting = new Map<string, Part[]>()
    for (const part of gone) {
      const key = keyOf(part)
      if (key === null) continue
      const same = waiting.get(key)
      if (same === undefined) waiting.set(key, [part])
      else same.push(part)
    }
    const taken = new Set<Part>()
    for (const part of come) {
      const key = keyOf(part)
      const found = key === null ? undefined : waiting.get(key)?.shift()
      if (found === undefined) continue
      both.push({ before: found, after: part })
      taken.add(found).add(part)
    }
    gone = gone.filter((part) => !taken.has(part))
    come = come.filter((part) => !taken.has(part))
  }
  return { both, gone, come }
}

/** Beyond so many on a side, words are not weighed against each other: the work would outgrow the scheme. */
const mostWeighed = 60

/** What is left is paired by likeness, the likest first, as long as it is at least half alike. */
export function matchAlike<Part>(
  { both, gone, come }: Matching<Part>,
  wordsOf: (part: Part) => string,
): Matching<Part> {
  if (gone.length === 0 || come.length === 0 || gone.length > mostWeighed || come.length > mostWeighed)
    return { both, gone, come }
  const [left, right] = [gone.map((part) => pairsIn(wordsOf(part))), come.map((part) => pairsIn(wordsOf(part)))]
  const weighed = left
    .flatMap((words, i) => right.map((others, j) => ({ i, j, likeness: likenessOf(words, others) })))
    .filter(({ likeness }) => likeness >= 0.5)
    .toSorted((one, other) => other.likeness - one.likeness || one.i - other.i || one.j - other.j)
  const found: Matched<Part>[] = []
  const taken = new Set<Part>()
  for (const { i, j } of weighed) {
    const [before, after] = [gone[i], come[j]]
    if (before === undefined || after === undefined || taken.has(before) || taken.has(after)) continue
    found.push({ before, after })
    taken.add(before).add(after)
  }
  return {
    both: [...both, ...found],
    gone: gone.filter((part) => !taken.has(part)),
    come: come.filter((part) => !taken.has(part)),
  }
}

/** Each two neighbouring characters, with a mark at the ends so that one character also makes two. */
function pairsIn(words: string): ReadonlyMap<string, number> {
  const marked = `\u0002${words}\u0003`
  const pairs = new Map<string, number>()
  for (let i = 1; i < marked.length; i++) {
    const pair = marked.slice(i - 1, i + 1)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
  return pairs
}

/** Dice's measure: 1 for the same words, 0 for words that share no two neighbouring characters. */
function likenessOf(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let shared = 0
  for (const [pair, count] of one) shared += Math.min(count, other.get(pair) ?? 0)
  return (2 * shared) / (total(one) + total(other))
}

function total(pairs: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const count of pairs.values()) sum += count
  return sum
}
