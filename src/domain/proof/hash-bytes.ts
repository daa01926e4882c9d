import { assert } from '../primitives/result.ts'

/** The bytes of lower-case hex; throws on anything else. */
export function fromHex(hex: string): Uint8Array {
  assert(/^([0-9a-f]{2})*$/.test(hex), 'hex is pairs of lower-case digits')
  return Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  )
}

export function isSameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index])
}
