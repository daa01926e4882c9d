import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { enterTown, quoted, type CataloguedTable } from './catalogue.ts'

export type CopiedTable = { readonly rows: number; readonly bytes: number; readonly sha256: string }

/** So that the same rows are the same bytes on every server, however long it takes. */
export async function settleTextForms(client: pg.ClientBase): Promise<void> {
  await client.query(
    `set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
     set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8';
     set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
  )
}

/**
 * The rows of a table in PostgreSQL's text form, in the order of its key: town after town where a wall stands around
 * each, which is the same order, since the town comes first in every such key.
 */
export async function copyOut(
  client: pg.ClientBase,
  table: CataloguedTable,
  towns: readonly string[],
  write: (chunk: Uint8Array) => Promise<unknown> = async () => {},
): Promise<CopiedTable> {
  const sql = `copy (select ${columnList(table)} from ${quoted(table.name)} order by ${table.order}) to stdout`
  const hash = createHash('sha256')
  let [rows, bytes] = [0, 0]
  const copyOnce = async (): Promise<void> => {
    const source = client.query(copyTo(sql))
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
      await write(chunk)
    }
    rows += source.rowCount
  }
  if (!table.isWalled) await copyOnce()
  else
    for (const town of towns) {
      await enterTown(client, town)
      await copyOnce()
    }
  return { rows, bytes, sha256: hash.digest('hex') }
}

/** Fills a table from what `copyOut` wrote; its wall must be down. */
export async function copyIn(
  client: pg.ClientBase,
  table: Pick<CataloguedTable, 'name' | 'columns'>,
  file: string,
): Promise<void> {
  const sql = `copy ${quoted(table.name)} (${columnList(table)}) from stdin`
  await pipeline(createReadStream(file), client.query(copyFrom(sql)))
}

function columnList({ columns }: Pick<CataloguedTable, 'columns'>): string {
  return columns.map(quoted).join(', ')
}
