import { centipoints } from '../../src/domain/primitives/centipoints.ts'
import { localDate, yearSpan } from '../../src/domain/primitives/local-date.ts'
import { quantity } from '../../src/domain/primitives/quantity.ts'
import { schemeSchema } from '../../src/domain/scheme/scheme.ts'
import type { LedgerEntry, RatingMark } from '../../src/domain/ledger/entry.ts'
import type { Assignment } from '../../src/domain/roster/assignment.ts'
import type { Assessment } from '../../src/domain/scoring/assess.ts'
import type { Town, TownAssignment, TownEntry, TownMark } from './town.ts'

/** The plain town in the product's own types, the scheme by way of the text of its file. */
export function townToAssessment(town: Town): Assessment {
  return {
    scheme: schemeSchema.parse(JSON.parse(JSON.stringify(town.scheme))),
    year: town.year,
    asOf: localDate(town.asOf),
    roster: town.roster.map(toAssignment),
    entries: town.entries.map(toEntry),
    marks: town.ratings.map(toMark),
    registerDecisions: town.settledRegisters.map(({ ruleId, as }) => ({
      ruleId,
      span: yearSpan(town.year),
      kind: as,
    })),
  }
}

function toAssignment(row: TownAssignment): Assignment {
  return {
    ...row,
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
