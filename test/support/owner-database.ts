import pg from 'pg'
import type { TownApp } from './town-app.ts'

/** Asks the tests' database as its owner, for what neither role of the product may read. */
export async function ownerDatabase<Value>(
  { database }: Pick<TownApp, 'database'>,
  ask: (owner: pg.Client) => Promise<Value>,
): Promise<Value> {
  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  try {
    return await ask(owner)
  } finally {
    await owner.end()
  }
}
