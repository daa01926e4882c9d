import { z } from 'zod'
import { finalPayListSchema, type FinalPayList } from '../pay/final-pay-list.ts'
import { digestOf, type Sha256 } from '../primitives/canonical-json.ts'
import { centipoints } from '../primitives/centipoints.ts'
import { fen } from '../primitives/fen.ts'
import { localDate, type LocalDate } from '../primitives/local-date.ts'
import { quantity } from '../primitives/quantity.ts'
import { absenceKinds } from '../roster/absence.ts'
import { employments } from '../roster/assignment.ts'
import { schemeDigest } from '../scheme/scheme-digest.ts'
import { posts, type Scheme } from '../scheme/scheme.ts'
import type { Assessment } from '../scoring/assess.ts'
import { itemsOf } from '../scoring/items-of.ts'
import type { ScoreSheet } from '../scoring/score-sheet.ts'
import { finalResultSchema, type FinalResult } from '../standing/final-result.ts'
import { gradesOf } from '../standing/grades.ts'
import { standings } from '../standing/standings.ts'

const day = z.iso.date().transform(localDate)
const points = z.int().transform(centipoints)
const digest = z.string().regex(/^[0-9a-f]{64}$/)

const assignmentSchema = z.object({
  staffNumber: z.string(),
  name: z.string(),
  office: z.string(),
  post: z.enum(posts),
  inChargeOf: z.array(z.string()),
  employment: z.enum(employments).nullable(),
  from: day.nullable(),
  to: day.nullable(),
  absences: z
    .array(z.object({ kind: z.enum(absenceKinds), from: day, to: day.nullable(), note: z.string() }))
    .optional(),
})

const itemFigureSchema = z.object({
  itemId: z.string(),
  title: z.string(),
  full: points.nullable(),
  score: points.nullable(),
})

/** What a person's sheet comes to; points in hundredths, money in fen, null: not yet assessed. */
const personFigureSchema = z.object({
  staffNumber: z.string(),
  name: z.string(),
  office: z.string(),
  post: z.enum(posts),
  employment: z.enum(employments).nullable(),
  days: z.object({ onRoster: z.int().min(0), ofYear: z.int().min(365) }),
  items: z.array(itemFigureSchema),
  work: points.nullable(),
  reward: points,
  score: points.nullable(),
  soFar: points,
  partial: z.boolean(),
  rank: z.int().min(1).nullable(),
  grade: z.string().nullable(),
  tiedFor: z.string().nullable(),
  moneyFen: z.int().transform(fen),
})
export type PersonFigure = z.infer<typeof personFigureSchema>

/** The year as it stood: with the ledger's rows up to the position, all that its scores follow from, and the scores. */
const assessedSchema = z.object({
  /** Random, 64 hex digits: who sees a backing without this part cannot find it by guessing. */
  salt: digest,
  year: z.int(),
  asOf: day,
  /** Of the ledger's last row that counts. */
  ledgerPosition: z.int().min(0),
  /** All there were, oldest first; each scheme's file is known by its digest, which its adoption's leaf has too. */
  schemes: z.array(z.object({ version: z.int().min(1), effectiveFrom: day, title: z.string(), digest })).min(1),
  roster: z.array(assignmentSchema),
  /** With the ids of the year's scheme (`schemeOfYear`), and so the decisions. */
  marks: z.array(
    z.object({
      staffNumber: z.string(),
      mark: z.int().transform(quantity),
      categoryId: z.string(),
      raterGroup: z.string().nullable(),
    }),
  ),
  registerDecisions: z.array(
    z.object({
      ruleId: z.string(),
      span: z.object({ first: day, last: day }),
      kind: z.enum(['checked', 'waived']),
    }),
  ),
  /** In roster order. */
  people: z.array(personFigureSchema),
})

/**
 * What a bulletin's figures follow from besides the ledger's rows, with everything that is withheld: JSON,
 * `gongdao-backing/1`. Its digest (backingDigest) is in the publication's leaf; the salt keeps it from being guessed at.
 */
export const backingSchema = z.object({
  format: z.literal('gongdao-backing/1'),
  /** Random, 64 hex digits. */
  salt: digest,
  /** Null where the figures are those of an annual result that is published elsewhere. */
  assessed: assessedSchema.nullable(),
  /** Of an annual bulletin, and of a pay list the one it is made from. */
  result: finalResultSchema.nullable(),
  payList: finalPayListSchema.nullable(),
})
export type Backing = z.infer<typeof backingSchema>

/** As it is shown to who may not see the year's marks and items: their part is known by its digest alone. */
export const backingShownSchema = backingSchema.extend({
  assessed: z.union([z.strictObject({ digest }), assessedSchema]).nullable(),
})
export type BackingShown = z.infer<typeof backingShownSchema>
export type AssessedBacking = z.infer<typeof assessedSchema>

/** A year as it was read and scored. */
type YearFigures = {
  readonly versions: readonly {
    readonly version: number
    readonly effectiveFrom: LocalDate
    readonly scheme: Scheme
  }[]
  readonly assessment: Assessment
  readonly sheets: readonly ScoreSheet[]
}

type YearAndPosition = { readonly figures: YearFigures; readonly ledgerPosition: number }

/**
 * The backing of what a year comes to now: `year` as `readAssessedYear` answers it, with the ledger's last position in
 * the same snapshot; the annual result and the pay list where the bulletin publishes them. `newSalt` gives 64 random hex digits.
 */
export function backingOf(
  given: {
    readonly newSalt: () => string
    readonly year: YearAndPosition | null
    readonly result?: FinalResult | null
    readonly payList?: FinalPayList | null
  },
  sha256: Sha256,
): Backing {
  return {
    format: 'gongdao-backing/1',
    salt: given.newSalt(),
    assessed: given.year === null ? null : { salt: given.newSalt(), ...assessedBacking(given.year, sha256) },
    result: given.result ?? null,
    payList: given.payList ?? null,
  }
}

/**
 * What a backing is known by in the log, in lower-case hex: the digest of its parts' digests, so that finance can check
 * the result and the pay list without seeing the marks.
 */
export function backingDigest(backing: BackingShown, sha256: Sha256): string {
  const { format, salt, assessed, result, payList } = backing
  const digestOrNull = (part: unknown) => (part === null ? null : digestOf(part, sha256))
  return digestOf(
    {
      format,
      salt,
      assessed: assessed !== null && 'digest' in assessed ? assessed.digest : digestOrNull(assessed),
      result: digestOrNull(result),
      payList: digestOrNull(payList),
    },
    sha256,
  )
}

function assessedBacking(
  { figures: { versions, assessment, sheets }, ledgerPosition }: YearAndPosition,
  sha256: Sha256,
): Omit<AssessedBacking, 'salt'> {
  return {
    year: assessment.year,
    asOf: assessment.asOf,
    ledgerPosition,
    schemes: versions.map(({ version, effectiveFrom, scheme }) => ({
      version,
      effectiveFrom,
      title: scheme.title,
      digest: schemeDigest(scheme, sha256),
    })),
    roster: assessment.roster.map((one) => ({
      staffNumber: one.staffNumber,
      name: one.name,
      office: one.office,
      post: one.post,
      inChargeOf: [...one.inChargeOf],
      employment: one.employment,
      from: one.from,
      to: one.to,
      ...(one.absences === undefined
        ? {}
        : { absences: one.absences.map(({ kind, from, to, note }) => ({ kind, from, to, note })) }),
    })),
    marks: assessment.marks.map(({ staffNumber, mark, categoryId, raterGroup }) => ({
      staffNumber,
      mark,
      categoryId,
      raterGroup,
    })),
    registerDecisions: (assessment.registerDecisions ?? []).map(({ ruleId, span, kind }) => ({
      ruleId,
      span: { first: span.first, last: span.last },
      kind,
    })),
    people: peopleFigures(sheets, assessment.scheme),
  }
}

/** The figures of all sheets in their order, with rank and grade by the scheme of their year. */
export function peopleFigures(sheets: readonly ScoreSheet[], scheme: Pick<Scheme, 'grades'>): PersonFigure[] {
  const ranks = standings(sheets)
  const grades = gradesOf(sheets, scheme.grades ?? [])
  return sheets.map((sheet, place) => {
    const { staffNumber, name, office, post, employment, days, work, reward, score, soFar, partial } = sheet
    const items = [...itemsOf(sheet), ...(sheet.rewards === null ? [] : [sheet.rewards])]
    return {
      staffNumber,
      name,
      office,
      post,
      employment,
      days: { onRoster: days.onRoster, ofYear: days.ofYear },
      items: items.map(({ itemId, title, full, score: of }) => ({ itemId, title, full, score: of })),
      work,
      reward,
      score,
      soFar,
      partial,
      rank: ranks[place] ?? null,
      grade: grades[place]?.grade ?? null,
      tiedFor: grades[place]?.tiedFor ?? null,
      moneyFen: sheet.moneyFen,
    }
  })
}
