import { addPoints, pointsFromRatio, zeroPoints, type Centipoints } from '../primitives/centipoints.ts'
import { ratio } from '../primitives/ratio.ts'
import type { RatingMark } from '../ledger/entry.ts'
import { everyoneSheets, hasOfficeSheets, isRolledUp } from '../roster/sheet-directory.ts'
import type { StaffMember, Stay } from '../roster/staff.ts'
import type { Category, OfficeSheet } from '../scheme/scheme.ts'
import type { Charge } from './charge.ts'
import { scoreItem, type EntriesByRule } from './item-score.ts'
import { scoreRating } from './rating-score.ts'
import type { CategoryScore, MissingPart, SheetScore } from './score-sheet.ts'
import type { ScoringContext } from './scoring-context.ts'

export type CategoryOutcome = {
  readonly categoryScore: CategoryScore
  readonly missing: readonly MissingPart[]
  readonly consequences: readonly Charge[]
}

/** A category of one person: the rating, or Σ of the sheets of everyone and of the office (SPEC §4.3, §4.5). */
export function scoreCategory(
  context: ScoringContext,
  person: StaffMember,
  category: Category,
  entries: EntriesByRule,
  marks: readonly RatingMark[],
): CategoryOutcome {
  const { id: categoryId, title, kind, points: full } = category
  if (kind === 'rated') {
    const { rating, score, missing } = scoreRating(category, marks)
    const categoryScore = { categoryId, title, kind, full, score, soFar: score ?? zeroPoints, sheets: [], rating }
    return { categoryScore, missing, consequences: [] }
  }
  const shared = everyoneSheets(category).map((sheet) =>
    scoreSheet(context, person, category, sheet, person.stays, entries),
  )
  const own =
    hasOfficeSheets(category) || shared.length === 0 ? scoreOffices(context, person, category, entries) : null
  const sheets = [...shared, ...(own?.sheets ?? [])]
  const sharedScores = shared.map(({ sheetScore }) => sheetScore.score)
  const ownScore = own === null ? zeroPoints : own.score
  const isKnown = ownScore !== null && !sharedScores.includes(null)
  return {
    categoryScore: {
      categoryId,
      title,
      kind,
      full,
      score: isKnown ? addPoints(ownScore, ...sharedScores.map((score) => score ?? zeroPoints)) : null,
      soFar: addPoints(own?.soFar ?? zeroPoints, ...shared.map(({ soFar }) => soFar)),
      sheets: sheets.map(({ sheetScore }) => sheetScore),
      rating: null,
    },
    missing: [...sheets.flatMap(({ missing }) => missing), ...(own?.missing ?? [])],
    consequences: sheets.flatMap(({ consequences }) => consequences),
  }
}

type SheetOutcome = {
  readonly sheetScore: SheetScore
  readonly soFar: Centipoints
  readonly missing: readonly MissingPart[]
  readonly consequences: readonly Charge[]
}

/** Σ items of one sheet, over the stays during which it was the person's. */
function scoreSheet(
  context: ScoringContext,
  person: StaffMember,
  category: Category,
  sheet: OfficeSheet,
  stays: readonly Stay[],
  entries: EntriesByRule,
): SheetOutcome {
  const days = { onSheet: stays.map(({ span }) => span), onRoster: person.stays.map(({ span }) => span) }
  const items = sheet.items.map((item) => scoreItem(context, category, item, entries, days))
  const scores = items.map(({ itemScore }) => itemScore.score)
  const soFar = addPoints(...scores.map((score) => score ?? zeroPoints))
  return {
    sheetScore: {
      sheetId: sheet.id,
      title: sheet.title,
      office: sheet.office,
      days: stays.reduce((sum, stay) => sum + stay.days, 0),
      full: sheet.points,
      score: scores.includes(null) ? null : soFar,
      items: items.map(({ itemScore }) => itemScore),
    },
    soFar,
    missing: items.flatMap(({ missing }) => missing),
    consequences: items.flatMap(({ consequences }) => consequences),
  }
}

/**
 * The part of a category that belongs to offices. A mover has Σ(dᵢ/D × score on sheet i), half up to 0.01 once
 * (181 days at 50 and 184 at 60 → 55.04); days in an office without a sheet leave it null (SPEC §4.5, §7). Days served
 * in a post that is scored by roll-up have no sheet and carry no weight.
 */
function scoreOffices(context: ScoringContext, person: StaffMember, category: Category, entries: EntriesByRule) {
  const scored = person.stays.filter(({ post }) => !isRolledUp(context.scheme, post))
  const staysBySheet = new Map<OfficeSheet, Stay[]>()
  const missing = new Map<string, MissingPart>()
  for (const stay of scored) {
    const sheet = context.directory.officeSheet(category, stay.office)
    if (sheet === null)
      missing.set(stay.office, { code: 'no-sheet', category: category.title, office: stay.office })
    else staysBySheet.set(sheet, [...(staysBySheet.get(sheet) ?? []), stay])
  }
  const sheets = [...staysBySheet].map(([sheet, stays]) =>
    scoreSheet(context, person, category, sheet, stays, entries),
  )
  const days = scored.reduce((sum, stay) => sum + stay.days, 0)
  const isKnown = missing.size === 0 && sheets.every(({ sheetScore }) => sheetScore.score !== null)
  const soFar = days === 0 ? zeroPoints : weightedByDays(sheets, days)
  return { sheets, missing: [...missing.values()], score: isKnown ? soFar : null, soFar }
}

/** Σ(dᵢ/D × known points on sheet i), exact until one rounding half up. */
function weightedByDays(sheets: readonly SheetOutcome[], days: number): Centipoints {
  let weighted = 0n
  for (const { soFar, sheetScore } of sheets) weighted += BigInt(soFar) * BigInt(sheetScore.days)
  return pointsFromRatio(ratio(weighted, days))
}
