import { adoptScheme, proposeAdoption } from '../../commands/adopt-scheme.ts'
import type { AuditNote } from '../../commands/audit-store.ts'
import { rejectProposal, withdrawProposal } from '../../commands/decide-proposal.ts'
import type { AdoptionProposal } from '../../commands/proposal-store.ts'
import { localDate } from '../../domain/primitives/local-date.ts'
import { accept } from '../../domain/primitives/result.ts'
import type { adoptionEndpoints } from '../contract/adoption.ts'
import { toAdoption } from '../proposal-answers.ts'
import type { RouteGroup } from '../route.ts'
import { toVersion } from '../scheme-answers.ts'

/** What the audit keeps of an adoption proposed or decided. */
function noteOf({ id, subject, note, proposedBy, decision }: AdoptionProposal): AuditNote {
  const { version, revision, effectiveFrom, basis } = subject
  return {
    object: { kind: 'adoption', id, label: `方案第${String(version)}版` },
    before: decision === null ? null : { state: 'open', proposedBy },
    after: { state: decision?.state ?? 'open', version, revision, effectiveFrom, basis },
    reason: decision === null ? note : decision.reason,
  }
}

export const adoptionRoutes: RouteGroup<typeof adoptionEndpoints> = {
  proposeAdoption: {
    inTown: async ({ params, body, stores, act, note }) => {
      const effectiveFrom = localDate(body.effectiveFrom)
      const proposed = await proposeAdoption(stores, act, { ...params, ...body, effectiveFrom })
      if (!proposed.ok) return proposed
      note(noteOf(proposed.value))
      return accept(toAdoption(proposed.value))
    },
  },
  listAdoptions: {
    inTown: async ({ stores }) =>
      accept({ adoptions: (await stores.adoptions.list()).toReversed().map(toAdoption) }),
  },
  adoptScheme: {
    inTown: async ({ params, stores, act, subject, note }) => {
      const adopted = await adoptScheme(stores, act, { ...params, decider: subject })
      if (!adopted.ok) return adopted
      const { version, proposal } = adopted.value
      note(noteOf(proposal))
      return accept(toVersion(version, proposal.proposedBy))
    },
  },
  rejectAdoption: {
    inTown: async ({ params, body, stores, act, subject, note }) => {
      const asked = { ...params, ...body, decider: subject, action: 'scheme.adopt' } as const
      const rejected = await rejectProposal(stores.adoptions, act, asked)
      if (!rejected.ok) return rejected
      note(noteOf(rejected.value))
      return accept(toAdoption(rejected.value))
    },
  },
  withdrawAdoption: {
    inTown: async ({ params, body, stores, act, note }) => {
      const withdrawn = await withdrawProposal(stores.adoptions, act, { ...params, reason: body.reason || null })
      if (!withdrawn.ok) return withdrawn
      note(noteOf(withdrawn.value))
      return accept(toAdoption(withdrawn.value))
    },
  },
}
