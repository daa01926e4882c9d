import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import pg from 'pg'
import { allowSetUp } from '../../src/commands/set-up.ts'
import { localDate } from '../../src/domain/primitives/local-date.ts'
import { accept, assert } from '../../src/domain/primitives/result.ts'
import type { Assignment } from '../../src/domain/roster/assignment.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { createApp } from '../../src/http/create-app.ts'
import type { Fault, Services } from '../../src/http/services.ts'
import { hashToken, newToken } from '../../src/http/session-token.ts'
import { spellName } from '../../src/storage/spell-name.ts'
import { wireServices } from '../../src/wire-services.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'

export const ownerPassword = '清风徐来水波不兴2026'

export type Answered = {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- the answer's shape is what the tests look at
  readonly body: any
  readonly response: Response
}
type Sent = { readonly body?: unknown; readonly key?: string; readonly headers?: Record<string, string> }

/** The API on a database of its own, with a clock the test sets; nothing of it is mocked but the time. */
export type TownApp = {
  readonly app: Hono
  readonly services: Services
  readonly database: TestDatabase
  readonly pool: pg.Pool
  readonly clock: { now: Date }
  readonly faults: Fault[]
  readonly send: (method: string, path: string, sent?: Sent) => Promise<Answered>
  readonly stop: () => Promise<void>
}

export async function startApp(now = '2026-11-20T02:00:00Z'): Promise<TownApp> {
  const database = await cloneDatabase()
  const pool = new pg.Pool({ connectionString: database.appUrl, max: 8 })
  pool.on('error', () => {})
  const clock = { now: new Date(now) }
  const faults: Fault[] = []
  const wired = wireServices(pool, (fault) => void faults.push(fault))
  const services: Services = { ...wired, now: () => clock.now }
  const app = createApp(services)
  return {
    app,
    services,
    database,
    pool,
    clock,
    faults,
    send: (method, path, sent) => send(app, method, path, sent),
    stop: async () => {
      await pool.end()
      await database.drop()
    },
  }
}

async function send(
  app: Hono,
  method: string,
  path: string,
  { body, key, headers }: Sent = {},
): Promise<Answered> {
  const isForm = body instanceof FormData
  const response = await app.request(`http://127.0.0.1:4680${path}`, {
    method,
    headers: {
      host: '127.0.0.1:4680',
      ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...headers,
    },
    body: isForm ? body : body === undefined ? null : JSON.stringify(body),
  })
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true
  return { status: response.status, body: isJson ? await response.clone().json() : null, response }
}

/** The one-time link's token, as the program's start makes it. */
export async function setUpToken({ services }: TownApp): Promise<string> {
  const token = newToken()
  await services.inAccounts(async (accounts) =>
    accept(await allowSetUp(hashToken(token), services.now(), accounts)),
  )
  return token
}

export function cookieOf(answered: Answered): string {
  return (answered.response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

export type SignedInTown = TownApp & { readonly tenantId: string; readonly cookie: string }

/** An app whose owner has set up 清源镇 and is signed in. */
export async function startTown(now?: string): Promise<SignedInTown> {
  const town = await startApp(now)
  const body = { token: await setUpToken(town), townName: '清源镇', userName: '管理员', password: ownerPassword }
  const cookie = cookieOf(await town.send('POST', '/api/set-up', { body }))
  const { body: session } = await town.send('GET', '/api/session', { headers: { cookie } })
  return {
    ...town,
    tenantId: session.town.id,
    cookie,
    send: (method, path, sent) => town.send(method, path, { ...sent, headers: { cookie, ...sent?.headers } }),
  }
}

/** Puts a scheme in force from a day on, past the workbench. */
export async function adopt(
  { services, tenantId }: SignedInTown,
  scheme: Scheme,
  effectiveFrom: string,
  version = 1,
) {
  const added = await services.inTown(tenantId, 'write', async ({ versions }) =>
    accept(
      await versions.add({
        version,
        scheme,
        regulationId: null,
        effectiveFrom: localDate(effectiveFrom),
        adoptedAt: services.now(),
        adoptedBy: '管理员',
        basis: '党委会议纪要',
      }),
    ),
  )
  assert(added.ok, 'a version is added')
}

export async function employ({ services, tenantId }: SignedInTown, roster: readonly Assignment[]) {
  const people = [...new Map(roster.map(({ staffNumber, name }) => [staffNumber, name]))]
  const stored = people.map(([staffNumber, name]) => ({ staffNumber, name, ...spellName(name) }))
  await services.inTown(tenantId, 'write', async (stores) =>
    accept(await stores.roster.replace(stored, roster, randomUUID)),
  )
}
