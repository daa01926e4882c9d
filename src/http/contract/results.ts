import { z } from 'zod'
import type { PayLine } from '../../domain/pay/share-pool.ts'
import { posts } from '../../domain/scheme/scheme.ts'
import type { RemovedEntries } from '../../domain/scoring/removed-entries.ts'
import type { ScoreSheet } from '../../domain/scoring/score-sheet.ts'
import type { MissingPerson, Standing } from '../../queries/read-standings.ts'
import { dayField } from './day-field.ts'
import { answer, endpoint } from './endpoint.ts'
import { yearField } from './year-field.ts'

/** 2026, 2026-Q3 or 2026-09: the balance to the end of that period, and the period's own movements. */
export const periodField = z
  .string()
  .regex(/^20\d{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?$/, '考核期如 2026、2026-Q3、2026-09')

export type { MissingPerson as MissingRow, Standing as StandingRow }

export type PayRow = Omit<PayLine, 'provisional'> & {
  /** 差额 = 应发 − 提出额. */
  readonly differenceFen: number
}

export type PaySubtotal = {
  readonly label: string
  readonly people: number
  readonly contributedFen: number
  readonly score: number
  readonly payFen: number
  readonly differenceFen: number
  readonly moneyFen: number
  readonly netFen: number
}

export type PayAnswer =
  | {
      readonly complete: true
      readonly asOf: string
      /** The year has ended by `asOf`; before that the list is a look ahead, and the page says so. */
      readonly yearEnded: boolean
      readonly perPersonFen: number
      readonly poolFen: number
      /** Σ(score × D/Y) in hundredths, as a plain decimal string, for show. */
      readonly scoreSum: string
      /** Yuan per point with six decimals, for show only. */
      readonly unitValue: string
      readonly rows: readonly PayRow[]
      readonly subtotals: readonly PaySubtotal[]
      readonly total: PaySubtotal
      readonly balanceFen: number
    }
  | {
      readonly complete: false
      readonly reason: 'no-amount' | 'other-formula' | 'no-people' | 'partial' | 'no-score'
      readonly message: string
      readonly missing: readonly MissingPerson[]
      readonly suggestedPerPersonFen: number | null
    }

/**
 * A rule with a yearly or quarterly target whose register nobody kept: the item stays 待评 until the office says
 * it was checked (everyone without an entry achieved 0) or waives the rule with a reason (SPEC §4.1).
 */
export type UnkeptRegister = {
  readonly ruleId: string
  readonly itemTitle: string
  readonly sentence: string
  readonly clause: string
  readonly window: { readonly first: string; readonly last: string }
  readonly decision: {
    readonly kind: 'checked' | 'waived'
    readonly reason: string
    readonly at: string
    readonly by: string
  } | null
}

/** Figures stand as of this day; absent: the period's last day, or today while the period still runs. */
const asOfField = dayField().optional()

const periodQuery = z.object({
  period: periodField,
  asOf: asOfField,
  office: z.string().optional(),
  group: z.enum(posts).optional(),
})

const payQuery = z.object({
  year: yearField,
  /** Yuan as typed; absent: the scheme's amount. */
  perPerson: z.string().max(20).optional(),
  asOf: asOfField,
})

export const resultEndpoints = {
  readStandings: endpoint({
    method: 'GET',
    path: '/api/standings',
    access: { action: 'score.read' },
    audited: 'look',
    query: periodQuery,
    answer: answer<{
      readonly period: string
      readonly asOf: string
      readonly schemeVersion: number | null
      readonly rows: readonly Standing[]
      readonly missing: readonly MissingPerson[]
      /** Entries of the year whose item, or rule, a later version has taken away. */
      readonly removed: readonly RemovedEntries[]
      readonly offices: readonly string[]
    }>(),
  }),
  readScoreSheet: endpoint({
    method: 'GET',
    path: '/api/people/{staffNumber}/score-sheet',
    access: { action: 'score.read' },
    audited: 'look',
    params: z.object({ staffNumber: z.string().min(1) }),
    query: z.object({ period: periodField, asOf: asOfField }),
    answer: answer<{
      readonly period: string
      readonly asOf: string
      readonly town: string
      readonly schemeVersion: number
      readonly schemeTitle: string
      readonly sheet: ScoreSheet
      readonly rank: number | null
      readonly rankingGroupSize: number
      /** Entries recorded after their month was closed, with both days. */
      readonly late: readonly {
        readonly entryId: string
        readonly recordedOn: string
        readonly closedOn: string
      }[]
    }>(),
  }),
  listUnkeptRegisters: endpoint({
    method: 'GET',
    path: '/api/registers/unkept',
    access: { action: 'score.read' },
    query: z.object({ year: yearField }),
    answer: answer<{ readonly registers: readonly UnkeptRegister[] }>(),
  }),
  settleRegister: endpoint({
    method: 'POST',
    path: '/api/registers/settlements',
    access: { action: 'register.settle' },
    idempotent: true,
    body: z.object({
      ruleId: z.string().min(1),
      window: z.object({ first: dayField(), last: dayField() }),
      kind: z.enum(['checked', 'waived']),
      reason: z.string().trim().min(1, '请填写说明').max(500),
    }),
    answer: answer<{ readonly registers: readonly UnkeptRegister[] }>(),
  }),
  downloadStandings: endpoint({
    method: 'GET',
    path: '/api/standings.xlsx',
    access: { action: 'score.read' },
    query: periodQuery,
    answers: 'file',
    answer: answer<Blob>(),
  }),
  readPay: endpoint({
    method: 'GET',
    path: '/api/pay',
    access: { action: 'pay.read' },
    audited: 'look',
    query: payQuery,
    answer: answer<PayAnswer>(),
  }),
  downloadPay: endpoint({
    method: 'GET',
    path: '/api/pay.xlsx',
    access: { action: 'pay.read' },
    query: payQuery,
    answers: 'file',
    answer: answer<Blob>(),
  }),
}
