import { accept } from '../../domain/primitives/result.ts'
import { actionTitles } from '../../policies/action-titles.ts'
import { rolesFor } from '../../policies/permit.ts'
import { actions, policyOf, type Action } from '../../policies/policy-table.ts'
import { roles } from '../../policies/roles.ts'
import type { policyEndpoints, PolicyLine } from '../contract/policies.ts'
import type { RouteGroup } from '../route.ts'

export const policyRoutes: RouteGroup<typeof policyEndpoints> = {
  readPolicies: { signedIn: async () => accept({ roles, lines: actions.map(toLine) }) },
}

function toLine(action: Action): PolicyLine {
  const { by, on = [], not = [], ownOnly = [], guarded = false } = policyOf(action)
  return {
    action,
    title: actionTitles[action],
    by: rolesFor(action).flatMap((role) => {
      const scope = by[role]
      return scope === undefined ? [] : [{ role, scope }]
    }),
    on,
    not,
    ownOnly,
    needsSecondFactor: guarded,
  }
}
