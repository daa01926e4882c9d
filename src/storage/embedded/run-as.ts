import { readFileSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'
import { StartRefused } from './start-refusal.ts'

/** The user PostgreSQL runs as; ids are absent where the process keeps its own (not root, or Windows). */
export type RunAs = { readonly name: string; readonly ids?: { readonly uid: number; readonly gid: number } }

/** PostgreSQL refuses root. Asked for in this order; the first that exists is used. */
const candidates = ['gongdao', 'postgres', 'nobody', 'daemon']

/** Whom PostgreSQL runs as: the owner of an existing cluster, else a standing unprivileged user, when we are root. */
export function chooseRunAs(clusterFolder: string): RunAs {
  if (process.getuid?.() !== 0) return { name: currentUserName() }
  const users = systemUsers()
  const owner = ownerOf(clusterFolder)
  const known = owner === undefined || owner === 0 ? undefined : users.find((user) => user.ids.uid === owner)
  const chosen = known ?? candidates.map((name) => users.find((user) => user.name === name)).find((user) => user)
  if (chosen === undefined) throw new StartRefused({ kind: 'no-unprivileged-user' })
  return chosen
}

function ownerOf(folder: string): number | undefined {
  try {
    return statSync(folder).uid
  } catch {
    return undefined // not there yet, or its parent is no folder, which is said later
  }
}

export function currentUserName(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? '?'}` // a user id without an entry in the system's list
  }
}

function systemUsers(): { name: string; ids: { uid: number; gid: number } }[] {
  let list = ''
  try {
    list = readFileSync('/etc/passwd', 'utf8')
  } catch {
    return []
  }
  return list.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    if (!name || !uid || !gid || uid === '0') return []
    return [{ name, ids: { uid: Number(uid), gid: Number(gid) } }]
  })
}

/** The outermost folder on the way to `path` that the user may not enter, or null when all are open to it. */
export function firstUnreachableFolder(path: string, runAs: RunAs): string | null {
  if (runAs.ids === undefined) return null
  for (const folder of foldersDownTo(path)) {
    const stat = statSync(folder, { throwIfNoEntry: false })
    if (stat?.isDirectory() && !maySearch(stat, runAs.ids)) return folder
  }
  return null
}

function maySearch(stat: { mode: number; uid: number; gid: number }, ids: { uid: number; gid: number }): boolean {
  if (stat.uid === ids.uid) return (stat.mode & 0o100) !== 0
  if (stat.gid === ids.gid) return (stat.mode & 0o010) !== 0
  return (stat.mode & 0o001) !== 0
}

function foldersDownTo(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [...foldersDownTo(parent), path]
}
