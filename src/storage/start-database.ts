import type { Signer } from '../commands/signer.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Database } from './database.ts'
import { readDiskReserve, type WatchedDisk } from './disk-room.ts'
import { chooseStorageHome, type StorageHome } from './embedded/storage-home.ts'
import { startEmbedded } from './embedded/start-embedded.ts'
import { openSealingKey } from './sealing-key.ts'
import { chooseSignature, openSigner } from './signing-key.ts'
import { StartRefused, type StartRefusal } from './embedded/start-refusal.ts'
import { connectExternal } from './external-database.ts'

export type DatabaseOptions = {
  readonly environment: NodeJS.ProcessEnv
  readonly say: (line: string) => void
}

/** What is kept: in the database, sealed and signed by keys that lie outside it, and files in a folder beside it. */
export type Kept = Database & {
  readonly sealingKey: Uint8Array
  readonly signer: Signer
  readonly filesFolder: string
  /** The disk to watch; null: the database stands elsewhere. */
  readonly disk: WatchedDisk | null
}

/** The database the environment asks for: DATABASE_URL, else the embedded PostgreSQL on the data folder. */
export async function startDatabase(options: DatabaseOptions): Promise<Result<Kept, StartRefusal>> {
  try {
    const home = chooseStorageHome(options.environment)
    const database = await openDatabase(options, home)
    try {
      const disk = watchedDisk(options.environment, home)
      const keys = {
        sealingKey: openSealingKey(home),
        signer: openSigner(home, chooseSignature(options.environment)),
      }
      return accept({ ...database, ...keys, filesFolder: home.filesFolder, disk })
    } catch (error) {
      await database.stop()
      throw error
    }
  } catch (error) {
    if (error instanceof StartRefused) return refuse(error.refusal)
    throw error
  }
}

function watchedDisk(environment: NodeJS.ProcessEnv, home: StorageHome): WatchedDisk | null {
  const reserveBytes = readDiskReserve(environment)
  if (reserveBytes === null) throw new StartRefused({ kind: 'disk-reserve-invalid' })
  return (environment['DATABASE_URL'] ?? '') === '' ? { folder: home.path, reserveBytes } : null
}

async function openDatabase({ environment, say }: DatabaseOptions, home: StorageHome): Promise<Database> {
  const url = environment['DATABASE_URL']
  if (url === undefined || url === '') return startEmbedded({ home, say })
  const named = { app: environment['DATABASE_APP_URL'], signIn: environment['DATABASE_SIGN_IN_URL'] }
  return connectExternal(url, named, home)
}
