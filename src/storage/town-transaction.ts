import { sql } from 'drizzle-orm'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import type { Result } from '../domain/primitives/result.ts'
import { assert } from '../domain/primitives/result.ts'
import { isBrokenOff, OutcomeUnknown } from './outage.ts'
import * as schema from './schema.ts'

export type Db = NodePgDatabase<typeof schema>

/**
 * read: one consistent snapshot. write: alone in the town until the end of the transaction. note: only adds a line that
 * depends on nothing, and waits for nobody.
 */
export type TransactionMode = 'read' | 'write' | 'note'

/** A connection inside a transaction of one town. Stores take this, so nothing can be asked outside a town. */
export type Town = { readonly tenantId: string; readonly db: Db }

/**
 * Runs work in one transaction of one town: kept when it answers ok, undone when it refuses or throws.
 * Writers of a town queue on one advisory lock, so that ledger positions have no gaps, two tabs see each
 * other's entries, and a repeated idempotency key finds the first answer.
 */
export async function withTown<Value, Refusal>(
  pool: pg.Pool,
  tenantId: string,
  mode: TransactionMode,
  work: (town: Town) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  // SET takes no parameters, and only a real SET LOCAL reaches Citus workers (not set_config): hence the check.
  assert(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(tenantId), 'a tenant id is a lower-case UUID')
  return inTransaction(pool, mode === 'read' ? 'isolation level repeatable read read only' : '', async (db) => {
    await db.execute(sql.raw(`set local app.tenant_id = '${tenantId}'`))
    if (mode === 'write') await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${tenantId}, 4680))`)
    return work({ tenantId, db })
  })
}

/** One transaction on the tables that all towns share; the same keeping and undoing. */
export async function inTransaction<Value, Refusal>(
  pool: pg.Pool,
  characteristics: string,
  work: (db: Db) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> {
  const client = await pool.connect()
  let broken: Error | undefined
  // The query under way fails with the connection, and says so; told a second time, unheard, it would end the process.
  client.on('error', hearNothing)
  try {
    await client.query(`begin ${characteristics}`)
    const outcome = await work(drizzle(client, { schema }))
    const ended = outcome.ok ? await commit(client) : await client.query('rollback')
    // PostgreSQL answers a commit of a failed transaction with ROLLBACK and no error.
    assert(!outcome.ok || ended.command === 'COMMIT', 'what was answered ok has been committed')
    return outcome
  } catch (error) {
    broken = await rollBack(client)
    throw withoutParameters(error)
  } finally {
    client.off('error', hearNothing)
    client.release(broken)
  }
}

function hearNothing(): void {}

/** A connection that ends here leaves open whether the work is kept; any other error says that it is not. */
async function commit(client: pg.PoolClient): Promise<pg.QueryResult> {
  try {
    return await client.query('commit')
  } catch (error) {
    throw isBrokenOff(error) ? new OutcomeUnknown(error) : error
  }
}

/** Answers the error when the connection is of no further use. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** A failed query carries its parameters: names, texts and password hashes, which belong in no log. */
function withoutParameters(error: unknown): unknown {
  return error instanceof DrizzleQueryError
    ? new Error(`query failed: ${error.query}`, { cause: error.cause })
    : error
}
