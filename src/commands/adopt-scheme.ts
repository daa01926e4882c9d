import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { Diagnostic } from '../domain/regulation/diagnostic.ts'
import type { Subject } from '../policies/permit.ts'
import { findDraft, readDraft, type DraftRefusal, type ReadDraft } from './change-draft.ts'
import { findDecidable, type ProposalRefusal } from './decide-proposal.ts'
import type { Act, DraftStore, SchemeVersionStore, StoredVersion } from './draft-store.ts'
import type { AdoptionProposal, AdoptionStore } from './proposal-store.ts'

export type AdoptRefusal =
  | DraftRefusal
  | ProposalRefusal
  | { readonly code: 'not-adoptable'; readonly blocking: readonly Diagnostic[] }
  /** A later version takes force on the same day as, or before, the one it follows. */
  | {
      readonly code: 'not-after-last'
      readonly last: { readonly version: number; readonly effectiveFrom: LocalDate }
    }

type Stores = {
  readonly drafts: DraftStore
  readonly versions: SchemeVersionStore
  readonly adoptions: AdoptionStore
}

type Wanted = { readonly draftId: string; readonly revision: number; readonly effectiveFrom: LocalDate }

/** The draft with the number it would take as a version, or what stands against its adoption. */
async function checkAdoption(
  { drafts, versions }: Stores,
  wanted: Wanted,
): Promise<Result<ReadDraft & { readonly version: number }, AdoptRefusal>> {
  const found = await findDraft(drafts, wanted.draftId, wanted.revision)
  if (!found.ok) return found
  const reading = readDraft(found.value)
  if (!reading.adoptable) return refuse({ code: 'not-adoptable', blocking: reading.blocking })
  const last = (await versions.list()).at(-1)
  if (last !== undefined && wanted.effectiveFrom <= last.effectiveFrom)
    return refuse({ code: 'not-after-last', last: { version: last.version, effectiveFrom: last.effectiveFrom } })
  return accept({ draft: found.value, reading, version: (last?.version ?? 0) + 1 })
}

/**
 * The office asks the leading group to make the open draft, as it stands, the next version in force from a day on.
 * Until that is decided or withdrawn the draft does not change.
 */
export async function proposeAdoption(
  stores: Stores,
  act: Act,
  input: Wanted & { readonly basis: string; readonly note: string },
): Promise<Result<AdoptionProposal, AdoptRefusal>> {
  const open = await stores.adoptions.readOpen()
  if (open !== null) return refuse({ code: 'proposal-open', by: open.proposedBy })
  const checked = await checkAdoption(stores, input)
  if (!checked.ok) return checked
  const { draftId, revision, effectiveFrom, basis, note } = input
  const proposal = {
    id: act.newId(),
    subject: { draftId, revision, version: checked.value.version, effectiveFrom, basis },
    snapshot: null,
    note,
    proposedAt: act.at,
    proposedBy: act.by,
  }
  await stores.adoptions.add(proposal)
  return accept({ ...proposal, decision: null })
}

/**
 * The leading group, by another person than who proposed it, makes the proposed draft the next version. From then on
 * it never changes: the application's database role cannot update it. What stood against it when it was proposed is
 * looked at again: a newer program may find what an older one did not.
 */
export async function adoptScheme(
  stores: Stores,
  act: Act,
  input: { readonly proposalId: string; readonly decider: Subject },
): Promise<Result<{ readonly version: StoredVersion; readonly proposal: AdoptionProposal }, AdoptRefusal>> {
  const found = await findDecidable(stores.adoptions, { ...input, action: 'scheme.adopt' })
  if (!found.ok) return found
  const { effectiveFrom, basis } = found.value.subject
  const checked = await checkAdoption(stores, found.value.subject)
  if (!checked.ok) return checked
  const { draft, reading } = checked.value
  const version = {
    version: checked.value.version,
    scheme: reading.scheme,
    effectiveFrom,
    adoptedAt: act.at,
    adoptedBy: act.by,
    basis,
  }
  await stores.versions.add({ ...version, regulationId: draft.regulation?.id ?? null })
  await stores.drafts.close(draft.id, 'adopted', act.at, act.by)
  const decision = { state: 'approved' as const, at: act.at, by: act.by, reason: null }
  await stores.adoptions.decide(found.value.id, decision)
  return accept({ version: { ...version, regulation: draft.regulation }, proposal: { ...found.value, decision } })
}
