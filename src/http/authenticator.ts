import { Secret, TOTP } from 'otpauth'
import type { Authenticator } from '../commands/authenticator.ts'

/** What every authenticator app knows: six digits by SHA-1, anew every thirty seconds. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const

/** Codes of the step before and after are taken: phones' clocks are not ours. */
const steps = 1

export const authenticator: Authenticator = {
  stepOf: (secret, code, at) => {
    const timestamp = at.getTime()
    const delta = TOTP.validate({ ...form, secret: secretOf(secret), token: code, timestamp, window: steps })
    return delta === null ? null : TOTP.counter({ period: form.period, timestamp }) + delta
  },
}

/** A secret as an authenticator takes it: by QR code, or typed in groups of four. */
export function describeSecret(
  secret: Uint8Array,
  label: string,
): { readonly uri: string; readonly typed: string } {
  const otp = new TOTP({ ...form, issuer: '公道', label, secret: secretOf(secret) })
  return { uri: otp.toString(), typed: (otp.secret.base32.match(/.{1,4}/g) ?? []).join(' ') }
}

function secretOf(bytes: Uint8Array): Secret {
  return new Secret({ buffer: new Uint8Array(bytes).buffer })
}
