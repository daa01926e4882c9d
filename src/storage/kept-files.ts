import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { KeptFiles } from '../commands/kept-files.ts'
import { assert, accept, refuse } from '../domain/primitives/result.ts'

/**
 * Files by content in a folder: `<first two hex>/<SHA-256>`, so that the same file handed in twice is kept once. They
 * are written to `incoming/` under a name of chance, made durable and only then renamed: whatever has a hash for a name
 * is whole.
 */
export function keptFiles(folder: string): KeptFiles {
  const pathOf = (sha256: string) => {
    assert(/^[0-9a-f]{64}$/.test(sha256), 'a kept file is named by its SHA-256')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    put: async (bytes) => {
      const sha256 = hashOf(bytes)
      const path = pathOf(sha256)
      try {
        if (await isWhole(path, sha256)) await utimes(path, new Date(), new Date())
        else await writeWhole(folder, path, bytes)
        return accept(sha256)
      } catch (error) {
        if (isDiskFull(error)) return refuse('disk-full')
        throw error
      }
    },
    open: async (sha256) => {
      const bytes = await readIfThere(pathOf(sha256))
      if (bytes === null) return refuse('missing')
      return hashOf(bytes) === sha256 ? accept(new Uint8Array(bytes)) : refuse('altered')
    },
    has: async (sha256) => (await stat(pathOf(sha256)).catch(ignoreMissing)) !== null,
  }
}

/** One that has stood this long belongs to no upload that is still under way. */
const leftoverAfterMs = 3_600_000

/** Takes away what an upload that was cut off left behind; answers how many. Done at each start. */
export async function sweepKeptFiles(folder: string, now: Date): Promise<number> {
  const incoming = join(folder, 'incoming')
  const names = (await readdir(incoming).catch(ignoreMissing)) ?? []
  let swept = 0
  for (const name of names) {
    const path = join(incoming, name)
    const found = await stat(path).catch(ignoreMissing)
    if (found === null || now.getTime() - found.mtimeMs < leftoverAfterMs) continue
    await rm(path, { force: true, recursive: true })
    swept += 1
  }
  return swept
}

async function isWhole(path: string, sha256: string): Promise<boolean> {
  const bytes = await readIfThere(path)
  return bytes !== null && hashOf(bytes) === sha256
}

async function writeWhole(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const incoming = join(folder, 'incoming')
  const shelf = join(path, '..')
  for (const needed of [incoming, shelf]) await mkdir(needed, { recursive: true, mode: 0o700 })
  const fresh = join(incoming, randomBytes(12).toString('hex'))
  try {
    const file = await open(fresh, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(fresh, path)
  } catch (error) {
    await rm(fresh, { force: true })
    throw error
  }
  // The new names must outlive a power cut too; Windows opens no folders and needs none of it.
  for (const named of [shelf, folder]) await syncFolder(named)
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const opened = await open(path, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

/** What lies there and is no file, or cannot be read, is as good as missing. */
async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EIO'].includes(codeOf(error))) return null
    throw error
  }
}

function ignoreMissing(error: unknown): null {
  if (codeOf(error) === 'ENOENT') return null
  throw error
}

function isDiskFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
