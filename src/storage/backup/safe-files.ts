import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { link, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isAlive } from '../embedded/postmaster.ts'
import { BackupRefused } from './backup-refusal.ts'

/** SHA-256 of a file's bytes in lower-case hex, and how many there are. */
export async function digestOfFile(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Every file below a folder, by its path with forward slashes; none when there is no such folder. */
export async function filesBelow(folder: string, inner = ''): Promise<readonly string[]> {
  const found: string[] = []
  if (!existsSync(join(folder, inner))) return found
  for (const entry of await readdir(join(folder, inner), { withFileTypes: true })) {
    const path = inner === '' ? entry.name : `${inner}/${entry.name}`
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, path)))
    else if (entry.isFile()) found.push(path)
  }
  return found.toSorted()
}

/** Gives a whole, written file its name, for good; refuses when something bears it already. */
export async function giveName(written: string, name: string): Promise<void> {
  await flush(written)
  try {
    await link(written, name)
    await rm(written)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') throw new BackupRefused({ kind: 'exists-already', file: name })
    // Memory sticks know no links.
    if (existsSync(name)) throw new BackupRefused({ kind: 'exists-already', file: name })
    await rename(written, name)
  }
  await flush(dirname(name))
}

/** Brings what was written to the disk itself, whatever happens next. */
export async function flush(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } catch (error) {
    // Windows flushes no folders, and some network disks nothing.
    if (!['EPERM', 'EINVAL', 'EISDIR', 'ENOTSUP'].includes(codeOf(error) ?? '')) throw error
  } finally {
    await file.close()
  }
}

/** Writes a small file that its user alone may read. */
export async function writePrivately(path: string, content: string): Promise<void> {
  await writeFile(path, content, { mode: 0o600, flag: 'wx' })
}

/** Takes away what a run that was killed left beside: the prefix is followed by its process id. */
export async function removeLeftovers(folder: string, prefix: string): Promise<boolean> {
  const names = existsSync(folder) ? await readdir(folder) : []
  let found = false
  for (const name of names) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN
    if (Number.isNaN(pid) || isAlive(pid)) continue
    found = true
    await rm(join(folder, name), { recursive: true, force: true })
  }
  return found
}

export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** What a file system says, as a refusal about this file; other errors as they are. */
export function writeRefusal(error: unknown, file: string): unknown {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return new BackupRefused({ kind: 'no-space', folder: dirname(file) })
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR'].includes(code ?? ''))
    return new BackupRefused({ kind: 'not-writable', file, reason: code ?? '' })
  return error
}
