import { z } from 'zod'
import type { secondFactorEndpoints } from '../contract/second-factor.ts'
import { answersOf, json } from './answers-of.ts'
import { count, done, words } from './fields.ts'

const codes = z.object({ recoveryCodes: z.array(words) })

export const secondFactorAnswers = answersOf<typeof secondFactorEndpoints>()({
  readSecondFactor: json(
    z.object({
      userName: words,
      isSetUp: z.boolean(),
      isNeeded: z.boolean(),
      recoveryCodesLeft: count.nullable(),
      mayVisitSample: z.boolean(),
    }),
  ),
  showSecondFactor: json(z.object({ recoveryCodesLeft: count.nullable() }), [409, 422, 429]),
  offerSecondFactor: json(z.object({ uri: words, typed: words })),
  confirmSecondFactor: json(codes, [409, 422, 429]),
  renewRecoveryCodes: json(codes, [409, 422, 429]),
  removeSecondFactor: json(done, [409, 422, 429]),
  activateAccount: json(done, [401, 422, 429]),
})
