import { ed25519 } from '@noble/curves/ed25519'
import { sha256 } from '@noble/hashes/sha2'
import { sm2 } from 'sm-crypto-v2'
import { toHex } from '../../domain/primitives/canonical-json.ts'
import { fromHex } from '../../domain/proof/hash-bytes.ts'
import type { VerifySignature } from '../../domain/proof/public-key.ts'

/** By the letter of RFC 8032, as the server's own library checks. */
const verify: VerifySignature = ({ algorithm, key }, message, signature) => {
  if (signature.length !== 64) return false
  try {
    if (algorithm === 'sm2') return sm2.doVerifySignature(message, toHex(signature), key, { hash: true })
    return ed25519.verify(signature, message, fromHex(key), { zip215: false })
  } catch {
    return false
  }
}

/** Hashes and signatures without a platform: a page from a disk has no crypto.subtle everywhere. */
export const pageCrypto = { sha256, verify }
