import type { NormalisedText } from './normalised-text.ts'
import { outlineOf } from './outline.ts'
import type { Section } from './section.ts'
import { seamsOf } from './table-seams.ts'
import { planScheme, type SchemePlan } from './scheme-plan.ts'
import { findStatements, spokenByStatements, type Statements } from './statements/find-statements.ts'
import type { Stretch } from './stated-points.ts'
import type { Reading } from './stored-text.ts'
import type { SilenceReason } from './silence-reason.ts'
import { sumGroupsOf, type SumGroup } from './sum-groups.ts'

/** A body laid out, before its clauses are read: headings, the plan of the scheme, its sums. */
export type Layout = {
  readonly reading: Reading
  readonly root: Section
  /** Cells of score tables that hold no clause. */
  readonly cells: readonly Stretch[]
  readonly plan: SchemePlan
  readonly groups: readonly SumGroup[]
}

/** A layout with what the text says of the whole. */
export type StatedLayout = Layout & { readonly statements: Statements }

/** Lays out a body: `stored` is the text that its places are cited from, `folded` its form with tabs for columns. */
export function layOut(stored: string, folded: string, body: NormalisedText): Layout {
  const { text } = body
  const { root, totals, cells } = outlineOf(text, (blocks) => seamsOf(stored, folded, body, blocks))
  const plan = planScheme(text, root, totals)
  return {
    reading: { stored, body },
    root,
    cells,
    plan,
    groups: sumGroupsOf(plan),
  }
}

/** Reads what the text of a layout says of the whole. */
export function withStatements(layout: Layout): StatedLayout {
  return { ...layout, statements: findStatements(layout.reading, layout.root, layout.plan) }
}

/** Words understood as a statement about the whole, in which no clause stands, and why they score nothing. */
export type Spoken = Stretch & { readonly reason: SilenceReason }

/** All statements about the whole that a layout has found. */
export function spokenStretches({ plan, statements, cells }: StatedLayout): Spoken[] {
  const because = (reason: SilenceReason, words: readonly Stretch[]): Spoken[] =>
    words.map(({ start, end }) => ({ start, end, reason }))
  return [
    ...because('heading', cells),
    ...because('item-points', statedWords(plan)),
    ...because(
      'category-list',
      plan.lists.map((list) => list.sentence),
    ),
    ...spokenByStatements(statements),
  ]
}

function statedWords(plan: SchemePlan): Stretch[] {
  const sheets = plan.categories.flatMap((category) => category.sheets)
  return sheets.flatMap((sheet) =>
    sheet.items.flatMap(({ stated }) => (stated === null || stated.isClause ? [] : [stated.words])),
  )
}

/** Headings with a title, outermost first: 加分事项 is no clause. */
export function titledHeadings(section: Section): Stretch[] {
  return [...(section.title === '' ? [] : [section.heading]), ...section.children.flatMap(titledHeadings)]
}
