import { toComplaint } from '../domain/registers/complaint/complaint-record.ts'
import type { RegisterId } from '../domain/registers/register.ts'
import type { RegisterRecord } from '../domain/registers/register-record.ts'
import { findRegister } from '../domain/registers/register-definitions.ts'
import { isAboutOneself } from './complaint-bars.ts'
import { reachOf, type Subject } from './permit.ts'
import type { Action } from './policy-table.ts'
import { recordCovered, type officesByRoster } from './record-reach.ts'

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

/** The offices somebody stood in on the days of a line (record-reach.ts). */
type OfficesOf = ReturnType<typeof officesByRoster>

export function maySeeRecord(subject: Subject, line: RegisterRecord, officesOf: OfficesOf): boolean {
  return reachesLine(subject, registerActions[line.register].read, line, officesOf)
}

export function mayAddToRecord(subject: Subject, line: RegisterRecord, officesOf: OfficesOf): boolean {
  return registerActions[line.register].write.some((action) => reachesLine(subject, action, line, officesOf))
}

/** As the register's own list shows it. */
function reachesLine(subject: Subject, action: Action, line: RegisterRecord, officesOf: OfficesOf): boolean {
  const reach = reachOf(subject, action)
  if (line.register === 'complaint' && isAboutOneself(toComplaint(line), subject)) return false
  // Complaints have no definition: they are about whom they are about.
  const register = findRegister(line.register) ?? {}
  return reach !== null && recordCovered(reach, register, line, officesOf)
}
