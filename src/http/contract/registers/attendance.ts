import { z } from 'zod'
import {
  attendanceRulesSchema,
  type AttendanceRules,
  type MinutesOfText,
} from '../../../domain/registers/attendance/attendance-rules.ts'
import { attendanceDefinition } from '../../../domain/registers/attendance/attendance-record.ts'
import { importWays } from '../../../domain/registers/attendance/plan-import.ts'
import { punchMappingSchema, type PunchMapping } from '../../../domain/registers/attendance/punch-mapping.ts'
import type { UnsettledPerson } from '../../../domain/registers/attendance/read-punches.ts'
import type { RulesEffect } from '../../../domain/registers/attendance/observe-attendance.ts'
import type { AttendanceMonth, MonthCell, MonthRow } from '../../../queries/registers/attendance-month.ts'
import type { AttendanceTally } from '../../../queries/registers/attendance-tally.ts'
import { dayField } from '../day-field.ts'
import { answer, endpoint } from '../endpoint.ts'
import { importMode, sheetFormat, type SheetProblem } from '../people.ts'
import { addRecord, changeRecord, listRecords, withdrawRecord } from './record-endpoints.ts'

export type { AttendanceMonth, AttendanceTally, MonthCell, MonthRow, RulesEffect, UnsettledPerson }

/** How a clock's file looks, and how it seems to be read. */
export type ClockColumns = {
  readonly fileName: string
  readonly rowCount: number
  /** The first rows as they are, each with its own number in the sheet. */
  readonly firstRows: readonly { readonly row: number; readonly cells: readonly string[] }[]
  readonly mapping: PunchMapping
  /** Chosen before for such a file, and not guessed. */
  readonly isRemembered: boolean
}

export type ClockReport = {
  readonly fileName: string
  /** First and last day of the file; null: nothing could be read. */
  readonly first: string | null
  readonly last: string | null
  readonly people: number
  /** Lines of a person's day. */
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Rows of people whom the office has said are nobody of the town's. */
  readonly leftOut: number
  readonly problems: readonly SheetProblem[]
  readonly problemCount: number
  readonly unsettled: readonly UnsettledPerson[]
  /** On the roster and not in the file. */
  readonly absent: readonly { readonly staffNumber: string; readonly name: string; readonly office: string }[]
  readonly stored: boolean
  readonly summary: string
}

export type AttendanceRulesView = {
  readonly rules: AttendanceRules
  /** Nothing was set yet: all of it is suggested but for what the text says. */
  readonly isSet: boolean
  readonly lateOfText: MinutesOfText | null
  readonly earlyOfText: MinutesOfText | null
  readonly suggested: AttendanceRules
}

/** The settings as a form sends them: times and days as typed. */
export type AttendanceRulesForm = z.input<typeof attendanceRulesSchema>

/** Fields beside a file are text; what is more than a word comes as JSON. */
function jsonField<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .max(400_000)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text)
      } catch {
        context.addIssue({ code: 'custom', message: '不是 JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)
}

const settledField = z
  .array(z.object({ key: z.string().max(400), staffNumber: z.string().min(1).max(32).nullable() }))
  .max(2_000)
const flagField = z.enum(['yes', 'no']).default('no')
const month = z.string().regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/, '请写成 2026-03')
const monthQuery = z.object({ month, office: z.string().max(60).optional() })

export const attendanceEndpoints = {
  listAttendance: listRecords(attendanceDefinition, 'attendance.read'),
  addAttendance: addRecord(attendanceDefinition, 'attendance.keep'),
  changeAttendance: changeRecord(attendanceDefinition, 'attendance.keep'),
  withdrawAttendance: withdrawRecord(attendanceDefinition, 'attendance.keep'),
  readAttendanceMonth: endpoint({
    method: 'GET',
    path: '/api/attendance/month',
    access: { action: 'attendance.read' },
    query: monthQuery,
    answer: answer<AttendanceMonth>(),
  }),
  downloadAttendanceMonth: endpoint({
    method: 'GET',
    path: '/api/exports/attendance-month',
    access: { action: 'attendance.read' },
    query: monthQuery.extend(sheetFormat.shape),
    answers: 'file',
    answer: answer<Blob>(),
  }),
  /** 本季已迟到7次，满10次后起扣. */
  readAttendanceTally: endpoint({
    method: 'GET',
    path: '/api/attendance/tally',
    access: { action: 'attendance.read' },
    query: z.object({ on: dayField().optional() }),
    answer: answer<{ readonly on: string; readonly tallies: readonly AttendanceTally[] }>(),
  }),
  readAttendanceRules: endpoint({
    method: 'GET',
    path: '/api/attendance/rules',
    access: { action: 'attendance.read' },
    answer: answer<AttendanceRulesView>(),
  }),
  /** What the quarter's clock shows, by the rules as they are and as they would be. */
  previewAttendanceRules: endpoint({
    method: 'POST',
    path: '/api/attendance/rules/preview',
    readsOnly: true,
    access: { action: 'register.configure' },
    body: attendanceRulesSchema,
    answer: answer<{
      readonly first: string
      readonly last: string
      readonly before: RulesEffect
      readonly after: RulesEffect
    }>(),
  }),
  changeAttendanceRules: endpoint({
    method: 'PUT',
    path: '/api/attendance/rules',
    access: { action: 'register.configure' },
    idempotent: true,
    body: attendanceRulesSchema,
    answer: answer<AttendanceRulesView>(),
  }),
  /** Which columns a clock's file has. */
  readClockColumns: endpoint({
    method: 'POST',
    path: '/api/imports/attendance/columns',
    readsOnly: true,
    access: { action: 'attendance.keep' },
    upload: true,
    body: z.object({}),
    answer: answer<ClockColumns>(),
  }),
  importAttendance: endpoint({
    method: 'POST',
    path: '/api/imports/attendance',
    access: { action: 'attendance.keep' },
    upload: true,
    idempotent: true,
    body: importMode.extend({
      mapping: jsonField(punchMappingSchema),
      people: jsonField(settledField).default([]),
      way: z.enum(importWays).default('merge'),
      /** Who is not in the file is noted as without a punch. */
      withAbsent: flagField,
      leaveOut: flagField,
    }),
    answer: answer<ClockReport>(),
  }),
}
