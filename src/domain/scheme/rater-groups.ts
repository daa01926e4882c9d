import { quantity } from '../primitives/quantity.ts'
import type { Category, RaterGroup } from './scheme.ts'

/** 本系统建议值，非办法原文: who rates and with what weight where the regulation says nothing (SPEC §4). */
export const defaultRaterGroups: readonly RaterGroup[] = [
  { group: '主要领导', weight: quantity(3000) },
  { group: '分管领导', weight: quantity(3000) },
  { group: '同事', weight: quantity(2000) },
  { group: '村居与服务对象', weight: quantity(2000) },
]

/** The rater groups of a rated category: its own, else the default 30/30/20/20. Weights are relative. */
export function raterGroupsOf(category: Category): readonly RaterGroup[] {
  const own = category.raterGroups ?? []
  return own.length > 0 ? own : defaultRaterGroups
}

/** A rated category whose groups the text does not name and nobody has set: the groups in use are suggestions. */
export function hasSuggestedRaters(category: Category): boolean {
  if (category.kind !== 'rated') return false
  return category.origin === 'default' || (category.raterGroups ?? []).length === 0
}
