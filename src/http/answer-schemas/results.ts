import { z } from 'zod'
import type { resultEndpoints } from '../contract/results.ts'
import { answersOf, component, file, json } from './answers-of.ts'
import { centipoints, count, day, employment, fen, instant, post, words } from './fields.ts'
import { daySpan, missingPart, scoreSheet } from './score-sheet.ts'

export const missingPerson = component(
  'MissingPerson',
  z.object({ staffNumber: words, name: words, office: words, missing: z.array(missingPart) }),
)

const standing = component(
  'Standing',
  z.object({
    staffNumber: words,
    name: words,
    office: words,
    post,
    rankingGroup: post,
    employment: employment.nullable(),
    categories: z.array(
      z.object({ title: words, full: centipoints.nullable(), score: centipoints.nullable(), soFar: centipoints }),
    ),
    work: centipoints.nullable(),
    reward: centipoints,
    score: centipoints.nullable(),
    soFar: centipoints,
    partial: z.boolean(),
    missing: z.array(missingPart),
    rank: count.nullable(),
    periodChange: centipoints,
    unconfirmedEntries: count,
  }),
)

const standingsAnswer = z.object({
  period: words,
  asOf: day,
  schemeVersion: count.nullable(),
  rows: z.array(standing),
  missing: z.array(missingPerson),
  removed: z.array(
    z.object({ what: z.enum(['item', 'rule']), title: words, version: count, entries: count, people: count }),
  ),
  offices: z.array(words),
})

const scoreSheetAnswer = z.object({
  period: words,
  asOf: day,
  town: words,
  schemeVersion: count,
  schemeTitle: words,
  sheet: scoreSheet,
  rank: count.nullable(),
  rankingGroupSize: count,
  late: z.array(z.object({ entryId: z.uuid(), recordedOn: words, closedOn: words })),
})

const registers = z.object({
  registers: z.array(
    z.object({
      ruleId: words,
      itemTitle: words,
      sentence: words,
      clause: words,
      window: daySpan,
      decision: z
        .object({ kind: z.enum(['checked', 'waived']), reason: words, at: instant, by: words })
        .nullable(),
    }),
  ),
})

const paySums = {
  contributedFen: fen,
  score: centipoints,
  payFen: fen,
  moneyFen: fen,
  netFen: fen,
  differenceFen: fen,
}
const paySubtotal = component('PaySubtotal', z.object({ label: words, people: count, ...paySums }))

const payRow = component(
  'PayRow',
  z.object({
    staffNumber: words,
    name: words,
    office: words,
    employment: employment.nullable(),
    days: count,
    daysOfYear: count,
    unpaidRestFen: fen,
    ...paySums,
  }),
)

const payAnswer = z.discriminatedUnion('complete', [
  z.object({
    complete: z.literal(true),
    asOf: day,
    yearEnded: z.boolean(),
    perPersonFen: fen,
    poolFen: fen,
    scoreSum: words,
    unitValue: words,
    rows: z.array(payRow),
    subtotals: z.array(paySubtotal),
    total: paySubtotal,
    balanceFen: fen,
  }),
  z.object({
    complete: z.literal(false),
    reason: z.enum(['no-amount', 'other-formula', 'no-people', 'partial', 'no-score']),
    message: words,
    missing: z.array(missingPerson),
    suggestedPerPersonFen: fen.nullable(),
  }),
])

export const resultAnswers = answersOf<typeof resultEndpoints>()({
  readStandings: json(standingsAnswer, [422]),
  readScoreSheet: json(scoreSheetAnswer, [404, 422]),
  listUnkeptRegisters: json(registers, [422]),
  settleRegister: json(registers, [404, 409, 422]),
  downloadStandings: file([422]),
  readPay: json(payAnswer, [422]),
  downloadPay: file([422]),
})
