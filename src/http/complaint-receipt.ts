import { createHash, randomBytes } from 'node:crypto'
import { newToken } from './session-token.ts'

/** Letters and figures that are not taken for one another on paper. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const length = 12

/** What who complained asks with: 60 random bits, as TS-7K2M-9QXA-B3NE. */
export function newReceipt(): string {
  const letters = [...randomBytes(length)].map((byte) => alphabet.charAt(byte % alphabet.length)).join('')
  return `TS-${(letters.match(/.{4}/g) ?? []).join('-')}`
}

/** Its digest, however it was typed: small letters, spaces, without its dashes. */
export function receiptHash(receipt: string): string {
  const typed = receipt
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '')
  return createHash('sha256').update(typed).digest('hex')
}

/** Known to the running program alone, and gone with it. */
const secret = newToken()

/** An address as the form counts it: nobody who has the database can turn it back. */
export function spoilAddress(address: string): string {
  return createHash('sha256').update(secret).update('\0').update(address).digest('hex')
}
