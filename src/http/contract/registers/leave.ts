import { z } from 'zod'
import { localDate, type LocalDate } from '../../../domain/primitives/local-date.ts'
import type { Post } from '../../../domain/scheme/scheme.ts'
import { leaveBodySchema, leaveDefinition } from '../../../domain/registers/leave/leave-record.ts'
import type { BalanceView, LeaveAway, LeaveView } from '../../../queries/registers/leave-view.ts'
import { dayField } from '../day-field.ts'
import { answer, endpoint } from '../endpoint.ts'
import { importMode, sheetFormat, type ImportReport } from '../people.ts'
import { yearField } from '../year-field.ts'
import {
  addRecord,
  changeRecord,
  listRecords,
  recordStep,
  recordStepFields,
  withdrawRecord,
} from './record-endpoints.ts'

export type { BalanceView, LeaveAway, LeaveView }

/** What asking would do: days that count, who decides, the balance before and after, who else of the office is away. */
export type LeavePreview = {
  /** In hundredths. */
  readonly days: number
  readonly spanWords: string
  readonly wayWords: string
  readonly isAfterwards: boolean
  /** For kinds that touch the seniority balance, of the year it begins in. */
  readonly balance: { readonly before: BalanceView; readonly after: BalanceView } | null
  readonly away: readonly LeaveAway[]
}

export type OwnLeave = {
  readonly year: number
  readonly balance: BalanceView
  /** The latest first. */
  readonly leave: readonly LeaveView[]
}

export type PersonBalance = BalanceView & {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  /** Written down for this person, and not the town's usual. */
  readonly isOwn: boolean
}

export type LeaveCalendarPerson = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly leave: readonly LeaveView[]
}

export type LeaveCalendar = {
  readonly month: string
  readonly days: readonly { readonly day: string; readonly isWorking: boolean }[]
  readonly people: readonly LeaveCalendarPerson[]
}

export type LeaveSettingsView = {
  /** Days in hundredths. */
  readonly shortLeave: number
  readonly usualBalance: number | null
  readonly standIns: readonly {
    readonly absent: string
    readonly standIn: string
    readonly from: string
    readonly to: string
  }[]
  /** Who may stand in, and be stood in for. */
  readonly leaders: readonly { readonly staffNumber: string; readonly name: string; readonly post: Post }[]
}

const { kind, begins, ends, reason, place } = leaveBodySchema.unwrap().shape
const askedDay = (missing: string) => dayField(missing).transform((text): LocalDate => localDate(text))
const leaveFields = z
  .object({
    kind,
    first: askedDay('请选择第一天'),
    last: askedDay('请选择最后一天'),
    begins,
    ends,
    reason,
    place,
  })
  .refine(({ first, last }) => first <= last, { path: ['last'], error: '最后一天不能早于第一天' })

const ownLeaveParams = z.object({ leaveId: z.uuid() })
const backFields = recordStepFields.extend({
  /** Back at work: that day, from the morning or from noon on. */
  on: askedDay('请选择哪天回来上班'),
  at: z.enum(['morning', 'noon']).default('morning'),
})
const halves = z
  .int('天数以半天计')
  .min(0, '天数不能小于0')
  .max(36_600, '天数最多366')
  .refine((hundredths) => hundredths % 50 === 0, '天数以半天计')

export const leaveEndpoints = {
  listLeave: listRecords(leaveDefinition, 'leave.read'),
  /** From paper: granted there, and registered by being written in. */
  addLeave: addRecord(leaveDefinition, 'leave.keep'),
  changeLeave: changeRecord(leaveDefinition, 'leave.keep'),
  withdrawLeave: withdrawRecord(leaveDefinition, 'leave.keep'),
  /** 备案. */
  registerLeave: recordStep(leaveDefinition, 'registration', 'leave.keep', recordStepFields),
  noteLeaveReturn: recordStep(leaveDefinition, 'return', 'leave.keep', backFields),

  readOwnLeave: endpoint({
    method: 'GET',
    path: '/api/own-leave',
    access: { action: 'leave.request' },
    query: z.object({ year: yearField }),
    answer: answer<OwnLeave>(),
  }),
  previewLeave: endpoint({
    method: 'POST',
    path: '/api/own-leave/preview',
    readsOnly: true,
    access: { action: 'leave.request' },
    body: leaveFields,
    answer: answer<LeavePreview>(),
  }),
  requestLeave: endpoint({
    method: 'POST',
    path: '/api/own-leave',
    access: { action: 'leave.request' },
    idempotent: true,
    body: leaveFields,
    answer: answer<LeaveView>(),
  }),
  withdrawOwnLeave: endpoint({
    method: 'POST',
    path: '/api/own-leave/{leaveId}/withdrawal',
    access: { action: 'leave.request' },
    params: ownLeaveParams,
    body: recordStepFields,
    answer: answer<LeaveView>(),
  }),
  returnFromLeave: endpoint({
    method: 'POST',
    path: '/api/own-leave/{leaveId}/return',
    access: { action: 'leave.request' },
    params: ownLeaveParams,
    body: backFields,
    answer: answer<LeaveView>(),
  }),

  /** What waits for who asks to decide, and what he decided last. */
  listLeaveToDecide: endpoint({
    method: 'GET',
    path: '/api/leave-decisions',
    access: { action: 'leave.approve' },
    answer: answer<{ readonly waiting: readonly LeaveView[]; readonly decided: readonly LeaveView[] }>(),
  }),
  decideLeave: endpoint({
    method: 'POST',
    path: '/api/leave-decisions/{leaveId}',
    access: { action: 'leave.approve' },
    params: ownLeaveParams,
    body: recordStepFields.extend({
      outcome: z.enum(['approved', 'refused']),
      reason: z.string().trim().max(200, '最多200个字').default(''),
    }),
    answer: answer<LeaveView>(),
  }),
}

/** Balances, calendar and settings of the town. */
export const leaveTownEndpoints = {
  readLeaveBalances: endpoint({
    method: 'GET',
    path: '/api/leave-balances',
    access: { action: 'leave.read' },
    query: z.object({ year: yearField }),
    answer: answer<{ readonly year: number; readonly people: readonly PersonBalance[] }>(),
  }),
  /** Seniority leave of some people in a year, in hundredths of a day; null: as nobody had said. */
  setLeaveBalances: endpoint({
    method: 'PUT',
    path: '/api/leave-balances',
    access: { action: 'leave.keep' },
    body: z.object({
      year: yearField,
      balances: z
        .array(z.object({ staffNumber: z.string().min(1).max(32), days: halves.nullable() }))
        .min(1, '请填写天数')
        .max(5000),
    }),
    answer: answer<{ readonly year: number; readonly people: readonly PersonBalance[] }>(),
  }),
  importLeaveBalances: endpoint({
    method: 'POST',
    path: '/api/imports/leave-balances',
    access: { action: 'leave.keep' },
    upload: true,
    idempotent: true,
    body: importMode.extend({ year: yearField }),
    answer: answer<ImportReport>(),
  }),
  /** Everyone of the year with the days written down: to be filled in and brought back. */
  downloadLeaveBalances: endpoint({
    method: 'GET',
    path: '/api/exports/leave-balances',
    access: { action: 'leave.keep' },
    query: sheetFormat.extend({ year: yearField }),
    answers: 'file',
    answer: answer<Blob>(),
  }),
  /** The uploaded sheet back with an error column. */
  markLeaveBalanceProblems: endpoint({
    method: 'POST',
    path: '/api/imports/leave-balances/problems',
    readsOnly: true,
    access: { action: 'leave.keep' },
    upload: true,
    body: z.object({}),
    answers: 'file',
    answer: answer<Blob>(),
  }),
  readLeaveCalendar: endpoint({
    method: 'GET',
    path: '/api/leave-calendar',
    access: { action: 'leave.read' },
    query: z.object({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份如 2026-03') }),
    answer: answer<LeaveCalendar>(),
  }),
  readLeaveSettings: endpoint({
    method: 'GET',
    path: '/api/leave-settings',
    access: { action: 'register.configure' },
    answer: answer<LeaveSettingsView>(),
  }),
  changeLeaveSettings: endpoint({
    method: 'PUT',
    path: '/api/leave-settings',
    access: { action: 'register.configure' },
    body: z.object({
      shortLeave: halves,
      usualBalance: halves.nullable(),
      standIns: z
        .array(
          z
            .object({
              absent: z.string().min(1, '请选择谁不在').max(32),
              standIn: z.string().min(1, '请选择谁代理').max(32),
              from: dayField('请选择起始日期'),
              to: dayField('请选择截止日期'),
            })
            .refine(({ from, to }) => from <= to, { path: ['to'], error: '截止日期不能早于起始日期' })
            .refine(({ absent, standIn }) => absent !== standIn, {
              path: ['standIn'],
              error: '不能由本人代理本人',
            }),
        )
        .max(200, '最多200条'),
    }),
    answer: answer<LeaveSettingsView>(),
  }),
}
