import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { readTable } from '../../src/documents/read-table.ts'
import { compileRegulation } from '../../src/domain/compiler/compile-regulation.ts'
import { entryScope } from '../../src/domain/ledger/entry-scope.ts'
import type { LedgerEntry } from '../../src/domain/ledger/entry.ts'
import { entryColumns, readEntries } from '../../src/domain/ledger/read-entries.ts'
import { readRatings } from '../../src/domain/ledger/read-ratings.ts'
import { localDate } from '../../src/domain/primitives/local-date.ts'
import { assert, type Result } from '../../src/domain/primitives/result.ts'
import { readColumns, type Table } from '../../src/domain/primitives/table.ts'
import { readRoster } from '../../src/domain/roster/read-roster.ts'
import { placedRules, type Scheme } from '../../src/domain/scheme/scheme.ts'
import { assess } from '../../src/domain/scoring/assess.ts'
import { schemeOfYear } from '../../src/domain/scoring/scheme-of-year.ts'
import type { ScoreSheet } from '../../src/domain/scoring/score-sheet.ts'
import { projectPath } from '../../src/project-root.ts'

/** The sample town, whose regulation is amended on the first of July: everything is read from its files. */
const turn = '2025-07-01'
const text = readFileSync(projectPath('schemes', 'sample', 'regulation.txt'), 'utf8')
let tables: { readonly roster: Table; readonly entries: Table; readonly ratings: Table }

beforeAll(async () => {
  const read = async (name: string) =>
    expectRead(await readTable(readFileSync(projectPath('schemes', 'sample', name)), name))
  tables = {
    roster: await read('roster.csv'),
    entries: await read('entries.csv'),
    ratings: await read('ratings.csv'),
  }
})

function expectRead<Value>(result: Result<Value, unknown>): Value {
  assert(result.ok, 'the sample can be read')
  return result.value
}

/** Rows of the first half are read under the first scheme, the others under the second. */
function entriesUnder(first: Scheme, second: Scheme): readonly LedgerEntry[] {
  const roster = expectRead(readRoster(tables.roster, first))
  const { reader } = readColumns(tables.entries, entryColumns)
  const half = (scheme: Scheme, isIn: (day: string) => boolean) => {
    const rows = tables.entries.rows.filter((row) => isIn(reader.cell(row, 'date')))
    return expectRead(readEntries({ ...tables.entries, rows }, entryScope(scheme, roster, 2025)))
  }
  const drafts = [...half(first, (day) => day < turn), ...half(second, (day) => day >= turn)]
  return drafts.map(({ row, ...draft }): LedgerEntry => ({
    ...draft,
    id: `${String(row)}-${draft.staffNumber}`,
    position: row,
    state: 'confirmed',
    place: null,
  }))
}

function assessAmended(second: Scheme): {
  readonly sheets: readonly ScoreSheet[]
  readonly entries: readonly LedgerEntry[]
} {
  const first = compileRegulation(text).scheme
  const versions = [
    { version: 1, effectiveFrom: localDate('2025-01-01'), scheme: first },
    { version: 2, effectiveFrom: localDate(turn), scheme: second },
  ]
  const asOf = localDate('2025-12-31')
  const ofYear = schemeOfYear(versions, 2025, asOf)
  assert(ofYear !== null, 'a version is in force')
  const roster = expectRead(readRoster(tables.roster, second))
  const staffNumbers = new Set(roster.map(({ staffNumber }) => staffNumber))
  const marks = expectRead(readRatings(tables.ratings, { scheme: second, staffNumbers }))
  const entries = entriesUnder(first, second)
  const { scheme, history } = ofYear
  return { sheets: assess({ scheme, history, year: 2025, asOf, roster, entries, marks }), entries }
}

/** What entries under 工作纪律 moved, before the floor. */
function takenUnder(sheet: ScoreSheet | undefined): number {
  const items = sheet?.categories[0]?.sheets[0]?.items ?? []
  const lines = items.find(({ title }) => title === '工作纪律')?.lines ?? []
  return lines.reduce((sum, { kind, change }) => (kind === 'entry' ? sum + change : sum), 0)
}

const scoresOf = (sheets: readonly ScoreSheet[]) =>
  sheets.map(({ staffNumber, score, moneyFen }) => [staffNumber, score, moneyFen])

describe('示例镇年中修订办法', () => {
  it('前面插进一条新条款，后面的编号都挪了：已有的记录一分不差', () => {
    const amended = text.replace('上班时间玩游戏', '办公场所大声喧哗的，发现一次扣1分；\n上班时间玩游戏')
    const second = compileRegulation(amended).scheme
    const first = compileRegulation(text).scheme
    const sentenceOf = (scheme: Scheme, id: string) =>
      [...placedRules(scheme)].find(({ rule }) => rule.id === id)?.rule.sentence
    expect(sentenceOf(second, 'c1-s1-i1-r2')).toBe(sentenceOf(first, 'c1-s1-i1-r1'))
    const unchanged = assessAmended(first)
    expect(unchanged.sheets.every(({ score }) => score !== null)).toBe(true)
    expect(scoresOf(assessAmended(second).sheets)).toEqual(scoresOf(unchanged.sheets))
  })

  it('脱岗从扣2分改为扣3分：只有七月以后脱过岗的人变，多扣的正好是次数', () => {
    const amended = text.replace('擅离职守，发现一次扣2分', '擅离职守，发现一次扣3分')
    const second = compileRegulation(amended).scheme
    const changed = [...placedRules(second)].find(({ rule }) => rule.sentence.includes('擅离职守'))?.rule.id
    const before = assessAmended(compileRegulation(text).scheme)
    const after = assessAmended(second)
    const moved = after.sheets.flatMap((sheet, place) => {
      const difference = takenUnder(sheet) - takenUnder(before.sheets[place])
      return difference === 0 ? [] : [[sheet.staffNumber, difference]]
    })
    const late = after.entries.filter(({ ruleId, occurredOn }) => ruleId === changed && occurredOn >= turn)
    const times = new Map<string, number>()
    for (const { staffNumber, quantity } of late) times.set(staffNumber, (times.get(staffNumber) ?? 0) + quantity)
    expect(times.size).toBeGreaterThan(0)
    expect(Object.fromEntries(moved)).toEqual(
      Object.fromEntries([...times].map(([number, count]) => [number, -count])),
    )
  })
})
