import type { Centipoints } from '../primitives/centipoints.ts'
import type { PlannedItem } from './plan-items.ts'
import type { StatedPoints, Stretch } from './stated-points.ts'

/** One sheet of a planned category. */
export type PlannedSheet = {
  readonly title: string
  /** null: everyone's sheet. */
  readonly office: string | null
  readonly stated: StatedPoints | null
  readonly source: Stretch
  readonly path: readonly string[]
  readonly items: readonly PlannedItem[]
}

/** A category as the outline plans it; its clauses are not read yet. */
export type PlannedCategory = {
  readonly title: string
  readonly points: Centipoints | null
  /** The points of its heading or, failing that, of the list that names it. */
  readonly digits: Stretch | null
  readonly source: Stretch
  readonly path: readonly string[]
  readonly sheets: readonly PlannedSheet[]
  /** false: only the list names it, no section of the text speaks of it. */
  readonly hasSection: boolean
  /** How often the full points are granted, where not once a year. */
  readonly window?: 'month' | 'quarter'
}
