import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for a cookie or a one-time link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored in a token's place. */
export function hashToken(token: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
