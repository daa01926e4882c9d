import { writeFile } from 'node:fs/promises'
import { resultWorkbook } from '../documents/result-workbook.ts'
import type { LedgerEntry } from '../domain/ledger/entry.ts'
import { entryScope, type EntryScope } from '../domain/ledger/entry-scope.ts'
import { latestEntryYear, readEntries, type EntryDraft } from '../domain/ledger/read-entries.ts'
import { readRatings, type RatingDraft } from '../domain/ledger/read-ratings.ts'
import { poolOf } from '../domain/pay/pool.ts'
import { perPersonAmount, sharePool } from '../domain/pay/share-pool.ts'
import { localDate, yearOf, yearSpan, type LocalDate } from '../domain/primitives/local-date.ts'
import { accept, refuse, type Result } from '../domain/primitives/result.ts'
import type { Table } from '../domain/primitives/table.ts'
import type { Assignment } from '../domain/roster/assignment.ts'
import { readRoster } from '../domain/roster/read-roster.ts'
import type { Scheme } from '../domain/scheme/scheme.ts'
import { assess } from '../domain/scoring/assess.ts'
import { standings } from '../domain/standing/standings.ts'
import { readScoreArguments, scoreUsage, type ScoreArguments } from './score-arguments.ts'
import {
  missingDiagnostics,
  payDiagnostic,
  provisionalDiagnostic,
  schemeAmountDiagnostic,
  unnamedDecisions,
} from './score-diagnostics.ts'
import {
  fileErrors,
  readSchemeFile,
  readTableFile,
  type FileError,
  type PrintedDiagnostic,
} from './score-files.ts'
import { scoreRunToJson, type ScoreRun } from './score-result.ts'
import { scoreRunToText } from './score-text.ts'
import type { CliStreams } from './streams.ts'

/**
 * `gongdao score` (SPEC §7): scores a year from files alone. Answers 0 complete, 1 partial or with refusals, 2 when the
 * words or the files are bad — then nothing is scored. With --json exactly one JSON document goes out in every case.
 */
export async function scoreCommand(args: readonly string[], streams: CliStreams): Promise<number> {
  const read = readScoreArguments(args)
  if (!read.ok) {
    if (args.includes('--json')) printJson(streams, { errors: [usageError(read.refusal)] })
    streams.err(`${read.refusal}\n用法：${scoreUsage}\n`)
    return 2
  }
  const run = await scoreFiles(read.value)
  if (!run.ok) {
    printErrors(read.value, run.refusal, streams)
    return 2
  }
  const { out, json } = read.value
  if (json) printJson(streams, scoreRunToJson(run.value), run.value.sheets.length > 500)
  else if (out === null) streams.out(scoreRunToText(run.value))
  else {
    const written = await writeResult(out, run.value)
    if (!written.ok) {
      streams.err(`${written.refusal}\n`)
      return 2
    }
    streams.err(`${diagnosticLines(run.value.diagnostics)}已写入 ${out}。\n`)
  }
  const { sheets, pay, diagnostics } = run.value
  const isRefused = pay === null && diagnostics.some(({ code }) => code === 'pay-no-score')
  return isRefused || sheets.some(({ score }) => score === null) ? 1 : 0
}

function usageError(message: string): FileError {
  return { file: '', row: null, column: null, code: 'usage', message }
}

/** Indented for reading; a large town in one line, since a text in memory has its limit. */
function printJson(streams: CliStreams, document: unknown, isLarge = false): void {
  streams.out(`${JSON.stringify(document, null, isLarge ? undefined : 2)}\n`)
}

function printErrors({ json }: ScoreArguments, errors: readonly FileError[], streams: CliStreams): void {
  if (json) printJson(streams, { errors })
  const lines = errors.map(({ file, row, column, message }) => {
    const place = [file, row === null ? '' : `第${String(row)}行`, column ?? '']
      .filter((part) => part !== '')
      .join(' ')
    return `${place}：${message}\n`
  })
  streams.err(`${lines.slice(0, 200).join('')}共 ${String(errors.length)} 处错误，没有计算。\n`)
}

function diagnosticLines(diagnostics: readonly PrintedDiagnostic[]): string {
  return diagnostics.map(({ message }) => `${message}\n`).join('')
}

async function writeResult(out: string, run: ScoreRun): Promise<Result<null, string>> {
  const workbook = await resultWorkbook(run)
  try {
    await writeFile(out, workbook)
    return accept(null)
  } catch {
    return refuse(`写不了“${out}”：请检查文件夹是否存在、可写，或文件是否正被打开。`)
  }
}

/** Reads and checks every file before anything is scored; all faults of all files come together. */
async function scoreFiles(words: ScoreArguments): Promise<Result<ScoreRun, readonly FileError[]>> {
  const scheme = await readSchemeFile(words.scheme)
  const tables = await Promise.all([words.roster, words.entries].map(readTableFile))
  const ratingTable = words.ratings === null ? null : await readTableFile(words.ratings)
  const [rosterTable, entryTable] = tables
  const unreadable = [...tables, ...(ratingTable === null ? [] : [ratingTable])].flatMap((table) =>
    table.ok ? [] : [table.refusal],
  )
  if (!scheme.ok) return refuse([...scheme.refusal, ...unreadable])
  if (unreadable.length > 0 || rosterTable?.ok !== true || entryTable?.ok !== true) return refuse(unreadable)
  const roster = readRoster(rosterTable.value, scheme.value.scheme)
  if (!roster.ok) return refuse(fileErrors(words.roster, roster.refusal))
  const year = assessmentYear(words, entryTable.value, roster.value)
  const scope = entryScope(scheme.value.scheme, roster.value, year)
  const entries = readEntries(entryTable.value, scope)
  const ratings = readMarks(ratingTable?.ok === true ? ratingTable.value : null, scheme.value.scheme, scope)
  if (!entries.ok || !ratings.ok)
    return refuse([
      ...(entries.ok ? [] : fileErrors(words.entries, entries.refusal)),
      ...(ratings.ok ? [] : fileErrors(words.ratings ?? '', ratings.refusal)),
    ])
  const asOf = words.asOf ?? yearSpan(year).last
  const run = scoreYear(words, scheme.value.scheme, year, asOf, roster.value, entries.value, ratings.value)
  return accept({
    ...run,
    diagnostics: [
      ...scheme.value.diagnostics,
      ...unnamedDecisions(entries.value, scope.directory),
      ...run.diagnostics,
    ],
  })
}

function readMarks(table: Table | null, scheme: Scheme, scope: EntryScope) {
  return table === null
    ? accept<readonly RatingDraft[]>([])
    : readRatings(table, { scheme, staffNumbers: new Set(scope.staff.keys()) })
}

/** The year of --as-of, else of the latest entry; without entries the latest year the roster names, else this year. */
function assessmentYear(words: ScoreArguments, entries: Table, roster: readonly Assignment[]): number {
  if (words.asOf !== null) return yearOf(words.asOf)
  const ofRoster = roster.flatMap(({ from, to }) => [from, to].filter((day) => day !== null)).map(yearOf)
  return latestEntryYear(entries) ?? (ofRoster.length > 0 ? Math.max(...ofRoster) : new Date().getFullYear())
}

/** Entries from a file count as confirmed (SPEC §7); their order in the file is the order of recording. */
function toLedgerEntry(draft: EntryDraft, index: number): LedgerEntry {
  const { row, ...entry } = draft
  return {
    ...entry,
    id: `第${String(row)}行·${entry.staffNumber}`,
    position: index,
    state: 'confirmed',
    place: null,
  }
}

function scoreYear(
  words: ScoreArguments,
  scheme: Scheme,
  year: number,
  asOf: LocalDate,
  roster: readonly Assignment[],
  drafts: readonly EntryDraft[],
  marks: readonly RatingDraft[],
): ScoreRun {
  const { provisional } = words
  const sheets = assess({ scheme, year, asOf, roster, entries: drafts.map(toLedgerEntry), marks })
  const amount = perPersonAmount(scheme, words.perPerson)
  const pay = amount.ok ? sharePool(sheets, amount.value, { provisional }) : amount
  return {
    year,
    asOf: localDate(asOf),
    sheets,
    ranks: standings(sheets, { provisional }),
    pay: pay.ok ? pay.value : null,
    poolFen: amount.ok ? poolOf(sheets, amount.value) : null,
    diagnostics: [
      ...missingDiagnostics(sheets),
      ...(amount.ok && words.perPerson === null ? [schemeAmountDiagnostic(amount.value)] : []),
      ...(provisional ? [provisionalDiagnostic()] : []),
      ...(pay.ok ? [] : [payDiagnostic(pay.refusal)]),
    ],
  }
}
