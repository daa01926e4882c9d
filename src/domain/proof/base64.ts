import { assert } from '../primitives/result.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Base 64 of RFC 4648 §4, padded. */
export function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [one = 0, two = 0, three = 0] = bytes.subarray(at, at + 3)
    const word = (one << 16) | (two << 8) | three
    const digits = [18, 12, 6, 0].map((shift) => letters.charAt((word >> shift) & 63)).join('')
    text += digits.slice(0, Math.min(4, bytes.length - at + 1)).padEnd(4, '=')
  }
  return text
}

/** The bytes; throws on anything that is not their one base 64. */
export function fromBase64(text: string): Uint8Array {
  const digits = Array.from(text.replace(/={1,2}$/, ''), (letter) => letters.indexOf(letter))
  const bytes = new Uint8Array(Math.floor((digits.length * 6) / 8))
  for (let at = 0; at < bytes.length; at += 1) {
    const first = Math.floor((at * 8) / 6)
    const pair = ((digits[first] ?? 0) << 6) | (digits[first + 1] ?? 0)
    bytes[at] = (pair >> (4 - ((at * 8) % 6))) & 255
  }
  assert(toBase64(bytes) === text, 'base 64 is letters in fours, padded')
  return bytes
}
