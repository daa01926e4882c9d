import type { LocalDate } from '../domain/primitives/local-date.ts'

/** 督查: who goes where, on which days. */
export type InspectionRound = {
  readonly id: string
  readonly year: number
  /** 第N次, within the year. */
  readonly number: number
  readonly title: string
  readonly fromOn: LocalDate
  readonly toOn: LocalDate
  readonly offices: readonly string[]
  /** User names. */
  readonly inspectors: readonly string[]
  readonly openedAt: Date
  readonly openedBy: string
  /** null while it runs. */
  readonly ended: { readonly at: Date; readonly by: string; readonly bulletinId: string } | null
}

/** An office looked at: nothing found, or what was recorded on the spot. Added to, never changed. */
export type InspectionVisit = {
  readonly id: string
  readonly roundId: string
  readonly office: string
  readonly outcome: 'nothing' | 'findings'
  readonly entryIds: readonly string[]
  readonly words: string
  readonly at: Date
  readonly by: string
}

export type InspectionStore = {
  /** Of a year, the latest first. */
  readonly ofYear: (year: number) => Promise<readonly InspectionRound[]>
  readonly find: (roundId: string) => Promise<InspectionRound | null>
  /** Fails for a number the year has already. */
  readonly add: (round: Omit<InspectionRound, 'ended'>) => Promise<void>
  /** Of these rounds, in the order of time. */
  readonly visits: (roundIds: readonly string[]) => Promise<readonly InspectionVisit[]>
  readonly addVisit: (visit: InspectionVisit) => Promise<void>
  /** Once: false when it had ended. */
  readonly end: (roundId: string, ended: NonNullable<InspectionRound['ended']>) => Promise<boolean>
}
