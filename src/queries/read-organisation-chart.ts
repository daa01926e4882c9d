import type { RosterStore } from '../commands/roster-store.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { organisationChart, type OrganisationChart } from '../domain/roster/organisation-chart.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { covers, type Reach } from '../policies/permit.ts'

/** The chart as somebody may see it; what is wrong with it is told to those who see the whole. */
export type ChartView = OrganisationChart & { readonly isWhole: boolean }

/** The chart of a day: whole for whom the town is open, else the leaders and the offices within reach. */
export async function readOrganisationChart(
  roster: Pick<RosterStore, 'assignments'>,
  scheme: Scheme | null,
  day: LocalDate,
  reach: Reach,
): Promise<ChartView> {
  const chart = organisationChart(scheme, await roster.assignments(), day)
  if (reach.kind === 'everyone') return { ...chart, isWhole: true }
  return {
    ...chart,
    offices: chart.offices.filter(({ office }) => covers(reach, { staffNumber: '', offices: [office] })),
    problems: [],
    isWhole: false,
  }
}
