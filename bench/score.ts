import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { localDate } from '../src/domain/primitives/local-date.ts'
import { assess } from '../src/domain/scoring/assess.ts'
import type { ScoreSheet } from '../src/domain/scoring/score-sheet.ts'
import { chooseStorageHome } from '../src/storage/embedded/storage-home.ts'
import { startEmbedded } from '../src/storage/embedded/start-embedded.ts'
import { benchTown, type BenchTown } from './bench-town.ts'
import { fillTables } from './sql-town.ts'

/**
 * Scores the same towns twice in one run: with the engine, which also makes every line of every sheet, and with one
 * plain SQL query on the embedded PostgreSQL. The figures must agree before any time is printed.
 */
const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [100, 10_000]
const repeats = 5
const query = readFileSync(new URL('score.sql', import.meta.url), 'utf8')
const rowsSchema = z.array(
  z.object({ person: z.string(), score: z.coerce.number().nullable(), money_fen: z.coerce.number() }),
)
type Row = z.infer<typeof rowsSchema>[number]

const folder = mkdtempSync(join(tmpdir(), 'gongdao-bench-'))
if (process.getuid?.() === 0) chmodSync(folder, 0o755)
try {
  const database = await startEmbedded({ home: chooseStorageHome({ GONGDAO_DATA: folder }), say: () => {} })
  try {
    for (const people of sizes) await compareTown(database.adminUrl, benchTown(people))
  } finally {
    await database.stop()
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function compareTown(adminUrl: string, town: BenchTown): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await client.query('create schema town; set search_path to town')
    await fillTables(client, town)
    // Each has the machine's memory for itself in its turn; the first round of both warms up and is not timed.
    const engine = await timed(() => Promise.resolve(scoreTown(town)))
    const sql = await timed(async () => rowsSchema.parse((await client.query(query)).rows))
    assertSame(engine.answer, sql.answer)
    report(town, engine.answer, engine.milliseconds, sql.milliseconds)
  } finally {
    await client.query('drop schema if exists town cascade')
    await client.end()
  }
}

function scoreTown(town: BenchTown): ScoreSheet[] {
  return assess({
    scheme: town.scheme,
    year: town.year,
    asOf: localDate(`${town.year}-12-31`),
    roster: town.roster,
    entries: town.entries,
    marks: town.ratings,
  })
}

async function timed<Answer>(work: () => Promise<Answer>): Promise<{ answer: Answer; milliseconds: number }> {
  const times: number[] = []
  let answer = await work()
  for (let round = 0; round < repeats; round += 1) {
    const start = performance.now()
    answer = await work()
    times.push(performance.now() - start)
  }
  times.sort((left, right) => left - right)
  return { answer, milliseconds: times[Math.floor(times.length / 2)] ?? 0 }
}

function assertSame(sheets: readonly ScoreSheet[], rows: readonly Row[]): void {
  const rowOf = new Map(rows.map((row) => [row.person, row]))
  const different = sheets.filter(({ staffNumber, score, moneyFen }) => {
    const row = rowOf.get(staffNumber)
    return row === undefined || row.score !== score || row.money_fen !== moneyFen
  })
  const [first] = different
  if (first === undefined && rows.length === sheets.length) return
  const row = rowOf.get(first?.staffNumber ?? '')
  throw new Error(
    `${different.length} of ${sheets.length} people differ: ${first?.staffNumber ?? '?'} ` +
      `engine ${first?.score ?? 'null'}, ${first?.moneyFen ?? 'null'} fen; sql ${JSON.stringify(row)}`,
  )
}

function report(town: BenchTown, sheets: readonly ScoreSheet[], engine: number, sql: number): void {
  const entries = town.entries.length
  const lines = sheets.reduce(
    (sum, { categories, rewards, otherLines }) =>
      sum +
      otherLines.length +
      (rewards?.lines.length ?? 0) +
      categories.flatMap((category) => category.sheets.flatMap(({ items }) => items.flatMap((item) => item.lines)))
        .length,
    0,
  )
  const perSecond = (milliseconds: number): string =>
    Math.round((entries / milliseconds) * 1000).toLocaleString('en')
  console.log(
    `${town.roster.length.toLocaleString('en')} people, ${entries.toLocaleString('en')} entries (median of ${repeats})`,
  )
  console.log(
    `  engine  ${engine.toFixed(1).padStart(9)} ms  ${perSecond(engine).padStart(11)} entries/s  ${lines} explained lines`,
  )
  console.log(`  sql     ${sql.toFixed(1).padStart(9)} ms  ${perSecond(sql).padStart(11)} entries/s  figures only`)
  console.log(`  engine ÷ sql = ${(sql / engine).toFixed(2)} times as many entries per second; all figures agree`)
}
