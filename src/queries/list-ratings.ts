import type { StoredMark } from '../commands/rating-store.ts'
import type { Centipoints } from '../domain/primitives/centipoints.ts'
import { groupBy } from '../domain/primitives/group-by.ts'
import type { Quantity } from '../domain/primitives/quantity.ts'
import { isRolledUp } from '../domain/roster/sheet-directory.ts'
import { raterGroupsOf } from '../domain/scheme/rater-groups.ts'
import type { Category, Scheme } from '../domain/scheme/scheme.ts'
import type { ScoreSheet } from '../domain/scoring/score-sheet.ts'

export type PersonMarks = {
  readonly staffNumber: string
  readonly name: string
  readonly office: string
  readonly categoryId: string
  readonly groups: readonly {
    readonly group: string
    readonly weight: Quantity
    readonly marks: readonly StoredMark[]
    readonly missing: boolean
  }[]
  readonly whole: StoredMark | null
  readonly score: Centipoints | null
}

export function ratedCategories(scheme: Scheme): readonly Category[] {
  return scheme.categories.filter(({ kind }) => kind === 'rated')
}

/** Per person and rated category: the marks of each rater group and who is still missing; leaders by roll-up need none. */
export function listRatings(
  scheme: Scheme,
  sheets: readonly ScoreSheet[],
  marks: readonly StoredMark[],
): readonly PersonMarks[] {
  const marksByPerson = groupBy(marks, ({ staffNumber }) => staffNumber)
  return ratedCategories(scheme).flatMap((category) =>
    sheets
      .filter(({ post }) => !isRolledUp(scheme, post))
      .map((sheet) => personMarks(category, sheet, marksByPerson.get(sheet.staffNumber) ?? [])),
  )
}

function personMarks(category: Category, sheet: ScoreSheet, marks: readonly StoredMark[]): PersonMarks {
  const own = marks.filter(({ categoryId }) => categoryId === category.id)
  const whole = own.find(({ raterGroup }) => raterGroup === null) ?? null
  return {
    staffNumber: sheet.staffNumber,
    name: sheet.name,
    office: sheet.office,
    categoryId: category.id,
    groups: raterGroupsOf(category).map(({ group, weight }) => {
      const ofGroup = own.filter(({ raterGroup }) => raterGroup === group)
      return { group, weight, marks: ofGroup, missing: whole === null && ofGroup.length === 0 }
    }),
    whole,
    score: sheet.categories.find(({ categoryId }) => categoryId === category.id)?.score ?? null,
  }
}
