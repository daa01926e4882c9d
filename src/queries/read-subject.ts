import type { RosterStore } from '../commands/roster-store.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { Subject } from '../policies/permit.ts'
import { effectiveRoles, type Role } from '../policies/roles.ts'
import { assignmentsOn, rolesFromRoster } from '../policies/roster-roles.ts'

/**
 * Who acts in a town today: the roles given to the account, and those its person has by the roster of the day (staff,
 * deputy with the offices in charge, principal). Read at every request, so that a change acts on the next one. Whoever
 * is no longer, or not yet, on the roster keeps the own sheet and nothing else of it.
 */
export async function readSubject(
  session: {
    readonly userName: string
    readonly granted: readonly Role[]
    readonly staffNumber: string | null
  },
  today: LocalDate,
  roster: Pick<RosterStore, 'assignmentsOf'>,
): Promise<Subject> {
  const { userName: by, granted, staffNumber } = session
  const all = staffNumber === null ? [] : await roster.assignmentsOf(staffNumber)
  const current = assignmentsOn(all, today)
  const fromRoster = rolesFromRoster(all, today)
  const roles = effectiveRoles(granted, fromRoster)
  const isLeader = roles.includes('deputy') || roles.includes('principal')
  return {
    by,
    roles,
    staffNumber,
    ownOffices: current.map(({ office }) => office).filter((office) => office !== ''),
    inChargeOf: isLeader ? current.flatMap(({ inChargeOf }) => inChargeOf) : [],
  }
}
