import type { Bar, Scope } from '../../policies/policy-table.ts'
import type { Role } from '../../policies/roles.ts'
import { answer, endpoint } from './endpoint.ts'

export type { Bar, Scope }

/** One line of the policy table: an action, who may do it and how far each reaches, and what stands against it. */
export type PolicyLine = {
  readonly action: string
  readonly title: string
  readonly by: readonly { readonly role: Role; readonly scope: Scope }[]
  /** Objects in these states only; empty: in any. */
  readonly on: readonly string[]
  readonly not: readonly Bar[]
  readonly ownOnly: readonly Role[]
  /** wholeTown: only of the roles it reaches that far for. */
  readonly needsSecondFactor: boolean | 'wholeTown'
}

export const policyEndpoints = {
  /** The table every request is judged by, as it stands in the program. */
  readPolicies: endpoint({
    method: 'GET',
    path: '/api/policies',
    access: 'signed-in',
    answer: answer<{ readonly roles: readonly Role[]; readonly lines: readonly PolicyLine[] }>(),
  }),
}
