import { centipoints, type Centipoints } from '../primitives/centipoints.ts'
import { addFen, fen, type Fen } from '../primitives/fen.ts'
import { divideHalfUp } from '../primitives/ratio.ts'
import { accept, refuse, type Result } from '../primitives/result.ts'
import type { Employment } from '../roster/assignment.ts'
import type { Scheme } from '../scheme/scheme.ts'
import type { MissingPart, ScoreSheet } from '../scoring/score-sheet.ts'
import { shareByLargestRemainder } from './largest-remainder.ts'
import { contributionOf } from './pool.ts'

/** What the sharing takes of a person: a sheet has it, and so has an annual result's line. */
export type Sharer = Pick<
  ScoreSheet,
  'staffNumber' | 'name' | 'office' | 'employment' | 'days' | 'score' | 'soFar' | 'missing' | 'moneyFen'
>

/** One line of the pay list; all money in fen. Net = share − withheld; what the share cannot cover is the unpaid rest. */
export type PayLine = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly employment: Employment | null
  readonly contributedFen: Fen
  readonly score: Centipoints
  readonly days: number
  readonly daysOfYear: number
  readonly payFen: Fen
  /** What `money` rules take (扣发); the share covers `payFen − netFen` of it. */
  readonly moneyFen: Fen
  readonly netFen: Fen
  readonly unpaidRestFen: Fen
  /** 暂计: shared by what is known so far while someone's score is incomplete. */
  readonly provisional: boolean
}

export type PaySubtotal = {
  /** Null: 在编, employment not specified. */
  readonly employment: Employment | null
  readonly people: number
  readonly contributedFen: Fen
  readonly score: Centipoints
  readonly payFen: Fen
  readonly moneyFen: Fen
  readonly netFen: Fen
}

export type PayList = {
  readonly perPersonFen: Fen
  readonly poolFen: Fen
  /** Σ(score × days), in hundredths of a point times days; divided by the days of the year it is Σ(score × D/Y). */
  readonly weightedScoreDays: bigint
  readonly daysOfYear: number
  /** Yuan per point with six decimals, half up; for show only. */
  readonly unitValue: string
  readonly lines: readonly PayLine[]
  /** By employment, in the order of first appearance. */
  readonly subtotals: readonly PaySubtotal[]
  readonly total: Omit<PaySubtotal, 'employment'>
  /** 扣发合计: what is really withheld; it never returns to the pool. */
  readonly withheldTotalFen: Fen
  readonly provisional: boolean
}

export type PayRefusal =
  | { readonly code: 'no-people' }
  /** Neither the scheme nor the caller names the amount per person. */
  | { readonly code: 'no-amount' }
  /** The regulation shares pay by another formula, and nobody has asked for the pool by naming an amount. */
  | { readonly code: 'other-formula' }
  | {
      readonly code: 'partial'
      readonly people: readonly {
        readonly staffNumber: string
        readonly name: string
        readonly office: string
        readonly missing: readonly MissingPart[]
      }[]
    }
  /** Σ(score × D/Y) = 0: nobody to share among. */
  | { readonly code: 'no-score' }

/** The amount per person: the one asked for, else the scheme's own, doubts and all (SPEC §4.6). */
export function perPersonAmount(scheme: Scheme, asked: Fen | null): Result<Fen, PayRefusal> {
  if (asked !== null) return accept(asked)
  const amount = scheme.pay?.perPerson ?? null
  if (scheme.pay?.formula === 'other') return refuse({ code: 'other-formula' })
  return amount === null ? refuse({ code: 'no-amount' }) : accept(amount)
}

/**
 * The pay list (SPEC §4.6): pool = Σ per-person amount × D/Y; share = pool × (score × D/Y) ÷ Σ(score × D/Y) in fen by
 * largest remainder, ties to the higher score, then in roster order. Σ shares = pool, always. `money` comes after the
 * share and never goes back into the pool. Refused, with everyone who is missing something, while anyone is partial
 * (unless provisional), and when all scores are 0.
 */
export function sharePool(
  sheets: readonly Sharer[],
  perPerson: Fen,
  options: { readonly provisional?: boolean } = {},
): Result<PayList, PayRefusal> {
  const provisional = options.provisional === true
  if (sheets.length === 0) return refuse({ code: 'no-people' })
  const partial = sheets.filter(({ score }) => score === null)
  if (partial.length > 0 && !provisional)
    return refuse({
      code: 'partial',
      people: partial.map(({ staffNumber, name, office, missing }) => ({ staffNumber, name, office, missing })),
    })
  const weightedScoreDays = sheets.reduce(
    (sum, { soFar, days }) => sum + BigInt(soFar) * BigInt(days.onRoster),
    0n,
  )
  if (weightedScoreDays === 0n) return refuse({ code: 'no-score' })
  const contributions = sheets.map((sheet) => contributionOf(sheet, perPerson))
  const poolFen = addFen(...contributions)
  const shares = shareByLargestRemainder(
    BigInt(poolFen),
    sheets.map(({ soFar, days }) => ({ weight: BigInt(soFar) * BigInt(days.onRoster), precedence: soFar })),
  )
  const lines = sheets.map((sheet, index) =>
    payLine(sheet, contributions[index] ?? fen(0), fen(shares[index] ?? 0n), provisional),
  )
  const daysOfYear = sheets[0]?.days.ofYear ?? 0
  return accept({
    perPersonFen: perPerson,
    poolFen,
    weightedScoreDays,
    daysOfYear,
    unitValue: unitValueOf(poolFen, weightedScoreDays, daysOfYear),
    lines,
    subtotals: subtotalsOf(lines),
    total: sumOf(lines),
    withheldTotalFen: addFen(...lines.map(({ payFen, netFen }) => fen(payFen - netFen))),
    provisional,
  })
}

function payLine(sheet: Sharer, contributedFen: Fen, payFen: Fen, provisional: boolean): PayLine {
  const { staffNumber, name, office, employment, soFar, days, moneyFen } = sheet
  const netFen = fen(Math.max(0, payFen - moneyFen))
  return {
    staffNumber,
    name,
    office,
    employment,
    contributedFen,
    score: soFar,
    days: days.onRoster,
    daysOfYear: days.ofYear,
    payFen,
    moneyFen,
    netFen,
    unpaidRestFen: fen(Math.max(0, moneyFen - payFen)),
    provisional,
  }
}

/** Yuan per point = (pool/100) ÷ (Σ score·days ÷ (100·Y)) = pool·Y ÷ Σ score·days, half up to six decimals. */
function unitValueOf(poolFen: Fen, weightedScoreDays: bigint, daysOfYear: number): string {
  const millionths = divideHalfUp(BigInt(poolFen) * BigInt(daysOfYear) * 1_000_000n, weightedScoreDays)
  const digits = String(millionths).padStart(7, '0')
  return `${digits.slice(0, -6)}.${digits.slice(-6)}`
}

function subtotalsOf(lines: readonly PayLine[]): readonly PaySubtotal[] {
  const employments = [...new Set(lines.map(({ employment }) => employment))]
  return employments.map((employment) => ({
    employment,
    ...sumOf(lines.filter((line) => line.employment === employment)),
  }))
}

function sumOf(lines: readonly PayLine[]): Omit<PaySubtotal, 'employment'> {
  let score = 0
  for (const line of lines) score += line.score
  return {
    people: lines.length,
    contributedFen: addFen(...lines.map((line) => line.contributedFen)),
    score: centipoints(score),
    payFen: addFen(...lines.map((line) => line.payFen)),
    moneyFen: addFen(...lines.map((line) => line.moneyFen)),
    netFen: addFen(...lines.map((line) => line.netFen)),
  }
}
