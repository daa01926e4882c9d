import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { Provider, type Configuration } from 'oidc-provider'
import { assert } from '../../src/domain/primitives/result.ts'

/** Who is at the provider, and how he shows it there. */
export type Person = {
  readonly subject: string
  readonly userName?: string
  /** What else the provider tells of him, e.g. email and email_verified. */
  readonly told?: Readonly<Record<string, string | boolean>>
  readonly amr?: readonly string[]
  readonly acr?: string
}

/** A real OpenID provider on a port of this machine; whoever comes is `person`, without any form to fill in. */
export type OpenIdProvider = {
  readonly issuer: string
  person: Person
  /** `refuses`: sends everyone back with a no. `another-key`: publishes a key that is not the one it signs with. */
  mood: 'well' | 'refuses' | 'another-key'
  readonly stop: () => Promise<void>
}

export const client = { id: 'gongdao', secret: 'only-in-tests' }

type Options = { readonly redirectUris: readonly string[]; readonly host?: string }

export async function startOpenIdProvider({ redirectUris, host = '127.0.0.1' }: Options): Promise<OpenIdProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  assert(typeof address === 'object' && address !== null, 'the provider listens')
  const issuer = `http://${host}:${String(address.port)}`
  const state: OpenIdProvider = {
    issuer,
    person: { subject: 'nobody' },
    mood: 'well',
    stop: () => stop(server),
  }
  const provider = new Provider(issuer, configuration(redirectUris, state))
  publishWrongKeyIfAsked(provider, state)
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') === true) void interact(provider, state, request, response)
    else void answer(request, response)
  })
  return state
}

function configuration(redirectUris: readonly string[], state: OpenIdProvider): Configuration {
  return {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [...redirectUris] }],
    jwks: { keys: [newKey('private')] },
    features: { devInteractions: { enabled: false } },
    claims: {
      openid: ['sub', 'acr', 'amr'],
      profile: ['preferred_username'],
      email: ['email', 'email_verified'],
      phone: ['phone_number', 'phone_number_verified'],
    },
    acrValues: ['two-factor'],
    cookies: { keys: ['only in tests'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_context, subject) => ({
      accountId: subject,
      claims: () => ({
        sub: subject,
        ...(state.person.userName === undefined ? {} : { preferred_username: state.person.userName }),
        ...state.person.told,
      }),
    }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    loadExistingGrant: async ({ oidc }) => {
      const accountId = oidc.session?.accountId
      assert(accountId !== undefined && oidc.client !== undefined, 'somebody has signed in for a client')
      const grant = new oidc.provider.Grant({ accountId, clientId: oidc.client.clientId })
      grant.addOIDCScope('openid profile email phone')
      await grant.save()
      return grant
    },
  }
}

async function interact(
  provider: Provider,
  { person, mood }: OpenIdProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { subject, amr, acr } = person
  const login = {
    accountId: subject,
    ...(amr === undefined ? {} : { amr: [...amr] }),
    ...(acr === undefined ? {} : { acr }),
  }
  const no = { error: 'access_denied', error_description: 'given up' }
  await provider.interactionFinished(request, response, mood === 'refuses' ? no : { login })
}

function publishWrongKeyIfAsked(provider: Provider, state: OpenIdProvider): void {
  const other = newKey('public')
  provider.use(async (context, next) => {
    await next()
    if (context.path === '/jwks' && state.mood === 'another-key') context.body = { keys: [other] }
  })
}

function newKey(side: 'private' | 'public') {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...pair[`${side}Key`].export({ format: 'jwk' }), kid: 'the-only-key', use: 'sig', alg: 'RS256' }
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
