import { toHex, type Sha256 } from '../primitives/canonical-json.ts'
import { encodeFields } from '../primitives/framed-fields.ts'
import type { Leaf } from './leaf.ts'

/** What opens one hidden field of a leaf: who has it can see that the value was the one committed to. */
export type Opening = { readonly name: string; readonly salt: string; readonly value: string | null }

/**
 * The commitment to a field, in lower-case hex: SHA-256 over its name, a salt of 32 random bytes in hex and its value,
 * framed. Without the salt nobody can try values until one fits.
 */
export function commitTo({ name, salt, value }: Opening, sha256: Sha256): string {
  return toHex(sha256(encodeFields([name, salt, value])))
}

/** Whether the leaf committed to this value of this field. */
export function opens(leaf: Leaf, opening: Opening, sha256: Sha256): boolean {
  const committed = new Map<string, unknown>(Object.entries(leaf)).get(opening.name)
  return hiddenNames(leaf.kind).includes(opening.name) && committed === commitTo(opening, sha256)
}

const ofRow = ['recordedBy', 'idempotencyKey']
const hidden = {
  earlier: [],
  recording: [...ofRow, 'staffNumber', 'matter', 'place', 'note', 'basis'],
  confirmation: ofRow,
  reversal: [...ofRow, 'reason'],
  adoption: ['by'],
  close: ['by'],
  publication: ['contentDigest', 'by'],
  finalisation: ['by'],
} as const satisfies Record<Leaf['kind'], readonly string[]>

/** The fields of a kind that the leaf commits to without saying them. */
export function hiddenNames(kind: Leaf['kind']): readonly string[] {
  return hidden[kind]
}
