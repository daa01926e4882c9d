import { expect } from 'vitest'
import { createApp } from '../../src/http/create-app.ts'
import { openProvider } from '../../src/http/provider/open-provider.ts'
import { client, type OpenIdProvider } from './openid-provider.ts'
import type { SignedInTown, TownApp } from './town-app.ts'

export const origin = 'http://127.0.0.1:4680'
export const callbackPath = '/api/provider/callback'

export type ProviderSettings = {
  readonly matchClaim?: string
  readonly secondFactorAcr?: string
  readonly issuer?: string
}

/** A browser before a system that knows the provider: keeps the cookies of both apart. */
export function openProviderBrowser(
  town: TownApp,
  provider: OpenIdProvider,
  { matchClaim, secondFactorAcr, issuer }: ProviderSettings = {},
) {
  const app = createApp({
    ...town.services,
    provider: openProvider({
      issuer: new URL(issuer ?? provider.issuer),
      clientId: client.id,
      clientSecret: client.secret,
      name: '区统一身份认证',
      matchClaim: matchClaim ?? null,
      secondFactorAcr: secondFactorAcr ?? null,
    }),
  })
  const own = new Map<string, string>()
  const theirs = new Map<string, string>()
  const ask = async (method: string, path: string, body?: object) => {
    const response = await app.request(`${origin}${path}`, {
      method,
      headers: { host: '127.0.0.1:4680', cookie: cookieHeader(own), 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    })
    keep(own, response)
    return response
  }
  /** From the provider's door to where it sends the browser back. */
  const visit = async (address: string) => {
    let next = address
    while (!next.startsWith(origin)) {
      const response = await fetch(next, { redirect: 'manual', headers: { cookie: cookieHeader(theirs) } })
      keep(theirs, response)
      const location = response.headers.get('location')
      if (location === null) throw new Error(`${String(response.status)} ${await response.text()}`)
      next = new URL(location, next).href
    }
    return next.slice(origin.length)
  }
  const begin = async (returnTo = '/') => ask('POST', '/api/provider/sign-in', { returnTo })
  const goThere = async (returnTo?: string) => visit((await bodyOf(await begin(returnTo))).address)
  return {
    own,
    ask,
    visit,
    begin,
    goThere,
    comeBack: async (path: string) => whereTo(await ask('GET', path)),
    signIn: async (returnTo?: string) => whereTo(await ask('GET', await goThere(returnTo))),
    session: async () => bodyOf(await ask('GET', '/api/session')),
  }
}

// oxlint-disable-next-line typescript/no-explicit-any -- the answer's shape is what the tests look at
export async function bodyOf(response: Response): Promise<any> {
  return response.json()
}

function whereTo(response: Response): string {
  expect(response.status).toBe(303)
  return response.headers.get('location') ?? ''
}

function keep(jar: Map<string, string>, response: Response): void {
  for (const cookie of response.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (value === '') jar.delete(name)
    else jar.set(name, value)
  }
}

function cookieHeader(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

/** Whom the town's log has for an operation of the test just run. */
export async function auditOf(town: SignedInTown, operation: string, label: string): Promise<readonly unknown[]> {
  const connection = await town.pool.connect()
  try {
    await connection.query('begin')
    await connection.query(`set local app.tenant_id = '${town.tenantId}'`)
    const { rows } = await connection.query(
      `select by, outcome, kind from audit_row where operation = $1 and coalesce(by, object->>'label') = $2`,
      [operation, label],
    )
    return rows
  } finally {
    await connection.query('rollback')
    connection.release()
  }
}
