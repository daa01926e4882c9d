import type { DaySpan } from '../primitives/local-date.ts'
import type { RegisterId } from './register.ts'

/** One line of a register. What it says in particular stands in its body, whose shape is the register's own. */
export type RegisterRecord<Body = unknown> = {
  readonly id: string
  readonly register: RegisterId
  /** Whom it is about; null: an office's or the town's. */
  readonly staffNumber: string | null
  readonly office: string | null
  /** First and last day it speaks of; one day: twice the same. */
  readonly days: DaySpan
  /** One of the register's own states. */
  readonly state: string
  /**
   * Of the fact itself, unique in its register: the same sheet imported again finds its lines there. null: two lines
   * alike are two facts.
   */
  readonly naturalKey: string | null
  readonly body: Body
  /** 1, 2, 3 …: with each step one more; a change names the one it was made from. */
  readonly revision: number
  readonly at: Date
  readonly by: string
}

/** What happened to a record, in order; never changed. The first is `added`. */
export type RegisterStep = {
  readonly recordId: string
  readonly position: number
  /** `added`, `changed`, `withdrawn`, or a step of the register's own: `approved`. */
  readonly step: string
  /** The state it left the record in. */
  readonly state: string
  readonly at: Date
  readonly by: string
  readonly reason: string | null
  /** What the record said before (RecordContent), where the step changed it. */
  readonly before: unknown
}

/** What a record says, as a step that changes it keeps it. */
export type RecordContent = Pick<RegisterRecord, 'staffNumber' | 'office' | 'days' | 'body'>

/** In every register: taken back, with its reason; its facts are no longer observed. */
export const withdrawnState = 'withdrawn'

/** Of what a step has kept of a record. */
export function isRecordContent(kept: unknown): kept is RecordContent {
  return typeof kept === 'object' && kept !== null && 'staffNumber' in kept && 'days' in kept && 'body' in kept
}
