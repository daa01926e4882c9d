import { digestOf, type Sha256 } from '../primitives/canonical-json.ts'
import { schemeToFile, type Scheme } from './scheme.ts'

// A scheme is some hundred kilobytes and is asked for with every bulletin; what was adopted never changes.
const known = new WeakMap<Scheme, string>()

/** What a scheme is known by in the log: the digest of its file, in lower-case hex. */
export function schemeDigest(scheme: Scheme, sha256: Sha256): string {
  const before = known.get(scheme)
  if (before !== undefined) return before
  const digest = digestOf(schemeToFile(scheme), sha256)
  known.set(scheme, digest)
  return digest
}
