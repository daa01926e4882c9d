import type { RecordRefusal } from '../../../commands/registers/record-refusal.ts'
import { accept, refuse, type Result } from '../../../domain/primitives/result.ts'
import { gatheringBodySchema, type GatheringRecord } from '../../../domain/registers/gathering/gathering-record.ts'
import { withdrawnState } from '../../../domain/registers/register-record.ts'
import type { TownStores } from '../../town-stores.ts'

/** A gathering that still stands. */
export async function findGathering(
  { records }: Pick<TownStores, 'records'>,
  id: string,
): Promise<Result<GatheringRecord, RecordRefusal>> {
  const found = await records.find(id)
  if (found === null || found.register !== 'gathering') return refuse({ code: 'record-unknown' })
  if (found.state === withdrawnState) return refuse({ code: 'record-withdrawn-already' })
  return accept({ ...found, body: gatheringBodySchema.parse(found.body) })
}
