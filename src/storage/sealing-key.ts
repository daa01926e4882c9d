import { randomBytes } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { currentUserName } from './embedded/run-as.ts'
import { StartRefused } from './embedded/start-refusal.ts'
import { prepareStorageHome, writeNewFile, type StorageHome } from './embedded/storage-home.ts'

const keysSchema = z.object({ secondFactor: z.base64().length(44) })

/**
 * The key that second factors are sealed with: made once, in the data folder, readable by its user alone, and never in
 * the database, embedded or not. Once it is lost, those with a second factor need a recovery code or a new one.
 */
export function openSealingKey(home: StorageHome): Uint8Array {
  prepareStorageHome(home, { name: currentUserName() })
  const file = join(home.path, 'keys.json')
  if (statSync(file, { throwIfNoEntry: false }) === undefined)
    writeNewFile(file, JSON.stringify({ secondFactor: randomBytes(32).toString('base64') }))
  try {
    const { secondFactor } = keysSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return new Uint8Array(Buffer.from(secondFactor, 'base64'))
  } catch {
    throw new StartRefused({ kind: 'keys-unreadable', file, user: currentUserName() })
  }
}
