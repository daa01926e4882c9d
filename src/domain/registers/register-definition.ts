import type { z } from 'zod'
import type { DaySpan } from '../primitives/local-date.ts'
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
  /** false: on the form and in the sheet alone. */
  readonly inList?: boolean
  /** An example for the template, and the grey words of an empty field. */
  readonly example?: string
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
  readonly bodySchema: z.ZodType<Body>
  readonly fields: readonly RegisterField[]
  /** Besides `withdrawn`: state and its word. */
  readonly states: Readonly<Record<string, string>>
  readonly firstState: (record: NewRecord<Body>) => string
  /** See RegisterRecord. */
  readonly naturalKey: (record: NewRecord<Body>) => string | null
  /** The line of a list on a phone, and the record's name in the audit: 张三 3月2日—3日 事假。 */
  readonly summary: (record: NewRecord<Body>) => string
}
