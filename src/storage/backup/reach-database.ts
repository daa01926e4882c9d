import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { connectExternal } from '../external-database.ts'
import { isPostgres, readPostmaster } from '../embedded/postmaster.ts'
import { databaseName, ownerRole } from '../embedded/roles.ts'
import { startEmbedded } from '../embedded/start-embedded.ts'
import { openCredentials, type StorageHome } from '../embedded/storage-home.ts'
import { BackupRefused } from './backup-refusal.ts'

/** As the owner of the tables; `stop` ends only what this very call has started. */
export type ReachedDatabase = {
  readonly ownerUrl: string
  readonly place: string
  readonly stop: () => Promise<void>
}

/** A backup is what one takes from a disk that is nearly full. */
const neededBytes = 64 * 1_048_576

/** The database as it is: the one the environment names, the embedded one that runs, or one started for the while. */
export async function reachDatabase(
  environment: NodeJS.ProcessEnv,
  home: StorageHome,
  say: (line: string) => void,
): Promise<ReachedDatabase> {
  const external = environment['DATABASE_URL'] ?? ''
  if (external !== '') return reachExternal(environment, external, home)
  if (!existsSync(join(home.clusterFolder, 'PG_VERSION')))
    throw new BackupRefused({ kind: 'nothing-there', folder: home.path })
  const postmaster = readPostmaster(home.clusterFolder)
  if (postmaster === null || !isPostgres(postmaster.pid) || postmaster.status !== 'ready')
    return startEmbedded({ home, say, neededBytes })
  const { owner } = openCredentials(home)
  const ownerUrl = `postgres://${ownerRole}:${owner}@127.0.0.1:${String(postmaster.port)}/${databaseName}`
  return { ownerUrl, place: home.path, stop: async () => {} }
}

/** The PostgreSQL of DATABASE_URL, with the two roles that the product works as. */
export function reachExternal(environment: NodeJS.ProcessEnv, url: string, home: StorageHome) {
  const named = { app: environment['DATABASE_APP_URL'], signIn: environment['DATABASE_SIGN_IN_URL'] }
  return connectExternal(url, named, home)
}
