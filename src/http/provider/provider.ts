import type { ProviderIdentity } from '../../commands/provider-store.ts'
import type { Result } from '../../domain/primitives/result.ts'

/** Why the provider did not say who somebody is; `reason` is for the server's log and holds nothing secret. */
export type ProviderFault =
  /** It does not answer, or does not describe itself. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** It says so itself: given up, or not allowed there. */
  | { readonly kind: 'declined'; readonly reason: string }
  /** What it answers does not hold: another's signature, audience, nonce or time. */
  | { readonly kind: 'invalid'; readonly reason: string }

/** What ties an answer of the provider to the question. */
type Ties = { readonly state: string; readonly nonce: string; readonly codeVerifier: string }

/** The OpenID provider as the routes ask it. */
export type Provider = {
  /** What the button says. */
  readonly name: string
  /** Where to send the browser. */
  readonly addressFor: (redirectUri: string, ties: Ties) => Promise<Result<string, ProviderFault>>
  /** Who came back: by the address the browser was sent back to, with its query. */
  readonly identify: (callback: URL, ties: Ties) => Promise<Result<ProviderIdentity, ProviderFault>>
}
