/**
 * The first version of this program whose bulletins say the same figures in the same words as this one's (`*-blocks.ts`).
 * A verifier makes the words of later bulletins again and holds them against what was published; of earlier ones it
 * checks the tables' figures alone, and says so. Whoever changes the words of any bulletin raises the package's version
 * and puts it here, and the digest in wording-since.test.ts with it.
 */
export const wordingSince = '0.1.0'

/** Whether bulletins of an engine of this version (major.minor.patch) are worded as ours. */
export function isWordedAlike(engineVersion: string): boolean {
  const [said, since] = [partsOf(engineVersion), partsOf(wordingSince)]
  const place = since.findIndex((part, index) => part !== said[index])
  return place === -1 || (said[place] ?? -1) > (since[place] ?? 0)
}

function partsOf(version: string): readonly number[] {
  return version.split('.').map(Number)
}
