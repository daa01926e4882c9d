import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'
import type { Diagnostic } from '../domain/regulation/diagnostic.ts'
import { findDraft, readDraft, type DraftRefusal } from './change-draft.ts'
import type { Act, DraftStore, SchemeVersionStore, StoredVersion } from './draft-store.ts'

export type AdoptRefusal =
  | DraftRefusal
  | { readonly code: 'not-adoptable'; readonly blocking: readonly Diagnostic[] }
  /** A later version takes force on the same day as, or before, the one it follows. */
  | {
      readonly code: 'not-after-last'
      readonly last: { readonly version: number; readonly effectiveFrom: LocalDate }
    }

/**
 * The leading group makes the open draft the next version, in force from a day on. From then on it never changes:
 * the application's database role cannot update it.
 */
export async function adoptScheme(
  stores: { readonly drafts: DraftStore; readonly versions: SchemeVersionStore },
  act: Act,
  input: {
    readonly draftId: string
    readonly revision: number
    readonly effectiveFrom: LocalDate
    readonly basis: string
  },
): Promise<Result<StoredVersion, AdoptRefusal>> {
  const found = await findDraft(stores.drafts, input.draftId, input.revision)
  if (!found.ok) return found
  const reading = readDraft(found.value)
  if (!reading.adoptable) return refuse({ code: 'not-adoptable', blocking: reading.blocking })
  const last = (await stores.versions.list()).at(-1)
  if (last !== undefined && input.effectiveFrom <= last.effectiveFrom)
    return refuse({ code: 'not-after-last', last: { version: last.version, effectiveFrom: last.effectiveFrom } })
  const version = {
    version: (last?.version ?? 0) + 1,
    scheme: reading.scheme,
    effectiveFrom: input.effectiveFrom,
    adoptedAt: act.at,
    adoptedBy: act.by,
    basis: input.basis,
  }
  await stores.versions.add({ ...version, regulationId: found.value.regulation?.id ?? null })
  await stores.drafts.close(found.value.id, 'adopted', act.at, act.by)
  return accept({ ...version, regulation: found.value.regulation })
}
