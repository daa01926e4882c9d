import type { ProposedEntryStore } from '../../commands/proposed-entry-store.ts'
import { groupBy } from '../../domain/primitives/group-by.ts'
import type { DaySpan } from '../../domain/primitives/local-date.ts'
import type { ProposedEntry, ProposedEntryState } from '../../domain/registers/proposed-entry.ts'
import type { RegisterId } from '../../domain/registers/register.ts'
import { isSameOffice } from '../../domain/roster/office-names.ts'
import { covers, type Reach, type Subject } from '../../policies/permit.ts'
import { maySeeProposal } from '../../policies/proposal-sight.ts'
import {
  officeOn,
  proposedEntryViews,
  type ProposedEntryView,
  type ProposedEntryViewStores,
} from './proposed-entry-view.ts'

/** What is asked of the list; null does not narrow. */
export type ProposedEntryFilter = {
  readonly state: ProposedEntryState
  readonly register: RegisterId | null
  readonly staffNumber: string | null
  readonly office: string | null
  readonly days: DaySpan | null
}

export type ProposedEntryPage = {
  readonly proposals: readonly ProposedEntryView[]
  readonly total: number
  /** Of each state, under the same filter but for the state. */
  readonly counts: Readonly<Record<ProposedEntryState, number>>
}

/** One page of the proposals within reach: open ones the oldest day first, others the latest decided first. */
export async function listProposedEntries(
  stores: ProposedEntryViewStores & { readonly proposedEntries: ProposedEntryStore },
  filter: ProposedEntryFilter,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
  { subject, reach }: { readonly subject: Subject; readonly reach: Reach },
): Promise<ProposedEntryPage> {
  const found = (await within(stores, filter, reach)).filter((one) => maySeeProposal(subject, one))
  const of = (state: ProposedEntryState) => found.filter((one) => one.state === state)
  const asked = of(filter.state)
  const ordered = filter.state === 'open' ? asked : asked.toSorted(latestFirst)
  const shown = ordered.slice((page - 1) * pageSize, page * pageSize)
  return {
    proposals: await proposedEntryViews(stores, shown, subject),
    total: asked.length,
    counts: {
      open: of('open').length,
      adopted: of('adopted').length,
      dismissed: of('dismissed').length,
      superseded: of('superseded').length,
    },
  }
}

async function within(
  { proposedEntries, roster }: ProposedEntryViewStores & { readonly proposedEntries: ProposedEntryStore },
  { register, staffNumber, office, days }: ProposedEntryFilter,
  reach: Reach,
): Promise<readonly ProposedEntry[]> {
  const found = await proposedEntries.list({
    ...(register === null ? {} : { registers: [register] }),
    ...(staffNumber === null ? {} : { staffNumbers: [staffNumber] }),
    ...(days === null ? {} : { days }),
  })
  if (reach.kind === 'everyone' && office === null) return found
  const stays = groupBy(await roster.assignments(), (one) => one.staffNumber)
  return found.filter(({ observation }) => {
    const on = officeOn(stays.get(observation.staffNumber), observation.occurredOn)
    const isOfOffice = office === null || isSameOffice(office, on)
    return isOfOffice && covers(reach, { staffNumber: observation.staffNumber, offices: [on] })
  })
}

function latestFirst(left: ProposedEntry, right: ProposedEntry): number {
  return (right.decided?.at.getTime() ?? 0) - (left.decided?.at.getTime() ?? 0)
}
