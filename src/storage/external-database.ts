import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { newPassword, prepareStorageHome, writeNewFile, type StorageHome } from './embedded/storage-home.ts'
import { appRole, ensureRole, isTooPowerful, signInRole } from './embedded/roles.ts'
import { currentUserName } from './embedded/run-as.ts'
import { StartRefused } from './embedded/start-refusal.ts'
import type { Database } from './database.ts'

const oldestVersion = 150_000

type NamedUrls = { readonly app: string | undefined; readonly signIn: string | undefined }

/** Uses a PostgreSQL 15 or later that stands elsewhere; its user owns the tables, two roles of ours work on them. */
export async function connectExternal(ownerUrl: string, named: NamedUrls, home: StorageHome): Promise<Database> {
  const owner = parseUrl(ownerUrl, 'DATABASE_URL')
  const address = `${owner.host}${owner.pathname}`
  const ownerClient = await connect(ownerUrl, address)
  try {
    await requireServer(ownerClient, address)
    const own = { client: ownerClient, owner, address, home }
    const appUrl = await roleUrl(own, appRole, 'DATABASE_APP_URL', named.app)
    const signInUrl = await roleUrl(own, signInRole, 'DATABASE_SIGN_IN_URL', named.signIn)
    return { ownerUrl, appUrl, signInUrl, place: address, lost: new Promise(() => {}), stop: async () => {} }
  } finally {
    await ownerClient.end()
  }
}

function parseUrl(text: string, variable: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2)
    throw new StartRefused({ kind: 'database-url-invalid', variable })
  return url
}

async function connect(connectionString: string, address: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {}) // the query under way fails with it
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new StartRefused({ kind: 'database-unreachable', address, reason: connectReason(error) })
  }
}

function connectReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ECONNREFUSED') return '对方没有在听这个端口'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return '找不到这个主机'
  if (code === '28P01' || code === '28000') return '用户名或口令不对，或不许从本机连接'
  if (code === '3D000') return '没有这个库，请先建库'
  return error instanceof Error && error.message !== '' ? error.message : '没有回应'
}

async function requireServer(client: pg.Client, address: string): Promise<void> {
  const answer = await client.query(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version,
            current_setting('server_encoding') as encoding`,
  )
  const server = z.object({ number: z.number(), version: z.string(), encoding: z.string() }).parse(answer.rows[0])
  if (server.number < oldestVersion)
    throw new StartRefused({ kind: 'database-too-old', address, version: server.version })
  if (server.encoding !== 'UTF8')
    throw new StartRefused({ kind: 'database-encoding', address, encoding: server.encoding })
}

type Own = {
  readonly client: pg.Client
  readonly owner: URL
  readonly address: string
  readonly home: StorageHome
}

/** Where one of the two roles signs in: as the environment says, else by a password of our own. */
async function roleUrl(own: Own, role: string, variable: string, named: string | undefined): Promise<string> {
  const chosen =
    named === undefined || named === '' ? await ownUrl(own, role, variable) : namedUrl(named, role, variable)
  await requireHarmless(chosen, own.address, role)
  return chosen
}

/** The role's password is ours: made with the role, kept in the data folder, set anew when it was lost. */
async function ownUrl({ client, owner, address, home }: Own, role: string, variable: string): Promise<string> {
  prepareStorageHome(home, { name: currentUserName() })
  mkdirSync(join(home.path, 'external'), { recursive: true, mode: 0o700 })
  const file = join(
    home.path,
    'external',
    `${createHash('sha256').update(address).digest('hex').slice(0, 16)}${role === appRole ? '' : `-${role}`}.json`,
  )
  const isNew = statSync(file, { throwIfNoEntry: false }) === undefined
  if (isNew) writeNewFile(file, JSON.stringify({ address, password: newPassword() }))
  const { password } = z.object({ password: z.string().min(20) }).parse(JSON.parse(readFileSync(file, 'utf8')))
  try {
    const outcome = await ensureRole(client, role, password)
    if (outcome === 'present' && isNew)
      await client.query(`alter role ${role} login password ${client.escapeLiteral(password)}`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartRefused({ kind: 'role-uncreatable', role, variable, address, reason })
  }
  const url = new URL(owner)
  url.username = role
  url.password = password
  return url.href
}

function namedUrl(text: string, role: string, variable: string): string {
  const { username } = parseUrl(text, variable)
  if (username !== role) throw new StartRefused({ kind: 'role-misnamed', role, variable, name: username })
  return text
}

async function requireHarmless(url: string, address: string, role: string): Promise<void> {
  const client = await connect(url, address)
  try {
    if (await isTooPowerful(client)) throw new StartRefused({ kind: 'role-too-powerful', role, address })
  } finally {
    await client.end()
  }
}
