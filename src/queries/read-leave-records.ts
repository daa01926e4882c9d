import { leaveBodySchema, type LeaveRecord } from '../domain/registers/leave/leave-record.ts'
import type { RegisterRecord } from '../domain/registers/register-record.ts'
import {
  whereaboutsBodySchema,
  type WhereaboutsRecord,
} from '../domain/registers/whereabouts/whereabouts-record.ts'

/** Parses what the store kept: throws on a body that is not a leave's. */
export function leaveRecords(records: readonly RegisterRecord[]): readonly LeaveRecord[] {
  return records.map((record) => ({ ...record, body: leaveBodySchema.parse(record.body) }))
}

/** The same of the board. */
export function whereaboutsRecords(records: readonly RegisterRecord[]): readonly WhereaboutsRecord[] {
  return records.map((record) => ({ ...record, body: whereaboutsBodySchema.parse(record.body) }))
}
