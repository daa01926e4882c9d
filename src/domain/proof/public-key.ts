import { z } from 'zod'
import { toHex, type Sha256 } from '../primitives/canonical-json.ts'
import { encodeUtf8 } from '../primitives/utf8.ts'
import { toBase64 } from './base64.ts'
import { fromHex } from './hash-bytes.ts'

/** Ed25519 (RFC 8032), or SM2 with SM3 (GB/T 32918.2, its usual user id 1234567812345678). */
export const signatureAlgorithms = ['ed25519', 'sm2'] as const
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number]

/** What signatures are checked with: 32 bytes of Ed25519, or 65 of SM2 (an uncompressed point), in lower-case hex. */
export const publicKeySchema = z.discriminatedUnion('algorithm', [
  z.strictObject({ algorithm: z.literal('ed25519'), key: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.strictObject({ algorithm: z.literal('sm2'), key: z.string().regex(/^04[0-9a-f]{128}$/) }),
])
export type PublicKey = z.infer<typeof publicKeySchema>

/** Whether the signature (64 bytes; of SM2 r ‖ s) of the message is by this key; handed in, like SHA-256. */
export type VerifySignature = (key: PublicKey, message: Uint8Array, signature: Uint8Array) => boolean

/** The type in front of a key in signed notes: 0x01; without a number of its own 0xff and a name. */
function typedKey({ algorithm, key }: PublicKey): Uint8Array {
  const type = algorithm === 'ed25519' ? [1] : [0xff, ...encodeUtf8('gongdao.sm2-sm3')]
  return Uint8Array.from([...type, ...fromHex(key)])
}

/** The four bytes, in hex, by which a note says whose signature it carries: of the name, the type and the key. */
export function keyId(name: string, key: PublicKey, sha256: Sha256): string {
  return toHex(sha256(Uint8Array.from([...encodeUtf8(`${name}\n`), ...typedKey(key)]))).slice(0, 8)
}

/** The key as tools for signed notes take it: name+id+base64. */
export function verifierKey(name: string, key: PublicKey, sha256: Sha256): string {
  return `${name}+${keyId(name, key, sha256)}+${toBase64(typedKey(key))}`
}

/** What people compare a key by: SHA-256 of its type and bytes, in lower-case hex. */
export function fingerprint(key: PublicKey, sha256: Sha256): string {
  return toHex(sha256(typedKey(key)))
}
