import type { DraftBase, DraftWork } from '../domain/compiler/replay-draft.ts'
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
  readonly work: StepWork
}

/** What a step did; what an edit has on record beside itself is absent on steps of older programs. */
export type StepWork = Exclude<DraftWork, { readonly kind: 'undone' }>

export type StoredDraft = {
  readonly id: string
  readonly revision: number
  readonly title: string
  readonly regulation: StoredRegulation | null
  /** The adopted version it is a copy of, or whose worked examples it began with. */
  readonly base: (DraftBase & { readonly version: number }) | null
  readonly steps: readonly StoredStep[]
}

/** A draft in the list of all there have been. */
export type StoredDraftHead = {
  readonly id: string
  readonly title: string
  readonly state: 'open' | 'adopted' | 'discarded'
  readonly hasRegulation: boolean
  readonly fileName: string | null
  readonly base: { readonly version: number; readonly part: DraftBase['part'] } | null
  /** Steps that stand. */
  readonly steps: number
  readonly createdAt: Date
  readonly createdBy: string
  /** When its latest step was taken, or it was opened. */
  readonly changedAt: Date
  readonly closedAt: Date | null
  readonly closedBy: string | null
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
  readonly read: (draftId: string) => Promise<StoredDraft | null>
  /** Every draft, the latest opened first. */
  readonly list: () => Promise<readonly StoredDraftHead[]>
  /** Closes the open draft as discarded, if there is one, and opens the new one at revision 0. */
  readonly open: (draft: Omit<StoredDraft, 'revision' | 'steps'>, at: Date, by: string) => Promise<void>
  /** The same with a draft that was discarded: it goes on where it stood. */
  readonly reopen: (draftId: string, at: Date, by: string) => Promise<void>
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
