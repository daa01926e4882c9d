import type { RegisterId } from '../domain/registers/register.ts'
import type { RegisterRecord } from '../domain/registers/register-record.ts'
import { covers, reachOf, type Subject } from './permit.ts'
import type { Action } from './policy-table.ts'

/** Of each register, the action that shows a line, and those that write one and may add to it. */
const registerActions: Readonly<Record<RegisterId, { readonly read: Action; readonly write: readonly Action[] }>> =
  {
    attendance: { read: 'attendance.read', write: ['attendance.keep'] },
    leave: { read: 'leave.read', write: ['leave.keep', 'leave.request'] },
    whereabouts: { read: 'whereabouts.read', write: ['whereabouts.check', 'whereabouts.show'] },
    duty: { read: 'duty.read', write: ['duty.keep', 'duty.serve'] },
    gathering: { read: 'gathering.read', write: ['gathering.keep', 'gathering.sign'] },
    study: { read: 'study.read', write: ['study.keep', 'study.file'] },
    task: { read: 'task.read', write: ['task.judge', 'task.assign', 'task.hand-in'] },
    'superior-result': { read: 'superior-result.read', write: ['superior-result.keep'] },
    complaint: { read: 'complaint.read', write: ['complaint.keep'] },
  }

type Line = Pick<RegisterRecord, 'register' | 'staffNumber' | 'office'>

export function maySeeRecord(subject: Subject, line: Line): boolean {
  return reachesLine(subject, registerActions[line.register].read, line)
}

export function mayAddToRecord(subject: Subject, line: Line): boolean {
  return registerActions[line.register].write.some((action) => reachesLine(subject, action, line))
}

/** A line of nobody's is the whole town's, unless an office's. */
function reachesLine(subject: Subject, action: Action, { staffNumber, office }: Line): boolean {
  const reach = reachOf(subject, action)
  if (reach === null) return false
  return covers(reach, { staffNumber: staffNumber ?? '', offices: office === null ? [] : [office] })
}
