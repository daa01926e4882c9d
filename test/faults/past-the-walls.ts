import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { drizzle } from 'drizzle-orm/node-postgres'
import { expect } from 'vitest'
import { compareLog } from '../../src/storage/compare-log.ts'
import { readPostmaster } from '../../src/storage/embedded/postmaster.ts'
import { adminRole } from '../../src/storage/embedded/cluster.ts'
import { databaseName } from '../../src/storage/embedded/roles.ts'
import { chooseStorageHome, openCredentials } from '../../src/storage/embedded/storage-home.ts'
import * as schema from '../../src/storage/schema.ts'
import { verifySignature } from '../../src/storage/signatures.ts'

/** The running database of a data folder as its superuser: what lies on the disk, past every wall and the product. */
export async function pastTheWalls<Value>(
  dataFolder: string,
  work: (client: pg.Client) => Promise<Value>,
): Promise<Value> {
  const home = chooseStorageHome({ GONGDAO_DATA: dataFolder })
  const { admin } = openCredentials(home)
  const port = readPostmaster(home.clusterFolder)?.port ?? 0
  const connectionString = `postgres://${adminRole}:${admin}@127.0.0.1:${String(port)}/${databaseName}`
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Positions without gaps, a leaf for each row, nothing under one key twice, and no document in parts. */
export async function expectWhole(client: pg.Client): Promise<void> {
  const faults = await client.query(`
    select 'gap in the ledger' as fault from ledger_row group by tenant_id having max(position) <> count(*)
    union all select 'gap in the log' from log_leaf group by tenant_id having max(leaf_index) + 1 <> count(*)
    union all select 'row without leaf' from ledger_row where not exists (
      select from log_leaf where log_leaf.tenant_id = ledger_row.tenant_id and kind = 'ledger-row' and subject = id::text)
    union all select 'one finding twice' from ledger_row
      where kind = 'recording' and body ->> 'note' like 'key %' group by tenant_id, body ->> 'note' having count(*) > 1
    union all select 'bulletin without leaf' from bulletin where not exists (
      select from log_leaf where log_leaf.tenant_id = bulletin.tenant_id and kind = 'publication' and subject = id::text)
    union all select 'leaf without bulletin' from log_leaf where kind = 'publication' and not exists (
      select from bulletin where bulletin.tenant_id = log_leaf.tenant_id and id::text = subject)
    union all select 'final without leaf' from bulletin where state = 'final' and notice_from is not null and not exists (
      select from log_leaf where log_leaf.tenant_id = bulletin.tenant_id and kind = 'finalisation' and subject = id::text)
    union all select 'gap in the numbers' from bulletin group by tenant_id, kind, year having max(number) <> count(*)
    union all select 'month without bulletin' from period_close where not exists (
      select from bulletin where bulletin.tenant_id = period_close.tenant_id and id = bulletin_id)
    union all select 'month without leaf' from period_close where not exists (
      select from log_leaf where log_leaf.tenant_id = period_close.tenant_id and kind = 'close' and subject = month)
    union all select 'draft left beside its bulletin' from bulletin_draft join bulletin using (tenant_id, id)`)
  expect(faults.rows).toEqual([])
}

/** Every town's log, every leaf reckoned anew. */
export async function expectLogsHold(client: pg.Client, dataFolder: string): Promise<number> {
  const { keys } = JSON.parse(readFileSync(join(dataFolder, 'signing-key.json'), 'utf8'))
  const signer = { keys: keys.map((pair: { public: object }) => pair.public), verify: verifySignature }
  const { rows } = await client.query<{ id: string }>('select distinct tenant_id as id from log_leaf')
  let leaves = 0
  for (const { id } of rows) {
    const { head, problems } = await compareLog({ tenantId: id, db: drizzle(client, { schema }) }, signer)
    expect(problems).toEqual([])
    leaves += head.size
  }
  return leaves
}
