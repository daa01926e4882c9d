import { assert } from './result.ts'
import { encodeUtf8 } from './utf8.ts'

/**
 * The one text a plain value has as canonical JSON: fields sorted by their names (UTF-16 code units), no spaces, strings
 * and numbers as JSON.stringify writes them. A field of undefined is no field. Throws on what JSON cannot say: a Date,
 * a bigint, a number that is not finite, undefined in a list.
 */
export function canonicalJson(value: unknown): string {
  const parts: string[] = []
  write(value, parts)
  return parts.join('')
}

function write(value: unknown, parts: string[]): void {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') parts.push(JSON.stringify(value))
  else if (typeof value === 'number') {
    assert(Number.isFinite(value), 'a number of JSON is finite')
    parts.push(Object.is(value, -0) ? '0' : String(value))
  } else if (Array.isArray(value)) {
    parts.push('[')
    for (const [index, one] of value.entries()) {
      if (index > 0) parts.push(',')
      write(one, parts)
    }
    parts.push(']')
  } else {
    assert(typeof value === 'object' && isPlain(value), 'JSON has plain objects only')
    writeFields(value, parts)
  }
}

function writeFields(value: object, parts: string[]): void {
  const fields = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
  parts.push('{')
  for (const [index, [name, one]] of fields.entries()) {
    parts.push(index > 0 ? ',' : '', JSON.stringify(name), ':')
    write(one, parts)
  }
  parts.push('}')
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** SHA-256 as whoever calls has it: the domain hashes with what it is given. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

/** The digest of a plain value: SHA-256 of its canonical JSON in UTF-8, lower-case hex. */
export function digestOf(value: unknown, sha256: Sha256): string {
  return toHex(sha256(encodeUtf8(canonicalJson(value))))
}

/** Bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  let hex = ''
  for (const byte of bytes) hex += byte.toString(16).padStart(2, '0')
  return hex
}
