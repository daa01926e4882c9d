import { useQuery } from '@tanstack/react-query'
import { endpoints } from '../../../http/contract/endpoints.ts'
import type { ProposalChangeForm, ProposalEffect } from '../../../http/contract/registers/proposed-entries.ts'
import { call } from '../../parts/api.ts'

/** What adopting these would move, each alone and all together: one request for what is on screen. */
export function useEffects(proposalIds: readonly string[], change: ProposalChangeForm | null = null) {
  return useQuery({
    queryKey: ['proposal-effects', proposalIds, change],
    queryFn: ({ signal }) => call(endpoints.previewProposedEntries, { body: { proposalIds, change }, signal }),
    enabled: proposalIds.length > 0,
    retry: false,
    staleTime: 0,
  })
}

export function byProposal(
  answer: { readonly each: readonly ProposalEffect[] } | undefined,
): ReadonlyMap<string, ProposalEffect> {
  return new Map(answer?.each.map((effect) => [effect.proposalId, effect]))
}
