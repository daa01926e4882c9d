import { locateBinaries } from './binaries.ts'
import { adminRole, createCluster, reachCluster, stopCluster, type ClusterOptions } from './cluster.ts'
import { completeCredentials, openCredentials, prepareStorageHome, type StorageHome } from './storage-home.ts'
import { appRole, databaseName, ensureDatabase, ownerRole, signInRole } from './roles.ts'
import { chooseRunAs } from './run-as.ts'
import { acquireServerLock } from './server-lock.ts'
import { StartRefused } from './start-refusal.ts'
import type { Database } from '../database.ts'

export type EmbeddedOptions = {
  readonly home: StorageHome
  readonly say: (line: string) => void
  readonly settings?: Readonly<Record<string, string>>
  readonly neededBytes?: number
}

export type EmbeddedDatabase = Database & {
  /** PostgreSQL's superuser on this cluster; only the tests need it, to make databases from a template. */
  readonly adminUrl: string
  readonly pid: number
  readonly runAs: string
}

/**
 * Starts the PostgreSQL that comes with the product on a data folder, or goes on with one that still runs there.
 * Throws StartRefused with the facts when that cannot be.
 */
export async function startEmbedded({
  home,
  say,
  settings,
  neededBytes,
}: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const runAs = chooseRunAs(home.clusterFolder)
  prepareStorageHome(home, runAs, neededBytes)
  const binaries = locateBinaries(runAs, home.path)
  const credentials = openCredentials(home)
  const options: ClusterOptions = { home, binaries, runAs, credentials, say, ...(settings && { settings }) }
  createCluster(options)
  const cluster = await reachCluster(options)
  if (cluster.reused) say(`接着使用仍在运行的数据库（进程号 ${cluster.pid}）`)
  const address = `127.0.0.1:${cluster.port}`
  const adminUrl = `postgres://${adminRole}:${credentials.admin}@${address}/postgres`
  try {
    const lock = await acquireServerLock(adminUrl)
    if (!lock.held) throw new StartRefused({ kind: 'already-running', folder: home.path, pid: lock.holder })
    const whole = completeCredentials(home, credentials)
    await ensureDatabase(adminUrl, whole)
    return {
      adminUrl,
      ownerUrl: `postgres://${ownerRole}:${credentials.owner}@${address}/${databaseName}`,
      appUrl: `postgres://${appRole}:${credentials.app}@${address}/${databaseName}`,
      signInUrl: `postgres://${signInRole}:${whole.signIn}@${address}/${databaseName}`,
      place: home.path,
      pid: cluster.pid,
      runAs: runAs.name,
      lost: lock.lost,
      stop: async () => {
        await lock.release()
        await stopCluster(cluster, options)
      },
    }
  } catch (error) {
    // A PostgreSQL that this very start brought up serves nobody else.
    if (!cluster.reused) await stopCluster(cluster, options)
    throw isWrongPassword(error)
      ? new StartRefused({ kind: 'credentials-lost', file: home.credentialsFile })
      : error
  }
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '28P01'
}
