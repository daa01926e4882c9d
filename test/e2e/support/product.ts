import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectPath } from '../../../src/project-root.ts'
import { isPostgres, readPostmaster } from '../../../src/storage/embedded/postmaster.ts'

export type Product = {
  /** http://127.0.0.1:PORT or, opened to the network, https://NAME:PORT; no slash at the end. */
  readonly baseUrl: string
  /** The one-time link of the first start; null when an owner exists already. */
  readonly setUpLink: string | null
  readonly dataFolder: string
  readonly pid: number
  /** Everything printed so far. */
  readonly output: () => string
  /** Ctrl-C; answers the exit code. */
  readonly stop: () => Promise<number | null>
  /** kill -9 of the server, which leaves PostgreSQL running. */
  readonly kill: () => Promise<void>
}

export type ProductOptions = {
  readonly dataFolder?: string
  readonly args?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
}

export type Ended = { readonly exitCode: number | null; readonly output: string }

/** A data folder that every user may reach, as a throwaway. */
export function newDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongdao-product-'))
  if (process.getuid?.() === 0) chmodSync(folder, 0o755)
  return folder
}

/** Ends a PostgreSQL that a killed product left on the folder, and removes the folder. */
export async function removeDataFolder(folder: string): Promise<void> {
  const postmaster = readPostmaster(join(folder, 'postgres'))
  if (postmaster !== null && isPostgres(postmaster.pid)) process.kill(postmaster.pid, 'SIGINT')
  while (postmaster !== null && isPostgres(postmaster.pid)) await new Promise((resolve) => setTimeout(resolve, 20))
  rmSync(folder, { recursive: true, force: true })
}

/** Runs what `npm start` runs until it is ready; throws with what it printed when it ends before that. */
export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const outcome = await runProduct(options)
  if ('exitCode' in outcome) throw new Error(`the product ended (${outcome.exitCode}):\n${outcome.output}`)
  return outcome
}

/** On the data of one that was stopped, its clock so many days ahead. */
export function startLater(dataFolder: string, days: number): Promise<Product> {
  const preload = `--import=${pathToFileURL(projectPath('test', 'e2e', 'support', 'later.mjs')).href}`
  return startProduct({
    dataFolder,
    environment: { NODE_OPTIONS: preload, GONGDAO_TEST_DAYS_AHEAD: String(days) },
  })
}

/** The same, where ending is an answer too: a refused start. */
export function runProduct(options: ProductOptions = {}): Promise<Product | Ended> {
  const dataFolder = options.dataFolder ?? newDataFolder()
  const child = spawn(process.execPath, [projectPath('bin', 'start.mjs'), ...(options.args ?? [])], {
    env: { ...process.env, GONGDAO_PORT: '0', GONGDAO_DATA: dataFolder, DATABASE_URL: '', ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let isReady = false
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      const baseUrl = /公道已就绪：(https?:\/\/\S+)\/\s/.exec(output)?.[1]
      if (isReady || baseUrl === undefined || !output.includes('按 Ctrl-C 停止')) return
      isReady = true
      const setUpLink = /(https?:\/\/\S+\/set-up\S*)/.exec(output)?.[1] ?? null
      resolve({ baseUrl, setUpLink, dataFolder, output: () => output, ...endings(child) })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    child.once('close', (exitCode) => resolve({ exitCode, output }))
  })
}

function endings(child: ChildProcess): Pick<Product, 'pid' | 'stop' | 'kill'> {
  const ended = new Promise<number | null>((resolve) => {
    child.once('exit', (exitCode) => resolve(exitCode))
  })
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return ended
  }
  return {
    pid: child.pid ?? 0,
    stop: () => end('SIGINT'),
    kill: async () => {
      await end('SIGKILL')
    },
  }
}
