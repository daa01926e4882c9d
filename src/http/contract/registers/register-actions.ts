import type { RegisterId } from '../../../domain/registers/register.ts'
import type { Action } from '../../../policies/policy-table.ts'

/** Of each register: what it takes to see its lines, and to put lines in by hand or by a sheet. */
export const registerActions: Readonly<Record<RegisterId, { readonly read: Action; readonly keep: Action }>> = {
  attendance: { read: 'attendance.read', keep: 'attendance.keep' },
  leave: { read: 'leave.read', keep: 'leave.keep' },
  whereabouts: { read: 'whereabouts.check', keep: 'whereabouts.check' },
  duty: { read: 'duty.read', keep: 'duty.keep' },
  gathering: { read: 'gathering.read', keep: 'gathering.keep' },
  study: { read: 'study.read', keep: 'study.keep' },
  task: { read: 'task.read', keep: 'task.assign' },
  'superior-result': { read: 'superior-result.read', keep: 'superior-result.keep' },
  complaint: { read: 'complaint.read', keep: 'complaint.keep' },
}
