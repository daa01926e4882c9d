import { fen } from '../../primitives/fen.ts'
import { accept, refuse } from '../../primitives/result.ts'
import { rollUpCircle } from '../roll-up-circle.ts'
import type { Scheme } from '../scheme.ts'
import { pointsOf, refuseNegative, repeated, type Edited } from './checks.ts'
import type { SchemeEditOf } from './edit-schema.ts'

/** The total the categories have to add up to; refused below 0. */
export function setTotal(scheme: Scheme, edit: SchemeEditOf<'set-total'>): Edited<Scheme> {
  return refuseNegative({ total: edit.total }) ?? accept({ ...scheme, total: pointsOf(edit.total) })
}

/** null: full points are granted once per year, the default (SPEC §4.2). */
export function setWindow(scheme: Scheme, edit: SchemeEditOf<'set-window'>): Edited<Scheme> {
  const { window: _window, ...kept } = scheme
  return accept(edit.window === null ? kept : { ...kept, window: edit.window })
}

/** The clause stays cited where the amount is corrected by hand; a person's word for it is the draft's own record. */
export function setPay(scheme: Scheme, edit: SchemeEditOf<'set-pay'>): Edited<Scheme> {
  if (edit.pay === null) return accept({ ...scheme, pay: null })
  const { perPerson, formula } = edit.pay
  const negative = refuseNegative({ perPerson })
  if (negative !== null) return negative
  const amount = perPerson === null ? null : fen(pointsOf(perPerson))
  return accept({ ...scheme, pay: { perPerson: amount, formula, source: scheme.pay?.source ?? null } })
}

/** Replaces all roll-ups (SPEC §4.4); one that stays keeps its clause. Refused for a post twice or in a circle. */
export function setRollUps(scheme: Scheme, edit: SchemeEditOf<'set-roll-ups'>): Edited<Scheme> {
  const circular = edit.rollUps.find(({ post, of }) => post === of)
  if (circular !== undefined) return refuse({ code: 'roll-up-of-itself', post: circular.post })
  const twice = repeated(edit.rollUps.map(({ post }) => post))
  if (twice !== undefined) return refuse({ code: 'duplicate-roll-up', post: twice })
  const [post, of] = rollUpCircle(edit.rollUps) ?? []
  if (post !== undefined && of !== undefined) return refuse({ code: 'roll-up-in-circle', post, of })
  const rollUps = edit.rollUps.map(({ post, of }) => {
    const before = scheme.rollUps.find((rollUp) => rollUp.post === post && rollUp.of === of)
    return { post, of, method: 'mean' as const, source: before?.source ?? null }
  })
  return accept({ ...scheme, rollUps })
}
