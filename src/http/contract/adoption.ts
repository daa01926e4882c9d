import { z } from 'zod'
import { dayField } from './day-field.ts'
import { answer, endpoint } from './endpoint.ts'
import type { SchemeVersion } from './schemes.ts'

export type ProposalState = 'open' | 'approved' | 'rejected' | 'withdrawn'

/** 提请: what the office asks the leading group to decide, and how it was decided. */
export type ProposalHead = {
  readonly id: string
  readonly state: ProposalState
  readonly note: string
  readonly proposedAt: string
  readonly proposedBy: string
  readonly decidedAt: string | null
  readonly decidedBy: string | null
  /** Minutes of the meeting, or why not. */
  readonly reason: string | null
}

/** The draft in that revision is to become the version of that number. */
export type AdoptionProposal = ProposalHead & {
  readonly draftId: string
  readonly revision: number
  readonly version: number
  readonly effectiveFrom: string
  readonly basis: string
}

export const proposalParams = z.object({ proposalId: z.uuid() })
export const noteField = z.string().trim().max(500)
export const reasonField = z.string().trim().min(1, '请填写理由').max(500)

export const adoptionEndpoints = {
  /** The office asks the leading group to adopt the draft as it stands; from then on the draft stands still. */
  proposeAdoption: endpoint({
    method: 'POST',
    path: '/api/drafts/{draftId}/adoption',
    access: { action: 'scheme.propose' },
    params: z.object({ draftId: z.uuid() }),
    body: z.object({
      revision: z.int().min(0),
      effectiveFrom: dayField('请选择施行日期'),
      basis: z.string().trim().min(1, '请填写会议纪要文号').max(500),
      note: noteField,
    }),
    answer: answer<AdoptionProposal>(),
  }),
  /** Every time a draft was proposed, the latest first. */
  listAdoptions: endpoint({
    method: 'GET',
    path: '/api/adoptions',
    access: { action: 'scheme.read' },
    answer: answer<{ readonly adoptions: readonly AdoptionProposal[] }>(),
  }),
  /** The leading group adopts what was proposed as the next version; never who proposed it. */
  adoptScheme: endpoint({
    method: 'POST',
    path: '/api/adoptions/{proposalId}/approval',
    access: { action: 'scheme.adopt' },
    params: proposalParams,
    body: z.object({}),
    answer: answer<SchemeVersion>(),
  }),
  rejectAdoption: endpoint({
    method: 'POST',
    path: '/api/adoptions/{proposalId}/rejection',
    access: { action: 'scheme.adopt' },
    params: proposalParams,
    body: z.object({ reason: reasonField }),
    answer: answer<AdoptionProposal>(),
  }),
  withdrawAdoption: endpoint({
    method: 'POST',
    path: '/api/adoptions/{proposalId}/withdrawal',
    access: { action: 'scheme.propose' },
    params: proposalParams,
    body: z.object({ reason: noteField }),
    answer: answer<AdoptionProposal>(),
  }),
}
