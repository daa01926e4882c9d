import { z } from 'zod'
import { attendanceDefinition } from '../../../domain/registers/attendance/attendance-record.ts'
import { attendanceRulesSchema } from '../../../domain/registers/attendance/attendance-rules.ts'
import { dayMarks } from '../../../domain/registers/attendance/day-mark.ts'
import { punchMappingSchema } from '../../../domain/registers/attendance/punch-mapping.ts'
import { calendarWindowSchema } from '../../../domain/scheme/scheme.ts'
import type { attendanceEndpoints } from '../../contract/registers/attendance.ts'
import { answersOf, component, file, json } from '../answers-of.ts'
import { count, day, quantity, words } from '../fields.ts'
import { recordAnswers } from './record-answers.ts'

const { list, add, change, withdraw } = recordAnswers(attendanceDefinition)

const person = z.object({ staffNumber: words, name: words, office: words })

const month = component(
  'AttendanceMonth',
  z.object({
    month: words,
    days: z.array(z.object({ day, isWorkingDay: z.boolean(), holiday: words.nullable() })),
    rows: z.array(
      person.extend({
        cells: z.array(z.object({ mark: z.enum(dayMarks), words, times: words, recordId: z.uuid().nullable() })),
        counts: z.object({ late: count, early: count, absent: count }),
      }),
    ),
    offices: z.array(words),
  }),
)

const tally = person.extend({
  kind: z.enum(['late', 'early-leave']),
  window: calendarWindowSchema,
  grace: quantity,
  used: quantity,
  waiting: quantity,
  beyond: quantity,
  words,
})

const minutesOfText = z.object({ minutes: count, quote: words }).nullable()
const rules = component(
  'AttendanceRulesView',
  z.object({
    rules: attendanceRulesSchema,
    isSet: z.boolean(),
    lateOfText: minutesOfText,
    earlyOfText: minutesOfText,
    suggested: attendanceRulesSchema,
  }),
)
const effect = z.object({ late: quantity, early: quantity, absent: quantity })

const columns = z.object({
  fileName: words,
  rowCount: count,
  firstRows: z.array(z.object({ row: count, cells: z.array(words) })),
  mapping: punchMappingSchema,
  isRemembered: z.boolean(),
})

const report = component(
  'ClockReport',
  z.object({
    fileName: words,
    first: day.nullable(),
    last: day.nullable(),
    people: count,
    added: count,
    changed: count,
    unchanged: count,
    leftOut: count,
    problems: z.array(z.object({ row: count, column: words.nullable(), code: words, message: words })),
    problemCount: count,
    unsettled: z.array(
      z.object({
        key: words,
        words,
        problem: z.enum(['unknown', 'ambiguous', 'disagree', 'missing']),
        rows: count,
        firstRow: count,
        candidates: z.array(person),
      }),
    ),
    absent: z.array(person),
    stored: z.boolean(),
    summary: words,
  }),
)

export const attendanceAnswers = answersOf<typeof attendanceEndpoints>()({
  listAttendance: list,
  addAttendance: add,
  changeAttendance: change,
  withdrawAttendance: withdraw,
  readAttendanceMonth: json(month),
  downloadAttendanceMonth: file(),
  readAttendanceTally: json(z.object({ on: day, tallies: z.array(tally) })),
  readAttendanceRules: json(rules),
  previewAttendanceRules: json(z.object({ first: day, last: day, before: effect, after: effect })),
  changeAttendanceRules: json(rules),
  readClockColumns: json(columns, [422]),
  importAttendance: json(report, [422]),
})
