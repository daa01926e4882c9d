import type { SignedInTown } from './town-app.ts'

/** A town's audit as the database keeps it, in the order of time. */
// oxlint-disable-next-line typescript/no-explicit-any -- rows as the database answers them
export async function auditRows({ pool, tenantId }: Pick<SignedInTown, 'pool' | 'tenantId'>): Promise<any[]> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`set local app.tenant_id = '${tenantId}'`)
    const { rows } = await client.query('select * from audit_row order by at, xmin::text::bigint')
    return rows
  } finally {
    await client.query('rollback')
    client.release()
  }
}
