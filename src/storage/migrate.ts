import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { z } from 'zod'

// The build copies *.sql beside the emitted JavaScript, so the folder is next to this file in src/ and in dist/.
const folder = new URL('./migrations/', import.meta.url)
/** Any constant: two programs that start at once migrate one after the other. */
const lockKey = 4_680_001

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string }

export class MigrationRefused extends Error {}

/** The SQL files in the order of their numbers. */
export function listMigrations(): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
  return names.map((name) => {
    const sql = readFileSync(new URL(name, folder), 'utf8')
    return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
  })
}

/**
 * Brings the database to this program's tables, as their owner: every file not yet applied, all in one transaction.
 * Throws MigrationRefused when the database was made by a newer program or an applied file has changed since.
 */
export async function migrate(ownerUrl: string, migrations = listMigrations()): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // the query under way fails with it
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [lockKey])
    await applyMissing(client, migrations)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/** The same within a transaction of the caller's; a restore brings its rows along. */
export async function applyMissing(client: pg.ClientBase, migrations: readonly Migration[]): Promise<void> {
  await client.query(
    `create table if not exists migration (
       name text primary key, sha256 text not null, applied_at timestamptz not null default now()
     )`,
  )
  const applied = z
    .array(z.object({ name: z.string(), sha256: z.string() }))
    .parse((await client.query('select name, sha256 from migration')).rows)
  for (const { name, sha256 } of applied) {
    const known = migrations.find((migration) => migration.name === name)
    if (known === undefined)
      throw new MigrationRefused(`这个数据库由更新版本的公道建立（${name}），请用新版本启动。`)
    if (known.sha256 !== sha256)
      throw new MigrationRefused(`建表文件 ${name} 与数据库里已执行的不同，程序文件可能被改动，请重新安装。`)
  }
  for (const { name, sql, sha256 } of migrations) {
    if (applied.some((migration) => migration.name === name)) continue
    await client.query(sql)
    await client.query('insert into migration (name, sha256) values ($1, $2)', [name, sha256])
  }
}
