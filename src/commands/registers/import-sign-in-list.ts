import type { Table, TableProblem } from '../../domain/primitives/table.ts'
import { accept, type Result } from '../../domain/primitives/result.ts'
import type { Attendance } from '../../domain/registers/gathering/attendance-at.ts'
import type { GatheringRefusal, GatheringStep } from '../../domain/registers/gathering/gathering-steps.ts'
import { readSignInList, type SignInList } from '../../domain/registers/gathering/read-sign-in-list.ts'
import type { ProposingStores } from './propose-entries.ts'
import type { RecordRefusal } from './record-refusal.ts'
import type { RecordAct } from './record-walls.ts'
import { takeGatheringStep } from './take-gathering-step.ts'

/** What a list would note, or noted; refused with its faults by row and column. */
export type SignInImport = Result<SignInList, readonly TableProblem[]>

/**
 * Notes who came and who is excused by a list, all of it or nothing: without a fault, and `commit`. The same list again
 * changes nothing and takes no step.
 */
export async function importSignInList(
  stores: ProposingStores,
  act: RecordAct,
  roll: { readonly recordId: string; readonly attendance: readonly Attendance[] },
  sheet: { readonly table: Table; readonly mode: 'check' | 'commit' },
): Promise<Result<SignInImport, RecordRefusal | GatheringRefusal>> {
  const list = readSignInList(sheet.table, roll.attendance, await stores.roster.people())
  if (!list.ok || sheet.mode === 'check') return accept(list)
  const { came, excused } = list.value
  const steps: GatheringStep[] = [
    ...(came.length === 0 ? [] : [{ step: 'ticked' as const, staffNumbers: came, isPresent: true, at: act.at }]),
    ...excused.map((one) => ({ step: 'excused' as const, ...one })),
  ]
  for (const step of steps) {
    const taken = await takeGatheringStep(stores, act, { recordId: roll.recordId, reason: '导入签到表', step })
    if (!taken.ok) return taken
  }
  return accept(list)
}
