import { responsibleFor, type TaskRecord } from '../domain/registers/task/task-record.ts'
import { reachOf, type Subject } from './permit.ts'

/** The office and the principal judge any task, whoever assigned one that very one; nobody his own. */
export function mayJudgeTask(subject: Subject, record: TaskRecord): boolean {
  const isOwn = subject.staffNumber !== null && responsibleFor(record).includes(subject.staffNumber)
  if (isOwn) return false
  return (
    reachOf(subject, 'task.judge') !== null ||
    (record.by === subject.by && reachOf(subject, 'task.assign') !== null)
  )
}
