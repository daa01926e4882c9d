import { z } from 'zod'
import type { adoptionEndpoints } from '../contract/adoption.ts'
import { answersOf, component, json } from './answers-of.ts'
import { count, day, instant, words } from './fields.ts'
import { schemeVersion } from './schemes.ts'

export const proposalHead = {
  id: z.uuid(),
  state: z.enum(['open', 'approved', 'rejected', 'withdrawn']),
  note: words,
  proposedAt: instant,
  proposedBy: words,
  decidedAt: instant.nullable(),
  decidedBy: words.nullable(),
  reason: words.nullable(),
}

const adoption = component(
  'AdoptionProposal',
  z.object({
    ...proposalHead,
    draftId: z.uuid(),
    revision: count,
    version: count,
    effectiveFrom: day,
    basis: words,
  }),
)

export const adoptionAnswers = answersOf<typeof adoptionEndpoints>()({
  proposeAdoption: json(adoption, [409, 422]),
  listAdoptions: json(z.object({ adoptions: z.array(adoption) })),
  adoptScheme: json(schemeVersion, [404, 409, 422]),
  rejectAdoption: json(adoption, [404, 409]),
  withdrawAdoption: json(adoption, [404, 409]),
})
