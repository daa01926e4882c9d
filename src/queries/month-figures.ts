import { addPoints, negatePoints, type Centipoints } from '../domain/primitives/centipoints.ts'
import { isWithin, type DaySpan, type LocalDate } from '../domain/primitives/local-date.ts'
import { monthsOfYear, spanOfMonth } from '../domain/ledger/month-close.ts'
import { itemsOf } from '../domain/scoring/items-of.ts'
import type { ScoreLine, ScoreSheet } from '../domain/scoring/score-sheet.ts'
import { covers, type Reach } from '../policies/permit.ts'
import { entryRuleFinder } from './entry-rules.ts'
import type { AssessedYear } from './read-assessed-year.ts'
import { isSheetWithin } from './read-standings.ts'

/** What was deducted under one rule in one office on one day, of the confirmed entries and the shortfalls counted by then. */
export type DeductionRow = {
  readonly on: LocalDate
  /** Of `offices`. */
  readonly office: number
  /** Of `rules`. */
  readonly rule: number
  /** What was taken off, above zero. */
  readonly points: Centipoints
  /** How many lines of score sheets it is the sum of. */
  readonly lines: number
  /** These lines, each of one person's sheet. */
  readonly of: readonly DeductedLine[]
}

export type DeductedLine = {
  /** Of `people`. */
  readonly person: number
  /** What was taken off, above zero. */
  readonly points: Centipoints
  /** null: a shortfall, which no entry but the lack of some is behind. */
  readonly entryId: string | null
}

/** How a month stands, with the year around it: all that the charts of the home page show. */
export type MonthFigures = {
  /** 2026-11. */
  readonly month: string
  readonly asOf: LocalDate
  /** Whose deductions these are: everyone's, those of some offices, or one's own alone. */
  readonly whose: 'town' | 'offices' | 'self'
  readonly offices: readonly string[]
  readonly rules: readonly { readonly item: string; readonly sentence: string }[]
  /** Who anything was deducted from. */
  readonly people: readonly { readonly staffNumber: string; readonly name: string }[]
  /** Of the year; in January also of the December before. By day. */
  readonly rows: readonly DeductionRow[]
  /** How many people with a sheet of their own stood in each office in each month of the year: what a mean is over. */
  readonly heads: readonly { readonly month: string; readonly office: number; readonly people: number }[]
  /** Scores of everyone within reach, as the standings list them, lowest first; none where there is only the own one. */
  readonly scores: readonly Centipoints[]
  /** Some parts are not yet assessed: the scores are those so far. */
  readonly isProvisional: boolean
}

type Asked = { readonly month: string; readonly reach: Reach }

/**
 * The deductions of the year by day, office and rule, exactly as the score sheets have them: nothing is reckoned here
 * but sums. `before`: the year before, for the December that a January is held against; null: there is none.
 */
export function readMonthFigures(
  assessed: AssessedYear,
  before: AssessedYear | null,
  { month, reach }: Asked,
): MonthFigures {
  const { asOf } = assessed.period
  const offices = numbered<string>()
  const rules = numbered<{ readonly item: string; readonly sentence: string }>()
  const people = numbered<{ readonly staffNumber: string; readonly name: string }>()
  const rows = new Map<string, DeductionRow>()
  const within = { reach, offices, rules, people, rows }
  if (before !== null) addRows(before, spanOfMonth(`${String(before.period.year)}-12`), within)
  addRows(assessed, assessed.period.span, within)
  const whose = whoseOf(reach)
  const shown = whose === 'self' ? [] : assessed.sheets.filter((sheet) => isSheetWithin(reach, sheet))
  return {
    month,
    asOf,
    whose,
    offices: offices.all(),
    rules: rules.all(),
    people: people.all(),
    rows: [...rows.values()].toSorted((one, other) => one.on.localeCompare(other.on)),
    heads: headsOf(assessed, reach, offices),
    scores: shown.map(({ soFar }) => soFar).toSorted((one, other) => one - other),
    isProvisional: shown.some(({ partial }) => partial),
  }
}

function whoseOf(reach: Reach): MonthFigures['whose'] {
  if (reach.kind === 'everyone') return 'town'
  return reach.offices.length > 0 ? 'offices' : 'self'
}

type Within = {
  readonly reach: Reach
  readonly offices: Numbered<string>
  readonly rules: Numbered<{ readonly item: string; readonly sentence: string }>
  readonly people: Numbered<{ readonly staffNumber: string; readonly name: string }>
  readonly rows: Map<string, DeductionRow>
}

function addRows({ sheets, versions, version }: AssessedYear, span: DaySpan, within: Within): void {
  const ruleOf = entryRuleFinder(versions)
  for (const sheet of sheets)
    for (const { item, line } of deductionsOf(sheet)) {
      const { occurredOn, ruleId } = line
      if (occurredOn === null || !isWithin(occurredOn, span)) continue
      const office = officeOn(sheet, occurredOn)
      if (!covers(within.reach, { staffNumber: sheet.staffNumber, offices: [office] })) continue
      const schemeVersion = line.schemeVersion ?? version.version
      const found = ruleId === null ? null : ruleOf({ ruleId, occurredOn, schemeVersion })
      const sentence = found?.placed.rule.sentence ?? line.clause
      const { staffNumber, name } = sheet
      const points = negatePoints(line.change)
      addRow(within, {
        on: occurredOn,
        office: within.offices.of(office, office),
        rule: within.rules.of(`${item}\n${sentence}`, { item, sentence }),
        points,
        lines: 1,
        of: [{ person: within.people.of(staffNumber, { staffNumber, name }), points, entryId: line.entryId }],
      })
    }
}

function addRow({ rows }: Within, row: DeductionRow): void {
  const key = `${row.on} ${String(row.office)} ${String(row.rule)}`
  const known = rows.get(key)
  const sum =
    known === undefined
      ? row
      : {
          ...row,
          points: addPoints(known.points, row.points),
          lines: known.lines + 1,
          of: [...known.of, ...row.of],
        }
  rows.set(key, sum)
}

function deductionsOf(sheet: ScoreSheet): readonly { readonly item: string; readonly line: ScoreLine }[] {
  return [...itemsOf(sheet), ...(sheet.rewards === null ? [] : [sheet.rewards])].flatMap(({ title, lines }) =>
    lines
      .filter(({ kind, change }) => (kind === 'entry' || kind === 'shortfall') && change < 0)
      .map((line) => ({ item: title, line })),
  )
}

/** Where the person stood that day; a shortfall may be counted after the last. */
function officeOn({ stays, office }: ScoreSheet, day: LocalDate): string {
  return stays.find(({ span }) => isWithin(day, span))?.office ?? office
}

function headsOf(
  { sheets, period }: AssessedYear,
  reach: Reach,
  offices: Numbered<string>,
): MonthFigures['heads'] {
  const scored = sheets.filter(({ rollUp }) => rollUp === null)
  return monthsOfYear(period.year)
    .filter((month) => spanOfMonth(month).first <= period.asOf)
    .flatMap((month) => {
      const people = new Map<number, number>()
      for (const { staffNumber, stays } of scored) {
        const stood = stays.filter(({ span }) => isTouching(span, spanOfMonth(month))).map(({ office }) => office)
        for (const office of new Set(stood)) {
          if (!covers(reach, { staffNumber, offices: [office] })) continue
          const index = offices.of(office, office)
          people.set(index, (people.get(index) ?? 0) + 1)
        }
      }
      return [...people].map(([office, count]) => ({ month, office, people: count }))
    })
}

function isTouching(one: DaySpan, other: DaySpan): boolean {
  return one.first <= other.last && one.last >= other.first
}

/** Gives each new value the next number, so that the answer says it once. */
function numbered<Value>() {
  const numbers = new Map<string, number>()
  const values: Value[] = []
  return {
    of: (key: string, value: Value): number => {
      const known = numbers.get(key)
      if (known !== undefined) return known
      numbers.set(key, values.length)
      return values.push(value) - 1
    },
    all: (): readonly Value[] => values,
  }
}
type Numbered<Value> = { readonly of: (key: string, value: Value) => number; readonly all: () => readonly Value[] }
