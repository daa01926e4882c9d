import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { isAlive } from './postmaster.ts'

/** One server per data folder, held as a PostgreSQL session lock: it ends with the process, however that dies. */
export type ServerLock =
  | { readonly held: true; readonly lost: Promise<void>; readonly release: () => Promise<void> }
  | { readonly held: false; readonly holder: number | null }

const lockKey = 7_201_466
const namePrefix = 'gongdao server '
const orphanPatienceMs = 5_000
const reconnectPatienceMs = 15_000

/** Takes the lock, or tells the process id of the server that holds it. */
export async function acquireServerLock(adminUrl: string): Promise<ServerLock> {
  const deadline = Date.now() + orphanPatienceMs
  for (;;) {
    const client = await tryLock(adminUrl)
    if (client !== null) return hold(adminUrl, client)
    const holder = await findHolder(adminUrl)
    // PostgreSQL notices the end of a killed server a moment later.
    if (holder !== null && isAlive(holder)) return { held: false, holder }
    if (Date.now() > deadline) return { held: false, holder }
    await sleep(50)
  }
}

async function tryLock(adminUrl: string): Promise<pg.Client | null> {
  const client = new pg.Client({
    connectionString: adminUrl,
    application_name: `${namePrefix}${process.pid}`,
    keepAlive: true,
  })
  client.on('error', () => {}) // told again by 'end'
  await client.connect()
  const answer = await client.query('select pg_try_advisory_lock($1) as locked', [lockKey])
  if (z.object({ locked: z.boolean() }).parse(answer.rows[0]).locked) return client
  await client.end()
  return null
}

async function findHolder(adminUrl: string): Promise<number | null> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const answer = await client.query(
      `select application_name as name from pg_locks join pg_stat_activity using (pid)
       where locktype = 'advisory' and objid = $1 and granted`,
      [lockKey],
    )
    const rows = z.array(z.object({ name: z.string() })).parse(answer.rows)
    const pid = Number(rows[0]?.name.slice(namePrefix.length))
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null
  } finally {
    await client.end()
  }
}

// A crash of one PostgreSQL session ends all of them for a moment, so the lock is taken again before giving up.
function hold(adminUrl: string, first: pg.Client): ServerLock {
  let client = first
  let released = false
  let tellLost = (): void => {}
  const lost = new Promise<void>((resolve) => {
    tellLost = resolve
  })
  const watch = (): void => {
    client.once('end', () => {
      if (!released) void regain()
    })
  }
  const regain = async (): Promise<void> => {
    const deadline = Date.now() + reconnectPatienceMs
    while (!released && Date.now() < deadline) {
      const again = await tryLock(adminUrl).catch(() => null)
      if (again !== null) {
        client = again
        watch()
        return
      }
      await sleep(200)
    }
    if (!released) tellLost()
  }
  watch()
  const release = async (): Promise<void> => {
    released = true
    await client.end().catch(() => {})
  }
  return { held: true, lost, release }
}
