import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Hono } from 'hono'
import pg from 'pg'
import { openSession } from '../../src/commands/open-session.ts'
import { allowSetUp } from '../../src/commands/set-up.ts'
import { localDate } from '../../src/domain/primitives/local-date.ts'
import { accept, assert } from '../../src/domain/primitives/result.ts'
import type { Assignment } from '../../src/domain/roster/assignment.ts'
import type { Scheme } from '../../src/domain/scheme/scheme.ts'
import { createApp } from '../../src/http/create-app.ts'
import type { Fault, Services } from '../../src/http/services.ts'
import { hashToken, newToken } from '../../src/http/session-token.ts'
import type { Role } from '../../src/policies/roles.ts'
import { spellName } from '../../src/storage/spell-name.ts'
import { wireServices } from '../../src/wire-services.ts'
import { cloneDatabase, type TestDatabase } from './database.ts'
import { expectDescribed } from './expect-described.ts'
import { testSigner } from './test-signer.ts'

/** What the data folder keeps of a real system. */
const sealingKey = new Uint8Array(32).fill(7)

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
  /** As gongdao_sign_in. */
  readonly signInPool: pg.Pool
  readonly clock: { now: Date }
  readonly faults: Fault[]
  /** Where what is handed in is kept. */
  readonly filesFolder: string
  readonly send: (method: string, path: string, sent?: Sent) => Promise<Answered>
  readonly stop: () => Promise<void>
}

export async function startApp(now = '2026-11-20T02:00:00Z'): Promise<TownApp> {
  const database = await cloneDatabase()
  const pool = new pg.Pool({ connectionString: database.appUrl, max: 8 })
  const signInPool = new pg.Pool({ connectionString: database.signInUrl, max: 4 })
  for (const each of [pool, signInPool]) each.on('error', () => {})
  const clock = { now: new Date(now) }
  const faults: Fault[] = []
  const filesFolder = await mkdtemp(join(tmpdir(), 'gongdao-files-'))
  const kept = { sealingKey, signer: testSigner, filesFolder }
  const wired = wireServices({ app: pool, signIn: signInPool }, kept, (fault) => void faults.push(fault))
  const readVerifier = async () => new TextEncoder().encode('<!doctype html>')
  const services: Services = { ...wired, now: () => clock.now, readVerifier }
  const app = createApp(services)
  return {
    app,
    services,
    database,
    pool,
    signInPool,
    clock,
    faults,
    filesFolder,
    send: (method, path, sent) => send(app, method, path, sent),
    stop: async () => {
      await Promise.all([pool.end(), signInPool.end()])
      await database.drop()
      await rm(filesFolder, { recursive: true, force: true })
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
  await expectDescribed(method, path, response.clone())
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

/** An app whose first account, 管理员 (appraisal office and founder), has set up 清源镇 and is signed in. */
export async function startTown(now?: string): Promise<SignedInTown> {
  const town = await startApp(now)
  const body = { token: await setUpToken(town), townName: '清源镇', userName: '管理员', password: ownerPassword }
  const cookie = cookieOf(await town.send('POST', '/api/set-up', { body }))
  await showSecondFactor(town, '管理员')
  const { body: session } = await town.send('GET', '/api/session', { headers: { cookie } })
  return {
    ...town,
    tenantId: session.town.id,
    cookie,
    send: (method, path, sent) => town.send(method, path, { ...sent, headers: { cookie, ...sent?.headers } }),
  }
}

/** As if the account had set up its second factor and shown it in each of its sessions. */
export async function showSecondFactor({ signInPool, clock }: TownApp, userName: string): Promise<void> {
  await signInPool.query(
    `insert into totp (account_id, sealed_secret, confirmed_at) select id, '\\x00', $1 from account where user_name = $2
       on conflict do nothing`,
    [clock.now, userName],
  )
  await signInPool.query(
    'update session set second_factor_at = $1 where account_id in (select id from account where user_name = $2)',
    [clock.now, userName],
  )
}

export type Colleague = {
  readonly userName: string
  readonly roles: readonly Role[]
  readonly staffNumber?: string
}

/** Another account of the town, signed in with its second factor: the same town through that account's eyes. */
export async function asColleague(
  town: SignedInTown,
  { userName, roles, staffNumber }: Colleague,
): Promise<SignedInTown> {
  const { services, tenantId, clock } = town
  const [accountId, token] = [randomUUID(), newToken()]
  const at = clock.now
  await services.inAccounts(async (accounts) => {
    const named = { userName, userNameKey: userName, passwordHash: 'none' }
    await accounts.addAccount({
      id: accountId,
      homeTenantId: tenantId,
      ...named,
      createdAt: at,
      createdBy: '管理员',
    })
    await accounts.addMembership({ accountId, tenantId, staffNumber: staffNumber ?? null, createdAt: at })
    for (const role of roles)
      await accounts.addGrant({ accountId, tenantId, role, grantedAt: at, grantedBy: '管理员' })
    const opened = {
      id: randomUUID(),
      accountId,
      tenantId,
      secondFactorAt: at,
      caller: { address: '', userAgent: '' },
    }
    await openSession(opened, { newHash: hashToken(token), oldHash: null }, at, accounts)
    return accept(null)
  })
  await showSecondFactor(town, userName)
  const cookie = `gongdao_session=${token}`
  return {
    ...town,
    cookie,
    send: (method, path, sent) => send(town.app, method, path, { ...sent, headers: { cookie, ...sent?.headers } }),
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
