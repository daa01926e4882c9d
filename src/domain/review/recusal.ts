import { lastOf, recusedOf } from './proceeding-state.ts'
import type { Proceeding } from './proceeding.ts'

/** Who had a hand in what a proceeding is about, by user name. */
export type Involvement = {
  readonly recordedBy: string | null
  readonly confirmedBy: string | null
  /** Of a discretionary deduction that became the entry. */
  readonly proposedBy: string | null
  /** Of the bulletin whose figure is objected to. */
  readonly publishedBy: string | null
  /** Names of the people it is about: of their accounts, and on the roster. */
  readonly subjects: readonly string[]
  /** The town's accounts, for who is written by his name and not by his user name. */
  readonly accounts: readonly NamedAccount[]
}

/** An account with the names its person has on the roster. */
export type NamedAccount = { readonly userName: string; readonly names: readonly string[] }

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

/**
 * What keeps a member from deciding, or from being among those who do; null: nothing. Minutes may call him by his user
 * name or as the roster does: neither gets round it.
 */
export function recusalOf(proceeding: Proceeding, member: string, involvement: Involvement): Recusal | null {
  const meant = new Set(namesMeant(member, involvement.accounts).map(nameKey))
  const isHe = (name: string | null | undefined) => typeof name === 'string' && meant.has(nameKey(name))
  const isAmong = (written: readonly string[]) =>
    written.some((name) => namesMeant(name, involvement.accounts).some(isHe))
  if (involvement.subjects.some(isHe)) return 'aboutOneself'
  if (isAmong(recusedOf(proceeding))) return 'recused'
  if (proceeding.kind === 'discretion') return isHe(proceeding.openedBy) ? 'proposer' : null
  if (isHe(proceeding.openedBy)) return 'aboutOneself'
  if (isHe(involvement.recordedBy)) return 'recorder'
  if (isHe(involvement.confirmedBy)) return 'confirmer'
  if (isHe(involvement.proposedBy)) return 'proposer'
  if (isHe(involvement.publishedBy)) return 'publisher'
  return isHe(lastOf(proceeding, 'answered')?.by) ? 'answerer' : null
}

/** Whom a written name means: the account of that user name, else everybody whom the roster calls so. */
function namesMeant(written: string, accounts: readonly NamedAccount[]): readonly string[] {
  const key = nameKey(written)
  const own = accounts.find(({ userName }) => nameKey(userName) === key)
  if (own !== undefined) return [own.userName]
  const called = accounts.filter(({ names }) => names.some((name) => nameKey(name) === key))
  return [written, ...called.map(({ userName }) => userName)]
}

/** Letter case, character width and blanks within a name of two characters aside. */
function nameKey(name: string): string {
  return name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase()
}

/**
 * The same of answering for the office: who published a figure has not judged it, and answers for it. Whoever recorded
 * or confirmed the entry does not answer for it himself.
 */
export function answerBar(proceeding: Proceeding, member: string, involvement: Involvement): Recusal | null {
  const bar = recusalOf(proceeding, member, involvement)
  return bar === 'publisher' ? null : bar
}
