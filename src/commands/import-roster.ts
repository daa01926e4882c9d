import type { LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { readColumns, type Table, type TableProblem } from '../domain/primitives/table.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import { readRoster, rosterColumns } from '../domain/roster/read-roster.ts'
import { rosterProblemSentence } from '../domain/roster/roster-problem.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { versionInForce } from '../domain/scheme/version-in-force.ts'
import type { Subject } from '../policies/permit.ts'
import { isOwnRecord } from '../policies/roster-bars.ts'
import type { SchemeVersionStore } from './draft-store.ts'
import type { RosterStore, StoredPerson } from './roster-store.ts'

type Stores = { readonly versions: SchemeVersionStore; readonly roster: RosterStore }

/** How a name is found by: full pinyin without tones, and the initials. */
export type SpellName = (name: string) => { readonly pinyin: string; readonly initials: string }

/** What a roster sheet changes, in people. Whoever is not in the sheet stays on the roster as he or she is. */
export type RosterChange = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly kept: number
  /** Whose rows become others: somebody moved on the page goes back to what the sheet says. */
  readonly changedNames: readonly string[]
}

/**
 * Checks a roster sheet and, in mode `commit`, puts it in place of what was known of the same 工号: all or nothing.
 * Offices are held against the scheme in force, or the next one to come; before the first adoption as written.
 * Rows that would change who brings the sheet are refused; a sheet that has them as they are may hold them.
 */
export async function importRoster(
  stores: Stores,
  act: { readonly today: LocalDate; readonly newId: () => string; readonly subject: Subject },
  sheet: { readonly table: Table; readonly mode: 'check' | 'commit'; readonly spellName: SpellName },
): Promise<Result<RosterChange, readonly TableProblem[]>> {
  const known = await stores.roster.assignments()
  const read = await readSheet(stores, act, sheet.table, known)
  if (!read.ok) return read
  const change = compareRosters(known, read.value)
  if (sheet.mode === 'commit')
    await stores.roster.replace(peopleOf(read.value, sheet.spellName), read.value, act.newId)
  return accept(change)
}

/** The problems alone, for handing the sheet back. */
export async function checkRoster(
  stores: Stores,
  act: { readonly today: LocalDate; readonly subject: Subject },
  table: Table,
): Promise<readonly TableProblem[]> {
  const read = await readSheet(stores, act, table, await stores.roster.assignments())
  return read.ok ? [] : read.refusal
}

async function readSheet(
  { versions }: Pick<Stores, 'versions'>,
  { today, subject }: { readonly today: LocalDate; readonly subject: Subject },
  table: Table,
  known: readonly Assignment[],
): Promise<Result<readonly Assignment[], readonly TableProblem[]>> {
  const read = readRoster(table, await schemeFor(versions, today))
  if (!read.ok) return read
  const problems = ownRowProblems(subject, table, known, read.value)
  return problems.length > 0 ? refuse(problems) : read
}

/** The rows of who brings the sheet that are not what is known; of a row left out the next one speaks. */
function ownRowProblems(
  subject: Subject,
  table: Table,
  known: readonly Assignment[],
  read: readonly Assignment[],
): readonly TableProblem[] {
  const isOwn = ({ staffNumber }: Assignment) => isOwnRecord(subject, staffNumber)
  const before = known.filter(isOwn).map(rowText)
  // A sheet that was read has one assignment for each of its rows, in order.
  const own = table.rows.flatMap(({ row }, index) => {
    const assignment = read[index]
    return assignment !== undefined && isOwn(assignment) ? [{ row, assignment }] : []
  })
  const after = own.map(({ assignment }) => rowText(assignment))
  if (own.length === 0 || after.join('') === before.join('')) return []
  const changed = own.filter(({ assignment }) => !before.includes(rowText(assignment)))
  const column = readColumns(table, rosterColumns).reader.titleOf('id')
  return (changed.length > 0 ? changed : own.slice(0, 1)).map(({ row, assignment: { name } }) => {
    const problem = { code: 'about-oneself', name } as const
    return { row, column, code: problem.code, message: rosterProblemSentence(problem) }
  })
}

/** The scheme in force, or the next one to come; null before the first adoption. */
export async function schemeFor(versions: SchemeVersionStore, today: LocalDate): Promise<Scheme | null> {
  const adopted = await versions.list()
  return (versionInForce(adopted, today) ?? adopted.at(-1))?.scheme ?? null
}

function peopleOf(assignments: readonly Assignment[], spellName: SpellName): readonly StoredPerson[] {
  const people = new Map<string, StoredPerson>()
  for (const { staffNumber, name } of assignments)
    if (!people.has(staffNumber)) people.set(staffNumber, { staffNumber, name, ...spellName(name) })
  return [...people.values()]
}

function compareRosters(known: readonly Assignment[], read: readonly Assignment[]): RosterChange {
  const before = rowsByPerson(known)
  const after = rowsByPerson(read)
  const nameOf = new Map(read.map(({ staffNumber, name }) => [staffNumber, name]))
  let added = 0
  const changedNames: string[] = []
  for (const [staffNumber, rows] of after) {
    const old = before.get(staffNumber)
    if (old === undefined) added += 1
    else if (old !== rows) changedNames.push(nameOf.get(staffNumber) ?? staffNumber)
  }
  const changed = changedNames.length
  const kept = [...before.keys()].filter((staffNumber) => !after.has(staffNumber)).length
  return { added, changed, unchanged: after.size - added - changed, kept, changedNames }
}

/** Each person's rows as one text that is the same exactly when nothing about the person differs. */
function rowsByPerson(assignments: readonly Assignment[]): ReadonlyMap<string, string> {
  const rows = new Map<string, string>()
  for (const assignment of assignments) {
    const { staffNumber } = assignment
    rows.set(staffNumber, `${rows.get(staffNumber) ?? ''}${rowText(assignment)}`)
  }
  return rows
}

function rowText({ name, office, post, inChargeOf, employment, from, to }: Assignment): string {
  return JSON.stringify([name, office, post, inChargeOf, employment, from, to])
}
