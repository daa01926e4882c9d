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
 * Leaders each in charge of the office the next one stands in, the last of the first. Nobody is named twice: each
 * circle is a shortest one through the first leader not yet in another. A leader in charge of his or her own office is
 * no circle: only staff are scored there.
 */
export function inChargeCircles(leaders: readonly Leader[]): readonly (readonly Leader[])[] {
  const circles: (readonly Leader[])[] = []
  const named = new Set<Leader>()
  for (const leader of leaders) {
    if (named.has(leader)) continue
    const circle = shortestCircle(leader, leaders)
    if (circle === null || circle.some((one) => named.has(one))) continue
    circles.push(circle)
    for (const one of circle) named.add(one)
  }
  return circles
}

/** By breadth: time in step with the links, however many circles there are. */
function shortestCircle(start: Leader, leaders: readonly Leader[]): readonly Leader[] | null {
  const reached = new Set<Leader>([start])
  let paths: (readonly Leader[])[] = [[start]]
  while (paths.length > 0) {
    const longer: (readonly Leader[])[] = []
    for (const path of paths) {
      const last = path.at(-1)
      if (last === undefined) continue
      for (const next of ledBy(last, leaders)) {
        if (next === start) return path
        if (reached.has(next)) continue
        reached.add(next)
        longer.push([...path, next])
      }
    }
    paths = longer
  }
  return null
}

function ledBy(leader: Leader, leaders: readonly Leader[]): readonly Leader[] {
  return leaders.filter(
    (other) =>
      other.staffNumber !== leader.staffNumber &&
      other.office !== '' &&
      leader.inChargeOf.some((office) => isSameOffice(office, other.office)),
  )
}
