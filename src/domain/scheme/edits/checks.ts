import { readPoints, type Centipoints } from '../../primitives/centipoints.ts'
import { assert, refuse, type Result } from '../../primitives/result.ts'
import type { SchemeEditRefusal, SchemePlace } from './refusals.ts'

type Refused = ReturnType<typeof refuse<SchemeEditRefusal>>

/** Plain points of an edit, which its schema has seen to have at most two decimals. */
export function pointsOf(plain: number): Centipoints {
  const points = readPoints(plain)
  assert(points !== null, `${plain} has at most two decimals`)
  return points
}

/** The first amount below zero, by field; null when there is none. */
export function refuseNegative(amounts: Readonly<Record<string, number | null | undefined>>): Refused | null {
  for (const [field, amount] of Object.entries(amounts))
    if (typeof amount === 'number' && amount < 0) return refuse({ code: 'negative-amount', field, amount })
  return null
}

/** Refuses an edit of a part that the scheme does not have (any more). */
export function unknownId(part: SchemePlace, id: string): Refused {
  return refuse({ code: 'unknown-id', part, id })
}

/** The first thing named twice, or null. */
export function repeated<Name>(names: readonly Name[]): Name | undefined {
  return names.find((name, i) => names.indexOf(name) !== i)
}

/** The next name such as hand-item-3 that no part bears or has borne. */
export function nextHandId(part: string, taken: ReadonlySet<string>): string {
  let number = 1
  for (const id of taken) {
    const found = new RegExp(`^hand-${part}-(\\d+)$`).exec(id)?.[1]
    if (found !== undefined) number = Math.max(number, Number(found) + 1)
  }
  return `hand-${part}-${number}`
}

export type Edited<Value> = Result<Value, SchemeEditRefusal>
