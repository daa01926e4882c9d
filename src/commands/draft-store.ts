import type { DraftWork } from '../domain/compiler/replay-draft.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'

/** What the verbs about drafts and versions need of a store; all of it within one town and one transaction. */

export type StoredRegulation = {
  readonly id: string
  readonly title: string
  readonly fileName: string | null
  readonly text: string
  readonly receivedAt: Date
}

export type StoredStep = {
  readonly id: string
  readonly at: Date
  readonly by: string
  readonly undone: boolean
  readonly work: DraftWork
}

export type StoredDraft = {
  readonly id: string
  readonly revision: number
  readonly title: string
  readonly regulation: StoredRegulation | null
  readonly steps: readonly StoredStep[]
}

export type StoredVersion = {
  readonly version: number
  readonly scheme: Scheme
  readonly regulation: StoredRegulation | null
  readonly effectiveFrom: LocalDate
  readonly adoptedAt: Date
  readonly adoptedBy: string
  readonly basis: string
}

export type DraftStore = {
  readonly readOpen: () => Promise<StoredDraft | null>
  /** Closes the open draft as discarded, if there is one, and opens the new one at revision 0. */
  readonly open: (draft: Omit<StoredDraft, 'revision' | 'steps'>, at: Date, by: string) => Promise<void>
  readonly appendSteps: (draftId: string, revision: number, steps: readonly StoredStep[]) => Promise<void>
  readonly markUndone: (draftId: string, revision: number, stepId: string) => Promise<void>
  readonly close: (draftId: string, state: 'adopted' | 'discarded', at: Date, by: string) => Promise<void>
}

export type SchemeVersionStore = {
  /** Oldest first. */
  readonly list: () => Promise<readonly StoredVersion[]>
  readonly read: (version: number) => Promise<StoredVersion | null>
  readonly add: (
    version: Omit<StoredVersion, 'regulation'> & { readonly regulationId: string | null },
  ) => Promise<void>
}

/** Who acts and when, with fresh ids: the only sources of time and chance a verb has. */
export type Act = { readonly by: string; readonly at: Date; readonly newId: () => string }
