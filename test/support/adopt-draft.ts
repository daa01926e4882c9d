import { asColleague, type Answered, type SignedInTown } from './town-app.ts'

const approvers = new Map<string, Promise<SignedInTown>>()

/** 韦同意 of the leading group, who approves what 管理员 of the office proposes. */
export function approverOf(town: SignedInTown): Promise<SignedInTown> {
  const known = approvers.get(town.tenantId) ?? asColleague(town, { userName: '韦同意', roles: ['leadingGroup'] })
  approvers.set(town.tenantId, known)
  return known
}

type Draft = { readonly draftId: string; readonly revision: number }
type Wanted = { readonly effectiveFrom: string; readonly basis?: string; readonly note?: string }

export function proposeDraft(town: SignedInTown, { draftId, revision }: Draft, wanted: Wanted): Promise<Answered> {
  const body = { revision, basis: '会议纪要', note: '', ...wanted }
  return town.send('POST', `/api/drafts/${draftId}/adoption`, { body })
}

/** Proposed by the office and approved by the leading group; answers the version, or why it was not proposed. */
export async function adoptDraft(town: SignedInTown, draft: Draft, wanted: Wanted): Promise<Answered> {
  const proposed = await proposeDraft(town, draft, wanted)
  if (proposed.status !== 200) return proposed
  const approver = await approverOf(town)
  return approver.send('POST', `/api/adoptions/${proposed.body.id}/approval`, { body: {} })
}
