import { randomUUID } from 'node:crypto'
import { accept } from '../../src/domain/primitives/result.ts'
import { registerDefinitions } from '../../src/domain/registers/register-definitions.ts'
import { exampleRecord } from '../builders/example-record.ts'
import type { RunningServer } from './running-server.ts'

/** A line about the person in each register; its id by the register's. */
export async function fillRecords(
  { app: { services } }: RunningServer,
  tenantId: string,
  about: { readonly staffNumber: string; readonly office: string },
): Promise<Readonly<Record<string, string>>> {
  const records = registerDefinitions.map((register) =>
    exampleRecord(register, { ...about, day: '2025-05-05' }, randomUUID(), services.now()),
  )
  await services.inTown(tenantId, 'write', async (stores) => accept(await stores.records.add(records)))
  return Object.fromEntries(records.map(({ register, id }) => [register, id]))
}
