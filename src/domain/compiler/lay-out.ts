import type { Statements } from './assemble-scheme.ts'
import type { NormalisedText } from './normalised-text.ts'
import { outlineOf, type Section } from './outline.ts'
import { titleOf } from './regulation-title.ts'
import { planScheme, type SchemePlan } from './scheme-plan.ts'
import { findCadence } from './statements/cadence.ts'
import { findPay } from './statements/pay.ts'
import { findUnpricedRewards } from './statements/rewards.ts'
import { findRollUps } from './statements/roll-ups.ts'
import type { Stretch } from './stated-points.ts'
import type { Reading } from './stored-text.ts'
import { sumGroupsOf, type SumGroup } from './sum-groups.ts'

/** A body laid out, before its clauses are read: headings, the plan of the scheme, its sums, what it says of the whole. */
export type Layout = {
  readonly reading: Reading
  readonly root: Section
  readonly plan: SchemePlan
  readonly groups: readonly SumGroup[]
  readonly statements: Statements
}

export function layOut(stored: string, body: NormalisedText): Layout {
  const { text } = body
  const root = outlineOf(text)
  const plan = planScheme(text, root)
  return {
    reading: { stored, body },
    root,
    plan,
    groups: sumGroupsOf(plan),
    statements: {
      title: titleOf(text),
      total: plan.total?.points ?? null,
      rollUps: findRollUps(text),
      cadence: findCadence(text),
      pay: findPay(text),
      rewards: findUnpricedRewards(text),
    },
  }
}

/** Stretches understood as statements about the whole: no clause stands in them. */
export function spokenStretches({ plan, statements }: Layout): Stretch[] {
  return [
    ...plan.lists.map((list) => list.sentence),
    ...statements.rollUps.map((rollUp) => rollUp.words),
    ...statements.cadence.map((step) => step.words),
    ...(statements.pay?.sentences ?? []),
    ...statements.rewards.words,
  ]
}

/** Headings with a title: 加分事项 is no clause. */
export function titledHeadings(section: Section): Stretch[] {
  return [...(section.title === '' ? [] : [section.heading]), ...section.children.flatMap(titledHeadings)]
}
