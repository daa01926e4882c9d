import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { KeptFiles } from '../../commands/kept-files.ts'
import { fileEntry, type Manifest } from './manifest.ts'

/**
 * What rows speak of and the data folder has not is fetched from the object store, as if it had lain in the folder:
 * restored, everything lies there. What the store has not, or not whole, is left out; the caller says so by its name.
 */
export async function gatherObjects(
  store: Pick<KeptFiles, 'open'>,
  wanted: Iterable<string>,
  folder: string,
): Promise<Manifest['files']> {
  const files: Manifest['files'] = []
  for (const sha256 of new Set(wanted)) {
    const opened = await store.open(sha256)
    if (!opened.ok) continue
    const path = `${sha256.slice(0, 2)}/${sha256}`
    const target = join(folder, fileEntry(path))
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, opened.value)
    files.push({ path, sha256, bytes: opened.value.length })
  }
  return files
}
