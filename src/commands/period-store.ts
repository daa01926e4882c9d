import type { MonthClose } from '../domain/ledger/month-close.ts'
import type { LocalDate } from '../domain/primitives/local-date.ts'

/** What was open when a month was closed all the same. */
export type ClosedOver = {
  /** In words of the checklist, as it was shown. */
  readonly open: readonly { readonly kind: string; readonly count: number; readonly words: string }[]
  /** Why; null: nothing was open. */
  readonly reason: string | null
}

/** 月考核: a month closed for good, with the table that was published of it. */
export type ClosedMonth = MonthClose & {
  readonly closedAt: Date
  readonly closedBy: string
  readonly checklist: ClosedOver
  readonly bulletinId: string
}

export type PeriodStore = {
  /** All that are closed, in the order of months. */
  readonly closes: () => Promise<readonly ClosedMonth[]>
  readonly find: (month: string) => Promise<ClosedMonth | null>
  /** Writes the close and its leaf of the log. Fails for a month that is closed. */
  readonly close: (closed: Omit<ClosedMonth, 'closedOn'>) => Promise<void>
}

/** 签收: somebody says that he has been told of an entry about himself. */
export type Acknowledgement = {
  readonly entryId: string
  readonly staffNumber: string
  readonly at: Date
  readonly by: string
}

export type AcknowledgementStore = {
  /** The first word stands: one already given is left as it is. */
  readonly add: (acknowledgements: readonly Acknowledgement[]) => Promise<void>
  /** The day (of the town) on which each was acknowledged; entries that nobody acknowledged are left out. */
  readonly daysOf: (entryIds: readonly string[]) => Promise<ReadonlyMap<string, LocalDate>>
  /** All of one person, by entry. */
  readonly ofPerson: (staffNumber: string) => Promise<ReadonlyMap<string, LocalDate>>
}
