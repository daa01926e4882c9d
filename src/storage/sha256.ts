import { createHash } from 'node:crypto'

/** SHA-256 for the domain's functions that take one. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(bytes).digest())
}
