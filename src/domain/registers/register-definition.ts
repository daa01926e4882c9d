import type { z } from 'zod'
import type { DaySpan, LocalDate } from '../primitives/local-date.ts'
import type { Result } from '../primitives/result.ts'
import type { Table, TableProblem } from '../primitives/table.ts'
import type { RegisterId } from './register.ts'

/** A field of a register's form, list and sheet: one declaration serves all three. */
export type RegisterField = {
  /** Of the body; `staffNumber`, `office`, `first` and `last` (of its days) are the record's own. */
  readonly key: string
  /** Label, column title and header of the sheet. */
  readonly title: string
  readonly kind:
    | 'text'
    | 'long-text'
    | 'day'
    | 'time'
    | 'quantity'
    | 'choice'
    | 'person'
    | 'office'
    | 'offices'
    | 'people'
    | 'flag'
  readonly choices?: readonly { readonly value: string; readonly title: string }[]
  readonly required: boolean
  /** Of a quantity, after its figure on screens: %. */
  readonly unit?: string
  /** The form asks for it only when the choice named is one of these; the sheet has its column all the same. */
  readonly shownWhen?: { readonly key: string; readonly values: readonly string[] }
  /** false: on the form and in the sheet alone. */
  readonly inList?: boolean
  /** An example for the template, and the grey words of an empty field. */
  readonly example?: string
  /** How to fill it in, for the sheet's notes and below the field of the form. */
  readonly note?: string
}

/** What is typed or imported for a new record, before it has an id. */
export type NewRecord<Body> = {
  readonly staffNumber: string | null
  readonly office: string | null
  readonly days: DaySpan
  readonly body: Body
}

/** What makes a register this register: shapes and words here, what it shows in its own `observe…`. */
export type RegisterDefinition<Body> = {
  readonly id: RegisterId
  /**
   * Of what is typed, sent and stored alike, so that reading twice is reading once: plain JSON, quantities in whole
   * hundredths, days as YYYY-MM-DD, times as HH:MM, an empty field null. Its messages are shown to people.
   */
  readonly bodySchema: z.ZodType<Body>
  readonly fields: readonly RegisterField[]
  /** Besides `withdrawn`: state and its word. */
  readonly states: Readonly<Record<string, string>>
  /** Steps of its own and their words, beside 登记 修改 撤回. */
  readonly stepWords?: Readonly<Record<string, string>>
  readonly firstState: (record: NewRecord<Body>) => string
  /** See RegisterRecord. */
  readonly naturalKey: (record: NewRecord<Body>) => string | null
  /** The line of a list on a phone, and the record's name in the audit, after whom it is about: 3月2日—3日 事假. */
  readonly summary: (record: NewRecord<Body>) => string
  /** What its fields cannot say each by itself; the sentence is shown beside the field named. */
  readonly fault?: (record: NewRecord<Body>, today: LocalDate) => RecordFault | null
  /** Another sheet that it takes in, as offices write it, opened into a row a record; null: it is not such a sheet. */
  readonly otherSheet?: {
    /** How it is filled in, for the template. */
    readonly note: string
    readonly open: (table: Table) => Result<Table, readonly TableProblem[]> | null
  }
  /** Whom it concerns besides whom it is about: what decides who sees it. */
  readonly concerns?: (record: NewRecord<Body>) => {
    readonly staffNumbers: readonly string[]
    readonly offices: readonly string[]
  }
}

/** `key` of a field. */
export type RecordFault = { readonly key: string; readonly message: string }

/** A register whatever its bodies are, for what is done alike with all nine. */
export type AnyRegister = RegisterDefinition<unknown>

/** Vouches for the bodies by reading them with the register's own schema. */
export function anyRegister<Body>(definition: RegisterDefinition<Body>): AnyRegister {
  const read = <Given extends NewRecord<unknown>>(record: Given) => ({
    ...record,
    body: definition.bodySchema.parse(record.body),
  })
  const { fault, concerns, firstState, naturalKey, summary, ...rest } = definition
  return {
    ...rest,
    firstState: (record) => firstState(read(record)),
    naturalKey: (record) => naturalKey(read(record)),
    summary: (record) => summary(read(record)),
    ...(fault === undefined ? {} : { fault: (record, today) => fault(read(record), today) }),
    ...(concerns === undefined ? {} : { concerns: (record) => concerns(read(record)) }),
  }
}
