import { z } from 'zod'
import { passwordField } from './account.ts'
import { answer, endpoint } from './endpoint.ts'

export type SecondFactorAnswer = {
  /** One's own, in a sample town too. */
  readonly userName: string
  readonly isSetUp: boolean
  /** One's roles may change scores, pay or settings: it cannot be taken away. */
  readonly isNeeded: boolean
  /** null: there is no second factor, or it has not been shown yet. */
  readonly recoveryCodesLeft: number | null
  /** Whether one may look at the sample town first, where nothing is real. */
  readonly mayVisitSample: boolean
}

/** What an authenticator is set up by: the QR code's content, and the same secret to be typed. */
export type OfferedSecret = { readonly uri: string; readonly typed: string }

/** Shown once, to be printed or written down. */
export type RecoveryCodesAnswer = { readonly recoveryCodes: readonly string[] }

/** Six digits, or a recovery code. */
const codeField = z.string().max(100)

/** That it is still the owner who sits there. */
export const proofField = z.object({
  kind: z.enum(['password', 'code']).describe('用密码，或用验证码（恢复码）证明是本人'),
  value: z.string().max(1000),
})

/** The second step of signing in, and what anyone does with the own one; and the first password by a set-up code. */
export const secondFactorEndpoints = {
  readSecondFactor: endpoint({
    method: 'GET',
    path: '/api/account/second-factor',
    access: 'signed-in',
    beforeSecondFactor: 'always',
    answer: answer<SecondFactorAnswer>(),
  }),
  /** After the password: the session goes on under a fresh token. */
  showSecondFactor: endpoint({
    method: 'POST',
    path: '/api/session/second-factor',
    access: 'signed-in',
    beforeSecondFactor: 'always',
    body: z.object({ code: codeField }),
    /** After a recovery code, how many are left; else null. */
    answer: answer<{ readonly recoveryCodesLeft: number | null }>(),
  }),
  /** The same secret however often this session asks; one in force stays so until the new one is confirmed. */
  offerSecondFactor: endpoint({
    method: 'POST',
    path: '/api/account/second-factor/offer',
    readsOnly: true,
    access: 'signed-in',
    beforeSecondFactor: 'to-set-up',
    answer: answer<OfferedSecret>(),
  }),
  /** Puts the offered secret in force by its first code; but at sign-in, one proves who one is. */
  confirmSecondFactor: endpoint({
    method: 'POST',
    path: '/api/account/second-factor',
    access: 'signed-in',
    beforeSecondFactor: 'to-set-up',
    body: z.object({ code: codeField, proof: proofField.optional() }),
    answer: answer<RecoveryCodesAnswer>(),
  }),
  renewRecoveryCodes: endpoint({
    method: 'POST',
    path: '/api/account/second-factor/recovery-codes',
    access: 'signed-in',
    body: z.object({ proof: proofField }),
    answer: answer<RecoveryCodesAnswer>(),
  }),
  /** Only where no role calls for one. */
  removeSecondFactor: endpoint({
    method: 'POST',
    path: '/api/account/second-factor/removal',
    access: 'signed-in',
    body: z.object({ proof: proofField }),
    answer: answer<{ readonly done: true }>(),
  }),
  /** The first password, or the next one after it was forgotten, by the set-up code on paper. Signs in. */
  activateAccount: endpoint({
    method: 'POST',
    path: '/api/activation',
    access: 'public',
    body: z.object({
      userName: z.string().max(200),
      town: z.string().max(200).optional(),
      code: z.string().max(100),
      password: passwordField,
    }),
    answer: answer<{ readonly done: true }>(),
  }),
}
