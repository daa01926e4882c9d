import type { RegisterRecordStore } from '../../commands/register-record-store.ts'
import { toStudy } from '../../domain/registers/study/study-record.ts'
import { toTask } from '../../domain/registers/task/task-record.ts'
import type { DueDay, Matter } from '../../policies/due/matter.ts'
import { studyMatters, taskMatters } from '../../policies/due/study-task-matters.ts'

/** Notes that wait to be checked; tasks to hand in and to judge. */
export async function readStudyTaskMatters(
  { records }: { readonly records: Pick<RegisterRecordStore, 'list'> },
  day: DueDay,
): Promise<readonly Matter[]> {
  const notes = await records.list({ register: 'study', states: ['handed-in'] })
  const tasks = await records.list({ register: 'task', states: ['open', 'handed-in'] })
  return [...studyMatters(notes.map(toStudy), day), ...taskMatters(tasks.map(toTask), day)]
}
