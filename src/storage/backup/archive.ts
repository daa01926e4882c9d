import { readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import * as tar from 'tar'
import { z } from 'zod'
import { BackupRefused } from './backup-refusal.ts'
import { backupFormat, fileEntry, manifestName, manifestSchema, tableEntry, type Manifest } from './manifest.ts'
import { codeOf, digestOfFile, filesBelow, giveName, writeRefusal } from './safe-files.ts'

/** Packs what a folder holds into one compressed file: there whole, or not at all. Answers the file's digest. */
export async function pack(folder: string, manifest: Manifest, file: string): Promise<string> {
  const unnamed = join(dirname(file), `.${basename(file)}.partial-${process.pid}`)
  try {
    // No umask stands between the file and others: it holds everybody's figures.
    await tar.create({ gzip: true, file: unnamed, cwd: folder, portable: true, strict: true, mode: 0o600 }, [
      manifestName,
      ...entriesOf(manifest),
    ])
    const { sha256 } = await digestOfFile(unnamed)
    await giveName(unnamed, file)
    return sha256
  } catch (error) {
    throw writeRefusal(error, file)
  } finally {
    await rm(unnamed, { force: true })
  }
}

function entriesOf({ tables, files }: Manifest): readonly string[] {
  return [...tables.map(({ name }) => tableEntry(name)), ...files.map(({ path }) => fileEntry(path))]
}

/** Unpacks into a folder and holds every part against the manifest; the first that differs is named. */
export async function unpack(file: string, folder: string): Promise<Manifest> {
  const damaged = (part: string): BackupRefused => new BackupRefused({ kind: 'damaged', file, part })
  await extract(file, folder)
  const manifest = parseManifest(file, await readManifest(file, folder))
  const parts = [
    ...manifest.tables.map(({ name, ...part }) => ({ ...part, at: tableEntry(name), said: `表 ${name}` })),
    ...manifest.files.map(({ path, ...part }) => ({ ...part, at: fileEntry(path), said: `附件 ${path}` })),
  ]
  const expected = new Set([manifestName, ...parts.map(({ at }) => at)])
  const foreign = (await filesBelow(folder)).find((path) => !expected.has(path))
  if (foreign !== undefined) throw damaged(`多出 ${foreign}`)
  for (const { at, said, bytes, sha256 } of parts) {
    const found = await digestOfFile(join(folder, at)).catch(() => null)
    if (found === null) throw damaged(`缺少${said}`)
    if (found.bytes !== bytes || found.sha256 !== sha256) throw damaged(`${said}的内容与清单不符`)
  }
  return manifest
}

async function extract(file: string, folder: string): Promise<void> {
  const unread = (reason: string) => new BackupRefused({ kind: 'unreadable', file, reason })
  try {
    // At once: after a refusal nothing may go on writing into a folder that is being taken away.
    tar.extract({
      file,
      cwd: folder,
      sync: true,
      strict: true,
      preserveOwner: false,
      filter: (_path, entry) => !('type' in entry) || entry.type === 'File' || entry.type === 'Directory',
    })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') throw unread('没有这个文件')
    if (code === 'EACCES' || code === 'EPERM') throw unread('没有权限')
    if (code === 'EISDIR') throw unread('是个文件夹')
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new BackupRefused({ kind: 'no-space', folder })
    const first = await readFile(join(folder, manifestName), 'utf8').catch(() => null)
    if (first === null) throw new BackupRefused({ kind: 'no-backup', file })
    parseManifest(file, first)
    throw new BackupRefused({ kind: 'damaged', file, part: '压缩内容读到中途断了' })
  }
}

async function readManifest(file: string, folder: string): Promise<string> {
  try {
    return await readFile(join(folder, manifestName), 'utf8')
  } catch {
    throw new BackupRefused({ kind: 'no-backup', file })
  }
}

function parseManifest(file: string, text: string): Manifest {
  const manifest = z.looseObject({ format: z.string() }).safeParse(parseJson(text))
  if (!manifest.success) throw new BackupRefused({ kind: 'no-backup', file })
  const { format } = manifest.data
  if (format !== backupFormat) throw new BackupRefused({ kind: 'other-format', file, format })
  const parsed = manifestSchema.safeParse(manifest.data)
  if (!parsed.success)
    throw new BackupRefused({
      kind: 'damaged',
      file,
      part: `清单的 ${parsed.error.issues[0]?.path.join('.') ?? ''}`,
    })
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
