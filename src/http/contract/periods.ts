import { z } from 'zod'
import type { BulletinContent } from '../../domain/bulletin/bulletin.ts'
import type { MonthCheck } from '../../domain/bulletin/month-check.ts'
import type { CalendarYear } from '../../queries/read-calendar.ts'
import type { OwnNews } from '../../queries/read-own-news.ts'
import { dayField } from './day-field.ts'
import { answer, endpoint } from './endpoint.ts'
import { yearField } from './year-field.ts'

export type { CalendarYear, OwnNews }
export type CalendarDay = CalendarYear['days'][number]

export type MonthRow = {
  /** 2026-03. */
  readonly month: string
  readonly state: 'ahead' | 'running' | 'open' | 'closed'
  readonly entries: number
  readonly unconfirmed: number
  /** Recorded after the month was closed. */
  readonly late: number
  readonly closed: {
    readonly at: string
    readonly by: string
    readonly bulletinId: string
    /** What was open all the same, and why. */
    readonly open: readonly string[]
    readonly reason: string | null
  } | null
}

/** A line of the checklist: what is open, in words; `needsReason`: closing over it takes one. */
export type MonthCheckLine = {
  readonly kind: MonthCheck['kind']
  readonly count: number
  readonly words: string
  readonly needsReason: boolean
}

export type MonthPreview = {
  readonly month: string
  readonly checks: readonly MonthCheckLine[]
  readonly needsReason: boolean
  /** Exactly what closing would publish. */
  readonly content: BulletinContent
  readonly digest: string
}

const monthField = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份如 2026-03')
const tableFields = {
  month: monthField,
  reason: z
    .string()
    .trim()
    .max(500, '最多500个字')
    .nullish()
    .transform((text) => (text === undefined || text === '' ? null : text)),
  /** Balances stay out of the table, which the whole town reads. */
  withoutBalance: z.boolean().default(false),
}

/** 月考核: the months of a year, and closing one. */
export const periodEndpoints = {
  listMonths: endpoint({
    method: 'GET',
    path: '/api/months',
    access: { action: 'period.read' },
    query: z.object({ year: yearField }),
    answer: answer<{ readonly year: number; readonly months: readonly MonthRow[] }>(),
  }),
  previewMonth: endpoint({
    method: 'POST',
    path: '/api/months/preview',
    readsOnly: true,
    access: { action: 'period.close' },
    body: z.object(tableFields),
    answer: answer<MonthPreview>(),
  }),
  closeMonth: endpoint({
    method: 'POST',
    path: '/api/months/close',
    access: { action: 'period.close' },
    idempotent: true,
    body: z.object({ ...tableFields, digest: z.string().length(64) }),
    answer: answer<MonthRow>(),
  }),

  /** Entries about oneself that one has neither acknowledged nor found in a closed month's table. */
  readOwnNews: endpoint({
    method: 'GET',
    path: '/api/own-news',
    access: { action: 'entry.acknowledge' },
    query: z.object({ year: yearField }),
    answer: answer<OwnNews>(),
  }),
  acknowledgeEntries: endpoint({
    method: 'POST',
    path: '/api/own-news/acknowledgements',
    access: { action: 'entry.acknowledge' },
    idempotent: true,
    body: z.object({ entryIds: z.array(z.uuid()).min(1, '请先选择记录').max(2000) }),
    answer: answer<{ readonly acknowledged: number }>(),
  }),

  readCalendar: endpoint({
    method: 'GET',
    path: '/api/calendar',
    access: { action: 'calendar.read' },
    query: z.object({ year: yearField }),
    answer: answer<CalendarYear>(),
  }),
  /** A day otherwise than the national calendar says, or (null) as it says again. */
  changeCalendar: endpoint({
    method: 'PUT',
    path: '/api/calendar',
    access: { action: 'calendar.change' },
    body: z
      .object({
        day: dayField(),
        kind: z.enum(['working', 'off']).nullable(),
        note: z.string().trim().max(100, '最多100个字').default(''),
      })
      .refine(({ kind, note }) => kind === null || note !== '', {
        path: ['note'],
        error: '请写明依据，如文件或通知',
      }),
    answer: answer<CalendarYear>(),
  }),
}
