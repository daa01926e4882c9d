import { createHash, randomInt } from 'node:crypto'
import type { RecoveryCodes } from '../commands/recovery-codes.ts'

/** Without I, L, O, 0 and 1, which on paper are taken for each other. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'

/** Twelve characters at random (59 bits) in three groups: K7QM-2XRT-9HWD. For slips of paper. */
export function newOneTimeCode(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)] ?? '').join('')
  return [group(), group(), group()].join('-')
}

/** What is stored in the place of a set-up code. */
export function hashSetUpCode(typed: string): Uint8Array {
  return hashOf(readCode(typed))
}

/** A set-up code for a slip of paper, and what is kept of it. */
export function newSetUpCode(): { readonly code: string; readonly hash: Uint8Array } {
  const code = newOneTimeCode()
  return { code, hash: hashSetUpCode(code) }
}

export const recoveryCodes: RecoveryCodes = {
  make: newOneTimeCode,
  hash: (accountId, typed) => hashOf(`${accountId} ${readCode(typed)}`),
}

/** Letter case, character width, blanks and hyphens aside: what was copied by hand is still the same code. */
function readCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
}

function hashOf(text: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(text).digest())
}
