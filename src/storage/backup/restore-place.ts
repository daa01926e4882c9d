import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { currentUserName, chooseRunAs } from '../embedded/run-as.ts'
import { chooseStorageHome, prepareStorageHome, type StorageHome } from '../embedded/storage-home.ts'
import { BackupRefused } from './backup-refusal.ts'
import { flush, removeLeftovers } from './safe-files.ts'

const workPrefix = '.restoring-'

/** A folder inside the data folder in which everything is made, to be moved to its place by renaming. */
export type RestorePlace = {
  readonly home: StorageHome
  /** As a data folder of its own. */
  readonly work: StorageHome
  /** Where the backup is unpacked. */
  readonly unpacked: string
  readonly clear: () => Promise<void>
}

/** Of an embedded database: the data folder must be empty, but for what a restore that was cut off left behind. */
export async function openEmptyFolder(home: StorageHome): Promise<RestorePlace> {
  if (await removeLeftovers(home.path, workPrefix)) await removeMoved(home)
  const found = existsSync(home.path) ? (await readdir(home.path))[0] : undefined
  if (found !== undefined) throw new BackupRefused({ kind: 'folder-not-empty', folder: home.path, found })
  prepareStorageHome(home, chooseRunAs(home.clusterFolder))
  return openWork(home)
}

/** Beside a database that stands elsewhere: only what is handed in and the keys go into the data folder. */
export async function openFolderBeside(home: StorageHome): Promise<RestorePlace> {
  prepareStorageHome(home, { name: currentUserName() })
  await removeLeftovers(home.path, workPrefix)
  const found = existsSync(home.filesFolder) ? (await readdir(home.filesFolder))[0] : undefined
  if (found !== undefined) throw new BackupRefused({ kind: 'folder-not-empty', folder: home.filesFolder, found })
  return openWork(home)
}

async function openWork(home: StorageHome): Promise<RestorePlace> {
  const path = join(home.path, `${workPrefix}${process.pid}`)
  const unpacked = join(path, 'unpacked')
  await mkdir(path, { mode: 0o755 })
  await mkdir(unpacked, { mode: 0o700 })
  return {
    home,
    work: chooseStorageHome({ GONGDAO_DATA: path }),
    unpacked,
    clear: () => rm(path, { recursive: true, force: true }),
  }
}

/** The cluster goes last: a folder without one holds no data yet, and the next restore clears it. */
export async function moveIntoPlace({ home, work, unpacked }: RestorePlace): Promise<void> {
  await rm(unpacked, { recursive: true, force: true })
  await rm(work.logFile, { force: true })
  const cluster = 'postgres'
  for (const name of await readdir(work.path))
    if (name !== cluster) await rename(join(work.path, name), join(home.path, name))
  await flush(home.path)
  await rename(work.clusterFolder, home.clusterFolder)
  await flush(home.path)
}

async function removeMoved(home: StorageHome): Promise<void> {
  if (existsSync(home.clusterFolder)) return
  for (const name of await readdir(home.path)) await rm(join(home.path, name), { recursive: true, force: true })
}

/** The database must have no tables at all: one that was started on once has some already. */
export async function requireNoTables(client: pg.ClientBase, address: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm') limit 1`,
  )
  const [first] = rows
  if (first !== undefined) throw new BackupRefused({ kind: 'database-not-empty', address, table: first.name })
}
