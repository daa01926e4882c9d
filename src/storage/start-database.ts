import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Database } from './database.ts'
import { chooseStorageHome } from './embedded/storage-home.ts'
import { startEmbedded } from './embedded/start-embedded.ts'
import { StartRefused, type StartRefusal } from './embedded/start-refusal.ts'
import { connectExternal } from './external-database.ts'

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
    const named = {
      app: options.environment['DATABASE_APP_URL'],
      signIn: options.environment['DATABASE_SIGN_IN_URL'],
    }
    return accept(await connectExternal(url, named, home))
  } catch (error) {
    if (error instanceof StartRefused) return refuse(error.refusal)
    throw error
  }
}
