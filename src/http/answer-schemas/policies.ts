import { z } from 'zod'
import { bars, scopes } from '../../policies/policy-table.ts'
import { roles } from '../../policies/roles.ts'
import type { policyEndpoints } from '../contract/policies.ts'
import { answersOf, json } from './answers-of.ts'
import { words } from './fields.ts'

const role = z.enum(roles)

export const policyAnswers = answersOf<typeof policyEndpoints>()({
  readPolicies: json(
    z.object({
      roles: z.array(role),
      lines: z.array(
        z.object({
          action: words,
          title: words,
          by: z.array(z.object({ role, scope: z.enum(scopes) })),
          on: z.array(words),
          not: z.array(z.enum(bars)),
          ownOnly: z.array(role),
          needsSecondFactor: z.union([z.boolean(), z.literal('wholeTown')]),
        }),
      ),
    }),
  ),
})
