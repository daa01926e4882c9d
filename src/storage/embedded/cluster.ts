import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync } from 'node:fs'
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import { type Credentials, type StorageHome } from './storage-home.ts'
import { clearForeignPostmaster, isAlive, isPostgres, readPostmaster } from './postmaster.ts'
import type { RunAs } from './run-as.ts'
import { StartRefused } from './start-refusal.ts'

export const adminRole = 'gongdao_admin'

export type ClusterOptions = {
  readonly home: StorageHome
  readonly binaries: Binaries
  readonly runAs: RunAs
  readonly credentials: Credentials
  /** Further PostgreSQL settings; the tests' throwaway cluster switches fsync off. */
  readonly settings?: Readonly<Record<string, string>>
  readonly say: (line: string) => void
}

export type RunningCluster = { readonly pid: number; readonly port: number; readonly reused: boolean }

const startPatienceMs = 180_000
const stopPatienceMs = 60_000

/** Makes the cluster on the first start. It is built aside and renamed in, so that half a cluster never stands. */
export function createCluster(options: ClusterOptions): void {
  const { home, binaries, runAs } = options
  const versionFile = join(home.clusterFolder, 'PG_VERSION')
  if (existsSync(versionFile)) {
    const found = readFileSync(versionFile, 'utf8').trim()
    if (found !== binaries.major)
      throw new StartRefused({ kind: 'cluster-version', folder: home.path, found, expected: binaries.major })
    return
  }
  options.say('第一次启动，正在建立数据库……')
  removeLeftovers(home)
  const fresh = `${home.clusterFolder}.new-${process.pid}`
  const passwordFile = join(home.path, `.password-${process.pid}`)
  try {
    mkdirSync(fresh, { mode: 0o700 })
    writeFileSync(passwordFile, options.credentials.admin, { mode: 0o600 })
    if (runAs.ids !== undefined)
      for (const path of [fresh, passwordFile]) chownSync(path, runAs.ids.uid, runAs.ids.gid)
    runInitdb(options, fresh, passwordFile)
    renameSync(fresh, home.clusterFolder)
  } catch (error) {
    // Another first start was quicker: its cluster serves as well.
    if (!existsSync(versionFile)) throw error
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(fresh, { recursive: true, force: true })
  }
}

function removeLeftovers(home: StorageHome): void {
  for (const name of readdirSync(home.path)) {
    const pid = /^(?:postgres\.new|\.password|\.probe)-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(home.path, name), { recursive: true, force: true })
  }
}

// Text sorts by code point under every operating system alike, so that indexes survive its upgrades; queries that
// want 拼音 order name an ICU collation.
function runInitdb({ binaries, runAs, home }: ClusterOptions, folder: string, passwordFile: string): void {
  const args = [
    ['--pgdata', folder],
    ['--username', adminRole],
    [`--pwfile=${passwordFile}`],
    ['--auth=scram-sha-256', '--data-checksums', '--no-instructions'],
    ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ['--text-search-config=simple'],
  ].flat()
  const answer = spawnSync(binaries.initdb, args, { ...spawnSettings(runAs, home.path), encoding: 'utf8' })
  if (answer.status === 0) return
  // Ctrl-C reaches the whole group at the terminal, initdb too.
  if (answer.signal !== null || (answer.stdout ?? '').includes('caught signal'))
    throw new StartRefused({ kind: 'interrupted' })
  const said = [answer.error?.message, answer.stdout, answer.stderr].filter(Boolean).join('\n')
  writeFileSync(home.logFile, said, { flag: 'a', mode: 0o600 })
  throw failure(said, home)
}

/** Finds the PostgreSQL that already runs on the folder, for instance after a kill of the server, or starts one. */
export async function reachCluster(options: ClusterOptions): Promise<RunningCluster> {
  const { clusterFolder } = options.home
  const deadline = Date.now() + startPatienceMs
  while (Date.now() < deadline) {
    const postmaster = readPostmaster(clusterFolder)
    if (postmaster !== null && isPostgres(postmaster.pid)) {
      if (postmaster.status === 'ready' && (await isListening(postmaster.port)))
        return { pid: postmaster.pid, port: postmaster.port, reused: true }
      await sleep(50) // starting, recovering, stopping or dying: it will soon be one or the other
      continue
    }
    if (postmaster !== null) clearForeignPostmaster(clusterFolder, postmaster)
    const started = await startPostgres(options, deadline)
    if (started !== null) return started
  }
  throw new StartRefused({
    kind: 'cluster-failed',
    reason: `${startPatienceMs / 1000} 秒内没有就绪`,
    log: options.home.logFile,
  })
}

// Another PostgreSQL was quicker, the port has just been taken, or sessions of a killed one have not yet ended.
const passingTrouble =
  /postmaster\.pid" already exists|could not bind|Address already in use|pre-existing shared memory block/

/** Null when this PostgreSQL gave way to another one, or lost its port: then look again. */
async function startPostgres(options: ClusterOptions, deadline: number): Promise<RunningCluster | null> {
  const { home, binaries, runAs } = options
  const port = await freePort()
  const logStart = rotateLog(home.logFile)
  const log = openSync(home.logFile, 'a', 0o600)
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: 'on',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...options.settings,
  }
  const args = [
    '-D',
    home.clusterFolder,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  // A group of its own, so that Ctrl-C reaches the server alone, which then stops PostgreSQL in order.
  const child = spawn(binaries.postgres, args, {
    ...spawnSettings(runAs, home.path),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const ended = endOf(child)
  while (Date.now() < deadline) {
    if (await Promise.race([ended, sleep(30, false)])) {
      const said = readFileSync(home.logFile).subarray(logStart).toString()
      if (passingTrouble.test(said)) {
        await sleep(100)
        return null
      }
      throw failure(said, home)
    }
    const postmaster = readPostmaster(home.clusterFolder)
    if (postmaster !== null && postmaster.pid === child.pid && postmaster.status === 'ready') {
      child.unref()
      return { pid: postmaster.pid, port: postmaster.port, reused: false }
    }
  }
  return null
}

function endOf(child: ChildProcess): Promise<true> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(true))
    child.once('exit', () => resolve(true))
  })
}

/** Fast shutdown: sessions are ended, everything is written, then PostgreSQL goes. */
export async function stopCluster(cluster: { readonly pid: number }, options: ClusterOptions): Promise<void> {
  if (process.platform === 'win32')
    spawnSync(options.binaries.pgCtl, ['stop', '-D', options.home.clusterFolder, '-m', 'fast', '-w'])
  else if (isPostgres(cluster.pid)) process.kill(cluster.pid, 'SIGINT')
  const deadline = Date.now() + stopPatienceMs
  while (isPostgres(cluster.pid) && Date.now() < deadline) await sleep(20)
}

function spawnSettings(runAs: RunAs, folder: string): object {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name))
  return { ...runAs.ids, cwd: folder, env: { ...Object.fromEntries(kept), LC_ALL: 'C', HOME: folder } }
}

/** Starts the log anew beyond 10 MB, keeping the one before; answers where this start's lines begin. */
function rotateLog(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size <= 10 * 1_048_576) return size
  renameSync(logFile, `${logFile}.old`)
  return 0
}

function failure(said: string, home: StorageHome): unknown {
  if (/No space left on device|could not extend file|Disk quota exceeded/.test(said))
    return new StartRefused({ kind: 'disk-full', folder: home.path })
  const telling =
    said.split('\n').find((line) => /FATAL|PANIC|error:|could not/.test(line)) ?? said.trim().split('\n').at(-1)
  return new StartRefused({
    kind: 'cluster-failed',
    reason: (telling ?? '没有留下说明').trim(),
    log: home.logFile,
  })
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const answer = (listening: boolean): void => {
      socket.destroy()
      resolve(listening)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
  })
}

/** A port free at this moment; should another program be quicker, PostgreSQL fails to bind and another is tried. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('no port for PostgreSQL'))
      })
    })
  })
}
