import { lastOf, recusedOf } from './proceeding-state.ts'
import type { Proceeding } from './proceeding.ts'

/** Who had a hand in what a proceeding is about, by user name. */
export type Involvement = {
  readonly recordedBy: string | null
  readonly confirmedBy: string | null
  /** Of the bulletin whose figure is objected to. */
  readonly publishedBy: string | null
  /** Names of the people it is about: of their accounts, and on the roster. */
  readonly subjects: readonly string[]
}

/** Why somebody takes no part in a decision (SPEC §3, §5). */
export type Recusal =
  | 'aboutOneself'
  | 'recorder'
  | 'confirmer'
  | 'publisher'
  | 'answerer'
  | 'proposer'
  /** By a step of the proceeding. */
  | 'recused'

/** What keeps a member from deciding, or from being among those who do; null: nothing. */
export function recusalOf(proceeding: Proceeding, member: string, involvement: Involvement): Recusal | null {
  if (involvement.subjects.includes(member)) return 'aboutOneself'
  if (recusedOf(proceeding).includes(member)) return 'recused'
  if (proceeding.kind === 'discretion') return proceeding.openedBy === member ? 'proposer' : null
  if (proceeding.openedBy === member) return 'aboutOneself'
  if (involvement.recordedBy === member) return 'recorder'
  if (involvement.confirmedBy === member) return 'confirmer'
  if (involvement.publishedBy === member) return 'publisher'
  return lastOf(proceeding, 'answered')?.by === member ? 'answerer' : null
}

/**
 * The same of answering for the office: who published a figure has not judged it, and answers for it. Whoever recorded
 * or confirmed the entry does not answer for it himself.
 */
export function answerBar(proceeding: Proceeding, member: string, involvement: Involvement): Recusal | null {
  const bar = recusalOf(proceeding, member, involvement)
  return bar === 'publisher' ? null : bar
}
