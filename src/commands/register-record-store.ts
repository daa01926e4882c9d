import type { DaySpan } from '../domain/primitives/local-date.ts'
import type { RegisterId } from '../domain/registers/register.ts'
import type { RegisterRecord, RegisterStep } from '../domain/registers/register-record.ts'

/** What is asked of a register; what is absent does not narrow. */
export type RecordQuery = {
  readonly register: RegisterId
  /** Records that touch the span. */
  readonly days?: DaySpan
  /** Of these people, and of no office. */
  readonly staffNumbers?: readonly string[]
  /** With `staffNumbers`: also what is about nobody in particular, a meeting or what an office has to do. */
  readonly orAboutNobody?: boolean
  /** Absent: without those withdrawn. */
  readonly states?: readonly string[]
}

export type RegisterRecordStore = {
  /** By first day, then as they were added. */
  readonly list: (query: RecordQuery) => Promise<readonly RegisterRecord[]>
  /** So many of the list, the other way round: the latest day first; and how many there are. */
  readonly page: (
    query: RecordQuery,
    at: { readonly offset: number; readonly limit: number },
  ) => Promise<{ readonly records: readonly RegisterRecord[]; readonly total: number }>
  readonly find: (id: string) => Promise<RegisterRecord | null>
  /** Those that stand under the natural keys, in no order. */
  readonly byNaturalKey: (
    register: RegisterId,
    naturalKeys: readonly string[],
  ) => Promise<readonly RegisterRecord[]>
  /** Of each natural key the record that was withdrawn last, in no order. */
  readonly withdrawnByNaturalKey: (
    register: RegisterId,
    naturalKeys: readonly string[],
  ) => Promise<readonly RegisterRecord[]>
  /** New records with their first steps. */
  readonly add: (records: readonly RegisterRecord[]) => Promise<void>
  /** Writes the records as they are after a step, and the step; false: another was quicker, and nothing is written. */
  readonly step: (record: RegisterRecord, step: Omit<RegisterStep, 'recordId' | 'position'>) => Promise<boolean>
  /**
   * The same step of many records at once, each with what it said before; for whoever has read them in the same writing
   * transaction of the town.
   */
  readonly stepMany: (
    changed: readonly { readonly record: RegisterRecord; readonly before: unknown }[],
    step: Pick<RegisterStep, 'step' | 'at' | 'by' | 'reason'>,
  ) => Promise<void>
  /** In order. */
  readonly steps: (recordId: string) => Promise<readonly RegisterStep[]>
}

/** Values that the registers remember under a name, each of the reader's own shape. */
export type RegisterSettingStore = {
  readonly read: (name: string) => Promise<unknown>
  readonly write: (name: string, value: unknown, by: { readonly at: Date; readonly by: string }) => Promise<void>
}
