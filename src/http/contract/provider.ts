import { z } from 'zod'
import { answer, endpoint, type Redirect } from './endpoint.ts'
import { proofField } from './second-factor.ts'

/** How a way to the provider ended, told to the page it comes back to as `?provider=`; `signed-in` is not told. */
export const providerEndings = [
  'declined',
  'unreachable',
  'invalid',
  'over',
  'unknown',
  'taken',
  'linked',
] as const
export type ProviderEnding = (typeof providerEndings)[number]

export type ProviderLink = {
  /** What the provider is called here; null: there is none. */
  readonly provider: string | null
  /** Since when one's own account is linked; null: it is not. */
  readonly linkedAt: string | null
}

/** Only a page of this site. A browser leaves tabs and line ends out of an address: /<tab>/there would lead elsewhere. */
const pagePath = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\s]*$/, '须是本站的页面')

/** What a provider may send along; anything else it sends is of no use. */
const callbackField = z.string().max(8000).optional()

/** 统一身份认证: signing in by way of an OpenID provider. */
export const providerEndpoints = {
  /** Answers where to send the browser. */
  beginProviderSignIn: endpoint({
    method: 'POST',
    path: '/api/provider/sign-in',
    access: 'public',
    body: z.object({ returnTo: pagePath }),
    answer: answer<{ readonly address: string }>(),
  }),
  /** Where the provider sends the browser back to: signs in or links, and goes on to a page. */
  finishProviderSignIn: endpoint({
    method: 'GET',
    path: '/api/provider/callback',
    access: 'public',
    query: z.object({
      state: callbackField,
      code: callbackField,
      iss: callbackField,
      error: callbackField,
      error_description: callbackField,
    }),
    answers: 'redirect',
    answer: answer<Redirect>(),
  }),
  readProviderLink: endpoint({
    method: 'GET',
    path: '/api/account/provider',
    access: 'signed-in',
    answer: answer<ProviderLink>(),
  }),
  /**
   * Answers where to send the browser; whoever comes back is linked to one's own account, and so signs in as oneself
   * from then on: asked for at the owner's proof alone.
   */
  beginProviderLink: endpoint({
    method: 'POST',
    path: '/api/account/provider',
    access: 'signed-in',
    body: z.object({ proof: proofField }),
    answer: answer<{ readonly address: string }>(),
  }),
  unlinkProvider: endpoint({
    method: 'DELETE',
    path: '/api/account/provider',
    access: 'signed-in',
    answer: answer<{ readonly done: true }>(),
  }),
}
