import type { LocalDate } from '../domain/primitives/local-date.ts'
import { accept, type Result } from '../domain/primitives/result.ts'
import type { Table, TableProblem } from '../domain/primitives/table.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import { readRoster } from '../domain/roster/read-roster.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { versionInForce } from '../domain/scheme/version-in-force.ts'
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
 */
export async function importRoster(
  stores: Stores,
  act: { readonly today: LocalDate; readonly newId: () => string },
  sheet: { readonly table: Table; readonly mode: 'check' | 'commit'; readonly spellName: SpellName },
): Promise<Result<RosterChange, readonly TableProblem[]>> {
  const read = readRoster(sheet.table, await schemeFor(stores.versions, act.today))
  if (!read.ok) return read
  const known = await stores.roster.assignments()
  const change = compareRosters(known, read.value)
  if (sheet.mode === 'commit')
    await stores.roster.replace(peopleOf(read.value, sheet.spellName), read.value, act.newId)
  return accept(change)
}

/** The problems alone, for handing the sheet back. */
export async function checkRoster(
  stores: Stores,
  today: LocalDate,
  table: Table,
): Promise<readonly TableProblem[]> {
  const read = readRoster(table, await schemeFor(stores.versions, today))
  return read.ok ? [] : read.refusal
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
  for (const { staffNumber, name, office, post, inChargeOf, employment, from, to } of assignments) {
    const row = JSON.stringify([name, office, post, inChargeOf, employment, from, to])
    rows.set(staffNumber, `${rows.get(staffNumber) ?? ''}${row}`)
  }
  return rows
}
