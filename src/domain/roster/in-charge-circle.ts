import type { LocalDate } from '../primitives/local-date.ts'
import type { Assignment } from './assignment.ts'
import { isSameOffice } from './office-names.ts'

/** A leader as the links of 分管 see him or her. */
type Leader = Pick<Assignment, 'staffNumber' | 'name' | 'office' | 'inChargeOf'>

/** The leaders of a day, each with the offices in his or her charge. */
export function leadersOn(roster: readonly Assignment[], day: LocalDate): readonly Assignment[] {
  return roster.filter(
    ({ post, from, to }) => post !== '工作人员' && (from === null || from <= day) && (to === null || day <= to),
  )
}

/**
 * Leaders each in charge of the office the next one stands in, the last of the first: each circle once, beginning with
 * who comes first. A leader in charge of his or her own office is no circle: only staff are scored there.
 */
export function inChargeCircles(leaders: readonly Leader[]): readonly (readonly Leader[])[] {
  const ledBy = (leader: Leader) =>
    leaders.filter(
      (other) =>
        other.staffNumber !== leader.staffNumber &&
        other.office !== '' &&
        leader.inChargeOf.some((office) => isSameOffice(office, other.office)),
    )
  const circles: (readonly Leader[])[] = []
  const follow = (path: readonly Leader[]): void => {
    const [first, last] = [path[0], path.at(-1)]
    if (first === undefined || last === undefined) return
    for (const next of ledBy(last)) {
      if (next === first) circles.push(path)
      // Only later ones: each circle is found from its first leader.
      else if (leaders.indexOf(next) > leaders.indexOf(first) && !path.includes(next)) follow([...path, next])
    }
  }
  for (const leader of leaders) follow([leader])
  return circles
}
