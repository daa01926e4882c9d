import { z } from 'zod'
import { centipoints, formatHundredths } from '../primitives/centipoints.ts'
import { fen, type Fen } from '../primitives/fen.ts'
import { ratio, roundHalfUp } from '../primitives/ratio.ts'
import { accept, type Result } from '../primitives/result.ts'
import { employments } from '../roster/assignment.ts'
import { posts } from '../scheme/scheme.ts'
import type { FinalResult } from '../standing/final-result.ts'
import { sharePool, type PayRefusal, type PaySubtotal } from './share-pool.ts'

const money = z.int().transform(fen)
const points = z.int().transform(centipoints)

const sums = {
  people: z.int().min(0),
  contributedFen: money,
  score: points,
  payFen: money,
  moneyFen: money,
  netFen: money,
}

const finalPayLineSchema = z.object({
  staffNumber: z.string(),
  name: z.string(),
  office: z.string(),
  post: z.enum(posts),
  employment: z.enum(employments).nullable(),
  days: z.int().min(0),
  daysOfYear: z.int().min(365),
  contributedFen: money,
  score: points,
  payFen: money,
  moneyFen: money,
  netFen: money,
  unpaidRestFen: money,
})
export type FinalPayLine = z.infer<typeof finalPayLineSchema>

/** 工资清单 as it was proposed and stands for good: JSON, `gongdao-pay-list/1`, lines in roster order. */
export const finalPayListSchema = z.object({
  format: z.literal('gongdao-pay-list/1'),
  town: z.string(),
  year: z.int(),
  /** Of the year; a later number replaces the ones before. */
  number: z.int().min(1),
  /** Of the annual result it is made from. */
  resultNumber: z.int().min(1),
  perPersonFen: money,
  poolFen: money,
  /** Σ(score × D/Y), two decimals, for show. */
  scoreSum: z.string(),
  /** Yuan per point, six decimals, for show. */
  unitValue: z.string(),
  lines: z.array(finalPayLineSchema).min(1),
  subtotals: z.array(z.object({ employment: z.enum(employments).nullable(), ...sums })),
  total: z.object(sums),
  withheldTotalFen: money,
})
export type FinalPayList = z.infer<typeof finalPayListSchema>

/**
 * The pay list of an annual result, from its own frozen figures and nothing else (SPEC §4.6): shares sum to the pool.
 * Refused when all scores are 0.
 */
export function finalPayList(
  result: FinalResult,
  given: { readonly number: number; readonly perPerson: Fen },
): Result<FinalPayList, PayRefusal> {
  const shared = sharePool(
    result.people.map((person) => ({ ...person, soFar: person.score, missing: [] })),
    given.perPerson,
  )
  if (!shared.ok) return shared
  const { perPersonFen, poolFen, unitValue, weightedScoreDays, daysOfYear, total, withheldTotalFen } = shared.value
  const lines = shared.value.lines.map(({ provisional: _provisional, ...line }, place): FinalPayLine => ({
    ...line,
    post: result.people[place]?.post ?? '工作人员',
  }))
  return accept({
    format: 'gongdao-pay-list/1',
    town: result.town,
    year: result.year,
    number: given.number,
    resultNumber: result.number,
    perPersonFen,
    poolFen,
    scoreSum: formatHundredths(Number(roundHalfUp(ratio(weightedScoreDays, daysOfYear)))),
    unitValue,
    lines,
    subtotals: shared.value.subtotals.map((subtotal: PaySubtotal) => ({ ...subtotal })),
    total,
    withheldTotalFen,
  })
}

/** 补发 (above 0) or 追扣 (below 0): what a later list pays a person otherwise than the one before, in fen. */
export type PayChange = {
  readonly staffNumber: string
  readonly name: string
  readonly beforeFen: Fen | null
  readonly afterFen: Fen | null
  readonly differenceFen: Fen
}

/** Everyone whose net pay differs, in the later list's order, then who is no longer in it. */
export function payChanges(before: FinalPayList, after: FinalPayList): readonly PayChange[] {
  const earlier = new Map(before.lines.map((line) => [line.staffNumber, line.netFen]))
  const later = new Set(after.lines.map(({ staffNumber }) => staffNumber))
  const changed = after.lines.flatMap(({ staffNumber, name, netFen }): PayChange[] => {
    const was = earlier.get(staffNumber) ?? null
    if (was === netFen) return []
    return [{ staffNumber, name, beforeFen: was, afterFen: netFen, differenceFen: fen(netFen - (was ?? 0)) }]
  })
  const gone = before.lines.filter(({ staffNumber }) => !later.has(staffNumber))
  return [
    ...changed,
    ...gone.map(({ staffNumber, name, netFen }) => ({
      staffNumber,
      name,
      beforeFen: netFen,
      afterFen: null,
      differenceFen: fen(-netFen),
    })),
  ]
}
