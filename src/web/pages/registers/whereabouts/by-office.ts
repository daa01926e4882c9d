import { townMoment } from '../../../../domain/primitives/local-date.ts'
import type { DayStatus } from '../../../../http/contract/registers/whereabouts.ts'

export type OfficeOnBoard = { readonly office: string; readonly people: readonly DayStatus[] }

/** Leaders first, under a heading of their own; then offices in roster order. */
export function byOffice(people: readonly DayStatus[], leadersTitle: string): readonly OfficeOnBoard[] {
  const officeOf = ({ post, office }: DayStatus) => (post === '工作人员' && office !== '' ? office : leadersTitle)
  const offices = [...new Set(people.map(officeOf))]
  const sorted = [
    ...offices.filter((office) => office === leadersTitle),
    ...offices.filter((office) => office !== leadersTitle),
  ]
  return sorted.map((office) => ({ office, people: people.filter((person) => officeOf(person) === office) }))
}

/** In, away with a known place, and neither. */
export function countStatuses(
  people: readonly DayStatus[],
): readonly [here: number, away: number, missing: number] {
  const missing = people.filter(({ isAccounted }) => !isAccounted).length
  const here = people.filter(({ kind, isAccounted }) => isAccounted && (kind === 'in' || kind === 'duty')).length
  return [here, people.length - here - missing, missing]
}

/** By the town's clock: 08:31. */
export function clockOf(instantMs: number): string {
  return townMoment(instantMs).slice(11, 16)
}
