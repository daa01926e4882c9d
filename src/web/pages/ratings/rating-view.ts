import { parseHundredths } from '../../../domain/primitives/centipoints.ts'
import { divideHalfUp } from '../../../domain/primitives/ratio.ts'
import type { PersonRating, RatingMarkRow } from '../../../http/contract/ratings.ts'

/** The mean of the marks in hundredths, half up for show; null where there is none. */
export function meanOf(marks: readonly Pick<RatingMarkRow, 'mark'>[]): number | null {
  if (marks.length === 0) return null
  const sum = marks.reduce((total, { mark }) => total + mark, 0)
  return Number(divideHalfUp(BigInt(sum), BigInt(marks.length)))
}

/** A weight as its share of all weights, in hundredths of a percent: weights are relative. */
export function weightShare(weight: number, all: readonly { readonly weight: number }[]): number {
  const total = all.reduce((sum, group) => sum + group.weight, 0)
  return total === 0 ? 0 : Number(divideHalfUp(BigInt(weight) * 10_000n, BigInt(total)))
}

/** A mark of 0–100 with at most two decimals, or null. */
export function typedMark(typed: string): number | null {
  const mark = parseHundredths(typed)
  return mark === null || mark < 0 || mark > 10_000 ? null : mark
}

/** Something of the person's rating is still missing: no whole mark, and a group without one. */
export function isIncomplete(rating: PersonRating): boolean {
  return rating.whole === null && rating.groups.some((group) => group.missing)
}

export type RatingFilter = {
  readonly category: string
  readonly office: string
  readonly words: string
  readonly onlyMissing: boolean
}

export function ratingsShown(people: readonly PersonRating[], filter: RatingFilter): readonly PersonRating[] {
  const sought = filter.words.trim()
  return people.filter(
    (rating) =>
      rating.categoryId === filter.category &&
      (filter.office === '' || rating.office === filter.office) &&
      (sought === '' || rating.name.includes(sought) || rating.staffNumber.startsWith(sought)) &&
      (!filter.onlyMissing || isIncomplete(rating)),
  )
}

/** The group to enter a mark for first: one that has none; else the first; null is the whole mark. */
export function groupToStartWith(rating: PersonRating): string | null {
  return (rating.groups.find((group) => group.missing) ?? rating.groups[0])?.group ?? null
}
