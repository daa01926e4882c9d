import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { chooseStorageHome } from '../embedded/storage-home.ts'
import { startEmbedded } from '../embedded/start-embedded.ts'
import { rememberPublicKeys } from '../signing-key.ts'
import { unpack } from './archive.ts'
import { placeKeys, readKeysFile, type KeysFile } from './keys-file.ts'
import { loadTables, migrationsOf } from './load-tables.ts'
import { fileEntry, type Manifest } from './manifest.ts'
import { reachExternal } from './reach-database.ts'
import {
  moveIntoPlace,
  openEmptyFolder,
  openFolderBeside,
  requireNoTables,
  type RestorePlace,
} from './restore-place.ts'
import { flush, writeRefusal } from './safe-files.ts'
import { verifyRestored, type Verified } from './verify-restored.ts'

export type RestoreOptions = {
  readonly environment: NodeJS.ProcessEnv
  readonly file: string
  /** The keys of the same backup; null: there are none. */
  readonly keysFile: string | null
  /** The data folder to fill; null: the one the environment names. */
  readonly into: string | null
  readonly say: (line: string) => void
}

export type Restored = {
  readonly manifest: Manifest
  readonly verified: Verified
  readonly place: string
  readonly withKeys: boolean
}

type Restoring = RestoreOptions & {
  readonly place: RestorePlace
  readonly manifest: Manifest
  readonly keys: KeysFile['keys']
}

/**
 * Restores a backup into an empty data folder or database, checks it against the manifest and the towns' logs, and only
 * then lets it stand. Throws BackupRefused or StartRefused with the facts; then nothing is there.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { into } = options
  const environment: NodeJS.ProcessEnv = {
    ...options.environment,
    ...(into === null ? {} : { GONGDAO_DATA: resolve(into) }),
  }
  const home = chooseStorageHome(environment)
  const url = environment['DATABASE_URL'] ?? ''
  const place = await (url === '' ? openEmptyFolder(home) : openFolderBeside(home))
  try {
    options.say('正在解开备份文件，逐项核对……')
    const manifest = await unpack(resolve(options.file), place.unpacked)
    migrationsOf(manifest)
    const keys = readKeysFile(options.keysFile, manifest)
    const restoring = { ...options, environment, place, manifest, keys }
    const verified = await (url === '' ? restoreEmbedded(restoring) : restoreExternal(restoring, url))
    return { manifest, verified, place: url === '' ? home.path : url, withKeys: keys.length > 0 }
  } catch (error) {
    throw writeRefusal(error, home.path)
  } finally {
    await place.clear()
  }
}

/** The whole data folder is made aside and moved to its place in the end. */
async function restoreEmbedded(restoring: Restoring): Promise<Verified> {
  const { place, keys, manifest, say } = restoring
  const database = await startEmbedded({ home: place.work, say })
  let verified: Verified
  try {
    verified = await load(restoring, database.ownerUrl, database.place)
  } finally {
    await database.stop()
  }
  await placeFiles(restoring, place.work.filesFolder)
  await placeKeys(place.work, keys)
  rememberPublicKeys(place.work, manifest.signingKeys)
  await moveIntoPlace(place)
  return verified
}

/** Files and keys come before the commit: rows without their files are what must not be. */
async function restoreExternal(restoring: Restoring, url: string): Promise<Verified> {
  const { place, keys, manifest, environment } = restoring
  const database = await reachExternal(environment, url, place.home)
  let placed = false
  try {
    return await load(restoring, database.ownerUrl, database.place, async () => {
      await placeFiles(restoring, place.work.filesFolder)
      await placeKeys(place.home, keys)
      rememberPublicKeys(place.home, manifest.signingKeys)
      await rm(place.home.filesFolder, { recursive: true, force: true })
      if (existsSync(place.work.filesFolder)) await rename(place.work.filesFolder, place.home.filesFolder)
      placed = true
    })
  } catch (error) {
    if (placed) await rm(place.home.filesFolder, { recursive: true, force: true })
    throw error
  }
}

async function load(
  { manifest, place, say }: Restoring,
  ownerUrl: string,
  address: string,
  beforeCommit: () => Promise<void> = async () => {},
): Promise<Verified> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'gongdao restore' })
  client.on('error', () => {}) // the query under way fails with it
  await client.connect()
  try {
    await requireNoTables(client, address)
    await client.query('begin')
    await loadTables({ client, manifest, folder: place.unpacked, say })
    say('正在核对……')
    const verified = await verifyRestored(client, manifest)
    // Whoever signed out, or was suspended, after the backup was written must not be signed in again by it.
    await client.query('delete from session')
    await beforeCommit()
    await client.query('commit')
    return verified
  } finally {
    await client.end().catch(() => {})
  }
}

async function placeFiles({ manifest, place }: Restoring, folder: string): Promise<void> {
  for (const { path } of manifest.files) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await rename(join(place.unpacked, fileEntry(path)), target)
    await flush(target)
  }
  if (existsSync(folder)) await flush(folder)
}
