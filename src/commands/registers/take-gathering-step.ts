import { accept, type Result } from '../../domain/primitives/result.ts'
import { calledTo } from '../../domain/registers/gathering/attendance-at.ts'
import { gatheringBodySchema, gatheringDefinition } from '../../domain/registers/gathering/gathering-record.ts'
import {
  takeGatheringStep as stepOf,
  type GatheringRefusal,
  type GatheringStep,
} from '../../domain/registers/gathering/gathering-steps.ts'
import { anyRegister } from '../../domain/registers/register-definition.ts'
import type { RegisterRecord } from '../../domain/registers/register-record.ts'
import type { ProposingStores } from './propose-entries.ts'
import type { RecordRefusal } from './record-refusal.ts'
import type { RecordAct } from './record-walls.ts'
import { takeRecordStep } from './take-record-step.ts'

const register = anyRegister(gatheringDefinition)

/**
 * One step of a gathering. It is reached by whoever is called; what else may be done to it the action says. Steps come
 * from many hands at once and each stands for itself, so each is taken from the gathering as it is now.
 */
export async function takeGatheringStep(
  stores: ProposingStores,
  act: RecordAct,
  {
    recordId,
    reason,
    step,
  }: { readonly recordId: string; readonly reason: string | null; readonly step: GatheringStep },
): Promise<Result<RegisterRecord, RecordRefusal | GatheringRefusal>> {
  const now = await stores.records.find(recordId)
  const roster = await stores.roster.assignments()
  const reach = { kind: 'everyone' } as const
  return takeRecordStep<GatheringRefusal>(stores, { ...act, reach }, register, {
    recordId,
    revision: now?.revision ?? 1,
    step: step.step,
    reason,
    transition: (record) => {
      const gathering = { ...record, body: gatheringBodySchema.parse(record.body) }
      const called = calledTo(gathering, roster).map(({ staffNumber }) => staffNumber)
      const made = stepOf(gathering, step, called)
      if (!made.ok) return made
      return accept({ state: made.value.state, body: made.value.body })
    },
  })
}
