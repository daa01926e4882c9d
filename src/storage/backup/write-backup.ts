import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, open, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { z } from 'zod'
import { toHex } from '../../domain/primitives/canonical-json.ts'
import { nodesOfRoot, treeRoot } from '../../domain/proof/merkle-tree.ts'
import { chooseStorageHome, type StorageHome } from '../embedded/storage-home.ts'
import { readLogSize, readNodes } from '../log-nodes.ts'
import { objectFiles } from '../object-store/object-files.ts'
import { readObjectStore } from '../object-store/object-store-settings.ts'
import { FilesUnreachable } from '../outage.ts'
import * as schema from '../schema.ts'
import { sha256 } from '../sha256.ts'
import { pack } from './archive.ts'
import { BackupRefused } from './backup-refusal.ts'
import { enterTown, listAttachments, listSequences, listTables, listTowns } from './catalogue.ts'
import { copyOut, settleTextForms } from './copy-table.ts'
import { gatherObjects } from './gather-objects.ts'
import { keysOf, signingKeysOf, writeKeysFile } from './keys-file.ts'
import { backupFormat, fileEntry, manifestName, tableEntry, type BackedUpTown, type Manifest } from './manifest.ts'
import { reachDatabase, type ReachedDatabase } from './reach-database.ts'
import { codeOf, digestOfFile, filesBelow, removeLeftovers, writeRefusal } from './safe-files.ts'

export type BackupOptions = {
  readonly environment: NodeJS.ProcessEnv
  /** The file to write; its folder holds the uncompressed tables for the while. */
  readonly file: string
  /** The file for the keys; null: they are left where they are. */
  readonly keysFile: string | null
  readonly program: string
  readonly now: () => Date
  readonly say: (line: string) => void
}

export type WrittenBackup = { readonly manifest: Manifest; readonly sha256: string }

/**
 * Backs everything up into one file, of one moment, while the system runs or while it does not. Throws BackupRefused
 * or StartRefused with the facts; then no file is there.
 */
export async function writeBackup(options: BackupOptions): Promise<WrittenBackup> {
  const { environment, say } = options
  const home = chooseStorageHome(environment)
  const file = resolve(options.file)
  const keysFile = options.keysFile === null ? null : resolve(options.keysFile)
  for (const wanted of keysFile === null ? [file] : [file, keysFile]) requireAbsent(wanted)
  if (keysFile !== null && keysOf(home).length === 0)
    throw new BackupRefused({ kind: 'keys-missing-here', folder: home.path })
  const database = await reachDatabase(environment, home, say)
  const prefix = `.${basename(file)}.tables-`
  const folder = join(dirname(file), `${prefix}${process.pid}`)
  try {
    await makeFolder(folder, prefix, file)
    const manifest = await gather({ ...options, home, database, folder })
    await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`)
    say('正在压缩……')
    const sha256 = await pack(folder, manifest, file)
    if (keysFile !== null) await writeKeysFile(home, keysFile, options.now())
    return { manifest, sha256 }
  } catch (error) {
    throw asRefusal(error, file)
  } finally {
    await rm(folder, { recursive: true, force: true })
    await database.stop()
  }
}

function requireAbsent(file: string): void {
  if (existsSync(file)) throw new BackupRefused({ kind: 'exists-already', file })
}

async function makeFolder(folder: string, prefix: string, file: string): Promise<void> {
  try {
    await removeLeftovers(dirname(file), prefix)
    await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 })
    await chmod(folder, 0o700)
  } catch (error) {
    throw writeRefusal(error, file)
  }
}

/** Classes 08 and 57: the connection or the server went away; `Connection terminated` is the client's own word for it. */
function asRefusal(error: unknown, file: string): unknown {
  const reason = error instanceof Error ? error.message : ''
  if (/^(08|57P)/.test(codeOf(error) ?? '') || /^Connection terminated|^read ECONNRESET/.test(reason))
    return new BackupRefused({ kind: 'database-broken-off', reason })
  return writeRefusal(error, file)
}

type Gathering = BackupOptions & {
  readonly home: StorageHome
  readonly database: ReachedDatabase
  readonly folder: string
}

/** Everything of one moment: the tables from one snapshot, then the files, which are written before their rows. */
async function gather(gathering: Gathering): Promise<Manifest> {
  const { database, program, now, home } = gathering
  const client = new pg.Client({ connectionString: database.ownerUrl, application_name: 'gongdao backup' })
  client.on('error', () => {}) // the query under way fails with it
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await settleTextForms(client)
    const migrations = await readMigrations(client, database.place)
    const towns = await listTowns(client)
    const madeAt = now().toISOString()
    const tables = await gatherTables(
      gathering,
      client,
      towns.map(({ id }) => id),
    )
    const described: BackedUpTown[] = []
    const hasLog = tables.some(({ name }) => name === 'log_leaf')
    for (const town of towns) described.push({ ...town, ...(await readLedgerAndLog(client, town.id, hasLog)) })
    const sequences = await listSequences(client)
    const files = await gatherFiles(gathering)
    files.push(...(await fetchObjects(gathering, client, towns, files)))
    const lostFiles = await findLostFiles(gathering, client, towns, files)
    const contents = {
      tables,
      sequences,
      files,
      lostFiles,
      towns: described,
      keys: keysOf(home),
      signingKeys: signingKeysOf(home),
    }
    return { format: backupFormat, program, madeAt, migrations, ...contents }
  } finally {
    await client.end().catch(() => {})
  }
}

async function readMigrations(client: pg.Client, address: string): Promise<Manifest['migrations']> {
  const found = await client.query(`select to_regclass('public.migration') is not null as found`)
  if (found.rows[0]?.found !== true) throw new BackupRefused({ kind: 'no-tables', address })
  const { rows } = await client.query('select name, sha256 from migration order by name')
  return z.array(z.object({ name: z.string(), sha256: z.string() })).parse(rows)
}

async function gatherTables(
  { folder, say }: Gathering,
  client: pg.Client,
  towns: readonly string[],
): Promise<Manifest['tables']> {
  const tables = await listTables(client)
  const copied: Manifest['tables'] = []
  for (const [index, table] of tables.entries()) {
    const target = await open(join(folder, tableEntry(table.name)), 'wx', 0o600)
    try {
      const { rows, bytes, sha256 } = await copyOut(client, table, towns, (chunk) => target.writeFile(chunk))
      copied.push({ name: table.name, columns: [...table.columns], rows, bytes, sha256 })
      if (rows > 0) say(`表 ${String(index + 1)}/${String(tables.length)} ${table.name}：${String(rows)} 行`)
    } finally {
      await target.close()
    }
  }
  return copied
}

/** A database of before the log has none. */
async function readLedgerAndLog(client: pg.Client, tenantId: string, hasLog: boolean) {
  await enterTown(client, tenantId)
  const { rows } = await client.query('select count(*) as rows from ledger_row where tenant_id = $1', [tenantId])
  const counted = z.object({ rows: z.coerce.number() }).parse(rows[0])
  const town = { tenantId, db: drizzle(client, { schema }) }
  const size = hasLog ? await readLogSize(town) : 0
  const nodes = hasLog ? await readNodes(town, nodesOfRoot(size)) : () => new Uint8Array()
  return { ledgerRows: counted.rows, head: { size, root: toHex(treeRoot(size, nodes, sha256)) } }
}

async function gatherFiles({ home, folder, say }: Gathering): Promise<Manifest['files']> {
  const source = home.filesFolder
  const files: Manifest['files'] = []
  for (const path of await filesBelow(source)) {
    // Half of what somebody is handing in right now (kept-files.ts).
    if (path.startsWith('incoming/')) continue
    const target = join(folder, fileEntry(path))
    await mkdir(dirname(target), { recursive: true })
    try {
      await copyFile(join(source, path), target)
    } catch (error) {
      // One on its way to its name: no row speaks of it.
      if (codeOf(error) === 'ENOENT') continue
      throw error
    }
    files.push({ path, ...(await digestOfFile(target)) })
  }
  if (files.length > 0) say(`附件：${String(files.length)} 件`)
  return files
}

/** Of an object store, where one is set: what its rows speak of and the data folder has not. */
async function fetchObjects(
  { environment, folder, say }: Gathering,
  client: pg.Client,
  towns: readonly { readonly id: string }[],
  files: Manifest['files'],
): Promise<Manifest['files']> {
  const settings = readObjectStore(environment)
  if (!settings.ok) throw new BackupRefused({ kind: 'object-store', refusal: settings.refusal })
  if (settings.value === null) return []
  const there = new Set(files.map(({ sha256 }) => sha256))
  const wanted: string[] = []
  for (const { id } of towns)
    for (const { sha256 } of await listAttachments(client, id)) if (!there.has(sha256)) wanted.push(sha256)
  const { endpoint } = settings.value
  try {
    const fetched = await gatherObjects(objectFiles(settings.value), wanted, folder)
    if (fetched.length > 0) say(`对象存储里的附件：${String(fetched.length)} 件`)
    return fetched
  } catch (error) {
    if (!(error instanceof FilesUnreachable)) throw error
    const refusal = { kind: 'unreachable', endpoint, reason: error.message } as const
    throw new BackupRefused({ kind: 'object-store', refusal })
  }
}

/** What is gone already is said, and keeps nobody from backing up the rest. */
async function findLostFiles(
  { say }: Gathering,
  client: pg.Client,
  towns: readonly { readonly id: string; readonly name: string }[],
  files: Manifest['files'],
): Promise<string[]> {
  const kept = new Set(files.map(({ sha256 }) => sha256))
  const lost = new Set<string>()
  for (const { id, name } of towns)
    for (const attachment of await listAttachments(client, id)) {
      if (kept.has(attachment.sha256)) continue
      lost.add(attachment.sha256)
      say(`注意：${name}的附件“${attachment.name}”在数据文件夹里已经缺失或被改动，备份里没有它。`)
    }
  return [...lost]
}
