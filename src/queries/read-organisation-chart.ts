import type { RosterStore } from '../commands/roster-store.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import { organisationChart, type OrganisationChart } from '../domain/roster/organisation-chart.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { covers, type Reach } from '../policies/permit.ts'

/** The chart of a day: whole for whom the town is open, else the leaders and the offices within reach. */
export async function readOrganisationChart(
  roster: Pick<RosterStore, 'assignments'>,
  scheme: Scheme | null,
  day: LocalDate,
  reach: Reach,
): Promise<OrganisationChart> {
  const chart = organisationChart(scheme, await roster.assignments(), day)
  if (reach.kind === 'everyone') return chart
  return {
    ...chart,
    offices: chart.offices.filter(({ office }) => covers(reach, { staffNumber: '', offices: [office] })),
    problems: [],
  }
}
