import { z } from 'zod'
import type { providerEndpoints } from '../contract/provider.ts'
import { answersOf, json, redirect } from './answers-of.ts'
import { done, instant, words } from './fields.ts'

const begun = z.object({ address: words })

export const providerAnswers = answersOf<typeof providerEndpoints>()({
  beginProviderSignIn: json(begun, [404, 429, 502]),
  finishProviderSignIn: redirect(),
  readProviderLink: json(z.object({ provider: words.nullable(), linkedAt: instant.nullable() })),
  beginProviderLink: json(begun, [404, 409, 422, 429, 502]),
  unlinkProvider: json(done, [404]),
})
