import { centipoints } from '../../src/domain/primitives/centipoints.ts'
import { localDate, yearSpan } from '../../src/domain/primitives/local-date.ts'
import { quantity } from '../../src/domain/primitives/quantity.ts'
import { assert } from '../../src/domain/primitives/result.ts'
import { schemeSchema, type SchemeFile } from '../../src/domain/scheme/scheme.ts'
import type { SchemeInForce } from '../../src/domain/scoring/carry-rules.ts'
import { schemeOfYear } from '../../src/domain/scoring/scheme-of-year.ts'
import type { LedgerEntry, RatingMark } from '../../src/domain/ledger/entry.ts'
import type { Assignment } from '../../src/domain/roster/assignment.ts'
import type { Assessment } from '../../src/domain/scoring/assess.ts'
import type { Town, TownAbsence, TownAssignment, TownEntry, TownMark } from './town.ts'

/** The plain town in the product's own types, the scheme by way of the text of its file. */
export function townToAssessment(town: Town): Assessment {
  const asOf = localDate(town.asOf)
  const ofYear = schemeOfYear(versionsOf(town), town.year, asOf)
  assert(ofYear !== null, 'a version is in force from the year before')
  return {
    scheme: ofYear.scheme,
    history: ofYear.history,
    year: town.year,
    asOf,
    roster: town.roster.map((row) => toAssignment(row, town.absences ?? [])),
    entries: town.entries.map(toEntry),
    marks: town.ratings.map(toMark),
    registerDecisions: town.settledRegisters.map(({ ruleId, as }) => ({
      ruleId,
      span: yearSpan(town.year),
      kind: as,
    })),
  }
}

/** The scheme, or the earlier one and the scheme from its day on. */
function versionsOf({ year, scheme, earlier }: Town): readonly SchemeInForce[] {
  const yearBefore = localDate(`${String(year - 1)}-01-01`)
  const read = (file: SchemeFile) => schemeSchema.parse(JSON.parse(JSON.stringify(file)))
  if (earlier === undefined) return [{ version: 1, effectiveFrom: yearBefore, scheme: read(scheme) }]
  return [
    { version: 1, effectiveFrom: yearBefore, scheme: read(earlier.scheme) },
    { version: 2, effectiveFrom: localDate(earlier.until), scheme: read(scheme) },
  ]
}

function toAssignment(row: TownAssignment, absences: readonly TownAbsence[]): Assignment {
  return {
    ...row,
    absences: absences
      .filter(({ staffNumber }) => staffNumber === row.staffNumber)
      .map(({ kind, from, to }) => ({
        kind,
        from: localDate(from),
        to: to === null ? null : localDate(to),
        note: '',
      })),
    name: `人${row.staffNumber}`,
    employment: '事业',
    from: row.from === null ? null : localDate(row.from),
    to: row.to === null ? null : localDate(row.to),
  }
}

function toEntry(entry: TownEntry): LedgerEntry {
  return {
    ...entry,
    quantity: quantity(Math.round(entry.quantity * 100)),
    occurredOn: localDate(entry.occurredOn),
    discretion: entry.discretion === null ? null : centipoints(Math.round(entry.discretion * 100)),
    place: null,
    note: null,
    basis: null,
  }
}

function toMark(row: TownMark): RatingMark {
  return { ...row, mark: quantity(Math.round(row.mark * 100)) }
}
