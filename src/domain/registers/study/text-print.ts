/** What of a text is held against others: whatever its punctuation, spaces, case and width. */
export type TextPrint = {
  /** How many characters were read; too few say nothing. */
  readonly length: number
  /** The smallest hashes of its shingles, in order, each once: two texts that share much share many of them. */
  readonly sketch: readonly number[]
}

const shingleLength = 7
const sketchSize = 64
/** Shorter texts are alike by chance. */
const leastLength = 40

/** The letters, characters and digits alone, of one width and case: what two copies of a text have in common. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** The print of a text; the same for texts that differ only in punctuation, spaces, case and width. */
export function printOf(text: string): TextPrint {
  const characters = Array.from(plainText(text))
  const hashes = new Set<number>()
  const last = Math.max(0, characters.length - shingleLength)
  if (characters.length > 0)
    for (let at = 0; at <= last; at += 1) hashes.add(hashOf(characters.slice(at, at + shingleLength)))
  return {
    length: characters.length,
    sketch: [...hashes].toSorted((left, right) => left - right).slice(0, sketchSize),
  }
}

/**
 * How much of two texts is the same, in whole per cent, 0 to 100: the share of shingles they have in common, reckoned
 * from the smallest of both (A. Broder, On the resemblance and containment of documents). Exact for texts of few
 * shingles; 0 where either is too short to say.
 */
export function likeness(one: TextPrint, other: TextPrint): number {
  if (one.length < leastLength || other.length < leastLength) return 0
  const mine = new Set(one.sketch)
  const theirs = new Set(other.sketch)
  const smallest = [...new Set([...one.sketch, ...other.sketch])]
    .toSorted((left, right) => left - right)
    .slice(0, sketchSize)
  const shared = smallest.filter((hash) => mine.has(hash) && theirs.has(hash)).length
  return smallest.length === 0 ? 0 : Math.floor((shared * 100) / smallest.length)
}

/** FNV-1a over code points, then mixed so that the smallest are spread evenly; 32 bits. */
function hashOf(characters: readonly string[]): number {
  let hash = 0x811c9dc5
  for (const character of characters) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
