import { join } from 'node:path'
import type pg from 'pg'
import { applyMissing, listMigrations, type Migration } from '../migrate.ts'
import { BackupRefused } from './backup-refusal.ts'
import { listSequences, listTables, quoted, type CataloguedTable } from './catalogue.ts'
import { copyIn, copyOut, settleTextForms } from './copy-table.ts'
import { tableEntry, type Manifest } from './manifest.ts'

type Loading = {
  /** Inside a transaction of the tables' owner, on a database without tables. */
  readonly client: pg.ClientBase
  readonly manifest: Manifest
  /** Where the backup was unpacked. */
  readonly folder: string
  readonly say: (line: string) => void
}

/** The files of this program that had made the backup's tables; refuses those of a newer program. */
export function migrationsOf({ migrations, program }: Manifest): readonly Migration[] {
  const own = listMigrations()
  for (const { name, sha256 } of migrations) {
    const known = own.find((migration) => migration.name === name)
    if (known === undefined) throw new BackupRefused({ kind: 'newer', program, migration: name })
    if (known.sha256 !== sha256) throw new BackupRefused({ kind: 'tables-differ', migration: name })
  }
  return own.filter(({ name }) => migrations.some((migration) => migration.name === name))
}

/**
 * Makes the tables as they were when the backup was written, fills them, holds every row against the manifest, and then
 * brings the tables to this program's.
 */
export async function loadTables(loading: Loading): Promise<void> {
  const { client, manifest } = loading
  await settleTextForms(client)
  await applyMissing(client, migrationsOf(manifest))
  const tables = await listTables(client)
  requireSameTables(tables, manifest)
  await takeWallsDown(client, tables, async () => {
    await fill(loading, tables)
    await compare(loading, tables)
  })
  await applyMissing(client, listMigrations())
}

function requireSameTables(tables: readonly CataloguedTable[], manifest: Manifest): void {
  const listOf = (listed: readonly Pick<CataloguedTable, 'name' | 'columns'>[]) =>
    listed.map(({ name, columns }) => `${name}(${columns.join(',')})`).toSorted()
  const [expected, found] = [listOf(manifest.tables), listOf(tables)]
  const odd = expected.find((one) => !found.includes(one)) ?? found.find((one) => !expected.includes(one))
  if (odd !== undefined) throw new BackupRefused({ kind: 'not-as-backed-up', what: `表的样子 ${odd}` })
}

/** PostgreSQL copies nothing into a walled table; the owner takes the wall down for the while, unseen by others. */
async function takeWallsDown(
  client: pg.ClientBase,
  tables: readonly CataloguedTable[],
  work: () => Promise<void>,
): Promise<void> {
  const walled = tables.filter(({ isWalled }) => isWalled)
  for (const { name } of walled) await client.query(`alter table ${quoted(name)} no force row level security`)
  await work()
  for (const { name } of walled) await client.query(`alter table ${quoted(name)} force row level security`)
}

async function fill(
  { client, manifest, folder, say }: Loading,
  tables: readonly CataloguedTable[],
): Promise<void> {
  await client.query(`truncate ${tables.map(({ name }) => quoted(name)).join(', ')}`)
  for (const [index, table] of tables.entries()) {
    const backedUp = manifest.tables.find(({ name }) => name === table.name)
    await copyIn(client, backedUp ?? table, join(folder, tableEntry(table.name)))
    const [place, rows] = [`${String(index + 1)}/${String(tables.length)}`, backedUp?.rows ?? 0]
    if (rows > 0) say(`表 ${place} ${table.name}：${String(rows)} 行`)
  }
  for (const { name, value, isCalled } of manifest.sequences)
    await client.query('select setval($1::regclass, $2, $3)', [`public.${quoted(name)}`, value, isCalled])
}

async function compare({ client, manifest }: Loading, tables: readonly CataloguedTable[]): Promise<void> {
  for (const table of tables) {
    const expected = manifest.tables.find(({ name }) => name === table.name)
    // Whole at once: no wall stands.
    const found = await copyOut(client, { ...table, isWalled: false }, [])
    if (found.rows !== expected?.rows || found.sha256 !== expected.sha256)
      throw new BackupRefused({ kind: 'not-as-backed-up', what: `表 ${table.name} 的内容` })
  }
  if (JSON.stringify(await listSequences(client)) !== JSON.stringify(manifest.sequences))
    throw new BackupRefused({ kind: 'not-as-backed-up', what: '序列' })
}
