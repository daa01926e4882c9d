import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { Seal } from '../commands/authenticator.ts'

const nonceBytes = 12
const tagBytes = 16

/** AES-256-GCM with a fresh nonce each time, bound to the account: a row moved to another account does not open. */
export function createSeal(key: Uint8Array): Seal {
  const [sealing, deriving] = [subkey(key, 'seal'), subkey(key, 'derive')]
  return {
    seal: (secret, accountId) => {
      const nonce = randomBytes(nonceBytes)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce).setAAD(Buffer.from(accountId))
      const body = Buffer.concat([cipher.update(secret), cipher.final()])
      return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]))
    },
    unseal: (sealed, accountId) => {
      const [nonce, rest] = [sealed.subarray(0, nonceBytes), sealed.subarray(nonceBytes)]
      const [tag, body] = [rest.subarray(0, tagBytes), rest.subarray(tagBytes)]
      if (tag.length < tagBytes) return null
      const decipher = createDecipheriv('aes-256-gcm', sealing, nonce, { authTagLength: tagBytes })
      decipher.setAAD(Buffer.from(accountId)).setAuthTag(tag)
      try {
        return new Uint8Array(Buffer.concat([decipher.update(body), decipher.final()]))
      } catch {
        // Another key, another account or changed bytes: GCM tells them apart no more than we need to.
        return null
      }
    },
    derive: (words) => {
      const whole = createHmac('sha256', deriving).update(JSON.stringify(words)).digest()
      return new Uint8Array(whole.subarray(0, 20))
    },
  }
}

function subkey(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), purpose, 32))
}
