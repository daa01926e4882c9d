import type { DaySpan } from '../domain/primitives/local-date.ts'
import type { ProposedEntry, ProposedEntryState } from '../domain/registers/proposed-entry.ts'
import type { RegisterId } from '../domain/registers/register.ts'

export type ProposedEntryQuery = {
  readonly states?: readonly ProposedEntryState[]
  readonly registers?: readonly RegisterId[]
  readonly days?: DaySpan
  readonly staffNumbers?: readonly string[]
}

/** What becomes of an open proposal. */
export type ProposedEntryDecision = {
  readonly state: 'adopted' | 'dismissed' | 'superseded'
  /** Of the entry it became; a reversal keeps the one it reverses. */
  readonly entryId: string | null
  readonly reason: string | null
  readonly decided: { readonly at: Date; readonly by: string }
}

export type ProposedEntryStore = {
  /** By day of what happened, then as they were made. */
  readonly list: (query: ProposedEntryQuery) => Promise<readonly ProposedEntry[]>
  readonly find: (ids: readonly string[]) => Promise<readonly ProposedEntry[]>
  /** Everything ever proposed under facts of the register, oldest first. */
  readonly ofFacts: (register: RegisterId, factKeys: readonly string[]) => Promise<readonly ProposedEntry[]>
  /** Proposals that became the entry or reverse it, the one it was made of first. */
  readonly ofEntry: (entryId: string) => Promise<readonly ProposedEntry[]>
  readonly countOpen: () => Promise<number>
  readonly add: (proposals: readonly ProposedEntry[]) => Promise<void>
  /** Only while it is open; false: it was decided already, and nothing is written. */
  readonly decide: (id: string, decision: ProposedEntryDecision) => Promise<boolean>
}
