import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { toHex } from '../domain/primitives/canonical-json.ts'
import { assert } from '../domain/primitives/result.ts'
import { fromHex } from '../domain/proof/hash-bytes.ts'
import type { PublicKey, SignatureAlgorithm, VerifySignature } from '../domain/proof/public-key.ts'

/** A key of one's own: 32 bytes in lower-case hex (Ed25519's seed, SM2's scalar), and what it is known by. */
export type KeyPair = { readonly secret: string; readonly public: PublicKey }

// What stands before the 32 bytes of an Ed25519 key in PKCS #8 and SPKI (RFC 8410).
const [pkcs8Head, spkiHead] = ['302e020100300506032b657004220420', '302a300506032b6570032100'] as const

export function makeKeyPair(algorithm: SignatureAlgorithm): KeyPair {
  if (algorithm === 'sm2') {
    const { privateKey, publicKey } = sm2.generateKeyPairHex()
    return { secret: privateKey, public: { algorithm, key: publicKey } }
  }
  const pair = generateKeyPairSync('ed25519')
  const secret = pair.privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-32).toString('hex')
  return { secret, public: { algorithm, key: ed25519PublicKey(secret) } }
}

/** Whether the public key is the secret's. */
export function belongTogether({ secret, public: { algorithm, key } }: KeyPair): boolean {
  return (algorithm === 'sm2' ? sm2.getPublicKeyFromPrivateKey(secret) : ed25519PublicKey(secret)) === key
}

export function signWith({ secret, public: { algorithm, key } }: KeyPair, message: Uint8Array): Uint8Array {
  if (algorithm === 'ed25519') return new Uint8Array(sign(null, message, ed25519Secret(secret)))
  return fromHex(sm2.doSignature(message, secret, { hash: true, publicKey: key }))
}

export const verifySignature: VerifySignature = ({ algorithm, key }, message, signature) => {
  if (signature.length !== 64) return false
  try {
    if (algorithm === 'sm2') return sm2.doVerifySignature(message, toHex(signature), key, { hash: true })
    const spki = Buffer.from(spkiHead + key, 'hex')
    return verify(null, message, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature)
  } catch {
    return false // a point off the curve
  }
}

function ed25519Secret(secret: string) {
  return createPrivateKey({ key: Buffer.from(pkcs8Head + secret, 'hex'), format: 'der', type: 'pkcs8' })
}

function ed25519PublicKey(secret: string): string {
  const spki = createPublicKey(ed25519Secret(secret)).export({ format: 'der', type: 'spki' })
  assert(spki.toString('hex').startsWith(spkiHead), 'an Ed25519 key has its usual head')
  return spki.subarray(-32).toString('hex')
}
