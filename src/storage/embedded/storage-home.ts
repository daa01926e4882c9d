import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { currentUserName, firstUnreachableFolder, type RunAs } from './run-as.ts'
import { StartRefused } from './start-refusal.ts'

/** A new cluster takes 40 MB and its log grows by whole 16 MB files; below this a start would soon end in a full disk. */
const neededForNew = 200 * 1_048_576
/** For one that is there: to recover, and to answer whoever reads; writes are refused long before (disk-room.ts). */
const neededForOld = 64 * 1_048_576

export type StorageHome = {
  readonly path: string
  readonly clusterFolder: string
  readonly logFile: string
  readonly credentialsFile: string
  /** What people hand in (kept-files.ts). */
  readonly filesFolder: string
}

/** GONGDAO_DATA, else where the system keeps a user's application files; for root a place other users can reach. */
export function chooseStorageHome(environment: NodeJS.ProcessEnv): StorageHome {
  const chosen = environment['GONGDAO_DATA']
  const path = resolve(chosen === undefined || chosen === '' ? defaultFolder(environment) : chosen)
  return {
    path,
    clusterFolder: join(path, 'postgres'),
    logFile: join(path, 'postgres.log'),
    credentialsFile: join(path, 'credentials.json'),
    filesFolder: join(path, 'files'),
  }
}

function defaultFolder(environment: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32')
    return join(environment['LOCALAPPDATA'] ?? join(homedir(), 'AppData', 'Local'), 'gongdao')
  if (process.getuid?.() === 0) return '/var/lib/gongdao'
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'gongdao')
  return join(environment['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'gongdao')
}

/** Makes sure the folder is there, writable, with room, and open to the user PostgreSQL runs as. */
export function prepareStorageHome(home: StorageHome, runAs: RunAs, neededBytes = neededNow(home)): void {
  requireReachable(home, runAs)
  createFolder(home.path)
  requireWritable(home)
  const { bavail, bsize } = statfsSync(home.path)
  if (bavail * bsize < neededBytes)
    throw new StartRefused({
      kind: 'disk-nearly-full',
      folder: home.path,
      freeBytes: bavail * bsize,
      neededBytes,
    })
  requireReachable(home, runAs) // again: root's umask may have closed what it just made
}

function neededNow({ clusterFolder }: StorageHome): number {
  return existsSync(join(clusterFolder, 'PG_VERSION')) ? neededForOld : neededForNew
}

function createFolder(path: string): void {
  const asRoot = process.getuid?.() === 0
  try {
    mkdirSync(path, { recursive: true, mode: asRoot ? 0o755 : 0o700 })
  } catch (error) {
    throw folderRefusal(error, path)
  }
  if (!statSync(path).isDirectory()) throw new StartRefused({ kind: 'not-a-folder', folder: path })
}

function requireWritable(home: StorageHome): void {
  try {
    accessSync(home.path, constants.R_OK | constants.W_OK | constants.X_OK)
    // Permission bits do not tell of a read-only file system for root: only writing does.
    const probe = join(home.path, `.probe-${process.pid}`)
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    throw folderRefusal(error, home.path)
  }
  const own = process.getuid?.()
  const owner = statSync(home.clusterFolder, { throwIfNoEntry: false })?.uid
  if (own !== undefined && own !== 0 && owner !== undefined && owner !== own)
    throw new StartRefused({ kind: 'folder-of-other-user', folder: home.path, owner, user: currentUserName() })
}

function folderRefusal(error: unknown, folder: string): unknown {
  const code = errorCode(error)
  if (code === 'ENOTDIR' || code === 'EEXIST') return new StartRefused({ kind: 'not-a-folder', folder })
  if (code === 'ENOSPC') return new StartRefused({ kind: 'disk-full', folder })
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT')
    return new StartRefused({ kind: 'folder-not-writable', folder, user: currentUserName() })
  return error
}

function requireReachable(home: StorageHome, runAs: RunAs): void {
  const blocked = firstUnreachableFolder(home.path, runAs)
  if (blocked === null) return
  // The data folder itself is ours to open (mktemp -d makes it 0700); a parent is not.
  if (blocked === home.path && isOurs(home)) chmodSync(home.path, (statSync(home.path).mode & 0o777) | 0o011)
  else throw new StartRefused({ kind: 'folder-unreachable', folder: blocked, user: runAs.name, wanted: home.path })
}

function isOurs(home: StorageHome): boolean {
  const entries = readdirSync(home.path)
  return entries.length === 0 || entries.some((name) => join(home.path, name) === home.credentialsFile)
}

const credentialsSchema = z.object({
  /** PostgreSQL's superuser, the owner of our tables, and the role the application works as. */
  admin: z.string().min(20),
  owner: z.string().min(20),
  app: z.string().min(20),
  /** The role that signing in works as; a data folder from before has none yet. */
  signIn: z.string().min(20).optional(),
})
export type Credentials = z.infer<typeof credentialsSchema>
export type WholeCredentials = Credentials & { readonly signIn: string }

/** The generated passwords of this data folder; made once, readable by its user alone. */
export function openCredentials(home: StorageHome): Credentials {
  const hasCluster = statSync(join(home.clusterFolder, 'PG_VERSION'), { throwIfNoEntry: false }) !== undefined
  if (!hasCluster) writeNewFile(home.credentialsFile, JSON.stringify(newCredentials()))
  try {
    return credentialsSchema.parse(JSON.parse(readFileSync(home.credentialsFile, 'utf8')))
  } catch (error) {
    if (errorCode(error) === 'EACCES') throw folderRefusal(error, home.path)
    throw new StartRefused({ kind: 'credentials-lost', file: home.credentialsFile })
  }
}

function newCredentials(): Credentials {
  return { admin: newPassword(), owner: newPassword(), app: newPassword(), signIn: newPassword() }
}

/** The credentials with what an older program did not write, kept; only the holder of the server's lock may ask. */
export function completeCredentials(home: StorageHome, credentials: Credentials): WholeCredentials {
  const whole = { ...credentials, signIn: credentials.signIn ?? newPassword() }
  if (credentials.signIn !== undefined) return whole
  const fresh = `${home.credentialsFile}.new`
  writeFileSync(fresh, JSON.stringify(whole), { mode: 0o600, flush: true })
  renameSync(fresh, home.credentialsFile)
  return whole
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url')
}

/** Writes the file whole unless there is one: of two first starts at once, both then read the same passwords. */
export function writeNewFile(path: string, content: string): void {
  const own = join(dirname(path), `.new-${process.pid}-${randomBytes(4).toString('hex')}`)
  writeFileSync(own, content, { mode: 0o600, flush: true })
  try {
    linkSync(own, path)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    rmSync(own, { force: true })
  }
}

function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
