import pg from 'pg'
import { z } from 'zod'

/** A table as the database itself describes it: whoever adds one need not tell the backup. */
export type CataloguedTable = {
  readonly name: string
  /** Those that are stored; generated ones follow from them. */
  readonly columns: readonly string[]
  /** SQL that puts the rows into one order on every PostgreSQL. */
  readonly order: string
  /** Even its owner sees one town at a time. */
  readonly isWalled: boolean
  /** Other tables its rows name. */
  readonly references: readonly string[]
}

const rowSchema = z.object({
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), collated: z.boolean(), key: z.int().nullable() })),
  walled: z.boolean(),
  references: z.array(z.string()),
})

/** Made by the migrations themselves. */
const ownTable = 'migration'

/** Every table of the product, each after those it refers to. */
export async function listTables(client: pg.ClientBase): Promise<readonly CataloguedTable[]> {
  const { rows } = await client.query(
    `select relname as name, relforcerowsecurity as walled,
            (select json_agg(json_build_object(
                      'name', attname, 'collated', attcollation <> 0,
                      'key', array_position(indkey::int2[], attnum)) order by attnum)
               from pg_attribute left join pg_index on indrelid = attrelid and indisprimary
              where attrelid = pg_class.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
            coalesce((select json_agg(distinct named.relname)
               from pg_constraint join pg_class named on named.oid = confrelid
              where contype = 'f' and conrelid = pg_class.oid and confrelid <> conrelid), '[]') as references
       from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
        and relname <> '${ownTable}'
      order by relname`,
  )
  const tables = z
    .array(rowSchema)
    .parse(rows)
    .map(({ name, columns, walled, references }) => ({
      name,
      columns: columns.map((column) => column.name),
      order: orderOf(columns),
      isWalled: walled,
      references,
    }))
  return referredFirst(tables)
}

function orderOf(columns: z.infer<typeof rowSchema>['columns']): string {
  const keys = columns.filter(({ key }) => key !== null)
  const ordering = keys.length === 0 ? columns : keys.toSorted((left, right) => (left.key ?? 0) - (right.key ?? 0))
  // Every PostgreSQL has this collation; the database's own differs from one to the next.
  return ordering.map(({ name, collated }) => quoted(name) + (collated ? ' collate "C"' : '')).join(', ')
}

function referredFirst(tables: readonly CataloguedTable[]): readonly CataloguedTable[] {
  const placed: CataloguedTable[] = []
  let waiting = tables
  while (waiting.length > 0) {
    const ready = waiting.filter(({ references }) =>
      references.every((name) => !waiting.some((other) => other.name === name)),
    )
    // Two that refer to each other: the database will say so when they are filled.
    const next = ready.length > 0 ? ready : waiting
    placed.push(...next)
    waiting = waiting.filter((table) => !next.includes(table))
  }
  return placed
}

const sequenceSchema = z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() }))

/** Where each sequence stands. */
export async function listSequences(client: pg.ClientBase): Promise<z.infer<typeof sequenceSchema>> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`,
  )
  const states: unknown[] = []
  for (const { name } of rows) {
    const state = await client.query(
      `select $1 as name, last_value::text as value, is_called as "isCalled" from ${quoted(name)}`,
      [name],
    )
    states.push(...state.rows)
  }
  return sequenceSchema.parse(states)
}

export async function listTowns(client: pg.ClientBase) {
  const { rows } = await client.query('select id, name, is_sample as "isSample" from tenant order by id')
  return z.array(z.object({ id: z.uuid(), name: z.string(), isSample: z.boolean() })).parse(rows)
}

/** Walled tables show and take the rows of this town until the end of the transaction or the next call. */
export async function enterTown(client: pg.ClientBase, tenantId: string): Promise<void> {
  await client.query(`set local app.tenant_id = '${z.uuid().parse(tenantId)}'`)
}

export function quoted(name: string): string {
  return pg.escapeIdentifier(name)
}

/** What was handed in, by the rows that speak of it: of proceedings, of entries and of lines of registers. */
export async function listAttachments(client: pg.ClientBase, tenantId: string) {
  await enterTown(client, tenantId)
  const found: unknown[] = []
  // A database of before the files, or of before the registers, has not both tables.
  for (const table of ['attachment', 'evidence'] as const) {
    const there = await client.query(`select to_regclass('public.${table}') is not null as found`)
    if (there.rows[0]?.found !== true) continue
    const { rows } = await client.query(
      `select file_name as name, sha256 from ${table} where tenant_id = $1 order by at, id`,
      [tenantId],
    )
    found.push(...rows)
  }
  return z.array(z.object({ name: z.string(), sha256: z.string() })).parse(found)
}
