import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
} from 'openid-client'
import type { ProviderIdentity } from '../../commands/provider-store.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'
import type { Provider, ProviderFault } from './provider.ts'
import type { ProviderSettings } from './read-provider.ts'

const patienceSeconds = 10

/** Ways of signing in (RFC 8176): what one knows, and what one has. A code or a key alone may be all that was asked. */
const knownWays = new Set(['pwd', 'pin'])
const heldWays = new Set(['otp', 'hwk', 'sc'])

/**
 * Authorization code flow with PKCE, state and nonce. What the provider is like is asked when somebody first signs in,
 * and again after it failed: a provider that is down stops nobody's start.
 */
export function openProvider(settings: ProviderSettings): Provider {
  let known: Promise<Configuration> | null = null
  const configuration = async (): Promise<Configuration> => {
    known ??= discover(settings)
    return known
  }
  const orFault = async <Value>(work: (config: Configuration) => Promise<Value>) => {
    try {
      return accept(await work(await configuration()))
    } catch (error) {
      const fault = faultOf(error)
      if (fault.kind !== 'declined') known = null
      return refuse(fault)
    }
  }
  return {
    name: settings.name,
    addressFor: (redirectUri, { state, nonce, codeVerifier }) =>
      orFault(async (config) => {
        const { matchClaim, secondFactorAcr } = settings
        const asked = buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope: scopeFor(matchClaim),
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(codeVerifier),
          code_challenge_method: 'S256',
          ...(secondFactorAcr === null ? {} : { acr_values: secondFactorAcr }),
        })
        return asked.href
      }),
    identify: (callback, ties): Promise<Result<ProviderIdentity, ProviderFault>> =>
      orFault(async (config) => {
        const tokens = await authorizationCodeGrant(config, callback, {
          expectedState: ties.state,
          expectedNonce: ties.nonce,
          pkceCodeVerifier: ties.codeVerifier,
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        if (claims === undefined) throw new Error('no ID token')
        const { iss: issuer, sub: subject, amr, acr } = claims
        const matchName = await readMatch(config, tokens.access_token, claims, settings.matchClaim)
        const ways = Array.isArray(amr) ? amr.filter((way) => typeof way === 'string') : []
        const hasSecondFactor =
          areTwoFactors(ways) || (settings.secondFactorAcr !== null && acr === settings.secondFactorAcr)
        return { issuer, subject, matchName, hasSecondFactor }
      }),
  }
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const isLocal = issuer.protocol === 'http:'
  const found = await discovery(issuer, clientId, undefined, undefined, {
    timeout: patienceSeconds,
    execute: isLocal ? [allowInsecureRequests] : [],
  })
  const metadata = found.serverMetadata()
  // Where nothing is said, the standard means the header.
  const ways = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const authentication = ways.includes('client_secret_basic') ? ClientSecretBasic : ClientSecretPost
  const config = new Configuration(metadata, clientId, undefined, authentication(clientSecret))
  config.timeout = patienceSeconds
  if (isLocal) allowInsecureRequests(config)
  // Without this the signature of a token that came straight from the provider is not looked at.
  enableNonRepudiationChecks(config)
  return config
}

function areTwoFactors(ways: readonly string[]): boolean {
  if (ways.includes('mfa')) return true
  return ways.some((way) => knownWays.has(way)) && ways.some((way) => heldWays.has(way))
}

/** Only what is needed to know who it is. */
function scopeFor(matchClaim: string | null): string {
  if (matchClaim === null || matchClaim === 'sub') return 'openid'
  if (matchClaim === 'email') return 'openid email'
  return matchClaim === 'phone_number' ? 'openid phone' : 'openid profile'
}

/** Many providers keep all but the subject out of the token, and tell it where one asks with the token. */
async function readMatch(
  config: Configuration,
  accessToken: string,
  claims: Readonly<Record<string, unknown>> & { readonly sub: string },
  matchClaim: string | null,
): Promise<string | null> {
  if (matchClaim === null) return null
  const inToken = nameIn(claims, matchClaim)
  if (inToken !== null || config.serverMetadata().userinfo_endpoint === undefined) return inToken
  return nameIn(await fetchUserInfo(config, accessToken, claims.sub), matchClaim)
}

/** What anyone may write of himself at many a provider, and by which claim the provider says that it has looked. */
const verifiedBy = new Map([
  ['email', 'email_verified'],
  ['phone_number', 'phone_number_verified'],
])

function nameIn(claims: Readonly<Record<string, unknown>>, matchClaim: string): string | null {
  const verified = verifiedBy.get(matchClaim)
  return verified === undefined || claims[verified] === true ? textOf(claims[matchClaim]) : null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

/** The library's errors carry tokens and claims: only codes and sentences are taken. */
function faultOf(error: unknown): ProviderFault {
  const code = wordOf(error, 'code') ?? ''
  const said = [wordOf(error, 'error'), wordOf(error, 'error_description')].filter((word) => word !== null)
  const cause = error instanceof Error && error.cause instanceof Error ? [`(${error.cause.message})`] : []
  const message = error instanceof Error ? error.message : String(error)
  const reason = ['OpenID provider:', code, message, ...cause, ...said].join(' ').trim()
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') return { kind: 'declined', reason }
  return { kind: isOutage(error, code) ? 'unreachable' : 'invalid', reason }
}

function isOutage(error: unknown, code: string): boolean {
  const isOver = code === 'OAUTH_TIMEOUT' || wordOf(error, 'name') === 'TimeoutError'
  // A broken connection is Node's TypeError; an answer that is no description of a provider is about its status or form.
  return isOver || error instanceof TypeError || unspoken.has(code)
}

const unspoken = new Set(['OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON', 'OAUTH_PARSE_ERROR'])

function wordOf(error: unknown, name: string): string | null {
  const value: unknown = error instanceof Error ? Object.getOwnPropertyDescriptor(error, name)?.value : undefined
  return typeof value === 'string' ? value : null
}
