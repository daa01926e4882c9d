import type { Stretch } from './stated-points.ts'

export type UndefinedRole = {
  readonly role: string
  readonly stretch: Stretch
  readonly candidates: readonly string[]
}

/** Words for leaders that a reader cannot place without a definition; the first candidate is the default (SPEC §6). */
const looseRoles: readonly (readonly [string, readonly string[]])[] = [
  ['主管领导', ['主要领导', '分管领导']],
  ['包片领导', ['分管领导', '主要领导']],
  ['联系领导', ['分管领导', '主要领导']],
  ['带班领导', ['分管领导', '主要领导']],
]

/** 主管领导 beside 分管领导 and 主要领导: used, but nowhere said who that is. The first use only. */
export function findUndefinedRoles(text: string): UndefinedRole[] {
  return looseRoles.flatMap(([role, candidates]) => {
    const start = text.indexOf(role)
    const isDefined = new RegExp(`${role}(?:是指|指|即|,即|\\(即)`).test(text)
    return start < 0 || isDefined ? [] : [{ role, stretch: { start, end: start + role.length }, candidates }]
  })
}
