import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** What PostgreSQL writes about itself in postmaster.pid. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly status: string }

/** The PostgreSQL that postmaster.pid names, alive or not; null when there is no such file. */
export function readPostmaster(clusterFolder: string): Postmaster | null {
  let lines: string[]
  try {
    lines = readFileSync(join(clusterFolder, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return null
  }
  const pid = Number(lines[0])
  if (!Number.isSafeInteger(pid) || pid <= 0) return null
  return { pid, port: Number(lines[3] ?? '0'), status: (lines[7] ?? 'starting').trim() }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Whether the process is a PostgreSQL; after a restart of the machine another program may bear the old number. */
export function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'win32') return true // leave the judgement to PostgreSQL itself
  try {
    // "12 (postgres) S …": a Z there is a dead process that nobody has collected yet, as happens in containers.
    const [, name, state] = /^\d+ \((.*)\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
    return name?.startsWith('postgres') === true && state !== 'Z'
  } catch {
    const answer = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' })
    return answer.error !== undefined || answer.stdout.includes('postgres')
  }
}

/**
 * Removes a postmaster.pid whose number has gone to another program, which PostgreSQL by itself takes for a live
 * server. Only when that is certain: the process is no PostgreSQL, and no orphaned backend still sits in the folder.
 */
export function clearForeignPostmaster(clusterFolder: string, postmaster: Postmaster): void {
  if (!isAlive(postmaster.pid) || isPostgres(postmaster.pid) || hasProcessInside(clusterFolder)) return
  if (readPostmaster(clusterFolder)?.pid === postmaster.pid) rmSync(join(clusterFolder, 'postmaster.pid'))
}

// Every PostgreSQL process has the cluster as its working folder.
function hasProcessInside(clusterFolder: string): boolean {
  let pids: string[]
  try {
    pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  } catch {
    return true // no way to tell on this system: touch nothing
  }
  const folder = realpathSync(clusterFolder)
  return pids.some((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder
    } catch {
      return false
    }
  })
}
