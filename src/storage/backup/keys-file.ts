import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { canonicalJson } from '../../domain/primitives/canonical-json.ts'
import { publicKeySchema } from '../../domain/proof/public-key.ts'
import type { StorageHome } from '../embedded/storage-home.ts'
import { BackupRefused } from './backup-refusal.ts'
import type { Manifest } from './manifest.ts'
import { giveName, writePrivately, writeRefusal } from './safe-files.ts'

/** What lies beside the database because whoever holds the database must not have it. */
const keyNames = ['keys.json', 'signing-key.json'] as const
const [, signingKeyName] = keyNames

const keysFileSchema = z.object({
  format: z.literal('gongdao-keys/1'),
  madeAt: z.string(),
  /** Each file whole, in base64. */
  keys: z.array(z.object({ name: z.enum(keyNames), content: z.base64() })).min(1),
})
export type KeysFile = z.infer<typeof keysFileSchema>

/** The keys that the data folder has, each by its digest. */
export function keysOf(home: StorageHome): Manifest['keys'] {
  return keyNames
    .filter((name) => existsSync(join(home.path, name)))
    .map((name) => ({ name, sha256: sha256Of(readFileSync(join(home.path, name))) }))
}

const signingSchema = z.object({
  keys: z.array(z.object({ public: publicKeySchema })),
  earlier: z.array(publicKeySchema).default([]),
})

/** What the town's heads are checked with: no secret. */
export function signingKeysOf(home: StorageHome): Manifest['signingKeys'] {
  const file = join(home.path, signingKeyName)
  if (!existsSync(file)) return []
  return publicKeysOf(readFileSync(file, 'utf8'))
}

function publicKeysOf(text: string): Manifest['signingKeys'] {
  const { keys, earlier } = signingSchema.parse(JSON.parse(text))
  return [...keys.map((pair) => pair.public), ...earlier]
}

/** Of a key as it stands in the keys file; none of what is no key. */
function publicKeysIn(base64: string): Manifest['signingKeys'] {
  try {
    return publicKeysOf(Buffer.from(base64, 'base64').toString('utf8'))
  } catch {
    return []
  }
}

/** Writes the keys to a file of their own; nothing of them goes anywhere else. */
export async function writeKeysFile(home: StorageHome, file: string, madeAt: Date): Promise<void> {
  const keys = keysOf(home).map(({ name }) => ({
    name,
    content: readFileSync(join(home.path, name)).toString('base64'),
  }))
  if (keys.length === 0) throw new BackupRefused({ kind: 'keys-missing-here', folder: home.path })
  const unnamed = `${file}.partial-${process.pid}`
  try {
    await writePrivately(unnamed, JSON.stringify({ format: 'gongdao-keys/1', madeAt: madeAt.toISOString(), keys }))
    await giveName(unnamed, file)
  } catch (error) {
    throw writeRefusal(error, file)
  } finally {
    await rm(unnamed, { force: true })
  }
}

/** The keys of this very backup, or none when no file is named. */
export function readKeysFile(
  file: string | null,
  { keys: expected, signingKeys }: Pick<Manifest, 'keys' | 'signingKeys'>,
): KeysFile['keys'] {
  if (file === null) return []
  const { keys } = parseKeysFile(file)
  for (const { name, sha256 } of expected) {
    const found = keys.find((key) => key.name === name)
    if (found === undefined || sha256Of(Buffer.from(found.content, 'base64')) !== sha256)
      throw new BackupRefused({ kind: 'keys-of-another', file, name })
  }
  // The log is about to be checked with the manifest's public keys: they must be those of the secrets at hand.
  const signing = keys.find(({ name }) => name === signingKeyName)
  if (signing !== undefined && canonicalJson(publicKeysIn(signing.content)) !== canonicalJson(signingKeys))
    throw new BackupRefused({ kind: 'keys-of-another', file, name: signingKeyName })
  return keys
}

function parseKeysFile(file: string): KeysFile {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new BackupRefused({ kind: 'unreadable', file, reason: error instanceof Error ? error.message : '' })
  }
  try {
    return keysFileSchema.parse(JSON.parse(text))
  } catch {
    throw new BackupRefused({ kind: 'no-keys', file })
  }
}

/** Puts the keys where the program looks for them. One that lies there already and is the same stays. */
export async function placeKeys(home: StorageHome, keys: KeysFile['keys']): Promise<void> {
  for (const { name, content } of keys) {
    const [path, bytes] = [join(home.path, name), Buffer.from(content, 'base64')]
    if (existsSync(path)) {
      if (readFileSync(path).equals(bytes)) continue
      throw new BackupRefused({ kind: 'keys-in-the-way', file: path })
    }
    await writeFile(path, bytes, { mode: 0o600, flag: 'wx', flush: true })
    await chmod(path, 0o600)
  }
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
