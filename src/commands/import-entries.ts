import { entryScope, type EntryScope } from '../domain/ledger/entry-scope.ts'
import { entrySheetProblemSentence, type EntrySheetProblem } from '../domain/ledger/entry-sheet-problem.ts'
import type { Recording } from '../domain/ledger/ledger-row.ts'
import { entryColumns, latestEntryYear, readEntries, type EntryDraft } from '../domain/ledger/read-entries.ts'
import { parseLocalDate, yearOf, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import { readColumns, type Table, type TableProblem, type TableRow } from '../domain/primitives/table.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import { clauseOf } from '../domain/scheme/clause-of.ts'
import { firstEffectiveDay, versionInForce } from '../domain/scheme/version-in-force.ts'
import { appendToLedger, type LedgerAct } from './append-to-ledger.ts'
import type { SchemeVersionStore, StoredVersion } from './draft-store.ts'
import type { LedgerStore, StoredEntry } from './ledger-store.ts'
import type { RosterStore } from './roster-store.ts'

type Stores = {
  readonly versions: SchemeVersionStore
  readonly roster: RosterStore
  readonly ledger: LedgerStore
}

/** Posts every row of an entries sheet, or none; the entries wait for their confirmation. Answers how many. */
export async function importEntries(
  stores: Stores,
  act: LedgerAct,
  sheet: { readonly table: Table; readonly mode: 'check' | 'commit' },
): Promise<Result<number, readonly TableProblem[]>> {
  const read = await readRecordings(stores, act.today, sheet.table)
  if (!read.ok) return read
  if (sheet.mode === 'commit')
    await appendToLedger(
      stores.ledger,
      act,
      read.value.map((recording) => ({ kind: 'recording', recording })),
    )
  return accept(read.value.length)
}

/**
 * Checks every row under the scheme in force on its day. A row that says exactly what a standing entry says is a
 * problem: the usual way to charge somebody twice is to upload a sheet twice.
 */
export async function readRecordings(
  stores: Stores,
  today: LocalDate,
  table: Table,
): Promise<Result<readonly Recording[], readonly TableProblem[]>> {
  const year = latestEntryYear(table) ?? yearOf(today)
  const standing = (await stores.ledger.ofYear(year)).filter(({ state }) => state !== 'reversed')
  const knownDeeds = new Map(standing.map((entry) => [deedOf(entry), entry]))
  const assignments = await stores.roster.assignments()
  const parts = partByVersion(table, await stores.versions.list(), today)
  const outcomes = parts.groups.map((group) => readGroup(group, assignments, year, knownDeeds))
  const problems = [...parts.problems, ...outcomes.flatMap((outcome) => (outcome.ok ? [] : outcome.refusal))]
  if (problems.length === 0 && table.rows.length === 0) problems.push(problemOf(1, null, { code: 'no-rows' }))
  if (problems.length > 0) return refuse(problems.toSorted((left, right) => left.row - right.row))
  const recordings = outcomes.flatMap((outcome) => (outcome.ok ? outcome.value : []))
  return accept(recordings.toSorted((left, right) => left.row - right.row).map(({ recording }) => recording))
}

type Group = { readonly version: StoredVersion; readonly table: Table }

/** Rows by the version in force on their day; rows without a readable day go with the latest, which will name them. */
function partByVersion(
  table: Table,
  versions: readonly StoredVersion[],
  today: LocalDate,
): { readonly groups: readonly Group[]; readonly problems: readonly TableProblem[] } {
  const latest = versionInForce(versions, today)
  if (latest === null)
    return {
      groups: [],
      problems: [
        problemOf(1, null, { code: 'no-scheme-in-force', day: today, firstDay: firstEffectiveDay(versions) }),
      ],
    }
  const { reader } = readColumns(table, entryColumns)
  const rowsByVersion = new Map<StoredVersion, TableRow[]>([[latest, []]])
  const problems: TableProblem[] = []
  for (const row of table.rows) {
    const day = parseLocalDate(reader.cell(row, 'date'))
    const column = reader.titleOf('date')
    const version = day === null ? latest : versionInForce(versions, day)
    if (day !== null && day > today)
      problems.push(problemOf(row.row, column, { code: 'day-in-future', day, today }))
    else if (day !== null && version === null)
      problems.push(
        problemOf(row.row, column, { code: 'no-scheme-in-force', day, firstDay: firstEffectiveDay(versions) }),
      )
    else if (version !== null) {
      const rows = rowsByVersion.get(version)
      if (rows === undefined) rowsByVersion.set(version, [row])
      else rows.push(row)
    }
  }
  // The latest stays even without rows: it is the one that says what is wrong with the header.
  const groups = [...rowsByVersion].filter(([version, rows]) => rows.length > 0 || version === latest)
  return {
    groups: groups.map(([version, rows]) => ({ version, table: { header: table.header, rows } })),
    problems,
  }
}

type RecordedRow = { readonly row: number; readonly recording: Recording }

function readGroup(
  { version, table }: Group,
  assignments: readonly Assignment[],
  year: number,
  knownDeeds: ReadonlyMap<string, StoredEntry>,
): Result<readonly RecordedRow[], readonly TableProblem[]> {
  const scope = entryScope(version.scheme, assignments, year)
  const read = readEntries(table, scope)
  if (!read.ok) return read
  const problems = read.value.flatMap((draft) => rowProblems(draft, scope, table, knownDeeds))
  if (problems.length > 0) return refuse(problems)
  return accept(read.value.map((draft) => ({ row: draft.row, recording: toRecording(draft, version, scope) })))
}

function rowProblems(
  draft: EntryDraft,
  scope: EntryScope,
  table: Table,
  knownDeeds: ReadonlyMap<string, StoredEntry>,
): readonly TableProblem[] {
  const { reader } = readColumns(table, entryColumns)
  const rule = scope.directory.ruleById.get(draft.ruleId)?.rule
  if (rule?.effect === 'discretionary' && draft.basis === null)
    return [problemOf(draft.row, reader.titleOf('basis'), { code: 'basis-missing' })]
  const same = knownDeeds.get(deedOf({ ...draft, place: null }))
  if (same === undefined) return []
  return [problemOf(draft.row, null, { code: 'already-recorded', position: same.position })]
}

type Deed = Omit<Recording, 'schemeVersion' | 'clause'>

function deedOf(deed: Deed): string {
  const { staffNumber, ruleId, quantity, occurredOn, level, matter, discretion, place, note, basis } = deed
  return JSON.stringify([staffNumber, ruleId, quantity, occurredOn, level, matter, discretion, place, note, basis])
}

function toRecording({ row: _row, ...draft }: EntryDraft, version: StoredVersion, scope: EntryScope): Recording {
  const placed = scope.directory.ruleById.get(draft.ruleId)
  return {
    ...draft,
    schemeVersion: version.version,
    clause: placed === undefined ? '' : clauseOf(placed.rule),
    place: null,
  }
}

function problemOf(row: number, column: string | null, problem: EntrySheetProblem): TableProblem {
  return { row, column, code: problem.code, message: entrySheetProblemSentence(problem) }
}
