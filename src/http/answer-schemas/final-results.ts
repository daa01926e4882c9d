import { z } from 'zod'
import type { finalResultEndpoints, payListEndpoints } from '../contract/final-results.ts'
import { proposalHead } from './adoption.ts'
import { answersOf, component, file, json } from './answers-of.ts'
import { centipoints, count, day, employment, fen, instant, post, words } from './fields.ts'
import { missingPerson } from './results.ts'

const finalResult = component(
  'FinalResult',
  z.object({
    format: z.literal('gongdao-result/1'),
    town: words,
    year: z.int(),
    number: count,
    asOf: day,
    engineVersion: words,
    schemes: z.array(z.object({ version: count, title: words, effectiveFrom: day })),
    ledgerPosition: count,
    people: z.array(
      z.object({
        staffNumber: words,
        name: words,
        office: words,
        post,
        employment: employment.nullable(),
        days: z.object({ onRoster: count, ofYear: count }),
        work: centipoints.nullable(),
        reward: centipoints,
        score: centipoints,
        rank: count,
        grade: words.nullable(),
        tiedFor: words.nullable(),
        moneyFen: fen,
      }),
    ),
  }),
)

const shownResult = z.object({ score: centipoints, rank: count, grade: words.nullable() })
const resultChanges = z
  .array(
    z.object({
      staffNumber: words,
      name: words,
      before: shownResult.nullable(),
      after: shownResult.nullable(),
    }),
  )
  .nullable()

const paySums = {
  people: count,
  contributedFen: fen,
  score: centipoints,
  payFen: fen,
  moneyFen: fen,
  netFen: fen,
}

const finalPayLine = component(
  'FinalPayLine',
  z.object({
    staffNumber: words,
    name: words,
    office: words,
    post,
    employment: employment.nullable(),
    days: count,
    daysOfYear: count,
    contributedFen: fen,
    score: centipoints,
    payFen: fen,
    moneyFen: fen,
    netFen: fen,
    unpaidRestFen: fen,
  }),
)

const finalPayList = component(
  'FinalPayList',
  z.object({
    format: z.literal('gongdao-pay-list/1'),
    town: words,
    year: z.int(),
    number: count,
    resultNumber: count,
    perPersonFen: fen,
    poolFen: fen,
    scoreSum: words,
    unitValue: words,
    lines: z.array(finalPayLine),
    subtotals: z.array(z.object({ employment: employment.nullable(), ...paySums })),
    total: z.object(paySums),
    withheldTotalFen: fen,
  }),
)

const payChanges = z
  .array(
    z.object({
      staffNumber: words,
      name: words,
      beforeFen: fen.nullable(),
      afterFen: fen.nullable(),
      differenceFen: fen,
    }),
  )
  .nullable()

const resultProposal = component(
  'ResultProposal',
  z.object({ ...proposalHead, result: finalResult, changes: resultChanges }),
)
const payListProposal = component(
  'PayListProposal',
  z.object({ ...proposalHead, payList: finalPayList, changes: payChanges }),
)

const ownPay = z.array(
  z.object({
    year: z.int(),
    number: count,
    approvedAt: instant,
    perPersonFen: fen,
    unitValue: words,
    line: finalPayLine,
  }),
)

const notReady = z.object({
  ready: z.literal(false),
  code: words,
  message: words,
  missing: z.array(missingPerson),
  unconfirmed: count,
})
const digest = words

export const finalResultAnswers = answersOf<typeof finalResultEndpoints>()({
  readFinalResults: json(z.object({ approved: z.array(resultProposal), latest: resultProposal.nullable() })),
  previewFinalResult: json(
    z.discriminatedUnion('ready', [
      notReady,
      z.object({ ready: z.literal(true), digest, result: finalResult, changes: resultChanges }),
    ]),
  ),
  proposeFinalResult: json(resultProposal, [409, 422]),
  approveFinalResult: json(resultProposal, [404, 409]),
  rejectFinalResult: json(resultProposal, [404, 409]),
  withdrawFinalResult: json(resultProposal, [404, 409]),
  downloadFinalResult: file([404]),
})

export const payListAnswers = answersOf<typeof payListEndpoints>()({
  readPayLists: json(
    z.object({
      approved: z.array(payListProposal).nullable(),
      latest: payListProposal.nullable(),
      own: ownPay,
    }),
  ),
  readOwnPay: json(z.object({ own: ownPay })),
  previewPayList: json(
    z.discriminatedUnion('ready', [
      notReady,
      z.object({ ready: z.literal(true), digest, payList: finalPayList, changes: payChanges }),
    ]),
    [422],
  ),
  proposePayList: json(payListProposal, [409, 422]),
  approvePayList: json(payListProposal, [404, 409]),
  rejectPayList: json(payListProposal, [404, 409]),
  withdrawPayList: json(payListProposal, [404, 409]),
  downloadPayList: file([404]),
})
