import { z } from 'zod'
import { isSameValue } from '../primitives/is-same-value.ts'
import { centipoints, type Centipoints } from '../primitives/centipoints.ts'
import { fen } from '../primitives/fen.ts'
import { localDate } from '../primitives/local-date.ts'
import { assert } from '../primitives/result.ts'
import { employments } from '../roster/assignment.ts'
import { posts, type Scheme } from '../scheme/scheme.ts'
import type { ScoreSheet } from '../scoring/score-sheet.ts'
import { gradesOf } from './grades.ts'
import { standings } from './standings.ts'

const day = z.iso.date().transform(localDate)
const points = z.int().transform(centipoints)

const finalPersonSchema = z.object({
  staffNumber: z.string(),
  name: z.string(),
  office: z.string(),
  post: z.enum(posts),
  employment: z.enum(employments).nullable(),
  days: z.object({ onRoster: z.int().min(0), ofYear: z.int().min(365) }),
  /** 工作项目成绩 and 工作奖励成绩, in hundredths of a point; null: a part nobody assessed, of who has 0 all the same. */
  work: points.nullable(),
  reward: points,
  score: points,
  /** Within the ranking group (the post). */
  rank: z.int().min(1),
  grade: z.string().nullable(),
  /** The grade whose quota ends among equals: for the leading group to decide. */
  tiedFor: z.string().nullable(),
  /** What `money` rules take from pay. */
  moneyFen: z.int().min(0).transform(fen),
})

/** The annual result as it was proposed and stands for good: JSON, `gongdao-result/1`, people in roster order. */
export const finalResultSchema = z.object({
  format: z.literal('gongdao-result/1'),
  town: z.string(),
  year: z.int(),
  /** Of the year; a later number replaces the ones before. */
  number: z.int().min(1),
  asOf: day,
  engineVersion: z.string(),
  /** All that were in force in the year, the balance day's last. */
  schemes: z.array(z.object({ version: z.int().min(1), title: z.string(), effectiveFrom: day })).min(1),
  /** Position of the ledger's last row. */
  ledgerPosition: z.int().min(0),
  people: z.array(finalPersonSchema).min(1),
})
export type FinalResult = z.infer<typeof finalResultSchema>
export type FinalPerson = FinalResult['people'][number]

/** Freezes a year's sheets, none of which is partial. Ranks, and grades by the scheme's bands and quotas, stand beside. */
export function finalResult(
  head: Omit<FinalResult, 'format' | 'people'>,
  sheets: readonly ScoreSheet[],
  scheme: Pick<Scheme, 'grades'>,
): FinalResult {
  const ranks = standings(sheets)
  const grades = gradesOf(sheets, scheme.grades ?? [])
  const people = sheets.map((sheet, place): FinalPerson => {
    const { staffNumber, name, office, post, employment, days, work, reward, score, moneyFen } = sheet
    const [rank, given] = [ranks[place] ?? null, grades[place]]
    assert(score !== null && rank !== null && given !== undefined, 'nobody of a final result is partial')
    const { onRoster, ofYear } = days
    const person = { staffNumber, name, office, post, employment, days: { onRoster, ofYear } }
    return { ...person, work, reward, score, rank, ...given, moneyFen }
  })
  return { format: 'gongdao-result/1', ...head, people }
}

type ShownResult = { readonly score: Centipoints; readonly rank: number; readonly grade: string | null }

/** What a later result says of a person otherwise than the one before; null where he is in one of them only. */
export type ResultChange = {
  readonly staffNumber: string
  readonly name: string
  readonly before: ShownResult | null
  readonly after: ShownResult | null
}

/** Everyone whose score, rank or grade differs, in the later one's order, then who is no longer in it. */
export function resultChanges(before: FinalResult, after: FinalResult): readonly ResultChange[] {
  const earlier = new Map(before.people.map((one) => [one.staffNumber, one]))
  const later = new Set(after.people.map(({ staffNumber }) => staffNumber))
  const changed = after.people.flatMap((one): ResultChange[] => {
    const was = earlier.get(one.staffNumber)
    if (isSameValue(was, one)) return []
    return [
      {
        staffNumber: one.staffNumber,
        name: one.name,
        before: was === undefined ? null : shown(was),
        after: shown(one),
      },
    ]
  })
  const gone = before.people.filter(({ staffNumber }) => !later.has(staffNumber))
  return [
    ...changed,
    ...gone.map((one) => ({ staffNumber: one.staffNumber, name: one.name, before: shown(one), after: null })),
  ]
}

function shown({ score, rank, grade }: FinalPerson): ShownResult {
  return { score, rank, grade }
}
