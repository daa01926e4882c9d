import { mkdirSync, readFileSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { newPassword, prepareStorageHome, writeNewFile, type StorageHome } from './embedded/storage-home.ts'
import { appRole, ensureRole, isTooPowerful } from './embedded/roles.ts'
import { currentUserName } from './embedded/run-as.ts'
import { StartRefused } from './embedded/start-refusal.ts'
import type { Database } from './database.ts'

const oldestVersion = 150_000

/** Uses a PostgreSQL 15 or later that stands elsewhere; its user owns the tables, gongdao_app works on them. */
export async function connectExternal(
  ownerUrl: string,
  appUrl: string | undefined,
  home: StorageHome,
): Promise<Database> {
  const owner = parseUrl(ownerUrl, 'DATABASE_URL')
  const address = `${owner.host}${owner.pathname}`
  const ownerClient = await connect(ownerUrl, address)
  try {
    await requireServer(ownerClient, address)
    const chosen =
      appUrl === undefined || appUrl === ''
        ? await ownAppUrl(ownerClient, owner, address, home)
        : namedAppUrl(appUrl)
    await requireHarmless(chosen, address)
    return { ownerUrl, appUrl: chosen, place: address, lost: new Promise(() => {}), stop: async () => {} }
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

/** The application role's password is ours: made with the role, kept in the data folder, set anew when it was lost. */
async function ownAppUrl(client: pg.Client, owner: URL, address: string, home: StorageHome): Promise<string> {
  prepareStorageHome(home, { name: currentUserName() })
  mkdirSync(join(home.path, 'external'), { recursive: true, mode: 0o700 })
  const file = join(
    home.path,
    'external',
    `${createHash('sha256').update(address).digest('hex').slice(0, 16)}.json`,
  )
  const isNew = statSync(file, { throwIfNoEntry: false }) === undefined
  if (isNew) writeNewFile(file, JSON.stringify({ address, password: newPassword() }))
  const { password } = z.object({ password: z.string().min(20) }).parse(JSON.parse(readFileSync(file, 'utf8')))
  try {
    const outcome = await ensureRole(client, appRole, password)
    if (outcome === 'present' && isNew)
      await client.query(`alter role ${appRole} login password ${client.escapeLiteral(password)}`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartRefused({ kind: 'app-role-uncreatable', address, reason })
  }
  const url = new URL(owner)
  url.username = appRole
  url.password = password
  return url.href
}

function namedAppUrl(text: string): string {
  const { username } = parseUrl(text, 'DATABASE_APP_URL')
  if (username !== appRole) throw new StartRefused({ kind: 'app-role-misnamed', name: username })
  return text
}

async function requireHarmless(appUrl: string, address: string): Promise<void> {
  const client = await connect(appUrl, address)
  try {
    if (await isTooPowerful(client)) throw new StartRefused({ kind: 'app-role-too-powerful', address })
  } finally {
    await client.end()
  }
}
