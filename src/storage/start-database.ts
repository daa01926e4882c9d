import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { chooseStorageHome } from './embedded/storage-home.ts'
import { startEmbedded } from './embedded/start-embedded.ts'
import { StartRefused, type StartRefusal } from './embedded/start-refusal.ts'
import { connectExternal } from './external-database.ts'

export type Database = {
  /** Signs in as the owner of the tables: migrations only. */
  readonly ownerUrl: string
  /** Signs in as gongdao_app, which owns nothing: everything else. */
  readonly appUrl: string
  /** Where the figures lie, to show at the terminal: the data folder or the server's address. */
  readonly place: string
  /** Resolves when the database has gone for good without being asked to. */
  readonly lost: Promise<void>
  readonly stop: () => Promise<void>
}

export type DatabaseOptions = {
  readonly environment: NodeJS.ProcessEnv
  readonly say: (line: string) => void
}

/** The database the environment asks for: DATABASE_URL, else the embedded PostgreSQL on the data folder. */
export async function startDatabase(options: DatabaseOptions): Promise<Result<Database, StartRefusal>> {
  const url = options.environment['DATABASE_URL']
  try {
    const home = chooseStorageHome(options.environment)
    if (url === undefined || url === '') return accept(await startEmbedded({ home, say: options.say }))
    return accept(await connectExternal(url, options.environment['DATABASE_APP_URL'], home))
  } catch (error) {
    if (error instanceof StartRefused) return refuse(error.refusal)
    throw error
  }
}
